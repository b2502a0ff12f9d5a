/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/technical-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/wrap/fact-row.h"

static GtkWidget *
add_group (AdwPreferencesPage *page, const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", escaped, NULL);

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return group;
}

static void
add (GtkWidget *group, const char *title, const char *fact)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             mft_fact_row_new (title, fact != NULL ? fact : "–"));
}

static void
add_fingerprint (GtkWidget *group, const char *title, const char *sha256)
{
  g_autofree char *words = mft_fingerprint_words (sha256);
  GtkWidget *row = mft_fact_row_new (title, words);

  gtk_widget_add_css_class (row, "fingerprint");
  mft_fact_row_add_copy (row, words, _ ("Copy the fingerprint"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_file (AdwPreferencesPage *page, const MftVerifyReport *report)
{
  GtkWidget *group = add_group (page, _ ("File"));
  g_autofree char *when = mft_sentence_moment (report->judged_at);

  add (group, _ ("Policy"), MFT_VERIFY_POLICY);
  add (group, _ ("Judged at"), when);
  if (report->sha256 != NULL)
    add_fingerprint (group, "SHA-256", report->sha256);
}

static void
add_coverage (GtkWidget *group, const MftSignatureReport *signature)
{
  /* Translators: a revision's number, of how many, and the standard's word for the coverage. */
  g_autofree char *revision
      = g_strdup_printf (_ ("Revision %u of %u, %s"), signature->revision, signature->revisions,
                         mft_coverage_name (signature->coverage));
  const gint64 *range = signature->byte_range;
  g_autofree char *bytes = g_strdup_printf ("%" G_GINT64_FORMAT " + %" G_GINT64_FORMAT
                                            ", %" G_GINT64_FORMAT " + %" G_GINT64_FORMAT,
                                            range[0], range[1], range[2], range[3]);

  add (group, _ ("Coverage"), revision);
  if (signature->has_byte_range)
    add (group, "ByteRange", bytes);
}

static void
add_signature (AdwPreferencesPage *page, const MftVerifyReport *report, guint index)
{
  const MftSignatureReport *signature = g_ptr_array_index (report->signatures, index);
  /* Translators: 1 which, 2 of how many, 3 the field's name. */
  g_autofree char *title = g_strdup_printf (_ ("Signature %u of %u · %s"), index + 1,
                                            report->signatures->len, signature->field);
  GtkWidget *group = add_group (page, title);
  g_autofree char *indication
      = g_strconcat (mft_indication_name (signature->indication),
                     signature->subindication != NULL ? " / " : "", signature->subindication, NULL);
  g_autofree char *level
      = g_strconcat (mft_level_name (signature->level), ", ", signature->subfilter, NULL);
  g_autofree char *algorithm = g_strconcat (signature->algorithm, ", ", signature->digest, NULL);
  g_autofree char *time = mft_sentence_time (signature);

  add (group, _ ("State"), mft_signature_state_name (signature->state));
  if (signature->state == MFT_SIGNATURE_EMPTY)
    return;
  add (group, _ ("Indication (EN 319 102-1)"), indication);
  add (group, _ ("Level"), level);
  add (group, _ ("Algorithm"), algorithm);
  add_coverage (group, signature);
  add (group, _ ("Changes afterwards"), mft_changes_name (signature->changes_after));
  add (group, _ ("Time"), time);
  add (group, _ ("Revocation"), mft_revocation_name (signature->revocation));
  for (guint i = 0; i < signature->messages->len; i++)
    {
      const MftVerifyMessage *message = g_ptr_array_index (signature->messages, i);
      g_autofree char *sentence = mft_sentence_message (message);
      add (group, message->code, sentence);
    }
}

static void
add_chain (AdwPreferencesPage *page, const MftSignatureReport *signature)
{
  GtkWidget *group;

  if (signature->chain == NULL || signature->chain->len == 0)
    return;
  group = add_group (page, _ ("Chain of certificates"));
  for (guint i = 0; i < signature->chain->len; i++)
    {
      const MftCertificate *link = g_ptr_array_index (signature->chain, i);
      add_fingerprint (group, mft_certificate_common_name (link), mft_certificate_sha256 (link));
    }
}

GtkWidget *
mft_technical_page_new (const char *name, const MftVerifyReport *report)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = g_object_new (GTK_TYPE_BUTTON, "icon-name", "go-previous-symbolic",
                                  "tooltip-text", _ ("Back"), "action-name", "win.back", NULL);
  GtkWidget *facts = g_object_new (ADW_TYPE_PREFERENCES_PAGE, "vexpand", TRUE, NULL);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Technical details"), name));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  for (guint i = 0; i < report->signatures->len; i++)
    {
      add_signature (ADW_PREFERENCES_PAGE (facts), report, i);
      add_chain (ADW_PREFERENCES_PAGE (facts), g_ptr_array_index (report->signatures, i));
    }
  add_file (ADW_PREFERENCES_PAGE (facts), report);
  gtk_box_append (GTK_BOX (page), header);
  gtk_box_append (GTK_BOX (page), facts);
  return page;
}
