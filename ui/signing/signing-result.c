/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-result.h"

#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/certificates/validity.h"
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
make_button (const char *label, const char *action, const char *style)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, style);
  return button;
}

/* UU 1/2024 Ps 13A(1)c; without it the signature ends with its certificate. */
static void
add_time (GtkWidget *list, const MftSignatureReport *own)
{
  g_autofree char *time = mft_sentence_time (own);

  if (own->signing_time_source == MFT_TIME_SOURCE_TIMESTAMP || own->certificate == NULL)
    {
      add_fact (list, MFT_TONE_GOOD, _ ("Time"), NULL, time);
      return;
    }
  g_autofree char *until
      = mft_day_words (mft_certificate_not_after (own->certificate) - 30 * MFT_DAY_MICROSECONDS);
  g_autofree char *unproven
      = g_strdup_printf (_ ("Without an electronic timestamp yet; complete it before %s"), until);
  g_autofree char *both = g_strdup_printf ("%s\n%s", time, unproven);
  add_fact (list, MFT_TONE_UNSURE, _ ("Time"), NULL, both);
}

static GtkWidget *
make_facts (const MftSigningResult *result, const MftVerifyReport *trusted)
{
  const MftSignatureReport *own = mft_verify_report_find (trusted, result->field);
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *integrity = mft_sentence_integrity (own);
  g_autofree char *trust = mft_sentence_trust (own);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  add_fact (list, MFT_TONE_GOOD, _ ("Integrity of the document"), mft_sentence_integrity_word (own),
            integrity);
  add_fact (list, own->trust == MFT_TRUST_TRUSTED ? MFT_TONE_GOOD : MFT_TONE_UNSURE,
            _ ("Certificate"), mft_sentence_trust_word (own), trust);
  add_time (list, own);
  add_next (list, trusted);
  return list;
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* One of them is blue: the next document, else what the other party needs, else a copy. */
static void
add_buttons (GtkBox *box, const MftVerifyReport *report, guint more)
{
  const MftSignatureReport *empty = mft_report_next_empty (report);
  g_autofree char *party = empty != NULL ? mft_sentence_field (empty) : NULL;
  g_autofree char *save = party != NULL
                              /* Translators: %s is a party. */
                              ? g_strdup_printf (_ ("_Save a copy for %s…"), party)
                              : g_strdup (_ ("_Save a copy…"));
  g_autofree char *next = g_strdup_printf (_ ("_Next document (%u)"), more);

  if (more > 0)
    gtk_box_append (box, make_button (next, "signing.next", "suggested-action"));
  gtk_box_append (box, make_button (save, "signing.save-copy",
                                    more > 0 ? "result-button" : "suggested-action"));
  gtk_box_append (box, make_button (_ ("_Copy the file, to paste it into a message"),
                                    "signing.copy-file", "result-button"));
  gtk_box_append (box, make_button (_ ("Open the _folder"), "signing.open-folder", "flat"));
}

GtkWidget *
mft_signing_result_view_new (const MftSigningResult *result, const MftVerifyReport *trusted,
                             guint more)
{
  const MftSignatureReport *own = mft_verify_report_find (trusted, result->field);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("emblem-ok-symbolic");
  g_autofree char *name = g_path_get_basename (result->output);
  g_autofree char *time = mft_sentence_moment (own->signing_time);
  /* Translators: a person's name and a time. */
  g_autofree char *done
      = g_strdup_printf (_ ("Signed electronically by %s, %s."), result->signer, time);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 64);
  gtk_widget_add_css_class (icon, mft_tone_class (MFT_TONE_GOOD));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (_ ("The document is signed"), "title-2"));
  gtk_box_append (GTK_BOX (box), make_label (done, "signed-by"));
  gtk_box_append (GTK_BOX (box), make_label (name, "quiet"));
  gtk_box_append (GTK_BOX (box), make_facts (result, trusted));
  if (mft_signature_report_is_practice (own))
    gtk_box_append (GTK_BOX (box),
                    mft_tone_label_new (MFT_TONE_PRACTICE, _ ("Practice: not certified")));
  add_buttons (GTK_BOX (box), trusted, more);
  gtk_box_append (GTK_BOX (box),
                  make_label (_ ("Do not print and scan, merge, split or compress it: the "
                                 "electronic signature would break."),
                              "quiet-caption"));
  return box;
}
