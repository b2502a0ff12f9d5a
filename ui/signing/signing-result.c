/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-result.h"

#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/wrap/fact-row.h"

static void
add_fact (GtkWidget *list, MftTone tone, const char *title, const char *word, const char *sentence)
{
  g_autofree char *fact
      = word != NULL ? g_strdup_printf ("%s: %s", word, sentence) : g_strdup (sentence);

  gtk_list_box_append (GTK_LIST_BOX (list), mft_fact_row_new_with_tone (tone, title, fact));
}

/* "Waiting for PIHAK KEDUA", or that everybody has signed. */
static void
add_next (GtkWidget *list, const MftVerifyReport *report)
{
  g_autoptr (GString) waiting = g_string_new (NULL);

  for (guint i = 0; i < report->signatures->len; i++)
    {
      const MftSignatureReport *signature = g_ptr_array_index (report->signatures, i);
      if (signature->state != MFT_SIGNATURE_EMPTY)
        continue;
      g_autofree char *field = mft_sentence_field (signature);
      g_string_append_printf (waiting, "%s%s", waiting->len > 0 ? ", " : "", field);
    }
  if (waiting->len == 0)
    {
      add_fact (list, MFT_TONE_GOOD, _ ("Next step"), NULL, _ ("All fields are signed."));
      return;
    }
  g_autofree char *sentence = g_strdup_printf (_ ("Waiting for the signature of %s"), waiting->str);
  add_fact (list, MFT_TONE_WAITING, _ ("Next step"), NULL, sentence);
}

static GtkWidget *
make_button (const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, suggested ? "suggested-action" : "flat");
  gtk_widget_add_css_class (button, "pill");
  return button;
}

static GtkWidget *
make_facts (const MftSigningResult *result, const MftVerifyReport *trusted)
{
  const MftSignatureReport *own = mft_verify_report_find (trusted, result->field);
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *integrity = mft_sentence_integrity (own);
  g_autofree char *trust = mft_sentence_trust (own);
  g_autofree char *time = mft_sentence_time (own);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  add_fact (list, MFT_TONE_GOOD, _ ("Integrity of the document"), mft_sentence_integrity_word (own),
            integrity);
  add_fact (list, own->trust == MFT_TRUST_TRUSTED ? MFT_TONE_GOOD : MFT_TONE_UNSURE,
            _ ("Certificate"), mft_sentence_trust_word (own), trust);
  add_fact (list, MFT_TONE_GOOD, _ ("Time"), NULL, time);
  add_next (list, trusted);
  return list;
}

GtkWidget *
mft_signing_result_view_new (const MftSigningResult *result, const MftVerifyReport *trusted)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("emblem-ok-symbolic");
  GtkWidget *heading = gtk_label_new (_ ("The document is signed"));
  GtkWidget *file = gtk_label_new (NULL);
  GtkWidget *warning = gtk_label_new (
      _ ("Do not print and scan, merge, split or compress it: the electronic signature would "
         "break."));
  g_autofree char *name = g_path_get_basename (result->output);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 64);
  gtk_widget_add_css_class (icon, mft_tone_class (MFT_TONE_GOOD));
  gtk_widget_add_css_class (heading, "title-2");
  gtk_label_set_text (GTK_LABEL (file), name);
  gtk_label_set_wrap (GTK_LABEL (file), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (file), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (file, "quiet");
  gtk_label_set_wrap (GTK_LABEL (warning), TRUE);
  gtk_label_set_justify (GTK_LABEL (warning), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (warning, "quiet-caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), file);
  gtk_box_append (GTK_BOX (box), make_facts (result, trusted));
  gtk_box_append (GTK_BOX (box), make_button (_ ("_Save a copy…"), "signing.save-copy", TRUE));
  gtk_box_append (GTK_BOX (box),
                  make_button (_ ("Open the _folder"), "signing.open-folder", FALSE));
  gtk_box_append (GTK_BOX (box), warning);
  return box;
}
