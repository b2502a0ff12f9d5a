/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reply/reply-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/comparison/change-row.h"
#include "ui/window.h"
#include "ui/wrap/label.h"
#include "ui/wrap/tone.h"

#include "report/comparison.h"

/* More are read in the comparison. */
#define ROWS_MOST 60

#define MFT_TYPE_REPLY_PAGE (mft_reply_page_get_type ())
G_DECLARE_FINAL_TYPE (MftReplyPage, mft_reply_page, MFT, REPLY_PAGE, AdwBin)

struct _MftReplyPage
{
  AdwBin parent_instance;

  /* Owned */
  MftReply *reply;
  char *name;
};

G_DEFINE_FINAL_TYPE (MftReplyPage, mft_reply_page, ADW_TYPE_BIN)

static const MftChange *
change_at (const MftReply *reply, guint index)
{
  return mft_comparison_get_change (reply->comparison, index);
}

/* Form alone is no change that one has to answer. */
static gboolean
is_change (const MftChange *change)
{
  const guint form = 1u << MFT_CHANGE_SAME | 1u << MFT_CHANGE_RENUMBERED
                     | 1u << MFT_CHANGE_REFERENCE_ONLY | 1u << MFT_CHANGE_COSMETIC;

  return !mft_change_is_hidden (change, form);
}

static guint
count (const MftReply *reply, MftMarked marked)
{
  guint n = 0;

  for (guint i = 0; i < mft_comparison_n_changes (reply->comparison); i++)
    n += is_change (change_at (reply, i)) && change_at (reply, i)->marked == marked;
  return n;
}

/* --- what it answers ------------------------------------------------------------------------------- */

static char *
headline (const MftReply *reply)
{
  guint silent = count (reply, MFT_MARKED_BY_NOBODY);
  guint all = silent + count (reply, MFT_MARKED_BY_FILE) + count (reply, MFT_MARKED_UNKNOWN);

  if (silent > 0)
    return g_strdup_printf (
        ngettext ("%u change that nobody marked", "%u changes that nobody marked", silent), silent);
  if (all > 0)
    return g_strdup_printf (ngettext ("%u change", "%u changes", all), all);
  return g_strdup (_ ("The text is the one that was sent"));
}

static GtkWidget *
verdict_new (const MftReply *reply)
{
  MftTone tone = count (reply, MFT_MARKED_BY_NOBODY) > 0 ? MFT_TONE_UNSURE : MFT_TONE_GOOD;
  GtkWidget *verdict = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = mft_tone_image_new (tone);
  g_autofree char *style = g_strdup_printf ("tint-%s", mft_tone_class (tone));
  g_autofree char *title = headline (reply);
  g_autofree char *sentence = mft_reply_sentence (reply);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 40);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (verdict, "verdict");
  gtk_widget_add_css_class (verdict, style);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), mft_label_new (title, "title-2"));
  gtk_box_append (GTK_BOX (texts), mft_label_new (sentence, "body"));
  gtk_box_append (GTK_BOX (verdict), icon);
  gtk_box_append (GTK_BOX (verdict), texts);
  return verdict;
}

/* --- what was changed ------------------------------------------------------------------------------- */

static GtkWidget *
change_new (const MftChange *change)
{
  const MftVersion *version = change->right != NULL ? change->right : change->left;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *shown = mft_change_row_new ();
  /* Translators: a place in the text, and what was done to it: "Pasal 7 ayat (1) · edited". */
  g_autofree char *where
      = g_strdup_printf (_ ("%s · %s"), version->path, mft_change_class_word (change->class));

  mft_change_row_show (MFT_CHANGE_ROW (shown), change, TRUE, NULL);
  gtk_box_append (GTK_BOX (lines), mft_label_new (where, "caption-heading"));
  gtk_box_append (GTK_BOX (lines), shown);
  gtk_widget_add_css_class (lines, "reply-change");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  g_object_set_data (G_OBJECT (row), "mft-change", (gpointer) change);
  return row;
}

/* The page goes, and what it showed with it. */
static void
compare (MftReplyPage *self, const MftChange *change)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = g_strdup (self->name);

  if (self->reply != NULL && MFT_IS_WINDOW (root))
    mft_window_compare_reply (MFT_WINDOW (root), g_steal_pointer (&self->reply), name, change);
}

