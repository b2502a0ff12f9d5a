/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/report-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/verifying/signature-card.h"
#include "ui/verifying/tones.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/label.h"

static GtkWidget *
verdict_new (const char *name, const MftVerifyReport *report)
{
  MftTone tone = mft_tone_of_verdict (report);
  GtkWidget *verdict = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = mft_tone_image_new (tone);
  g_autofree char *style = g_strdup_printf ("tint-%s", mft_tone_class (tone));
  g_autofree char *when = mft_sentence_moment (report->judged_at);
  /* Translators: 1 a file's name, 2 a time. */
  g_autofree char *checked = g_strdup_printf (_ ("%s · checked %s, offline"), name, when);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 40);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (verdict, "verdict");
  gtk_widget_add_css_class (verdict, style);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts),
                  mft_label_new (mft_sentence_verdict_word (report->verdict), "title-2"));
  gtk_box_append (GTK_BOX (texts), mft_label_new (mft_sentence_verdict (report), "body"));
  gtk_box_append (GTK_BOX (texts), mft_label_new (checked, "quiet-caption"));
  gtk_box_append (GTK_BOX (verdict), icon);
  gtk_box_append (GTK_BOX (verdict), texts);
  return verdict;
}

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
signatures_new (const MftVerifyReport *report)
{
  GtkWidget *group = group_new (_ ("Signatures"));
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < report->signatures->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         mft_signature_card_new (g_ptr_array_index (report->signatures, i)));
  add (group, list);
  return group;
}

/* A sentence that stands alone begins with a capital. Owned by the caller. */
static char *
with_capital (const char *sentence)
{
  g_autofree char *first = g_utf8_substring (sentence, 0, *sentence != '\0' ? 1 : 0);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, sentence + strlen (first), NULL);
}

/* What was changed after `signature`, permitted or not, each sentence once. */
static void
add_changes (GtkWidget *group, GHashTable *told, const MftSignatureReport *signature)
{
  for (guint i = 0; i < signature->changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (signature->changes, i);
      g_autofree char *words = mft_sentence_change (change);
      char *sentence = with_capital (words);
      if (g_hash_table_add (told, sentence))
        add (group, mft_fact_row_new_with_tone (
                        change->permitted ? MFT_TONE_GOOD : MFT_TONE_BAD, sentence,
                        change->permitted ? _ ("Permitted") : _ ("Not permitted")));
    }
}

/* NULL: nothing was changed. */
static GtkWidget *
changes_new (const MftVerifyReport *report)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *group = g_object_ref_sink (group_new (_ ("What was changed after signing")));

  for (guint i = 0; i < report->signatures->len; i++)
    add_changes (group, told, g_ptr_array_index (report->signatures, i));
  if (g_hash_table_size (told) > 0)
    return group;
  g_object_unref (group);
  return NULL;
}

static GtkWidget *
more_new (const MftVerifyReport *report)
{
  GtkWidget *group = group_new (NULL);
  GtkWidget *details = mft_fact_row_new (_ ("Technical details"),
                                         _ ("Policy, algorithms, byte ranges, fingerprints"));

  for (guint i = 0; i < report->messages->len; i++)
    {
      g_autofree char *message = mft_sentence_message (g_ptr_array_index (report->messages, i));
      add (group, mft_fact_row_new_with_tone (MFT_TONE_UNSURE, message, NULL));
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (details), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (details), "verifying.details");
  adw_action_row_add_suffix (ADW_ACTION_ROW (details),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  add (group, details);
  return group;
}

GtkWidget *
mft_report_view_new (const char *name, const MftVerifyReport *report, const char *origin,
                     gboolean important)
{
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *changes = changes_new (report);

  gtk_box_append (GTK_BOX (view), verdict_new (name, report));
  if (origin != NULL)
    {
      GtkWidget *group = group_new (_ ("Is this what was sent?"));
      add (group,
           mft_fact_row_new_with_tone (important ? MFT_TONE_UNSURE : MFT_TONE_GOOD, origin, NULL));
      gtk_box_append (GTK_BOX (view), group);
    }
  if (report->signatures->len > 0)
    gtk_box_append (GTK_BOX (view), signatures_new (report));
  if (changes != NULL)
    {
      gtk_box_append (GTK_BOX (view), changes);
      g_object_unref (changes);
    }
  gtk_box_append (GTK_BOX (view), more_new (report));
  return view;
}
