/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/import-window.h"

#include <glib/gi18n.h>

#define ROWS_MOST 12
#define SAMPLES_MOST 3

static const struct
{
  const char *as;
  const char *words;
} taken_for[] = {
  { "hidden-text", N_ ("Hidden words, taken in") },
  { "white-text", N_ ("White words that nobody sees, taken in") },
  { "tiny-text", N_ ("Words too small to read, taken in") },
  { "picture-left-out", N_ ("Pictures that were left out") },
  { "uncertain-word", N_ ("Words that the scan may have got wrong") },
  { "source-differs",
    N_ ("The PDF holds a text that differs from its pages; the pages were read") },
  { "part-unreadable", N_ ("Parts of the file that could not be read") },
  { "unexpected-number", N_ ("The numbering goes on otherwise here") },
  { "reference-unresolved", N_ ("References that lead nowhere") },
  { "reference-differs", N_ ("References whose words and link say different things") },
  { "label-kept", N_ ("Numbers that were kept as they stood") },
  { "page-words", N_ ("Taken for words of every page") },
  { "text-box", N_ ("Taken from a text box") },
  { "bullet", N_ ("Bullets that became letters") },
  { "ayat", N_ ("Numbers taken for ayat") },
  { "heading", N_ ("Taken for the heading of a Pasal") },
  { "list", N_ ("Taken for items of a list") },
  { "sentence", N_ ("Taken for the sentence of agreement") },
  { "table", N_ ("Tables") },
  { "number", N_ ("Taken for the number of the agreement") },
  { "object", N_ ("Taken for the object of the agreement") },
  { "party-name", N_ ("Taken for parties' names") },
  { "person", N_ ("Taken for those who sign") },
  { "signatures-added", N_ ("Signature blocks were added") },
  { "source-embedded", N_ ("The agreement inside the PDF was opened; its pages say the same") },
};

/* All guesses of one kind: a line of the screen. */
typedef struct
{
  const char *title; /* translated */
  MftConfidence confidence;
  guint count;
  GString *samples;
  GPtrArray *blocks; /* char *, where they are */
} Kind;

/* What a line leads to. */
typedef struct
{
  GWeakRef page;
  GPtrArray *blocks;
  guint next;
} Way;

static void
free_kind (gpointer data)
{
  Kind *kind = data;

  g_string_free (kind->samples, TRUE);
  g_ptr_array_unref (kind->blocks);
  g_free (kind);
}

static void
free_way (gpointer data, GClosure *closure)
{
  Way *way = data;

  (void) closure;
  g_weak_ref_clear (&way->page);
  g_ptr_array_unref (way->blocks);
  g_free (way);
}

static void
add_sample (GString *samples, guint count, const char *text)
{
  if (count <= SAMPLES_MOST && text[0] != '\0')
    g_string_append_printf (samples, "%s%.80s", samples->len > 0 ? " · " : "", text);
  else if (count == SAMPLES_MOST + 1)
    g_string_append (samples, " …");
}

/* What stands for no kind of its own is a value of the agreement. */
static const char *
title_for (const char *as)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken_for); i++)
    if (g_str_equal (taken_for[i].as, as))
      return _ (taken_for[i].words);
  return _ ("Blanks filled from the text");
}

static Kind *
find_kind (GPtrArray *kinds, const MftImportGuess *guess)
{
  const char *title = title_for (guess->as);
  Kind *kind;

  for (guint i = 0; i < kinds->len; i++)
    if (((Kind *) kinds->pdata[i])->title == title)
      return kinds->pdata[i];
  kind = g_new0 (Kind, 1);
  kind->title = title;
  kind->confidence = guess->confidence;
  kind->samples = g_string_new (NULL);
  kind->blocks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (kinds, kind);
  return kind;
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const Kind *first = *(const Kind *const *) a;
  const Kind *second = *(const Kind *const *) b;

  return (int) first->confidence - (int) second->confidence;
}

static GPtrArray *
collect_kinds (const MftImportReport *report)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func (free_kind);

  for (guint i = 0; i < report->guesses->len; i++)
    {
      const MftImportGuess *guess = &g_array_index (report->guesses, MftImportGuess, i);
      Kind *kind = find_kind (kinds, guess);

      kind->confidence = MIN (kind->confidence, guess->confidence);
      g_autofree char *valid = g_utf8_make_valid (guess->text, MIN (strlen (guess->text), 80));
      add_sample (kind->samples, ++kind->count, valid);
      if (guess->block != NULL)
        g_ptr_array_add (kind->blocks, g_strdup (guess->block));
    }
  g_ptr_array_sort (kinds, compare_kinds);
  return kinds;
}

