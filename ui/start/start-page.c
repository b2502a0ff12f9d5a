/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/start-page.h"

#include "act/failure.h"
#include "store/register.h"
#include "ui/start/welcome.h"
#include "ui/start/work-list.h"
#include "ui/wrap/banner.h"
#include "ui/wrap/later.h"

struct _MftStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  MftBanner *banner;
  GtkStack *stack;
  MftLater *welcome;
  MftLater *work;
};

G_DEFINE_FINAL_TYPE (MftStartPage, mft_start_page, ADW_TYPE_BIN)

static MftRegisterView *
agreements (MftStartPage *self)
{
  return mft_work_list_get_agreements (MFT_WORK_LIST (mft_later_get (self->work)));
}

/* Where nothing is listed yet there is nothing to search. */
static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftStartPage *self = MFT_START_PAGE (widget);

  (void) action;
  (void) parameter;
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "register"))
    mft_register_view_search (agreements (self));
}

static void
mft_start_page_class_init (MftStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MFT_TYPE_BANNER);
  g_type_ensure (MFT_TYPE_LATER);
  g_type_ensure (MFT_TYPE_WELCOME);
  g_type_ensure (MFT_TYPE_WORK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/start/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftStartPage, banner);
  gtk_widget_class_bind_template_child (widget_class, MftStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MftStartPage, welcome);
  gtk_widget_class_bind_template_child (widget_class, MftStartPage, work);
  gtk_widget_class_install_action (widget_class, "start.search", NULL, search_cb);
}

/* While another page is in front the key is that page's. */
static gboolean
search_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  (void) arguments;
  (void) data;
  return gtk_widget_get_mapped (widget)
         && gtk_widget_activate_action (widget, "start.search", NULL);
}

/* Wherever the focus is, the places above the page too. */
static void
add_search_key (MftStartPage *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (keys, GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                              gtk_callback_action_new (search_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (keys));
}

static void
mft_start_page_init (MftStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_search_key (self);
}

static void
tell (MftStartPage *self, const GError *error)
{
  g_autofree char *why = error != NULL ? mft_failure_sentence (error) : NULL;

  if (why != NULL)
    mft_banner_set_title (self->banner, why);
  mft_banner_set_revealed (self->banner, why != NULL);
}

void
mft_start_page_show_work (MftStartPage *self, MftLibrary *library, const GError *reason)
{
  const MftRegisterQuery all = { 0 };
  g_autoptr (GError) error = NULL;
  guint count = 0;

  if (library != NULL && !mft_register_count (library, &all, &count, &error))
    reason = error;
  tell (self, reason);
  /* Made before it is shown, or the first frame is laid out twice. */
  mft_later_get (count > 0 ? self->work : self->welcome);
  gtk_stack_set_visible_child_name (self->stack, count > 0 ? "register" : "welcome");
  if (count > 0)
    mft_register_view_show (agreements (self), library);
}