static void
row_cb (MftReplyPage *self, GtkListBoxRow *row)
{
  compare (self, g_object_get_data (G_OBJECT (row), "mft-change"));
}

static void
add_group (MftReplyPage *self, GtkWidget *box, MftMarked marked, const char *title,
           const char *description)
{
  GtkWidget *group
      = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, "description", description, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  guint all = count (self->reply, marked);
  guint shown = 0;

  if (all == 0)
    {
      g_object_unref (g_object_ref_sink (list));
      g_object_unref (g_object_ref_sink (group));
      return;
    }
  for (guint i = 0; i < mft_comparison_n_changes (self->reply->comparison); i++)
    {
      const MftChange *change = change_at (self->reply, i);
      if (is_change (change) && change->marked == marked && shown++ < ROWS_MOST)
        gtk_list_box_append (GTK_LIST_BOX (list), change_new (change));
    }
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  if (all > ROWS_MOST)
    {
      g_autofree char *more = g_strdup_printf (
          ngettext ("%u more in the comparison", "%u more in the comparison", all - ROWS_MOST),
          all - ROWS_MOST);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 mft_label_new (more, "quiet-caption"));
    }
  gtk_box_append (GTK_BOX (box), group);
}

/* --- what next --------------------------------------------------------------------------------------- */

static void
compare_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  compare (MFT_REPLY_PAGE (widget), NULL);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftReplyPage *self = MFT_REPLY_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *name = g_strdup (self->name);
  g_autoptr (MftAgreement) agreement
      = self->reply != NULL ? g_object_ref (self->reply->returned) : NULL;

  (void) action;
  (void) parameter;
  if (agreement == NULL || !MFT_IS_WINDOW (root))
    return;
  gtk_widget_activate_action (widget, "win.back", NULL);
  mft_window_edit_new (MFT_WINDOW (root), agreement, name);
}

static GtkWidget *
button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
header_new (const char *name)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = g_object_new (GTK_TYPE_BUTTON, "icon-name", "go-previous-symbolic",
                                  "tooltip-text", _ ("Back"), "action-name", "win.back", NULL);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Reply of the other party"), name));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  return header;
}

static void
add_changes (MftReplyPage *self, GtkWidget *box)
{
  add_group (self, box, MFT_MARKED_BY_NOBODY, _ ("Changes that nobody marked"),
             _ ("Typed while changes were not tracked: Word gives no sign of them."));
  add_group (self, box, MFT_MARKED_BY_FILE, _ ("Marked changes"),
             _ ("Tracked in the file, as agreed customs ask for."));
  add_group (self, box, MFT_MARKED_UNKNOWN, _ ("Changes"), _ ("The file has no tracked changes."));
}

static void
build (MftReplyPage *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clamp
      = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 960, "child", box, "margin-top", 18,
                      "margin-bottom", 24, "margin-start", 18, "margin-end", 18, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "vexpand", TRUE, "child", clamp, NULL);
  GtkWidget *compare = button_new (_ ("_Compare side by side"), "reply.compare");

  gtk_widget_add_css_class (compare, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), compare);
  gtk_box_append (GTK_BOX (buttons), button_new (_ ("Open as a _new agreement"), "reply.open"));
  gtk_box_append (GTK_BOX (box), verdict_new (self->reply));
  gtk_box_append (GTK_BOX (box), buttons);
  add_changes (self, box);
  gtk_box_append (GTK_BOX (page), header_new (self->name));
  gtk_box_append (GTK_BOX (page), scroller);
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
mft_reply_page_finalize (GObject *object)
{
  MftReplyPage *self = MFT_REPLY_PAGE (object);

  g_clear_pointer (&self->reply, mft_reply_free);
  g_free (self->name);
  G_OBJECT_CLASS (mft_reply_page_parent_class)->finalize (object);
}

static void
mft_reply_page_class_init (MftReplyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mft_reply_page_finalize;
  gtk_widget_class_install_action (widget_class, "reply.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "reply.open", NULL, open_cb);
}

static void
mft_reply_page_init (MftReplyPage *self)
{
  (void) self;
}

GtkWidget *
mft_reply_page_new (MftReply *reply, const char *name)
{
  MftReplyPage *self = g_object_new (MFT_TYPE_REPLY_PAGE, NULL);

  self->reply = reply;
  self->name = g_strdup (name);
  build (self);
  return GTK_WIDGET (self);
}
