/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/change-row.h"

#include <glib/gi18n.h>

#include "report/comparison.h"
#include "report/matrix.h"

#include "ui/wrap/tone.h"

#define LABEL_CHARS 3

/* One agreement's half. */
typedef struct
{
  GtkLabel *label;
  GtkLabel *text;
} Half;

struct _MftChangeRow
{
  AdwBin parent_instance;

  Half left, right;
  GtkLabel *sign;
  GtkWidget *important;
  GtkLabel *decision;
};

G_DEFINE_FINAL_TYPE (MftChangeRow, mft_change_row, ADW_TYPE_BIN)

static const char *
sign_of (MftChangeClass class)
{
  switch (class)
    {
    case MFT_CHANGE_SAME:
      return "";
    case MFT_CHANGE_EDITED:
    case MFT_CHANGE_SPLIT:
    case MFT_CHANGE_MERGED:
      return "≠";
    case MFT_CHANGE_MOVED:
    case MFT_CHANGE_MOVED_EDITED:
      return "⇄";
    case MFT_CHANGE_INSERTED:
      return "+";
    case MFT_CHANGE_DELETED:
      return "−";
    case MFT_CHANGE_RENUMBERED:
    case MFT_CHANGE_REFERENCE_ONLY:
      return "#";
    case MFT_CHANGE_COSMETIC:
      return "~";
    }
  return "";
}

static void
insert (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/* Struck or underlined first; the tint only helps. */
static void
mark (PangoAttrList *list, MftPieceKind kind, gsize start, gsize end)
{
  gboolean removed = kind == MFT_PIECE_REMOVED;

  insert (list,
          removed ? pango_attr_strikethrough_new (TRUE)
                  : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
          start, end);
  insert (list,
          removed ? pango_attr_background_new (0xe0e0, 0x1b1b, 0x2424)
                  : pango_attr_background_new (0x2e2e, 0xc2c2, 0x7e7e),
          start, end);
  insert (list, pango_attr_background_alpha_new (0x3000), start, end);
}

static void
show_text (GtkLabel *label, GArray *pieces, MftPieceKind kind, gboolean marked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *list = pango_attr_list_new ();

  /* Pango breaks words of a narrow column anywhere: a hyphen there would be one of the text. */
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      gsize start = text->len;
      if (piece->kind != kind && piece->kind != MFT_PIECE_KEPT)
        continue;
      g_string_append (text, piece->text);
      if (piece->kind == kind && marked)
        mark (list, kind, start, text->len);
    }
  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, list);
  pango_attr_list_unref (list);
}

static void
set_class (GtkWidget *widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

static void
show_half (Half *half, const MftChange *change, const MftVersion *version, MftPieceKind kind,
           gboolean marked)
{
  gboolean heading = version != NULL && mft_version_is_heading (version);

  set_class (GTK_WIDGET (half->text), "heading", heading);
  set_class (GTK_WIDGET (half->text), "quiet-caption", version == NULL);
  set_class (GTK_WIDGET (half->text), "agreement-words", version != NULL);
  gtk_label_set_text (half->label, version != NULL ? version->label : "");
  if (version != NULL)
    {
      g_autoptr (GArray) pieces = mft_change_dup_pieces_with_labels (change);
      show_text (half->text, pieces, kind, marked);
    }
  else
    {
      gtk_label_set_attributes (half->text, NULL);
      gtk_label_set_text (half->text, _ ("not in this version"));
    }
}

static void
show_decision (MftChangeRow *self, const MftChange *change, const MftDecision *decision)
{
  g_autofree char *words
      = decision != NULL ? mft_decision_dup_words (decision, change, TRUE) : NULL;

  gtk_label_set_text (self->decision, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decision), words != NULL);
}

static GtkLabel *
new_label (GtkWidget *box, int chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (chars > 0)
    gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_text (Half *half, GtkWidget *box)
{
  half->label = new_label (box, LABEL_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (half->label), "agreement-words");
  half->text = new_label (box, 0);
  gtk_label_set_wrap (half->text, TRUE);
  gtk_label_set_wrap_mode (half->text, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (half->text), TRUE);
}

/* Made when there is something to show: a list has many more rows than are seen. */
static void
add_content (MftChangeRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *signs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  add_text (&self->left, left);
  self->sign = new_label (signs, 2);
  gtk_label_set_xalign (self->sign, 0.5);
  gtk_widget_add_css_class (GTK_WIDGET (self->sign), "heading");
  self->important = mft_tone_image_new (MFT_TONE_UNSURE);
  gtk_widget_set_tooltip_text (self->important, _ ("important"));
  gtk_box_append (GTK_BOX (signs), self->important);
  gtk_box_append (GTK_BOX (right), signs);
  add_text (&self->right, right);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_box_append (GTK_BOX (lines), box);
  self->decision = new_label (lines, 0);
  gtk_label_set_wrap (self->decision, TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->decision), 46);
  gtk_widget_add_css_class (GTK_WIDGET (self->decision), "quiet-caption");
  adw_bin_set_child (ADW_BIN (self), lines);
}

void
mft_change_row_show (MftChangeRow *self, const MftChange *change, gboolean marked,
                     const MftDecision *decision)
{
  const MftVersion *version = change->right != NULL ? change->right : change->left;
  const char *word = mft_change_class_word (change->class);
  g_autofree char *name
      = g_strdup_printf ("%s: %s%s%s", version->path, word, change->important ? ", " : "",
                         change->important ? _ ("important") : "");

  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    add_content (self);
  show_half (&self->left, change, change->left, MFT_PIECE_REMOVED, marked);
  show_half (&self->right, change, change->right, MFT_PIECE_ADDED, marked);
  gtk_label_set_text (self->sign, marked ? sign_of (change->class) : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sign), word);
  gtk_widget_set_visible (self->important, change->important);
  show_decision (self, change, decision);
  set_class (GTK_WIDGET (self), "quiet",
             (!marked || change->class == MFT_CHANGE_SAME) && !mft_version_is_heading (version));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
mft_change_row_class_init (MftChangeRowClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mft_change_row_init (MftChangeRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "change");
}

GtkWidget *
mft_change_row_new (void)
{
  return g_object_new (MFT_TYPE_CHANGE_ROW, NULL);
}
