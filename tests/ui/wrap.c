/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "ui/wrap/banner.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/names.h"
#include "ui/wrap/shell.h"
#include "ui/wrap/surface-texture.h"
#include "ui/wrap/toasts.h"

static void
test_banner_is_plain_text (void)
{
  GtkWidget *banner = g_object_ref_sink (mft_banner_new ("PT Maju & <b>Sons"));
  GtkWidget *label = mft_ui_test_get (banner, GTK_TYPE_LABEL, "PT Maju & <b>Sons");

  g_assert_false (gtk_label_get_use_markup (GTK_LABEL (label)));
  gtk_test_accessible_assert_role (banner, GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_false (mft_banner_get_revealed (MFT_BANNER (banner)));
  mft_banner_set_revealed (MFT_BANNER (banner), TRUE);
  g_assert_true (mft_banner_get_revealed (MFT_BANNER (banner)));
  mft_banner_set_button (MFT_BANNER (banner), "_Buka", "win.open");
  g_assert_true (gtk_widget_get_visible (mft_ui_test_get (banner, GTK_TYPE_BUTTON, "_Buka")));
  g_assert_finalize_object (banner);
}

static void
test_toast_is_escaped (void)
{
  GtkWidget *overlay = g_object_ref_sink (adw_toast_overlay_new ());
  GtkWidget *inside = gtk_label_new ("isi");

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), inside);
  mft_toast (inside, "A & <b>B");
  GtkWidget *label = mft_ui_test_get (overlay, GTK_TYPE_LABEL, "A &amp; &lt;b&gt;B");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "A & <b>B");
  g_object_unref (overlay);
}

/* Said by every stroke of a key while it still comes up: one toast, with what was said last. */
static void
test_toast_once (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *inside = gtk_label_new ("isi");

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), inside);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *said = g_strdup_printf ("sekali %u", i);
      mft_toast_once (inside, said);
      mft_ui_test_spin (30);
    }
  mft_ui_test_get (overlay, GTK_TYPE_LABEL, "sekali 4");
  mft_ui_test_spin (500);
  g_assert_null (mft_ui_test_find (overlay, GTK_TYPE_LABEL, "sekali 0"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Four pixels become one, of their mean colour; what is over at an edge is left out. */
static void
test_surface_texture (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 5, 2);
  cairo_t *cr = cairo_create (surface);
  guint32 pixels[2];

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 1);
  cairo_rectangle (cr, 3, 0, 1, 2);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_autoptr (GdkTexture) texture = mft_surface_texture_new (surface, 2);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1);
  gdk_texture_download (texture, (guchar *) pixels, sizeof pixels);
  g_assert_cmphex (pixels[0], ==, 0xffff0000);
  g_assert_cmphex (pixels[1], ==, 0xff7f007f);
}

static void
test_shell_piles (void)
{
  GtkWidget *shell = g_object_ref_sink (mft_shell_new ());
  GtkWidget *first = gtk_label_new ("1"), *second = gtk_label_new ("2"),
            *third = gtk_label_new ("3");

  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
  mft_shell_push (MFT_SHELL (shell), first);
  g_assert_false (mft_shell_pop (MFT_SHELL (shell)));
  mft_shell_push (MFT_SHELL (shell), second);
  g_assert_true (mft_shell_get_visible_page (MFT_SHELL (shell)) == second);
  g_assert_cmpuint (mft_shell_get_depth (MFT_SHELL (shell)), ==, 2);
  g_assert_true (mft_shell_pop (MFT_SHELL (shell)));
  g_assert_true (mft_shell_get_visible_page (MFT_SHELL (shell)) == first);
  mft_shell_push (MFT_SHELL (shell), third);
  g_assert_null (second);
  g_assert_finalize_object (shell);
}

static void
test_names (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *icon = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *list = gtk_drop_down_new_from_strings ((const char *[]){ "satu", NULL });
  GtkWidget *menu = gtk_menu_button_new ();
  GtkWidget *search = gtk_search_entry_new ();

  gtk_widget_set_tooltip_text (icon, "Kembali");
  gtk_widget_set_tooltip_text (menu, "Menu utama");
  g_object_set (search, "placeholder-text", "Cari", NULL);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_set_tooltip_text (list, "Status");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), menu);
  gtk_box_append (GTK_BOX (box), search);
  mft_names_apply (box);
  gtk_test_accessible_assert_property (icon, GTK_ACCESSIBLE_PROPERTY_LABEL, "Kembali");
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Status");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (list),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Status");
  gtk_test_accessible_assert_property (menu, GTK_ACCESSIBLE_PROPERTY_LABEL, "Menu utama");
  gtk_test_accessible_assert_property (search, GTK_ACCESSIBLE_PROPERTY_LABEL, "Cari");
  g_object_unref (box);
}

static int answer;

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  (void) source;
  (void) data;
  answer = mft_confirm_finish (result);
}

static gboolean
answered (gpointer data)
{
  (void) data;
  return answer >= 0;
}

static AdwMessageDialog *
top_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data))
      return link->data;
  return NULL;
}

static void
test_confirm (void)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (window));
  for (int wanted = 0; wanted < 2; wanted++)
    {
      answer = -1;
      mft_confirm_async (GTK_WINDOW (window), "Hapus?", "Tidak dapat dikembalikan.", "_Hapus",
                         confirmed_cb, NULL);
      AdwMessageDialog *dialog = top_dialog ();
      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
      if (wanted)
        adw_message_dialog_response (dialog, "go");
      gtk_window_close (GTK_WINDOW (dialog));
      mft_ui_test_until (answered, NULL);
      g_assert_cmpint (answer, ==, wanted);
      mft_ui_test_spin (20);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/wrap/banner-is-plain-text", test_banner_is_plain_text);
  g_test_add_func ("/ui/wrap/toast-is-escaped", test_toast_is_escaped);
  g_test_add_func ("/ui/wrap/toast-once", test_toast_once);
  g_test_add_func ("/ui/wrap/surface-texture", test_surface_texture);
  g_test_add_func ("/ui/wrap/shell-piles", test_shell_piles);
  g_test_add_func ("/ui/wrap/names", test_names);
  g_test_add_func ("/ui/wrap/confirm", test_confirm);
  return g_test_run ();
}
