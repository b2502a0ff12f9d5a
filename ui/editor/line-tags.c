/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/line-tags.h"

#define LEVELS 6
#define LABEL_CHARACTERS 4 /* "(12)" and a blank */
#define MARGIN 30          /* a tag's margin stands for the view's */

static const struct
{
  const char *name;
  const char *light;
  const char *dark;
  const char *property;
} colours[] = {
  { "label", "rgba(0,0,0,0.6)", "rgba(255,255,255,0.62)", "foreground-rgba" },
  { "reference", "rgba(53,132,228,0.16)", "rgba(120,174,237,0.22)", "background-rgba" },
  { "external", "rgba(0,0,0,0.05)", "rgba(255,255,255,0.08)", "background-rgba" },
  { "value", "rgba(0,0,0,0.06)", "rgba(255,255,255,0.10)", "background-rgba" },
  { "missing", "rgba(229,165,10,0.30)", "rgba(229,165,10,0.30)", "background-rgba" },
  { "dangling", "rgba(224,27,36,0.16)", "rgba(255,123,99,0.24)", "background-rgba" },
  { "mistake", "rgba(224,27,36,0.14)", "rgba(255,123,99,0.24)", "background-rgba" },
  { "warning", "rgba(229,165,10,0.22)", "rgba(248,228,92,0.20)", "background-rgba" },
  { "term", "rgba(0,0,0,0.35)", "rgba(255,255,255,0.4)", "underline-rgba" },
  { "suggestion", "rgba(53,132,228,0.10)", "rgba(120,174,237,0.16)", "background-rgba" },
};

static const struct
{
  const char *name;
  PangoUnderline underline;
} marks[] = {
  [MFT_SEVERITY_ERROR] = { "mistake", PANGO_UNDERLINE_ERROR },
  [MFT_SEVERITY_WARNING] = { "warning", PANGO_UNDERLINE_DOUBLE },
  [MFT_SEVERITY_SUGGESTION] = { "suggestion", PANGO_UNDERLINE_SINGLE },
};

static int
level_width (GtkWidget *view)
{
  PangoContext *context = gtk_widget_get_pango_context (view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int digit = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (digit) * LABEL_CHARACTERS;
}

static void
add_line_tag (GtkTextBuffer *buffer, const char *kind, guint level)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, level);

  gtk_text_buffer_create_tag (buffer, name, "pixels-above-lines", 6, "pixels-inside-wrap", 3, NULL);
}

static void
fit_line_tag (GtkTextBuffer *buffer, const char *kind, guint level, gboolean hangs, int width)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, level);
  g_autoptr (PangoTabArray) tabs
      = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, width);

  g_object_set (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name),
                "left-margin", MARGIN + (int) level * width, "indent", hangs ? -width : 0, "tabs",
                tabs, NULL);
}

void
mft_line_tags_fit (GtkTextBuffer *buffer, GtkWidget *view)
{
  int width = level_width (view);

  for (guint level = 0; level < LEVELS; level++)
    {
      fit_line_tag (buffer, "plain", level, FALSE, width);
      fit_line_tag (buffer, "hanging", level, TRUE, width);
    }
}

void
mft_line_tags_add (GtkTextBuffer *buffer, GtkWidget *view)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  for (guint level = 0; level < LEVELS; level++)
    {
      add_line_tag (buffer, "plain", level);
      add_line_tag (buffer, "hanging", level);
    }
  mft_line_tags_fit (buffer, view);
  gtk_text_buffer_create_tag (buffer, "centered", "justification", GTK_JUSTIFY_CENTER, "weight",
                              PANGO_WEIGHT_BOLD, "pixels-above-lines", 2, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "justification", GTK_JUSTIFY_CENTER, "weight",
                              PANGO_WEIGHT_BOLD, "pixels-above-lines", 24, NULL);
  gtk_text_buffer_create_tag (buffer, "begins", "pixels-above-lines", 24, NULL);
  gtk_text_buffer_create_tag (buffer, "row", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "definition", "weight", PANGO_WEIGHT_BOLD, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    gtk_text_buffer_create_tag (buffer, colours[i].name, NULL);
  g_object_set (gtk_text_tag_table_lookup (table, "term"), "underline", PANGO_UNDERLINE_SINGLE,
                NULL);
  /* Not by colour alone: what is wrong is underlined too. */
  g_object_set (gtk_text_tag_table_lookup (table, "dangling"), "underline", PANGO_UNDERLINE_ERROR,
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_object_set (gtk_text_tag_table_lookup (table, marks[i].name), "underline", marks[i].underline,
                  NULL);
  mft_line_tags_set_dark (buffer, FALSE);
}

void
mft_line_tags_set_dark (GtkTextBuffer *buffer, gboolean dark)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      GdkRGBA colour;
      gdk_rgba_parse (&colour, dark ? colours[i].dark : colours[i].light);
      g_object_set (gtk_text_tag_table_lookup (table, colours[i].name), colours[i].property,
                    &colour, NULL);
    }
}

