/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/certificate-details.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "pki/path.h"
#include "pki/practice.h"
#include "store/certificate-store.h"
#include "ui/certificates/validity.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/label.h"

#define INDENT 24

static GtkWidget *
group_new (const char *title)
{
  return g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);
}

static void
add (GtkWidget *group, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
head_new (const char *name, const char *about)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                   3, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_box_append (GTK_BOX (head), adw_avatar_new (56, name, TRUE));
  gtk_box_append (GTK_BOX (texts), mft_label_new (name, "title-2"));
  gtk_box_append (GTK_BOX (texts), mft_label_new (about, "quiet"));
  gtk_box_append (GTK_BOX (head), texts);
  return head;
}

/* What the person should do about an own certificate; NULL: nothing. */
static const char *
advice (const MftCertificate *certificate, MftTone tone)
{
  if (mft_certificate_not_before (certificate) > mft_clock_now ())
    return _ ("It cannot be used before that day. Check the computer's date.");
  if (mft_validity_days (certificate) < 0)
    return _ ("What was signed with it stays. Ask for a new one on the portal of BSrE.");
  if (mft_certificate_is_practice (certificate))
    return _ ("For exercise only. Nobody but this computer may trust what is signed with it.");
  if (tone == MFT_TONE_UNSURE && mft_validity_days (certificate) <= MFT_VALIDITY_URGENT)
    return _ (
        "It ends within a week: ask for its renewal on the portal of BSrE today, or you cannot "
        "sign until it is there.");
  if (tone == MFT_TONE_UNSURE && mft_validity_days (certificate) > MFT_VALIDITY_SOON)
    return _ ("There is time, but renewal takes a while: plan it with your verifikator.");
  if (tone == MFT_TONE_UNSURE)
    return _ ("Ask for its renewal on the portal of BSrE. What was signed with it stays.");
  if (tone == MFT_TONE_BAD)
    return _ ("It was issued for another use and is not offered for signing.");
  return NULL;
}

static GtkWidget *
notice_new (MftTone tone, const char *words, const char *advice_words)
{
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *style = g_strdup_printf ("tint-%s", mft_tone_class (tone));

  gtk_widget_add_css_class (notice, "verdict");
  gtk_widget_add_css_class (notice, style);
  gtk_box_append (GTK_BOX (notice), mft_tone_label_new (tone, words));
  gtk_widget_add_css_class (gtk_widget_get_last_child (notice), "heading");
  gtk_box_append (GTK_BOX (notice), mft_label_new (advice_words, "body"));
  return notice;
}

/* From the root down, each a step further in. */
static GtkWidget *
chain_new (MftCertificate *certificate, GPtrArray *beside, const MftAnchors *anchors)
{
  const MftPathRequest request = {
    .use = MFT_PATH_FOR_SIGNING, .at = mft_clock_now (), .anchors = anchors, .intermediates = beside
  };
  g_autoptr (MftPath) path = mft_path_build (certificate, &request);
  GtkWidget *group = group_new (_ ("Chain of trust"));

  for (guint i = path->chain->len; i > 0; i--)
    {
      MftCertificate *link = g_ptr_array_index (path->chain, i - 1);
      g_autofree char *words = NULL;
      MftTone tone = mft_validity (link, &words);
      gboolean anchor = mft_anchors_contain (anchors, link, NULL);
      GtkWidget *row = mft_fact_row_new (mft_certificate_common_name (link),
                                         mft_certificate_organization (link));
      g_autofree char *both = g_strdup_printf ("%s · %s", _ ("Trusted"), words);
      GtkWidget *state = mft_tone_label_new (tone, anchor && tone == MFT_TONE_GOOD ? both : words);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_BOX, "width-request",
                                               (int) (path->chain->len - i) * INDENT, NULL));
      gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
      add (group, row);
    }
  if (path->trust == MFT_TRUST_UNKNOWN)
    add (group, mft_fact_row_new_with_tone (
                    MFT_TONE_UNSURE, _ ("No trusted authority stands above"),
                    _ ("Signatures made with it are “not certain yet” on this computer.")));
  return group;
}

static GtkWidget *
fingerprint_row (const char *sha256)
{
  g_autofree char *words = mft_fingerprint_words (sha256);
  GtkWidget *row = mft_fact_row_new (_ ("Fingerprint (SHA-256)"), words);

  gtk_widget_add_css_class (row, "fingerprint");
  mft_fact_row_add_copy (row, words, _ ("Copy the fingerprint"));
  return row;
}

static const char *
purpose (MftCertificate *certificate)
{
  if (mft_certificate_is_ca (certificate))
    return _ ("Issuing certificates");
  if (mft_certificate_may_timestamp (certificate))
    return _ ("Electronic timestamps");
  return mft_certificate_may_sign (certificate) ? _ ("Signing documents") : _ ("Another use");
}

