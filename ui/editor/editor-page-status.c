/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the agreement stands, and how it goes on. */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "agreement/lock.h"
#include "agreement/shown.h"
#include "base/clock.h"
#include "report/status-words.h"
#include "ui/editor/ready-form.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/names.h"
#include "ui/wrap/toasts.h"

#define DATE_FIELD "tanggal_ttd"

char *
_mft_editor_page_dup_other_day (MftEditorPage *self)
{
  const char *date = mft_agreement_get_value (self->agreement, DATE_FIELD);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (mft_clock_now () / G_USEC_PER_SEC);
  g_autofree char *today = g_date_time_format (now, "%F");

  return date != NULL && !g_str_equal (date, today)
             ? mft_shown_value (self->agreement, date, MFT_FORM_DATE)
             : NULL;
}

/* --- going on ---------------------------------------------------------------------------------------- */

static gboolean
fail (MftEditorPage *self, const GError *error)
{
  if (g_error_matches (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_FIELDS))
    _mft_editor_page_show_pane (self, "fields");
  else if (g_error_matches (error, MFT_STATUS_ERROR, MFT_STATUS_ERROR_FINDINGS))
    _mft_editor_page_show_pane (self, "findings");
  mft_tell_error (GTK_WIDGET (self), _ ("The status cannot change yet"), error);
  return FALSE;
}

static gboolean
go_on (MftEditorPage *self, MftStatus status)
{
  gboolean was_locked = mft_agreement_get_lock (self->agreement) != MFT_LOCK_NONE;
  g_autoptr (GError) error = NULL;
  const char *words = NULL;

  if (!mft_working_copy_set_status (self->copy, status, &error))
    return fail (self, error);
  if (status == MFT_STATUS_FINAL && !was_locked)
    words = _ ("The text is locked now. Numbers, place and date can still be filled in.");
  else if (status == MFT_STATUS_READY)
    words = _ ("Ready to be signed. Nothing of it changes any more.");
  else if (was_locked && mft_agreement_get_lock (self->agreement) == MFT_LOCK_NONE)
    words = _ ("The text can be changed again.");
  if (words != NULL)
    mft_toast_once (GTK_WIDGET (self), words);
  return TRUE;
}

/* What stands between the text and being ready is told before anything is locked. */
static gboolean
go_on_to_ready (MftEditorPage *self)
{
  MftStatus status = mft_working_copy_get_status (self->copy);
  g_autoptr (GError) error = NULL;

  if (!mft_status_check (MFT_STATUS_FINAL, MFT_STATUS_READY, self->agreement, &error))
    return fail (self, error);
  return (status == MFT_STATUS_FINAL || go_on (self, MFT_STATUS_FINAL))
         && go_on (self, MFT_STATUS_READY);
}

/* --- is it ready? ------------------------------------------------------------------------------------ */

static void
ready_cb (MftReadyForm *form, GParamSpec *spec G_GNUC_UNUSED, MftAsk *ask)
{
  mft_ask_set_ready (ask, mft_ready_form_get_ready (form));
}

/* An open point is looked at in the text, where it can be mended. */
static void
go_cb (MftEditorPage *self, const MftFinding *finding)
{
  g_autofree char *block = g_strdup (finding->block_id);
  guint start = finding->start;

  _mft_editor_page_show_pane (self, "findings");
  mft_sync_go_to (mft_paper_get_sync (self->paper), block, start);
}

static void
asked_cb (MftAsk *ask, gboolean accepted, MftEditorPage *self)
{
  const char *next = g_object_get_data (G_OBJECT (ask), "mft-next");

  if (accepted && go_on_to_ready (self) && next != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), next, NULL);
}

/* The opening's date may be another than today's; it is asked, never changed. */
static char *
dup_ready_words (MftEditorPage *self)
{
  g_autofree char *other = _mft_editor_page_dup_other_day (self);
  const char *words = _ ("Once it is ready, text, numbers, place and date stay as they are.");

  /* Translators: the second %s is a date, such as 26 November 2026. */
  return other != NULL
             ? g_strdup_printf (_ ("%s The opening names %s, which is not today: leave it "
                                   "so, or write another date."),
                                words, other)
             : g_strdup (words);
}

