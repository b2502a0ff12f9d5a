/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/fact-row.h"

#include <glib/gi18n.h>

#include "ui/wrap/toasts.h"

GtkWidget *
mft_fact_row_new (const char *title, const char *fact)
{
  GtkWidget *row = adw_action_row_new ();

  /* Before any text: the row's labels follow only once this call is over. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fact != NULL ? fact : "");
  return row;
}

GtkWidget *
mft_fact_row_new_with_tone (MftTone tone, const char *title, const char *fact)
{
  GtkWidget *row = mft_fact_row_new (title, fact);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mft_tone_image_new (tone));
  return row;
}

static void
copy_cb (GtkWidget *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), text);
  mft_toast (button, _ ("Copied"));
}

void
mft_fact_row_add_copy (GtkWidget *row, const char *text, const char *tooltip)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "edit-copy-symbolic",
                                    "tooltip-text", tooltip, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_cb), g_strdup (text),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

char *
mft_fingerprint_words (const char *sha256)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; sha256[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (words, ' ');
      g_string_append_c (words, g_ascii_toupper (sha256[i]));
    }
  return g_string_free (words, FALSE);
}