/* How much of the time is over; said in words too. */
static GtkWidget *
validity_row (MftCertificate *certificate)
{
  gint64 from = mft_certificate_not_before (certificate);
  gint64 until = mft_certificate_not_after (certificate);
  int days = mft_validity_days (certificate);
  g_autofree char *from_words = mft_day_words (from);
  g_autofree char *until_words = mft_day_words (until);
  g_autofree char *left
      = days < 0 ? g_strdup (_ ("expired"))
                 : g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
  /* Translators: two dates, then how long it still holds. */
  g_autofree char *validity = g_strdup_printf (_ ("%s to %s (%s)"), from_words, until_words, left);
  GtkWidget *row = mft_fact_row_new (_ ("Valid"), validity);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (
      GTK_PROGRESS_BAR (bar),
      until > from ? CLAMP ((double) (mft_clock_now () - from) / (double) (until - from), 0, 1)
                   : 1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 120, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, left, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  return row;
}

/* What only a technician asks for. */
static GtkWidget *
technical_row (MftCertificate *certificate)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _ ("Technical details"), NULL);
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);

  adw_expander_row_add_row (
      expander, mft_fact_row_new (_ ("Issued to"), mft_certificate_subject (certificate)));
  adw_expander_row_add_row (
      expander, mft_fact_row_new (_ ("Issued by"), mft_certificate_issuer (certificate)));
  adw_expander_row_add_row (
      expander, mft_fact_row_new (_ ("Kind of key"), mft_certificate_key_type (certificate)));
  adw_expander_row_add_row (
      expander, mft_fact_row_new (_ ("Serial number"), mft_certificate_serial (certificate)));
  return row;
}

static GtkWidget *
particulars_new (MftCertificate *certificate, const MftIdentity *identity)
{
  GtkWidget *group = group_new (_ ("Particulars"));

  add (group, validity_row (certificate));
  add (group, mft_fact_row_new (_ ("Issued by"), mft_certificate_issuer_common_name (certificate)));
  add (group, mft_fact_row_new (_ ("For"), purpose (certificate)));
  if (identity != NULL)
    add (group, mft_fact_row_new (_ ("Private key"),
                                  _ ("Kept on this computer, locked by your passphrase")));
  add (group, fingerprint_row (mft_certificate_sha256 (certificate)));
  add (group, technical_row (certificate));
  return group;
}

static const char *
about (MftCertificateRow *row, MftCertificate *certificate)
{
  const char *organization = mft_certificate_organization (certificate);

  if (organization != NULL)
    return organization;
  switch (mft_certificate_row_get_kind (row))
    {
    case MFT_CERTIFICATE_ROW_IDENTITY:
      return _ ("For signing documents");
    case MFT_CERTIFICATE_ROW_OTHER:
      return _ ("Somebody else's, used to check signatures");
    case MFT_CERTIFICATE_ROW_TRUSTED:
    case MFT_CERTIFICATE_ROW_PINNED:
      break;
    }
  return _ ("An authority that you trust");
}

static void
fill_from_certificate (GtkBox *box, MftCertificateRow *row, const MftAnchors *anchors)
{
  MftCertificate *certificate = mft_certificate_row_get_certificate (row);
  const MftIdentity *identity = mft_certificate_row_get_identity (row);
  g_autofree char *words = NULL;
  MftTone tone = mft_validity (certificate, &words);
  const char *what_to_do = identity != NULL ? advice (certificate, tone) : NULL;

  gtk_box_append (box,
                  head_new (mft_certificate_common_name (certificate), about (row, certificate)));
  if (what_to_do != NULL)
    gtk_box_append (box, notice_new (tone, words, what_to_do));
  g_autoptr (GPtrArray) beside = mft_certificate_store_others (NULL);
  if (identity != NULL && beside != NULL)
    for (guint i = 0; i < identity->chain->len; i++)
      g_ptr_array_add (beside, mft_certificate_ref (g_ptr_array_index (identity->chain, i)));
  if (identity != NULL || mft_certificate_row_get_kind (row) == MFT_CERTIFICATE_ROW_OTHER)
    gtk_box_append (box, chain_new (certificate, beside, anchors));
  gtk_box_append (box, particulars_new (certificate, identity));
}

static void
fill_from_pinned (GtkBox *box, const MftPinnedAnchor *pinned)
{
  GtkWidget *group = group_new (_ ("Particulars"));

  gtk_box_append (box, head_new (pinned->name, _ ("Government root, known to the program")));
  if (pinned->proven_times_only)
    gtk_box_append (box, notice_new (MFT_TONE_UNSURE, _ ("For proven times only"),
                                     _ ("It has expired: only signatures whose time a timestamp "
                                        "proves still rest on it.")));
  add (group, mft_fact_row_new (_ ("How it is known"),
                                _ ("By its fingerprint; the certificate itself comes with the "
                                   "document that is checked")));
  add (group, fingerprint_row (pinned->sha256));
  gtk_box_append (box, group);
}

GtkWidget *
mft_certificate_details_new (MftCertificateRow *row, const MftAnchors *anchors)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  if (mft_certificate_row_get_kind (row) == MFT_CERTIFICATE_ROW_PINNED)
    fill_from_pinned (GTK_BOX (box), mft_certificate_row_get_pinned (row));
  else
    fill_from_certificate (GTK_BOX (box), row, anchors);
  return box;
}
