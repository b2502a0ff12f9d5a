/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/signature-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/verifying/tones.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/label.h"

/* "PIHAK KESATU · Kementerian Tata Samudra"; what stands for no party begins with what it is. */
static char *
about (const MftSignatureReport *signature)
{
  g_autofree char *own = mft_sentence_field (signature);
  g_autofree char *field = g_str_has_prefix (signature->field, "PIHAK_")
                               ? g_strdup (own)
                               : g_strdup_printf ("%s · %s", mft_sentence_kind (signature), own);
  const char *organization = signature->certificate != NULL
                                 ? mft_certificate_organization (signature->certificate)
                                 : NULL;

  return organization != NULL ? g_strdup_printf ("%s · %s", field, organization) : g_strdup (field);
}

static GtkWidget *
head_new (const MftSignatureReport *signature)
{
  const char *signer
      = signature->signer != NULL ? signature->signer : _ ("The signer cannot be read");
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *details = about (signature);
  g_autofree char *time = mft_sentence_time (signature);
  GtkWidget *when = mft_label_new (time, "caption");

  g_object_set (when, "xalign", 1.0, "justify", GTK_JUSTIFY_RIGHT, "width-chars", 28,
                "max-width-chars", 28, NULL);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), mft_label_new (signer, "heading"));
  gtk_box_append (GTK_BOX (texts), mft_label_new (details, "quiet-caption"));
  gtk_box_append (GTK_BOX (head), adw_avatar_new (36, signer, signature->signer != NULL));
  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), when);
  return head;
}

static GtkWidget *
fact_new (const char *title, MftTone tone, const char *word, const char *sentence)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *answer = mft_tone_label_new (tone, word);

  gtk_widget_add_css_class (answer, "heading");
  gtk_box_append (GTK_BOX (fact), mft_label_new (title, "quiet-caption"));
  gtk_box_append (GTK_BOX (fact), answer);
  gtk_box_append (GTK_BOX (fact), mft_label_new (sentence, "caption"));
  return fact;
}

static GtkWidget *
facts_new (const MftSignatureReport *signature)
{
  GtkWidget *facts = g_object_new (GTK_TYPE_BOX, "spacing", 18, "homogeneous", TRUE, NULL);
  g_autofree char *integrity = mft_sentence_integrity (signature);
  g_autofree char *trust = mft_sentence_trust (signature);

  gtk_box_append (GTK_BOX (facts),
                  fact_new (_ ("Integrity of the document"), mft_tone_of_integrity (signature),
                            mft_sentence_integrity_word (signature), integrity));
  gtk_box_append (GTK_BOX (facts),
                  fact_new (_ ("Trust in the certificate"), mft_tone_of_trust (signature),
                            mft_sentence_trust_word (signature), trust));
  return facts;
}

static GtkWidget *
lasting_new (const MftSignatureReport *signature)
{
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *lasting = mft_sentence_lasting (signature);

  gtk_box_append (GTK_BOX (fact), mft_label_new (_ ("Long-term evidence (LTV)"), "quiet-caption"));
  gtk_box_append (GTK_BOX (fact), mft_label_new (lasting, "caption"));
  return fact;
}

static GtkWidget *
empty_new (const MftSignatureReport *signature)
{
  g_autofree char *field = mft_sentence_field (signature);
  /* Translators: %s is a party or the name of a field. */
  g_autofree char *title = g_strdup_printf (_ ("Not yet signed: %s"), field);

  return mft_fact_row_new_with_tone (MFT_TONE_WAITING, title,
                                     _ ("The field is empty; that is no fault."));
}

/* Opens what was signed beside what the file shows now. */
static GtkWidget *
compare_new (const MftSignatureReport *signature)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Show What Was Signed…"), "halign",
                                    GTK_ALIGN_START, "action-name", "verifying.revision", NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", signature->field);
  return button;
}

GtkWidget *
mft_signature_card_new (const MftSignatureReport *signature)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (signature->state == MFT_SIGNATURE_EMPTY)
    return empty_new (signature);
  gtk_widget_add_css_class (card, "signature-card");
  gtk_box_append (GTK_BOX (card), head_new (signature));
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), facts_new (signature));
  if (signature->kind == MFT_SIGNATURE_KIND_SIGNATURE)
    gtk_box_append (GTK_BOX (card), lasting_new (signature));
  if (signature->coverage == MFT_COVERAGE_WHOLE_REVISION
      && signature->changes_after != MFT_CHANGES_NONE)
    gtk_box_append (GTK_BOX (card), compare_new (signature));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), card);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}