void
_mft_editor_page_make_ready (MftEditorPage *self, const char *next)
{
  GtkWindow *window = _mft_editor_page_get_window (self);
  g_autofree char *words = dup_ready_words (self);
  g_autoptr (GError) error = NULL;

  if (!mft_status_check (MFT_STATUS_DISCUSSION, MFT_STATUS_FINAL, self->agreement, &error))
    {
      fail (self, error);
      return;
    }
  GtkWidget *form = mft_ready_form_new (self->agreement, self->findings);
  MftAsk *ask = mft_ask_new (window, _ ("Ready to be signed?"), words, _ ("_Ready"), form);
  g_object_set_data_full (G_OBJECT (ask), "mft-next", g_strdup (next), g_free);
  g_signal_connect_object (ask, "answered", G_CALLBACK (asked_cb), self, 0);
  g_signal_connect_object (form, "notify::ready", G_CALLBACK (ready_cb), ask, 0);
  mft_ask_set_ready (ask, mft_ready_form_get_ready (MFT_READY_FORM (form)));
  g_signal_connect_object (form, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "go", G_CALLBACK (gtk_window_close), ask,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_window_present (GTK_WINDOW (ask));
}

/* --- the menu ---------------------------------------------------------------------------------------- */

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  MftStatus status = (MftStatus) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self), "mft-next"));

  (void) source;
  if (mft_confirm_finish (result))
    go_on (self, status);
}

static void
confirm (MftEditorPage *self, MftStatus status)
{
  /* Translators: %s is a status, such as In force. */
  g_autofree char *heading
      = g_strdup_printf (_ ("Set the status to “%s”?"), mft_status_word (status));

  g_object_set_data (G_OBJECT (self), "mft-next", GINT_TO_POINTER (status));
  mft_confirm_async (_mft_editor_page_get_window (self), heading,
                     _ ("From here on there is no way back to a text that can be changed."),
                     _ ("_Set"), confirmed_cb, g_object_ref (self));
}

static void
set_status_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  MftStatus status;

  (void) action;
  if (!mft_status_from_name (g_variant_get_string (name, NULL), &status))
    return;
  if (status == MFT_STATUS_READY)
    _mft_editor_page_make_ready (self, NULL);
  else if (status >= MFT_STATUS_PARTLY_SIGNED)
    confirm (self, status);
  else
    go_on (self, status);
}

static GMenuModel *
new_status_menu (MftStatus status)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) next = g_menu_new ();
  g_autoptr (GMenu) versions = g_menu_new ();

  for (int i = 0; i < MFT_STATUS_N; i++)
    if (mft_status_may_follow (status, (MftStatus) i))
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (mft_status_word ((MftStatus) i), NULL);
        g_menu_item_set_action_and_target (item, "page.set-status", "s",
                                           mft_status_name ((MftStatus) i));
        g_menu_append_item (next, item);
      }
  g_menu_append_section (menu, _ ("Set the status to"), G_MENU_MODEL (next));
  g_menu_append (versions, _ ("_Name this version…"), "page.name-version");
  g_menu_append (versions, _ ("_Versions"), "page.panel::versions");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (versions));
  return G_MENU_MODEL (menu);
}

void
_mft_editor_page_show_status (MftEditorPage *self)
{
  MftStatus status = mft_working_copy_get_status (self->copy);
  g_autoptr (GMenuModel) menu = new_status_menu (status);
  /* Translators: %s is a status, such as In force. */
  g_autofree char *name = g_strdup_printf (_ ("Status: %s"), mft_status_word (status));

  gtk_label_set_text (self->status_label, mft_status_word (status));
  gtk_menu_button_set_menu_model (self->status_button, menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status_button), name);
  mft_names_apply (GTK_WIDGET (self->status_button));
}

static void
status_cb (MftEditorPage *self)
{
  _mft_editor_page_show_status (self);
  mft_versions_pane_refresh (self->versions);
}

void
_mft_editor_page_connect_status (MftEditorPage *self)
{
  g_signal_connect_object (self->copy, "notify::status", G_CALLBACK (status_cb), self,
                           G_CONNECT_SWAPPED);
  _mft_editor_page_show_status (self);
}

void
_mft_editor_page_install_status_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.set-status", "s", set_status_cb);
}