static GtkWidget *
add_row (GtkWidget *group, const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL && *subtitle != '\0')
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
activated_cb (Way *way)
{
  g_autoptr (GtkWidget) page = g_weak_ref_get (&way->page);
  const char *block = way->blocks->pdata[way->next];

  way->next = (way->next + 1) % way->blocks->len;
  if (page != NULL)
    gtk_widget_activate_action (page, "page.go-to-block", "s", block);
}

static void
lead (GtkWidget *row, GtkWidget *page, GPtrArray *blocks)
{
  Way *way = g_new0 (Way, 1);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_weak_ref_init (&way->page, page);
  way->blocks = g_ptr_array_ref (blocks);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Show the place"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), way, free_way,
                         G_CONNECT_SWAPPED);
}

static void
add_counts (GtkWidget *group, const MftImportReport *report)
{
  const MftCounts *counts = &report->counts;
  g_autofree char *units
      = g_strdup_printf ("%u Pasal · %u ayat · %u huruf · %u angka", counts->pasal, counts->ayat,
                         counts->huruf + counts->sub_huruf, counts->angka + counts->sub_angka);
  /* Translators: words of a text before and after it was taken in. */
  g_autofree char *words = g_strdup_printf (_ ("%u words before, %u after"), report->words_before,
                                            report->words_after);

  add_row (group, "object-select-symbolic", units, words);
}

static void
add_comments (GtkWidget *group, GtkWidget *page, const MftImportReport *report)
{
  g_autoptr (GString) samples = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *row;

  for (guint i = 0; i < report->comments->len; i++)
    {
      const MftImportComment *comment = &g_array_index (report->comments, MftImportComment, i);
      add_sample (samples, i + 1, comment->text);
      if (comment->block != NULL)
        g_ptr_array_add (blocks, g_strdup (comment->block));
    }
  row = add_row (group, "dialog-information-symbolic", _ ("Comments, taken in beside the text"),
                 samples->str);
  if (blocks->len > 0)
    lead (row, page, blocks);
}

/* What is no longer there, or never was in the text. Returns how many lines it took. */
static guint
add_losses (GtkWidget *group, GtkWidget *page, const MftImportReport *report)
{
  g_autofree char *lost = report->lost != NULL ? g_strjoinv (", ", report->lost) : g_strdup ("");
  g_autoptr (GString) dropped = g_string_new (NULL);
  g_autofree char *tracked
      = g_strdup_printf (_ ("%u insertions and %u deletions were tracked; they were accepted"),
                         report->insertions, report->deletions);
  guint rows = 0;

  for (guint i = 0; i < report->dropped->len; i++)
    add_sample (dropped, i + 1, g_array_index (report->dropped, MftImportDropped, i).text);
  if (*lost != '\0' && ++rows > 0)
    add_row (group, "dialog-warning-symbolic", _ ("Words that are missing now"), lost);
  if (report->insertions + report->deletions > 0 && ++rows > 0)
    add_row (group, "dialog-information-symbolic", tracked, NULL);
  if (report->comments->len > 0 && ++rows > 0)
    add_comments (group, page, report);
  if (report->dropped->len > 0 && ++rows > 0)
    add_row (group, "dialog-information-symbolic",
             _ ("Left out: headers, footers, page numbers, notes"), dropped->str);
  return rows;
}

static void
add_kinds (GtkWidget *group, GtkWidget *page, const MftImportReport *report, guint room)
{
  g_autoptr (GPtrArray) kinds = collect_kinds (report);

  for (guint i = 0; i < MIN (kinds->len, room); i++)
    {
      const Kind *kind = kinds->pdata[i];
      const char *icon = kind->confidence == MFT_CONFIDENCE_LOW ? "dialog-question-symbolic"
                                                                : "object-select-symbolic";
      g_autofree char *title = kind->count > 1
                                   ? g_strdup_printf ("%s (%u)", kind->title, kind->count)
                                   : g_strdup (kind->title);
      GtkWidget *row = add_row (group, icon, title, kind->samples->str);

      if (kind->blocks->len > 0)
        lead (row, page, kind->blocks);
    }
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

void
mft_import_window_present (GtkWidget *page, const MftImportReport *report)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (page));
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *preferences = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  guint rows = 1;

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (preferences), ADW_PREFERENCES_GROUP (group));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Choose a line to see its place; choose it again for the next one."));
  add_counts (group, report);
  rows += add_losses (group, page, report);
  add_kinds (group, page, report, ROWS_MOST - rows);
  gtk_widget_set_vexpand (preferences, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), preferences);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("What the program guessed"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 640);
  add_escape (window);
  /* It speaks of a page that another one may cover. */
  g_signal_connect_object (page, "unmap", G_CALLBACK (gtk_window_destroy), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