void
mft_line_tags_mark (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end,
                    MftSeverity severity)
{
  gtk_text_buffer_apply_tag_by_name (buffer, marks[severity].name, start, end);
}

void
mft_line_tags_clear_marks (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_text_buffer_remove_tag_by_name (buffer, marks[i].name, &start, &end);
}

static void
apply (GtkTextBuffer *buffer, guint row, guint from, guint to, const char *tag)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &start, (int) row, (int) from);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &end, (int) row, (int) to);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

static void
apply_line_tag (GtkTextBuffer *buffer, const MftLine *line, const GtkTextIter *start,
                const GtkTextIter *end)
{
  gboolean hangs = line->style == MFT_LINE_AYAT || line->style == MFT_LINE_ITEM;
  g_autofree char *name
      = g_strdup_printf ("%s-%u", hangs && line->prefix > 0 ? "hanging" : "plain", line->level);

  if (line->style == MFT_LINE_HEADING)
    gtk_text_buffer_apply_tag_by_name (buffer, "heading", start, end);
  else if (line->style == MFT_LINE_CENTERED)
    gtk_text_buffer_apply_tag_by_name (buffer, "centered", start, end);
  else
    gtk_text_buffer_apply_tag_by_name (buffer, name, start, end);
  if (line->begins)
    gtk_text_buffer_apply_tag_by_name (buffer, "begins", start, end);
  if (line->style == MFT_LINE_ROW)
    gtk_text_buffer_apply_tag_by_name (buffer, "row", start, end);
}

static const char *
atom_tag (const MftShownSpan *span)
{
  switch (span->state)
    {
    case MFT_SHOWN_MISSING:
      return "missing";
    case MFT_SHOWN_DANGLING:
      return "dangling";
    case MFT_SHOWN_EXTERNAL:
      return "external";
    case MFT_SHOWN_PLAIN:
      break;
    }
  switch (span->run->kind)
    {
    case MFT_RUN_REFERENCE:
      return span->run->form == MFT_REFERENCE_IGNORED ? NULL : "reference";
    case MFT_RUN_FIELD:
    case MFT_RUN_NUMBER:
    case MFT_RUN_DATE:
    case MFT_RUN_FORMULA:
      return "value";
    case MFT_RUN_TEXT:
    case MFT_RUN_PARTY:
      return NULL;
    }
  return NULL;
}

static void
apply_span (GtkTextBuffer *buffer, guint row, guint from, guint to, const MftShownSpan *span)
{
  const char *tag = atom_tag (span);

  if (tag != NULL)
    apply (buffer, row, from, to, tag);
  if (span->run->style & MFT_STYLE_BOLD)
    apply (buffer, row, from, to, "bold");
  if (span->run->style & MFT_STYLE_ITALIC)
    apply (buffer, row, from, to, "italic");
  if (span->run->style & MFT_STYLE_DEFINITION)
    apply (buffer, row, from, to, "definition");
}

void
mft_line_tags_apply (GtkTextBuffer *buffer, guint row, const MftLine *line)
{
  GtkTextIter start, end;
  guint at = line->prefix;

  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) row);
  end = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  apply_line_tag (buffer, line, &start, &end);
  if (line->prefix > 0)
    apply (buffer, row, 0, line->prefix, "label");
  for (guint i = 0; i < line->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (line->spans, MftShownSpan, i);
      guint length = (guint) g_utf8_strlen (span->text, -1);
      apply_span (buffer, row, at, at + length, span);
      at += length;
    }
}
