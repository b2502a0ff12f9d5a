/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/preview-pane.h"

#include <glib/gi18n.h>

#include "ui/export/export-pdf.h"
#include "ui/preview/page-view.h"
#include "act/failure.h"

/* A little pause joins the letters of fast typing into one layout. */
#define PAUSE_MS 40

#define ZOOM_LEAST 1.0
#define ZOOM_MOST 3.0
#define ZOOM_STEP 0.5
#define PAGE_WIDTH 340

struct _MftPreviewPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkListView *list;
  GtkLabel *count;
  GtkStack *stack;
  AdwStatusPage *trouble;

  /* Owned */
  MftAgreement *agreement;
  GtkStringList *items; /* one for each page, only counted */
  GPtrArray *views;     /* borrowed: those on the screen */
  MftPages *pages;
  MftJob *job; /* NULL: nothing is being laid out */
  char *current;
  guint64 laid_out; /* the agreement's revision that is or will be shown */
  guint source;
  double zoom;
};

static guint go_signal;

G_DEFINE_FINAL_TYPE (MftPreviewPane, mft_preview_pane, ADW_TYPE_BIN)

static void layout_soon (MftPreviewPane *self);

/* --- pages on the screen ------------------------------------------------------------------------ */

static void
go_cb (MftPreviewPane *self, const char *id)
{
  g_signal_emit (self, go_signal, 0, id);
}

static void
setup_cb (MftPreviewPane *self, GtkListItem *item)
{
  GtkWidget *view = mft_page_view_new ();

  gtk_list_item_set_activatable (item, FALSE);
  gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (view, (int) (PAGE_WIDTH * self->zoom), -1);
  g_signal_connect_object (view, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, view);
}

static void
bind_cb (MftPreviewPane *self, GtkListItem *item)
{
  MftPageView *view = MFT_PAGE_VIEW (gtk_list_item_get_child (item));

  gtk_widget_set_size_request (GTK_WIDGET (view), (int) (PAGE_WIDTH * self->zoom), -1);
  mft_page_view_set_page (view, self->pages, gtk_list_item_get_position (item));
  mft_page_view_set_current (view, self->current);
  g_object_set_data (G_OBJECT (view), "position",
                     GUINT_TO_POINTER (gtk_list_item_get_position (item)));
  g_ptr_array_add (self->views, view);
}

static void
unbind_cb (MftPreviewPane *self, GtkListItem *item)
{
  MftPageView *view = MFT_PAGE_VIEW (gtk_list_item_get_child (item));

  mft_page_view_set_page (view, NULL, 0);
  g_ptr_array_remove (self->views, view);
}

static void
set_count (MftPreviewPane *self, guint wanted)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  /* Translators: how many pages an agreement has. */
  g_autofree char *words = g_strdup_printf (ngettext ("%u page", "%u pages", wanted), wanted);

  for (; count < wanted; count++)
    gtk_string_list_append (self->items, "");
  if (count > wanted)
    gtk_string_list_splice (self->items, wanted, count - wanted, NULL);
  gtk_label_set_text (self->count, words);
}

/* The page with the cursor comes into sight. */
static void
follow_cursor (MftPreviewPane *self)
{
  guint count = 0;
  const MftBlockPlace *places = self->pages != NULL ? mft_pages_places (self->pages, &count) : NULL;

  for (guint i = 0; i < count; i++)
    if (g_strcmp0 (places[i].block, self->current) == 0)
      {
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                    places[i].page);
        return;
      }
}

/* Takes `pages` over. */
static void
show_pages (MftPreviewPane *self, MftPages *pages)
{
  MftPages *old = self->pages;

  self->pages = pages;
  for (guint i = 0; i < self->views->len; i++)
    {
      MftPageView *view = g_ptr_array_index (self->views, i);
      mft_page_view_set_page (view, pages,
                              GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view), "position")));
    }
  set_count (self, mft_pages_count (pages));
  gtk_stack_set_visible_child_name (self->stack, "pages");
  if (old == NULL)
    follow_cursor (self);
  g_clear_pointer (&old, mft_pages_free);
}

static void
show_trouble (MftPreviewPane *self, const GError *error)
{
  g_autofree char *words = mft_failure_sentence (error);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_description (self->trouble, escaped);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* --- laying out in the background ---------------------------------------------------------------- */

static gpointer
layout_func (MftJob *job, gpointer snapshot, GError **error)
{
  const MftTypesetOptions options = { .draft = mft_export_is_draft (snapshot) };

  return mft_typeset (snapshot, &options, job, error);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (source);
  g_autoptr (GError) error = NULL;
  MftPages *pages = mft_job_run_finish (result, &error);

  (void) data;
  g_clear_object (&self->job);
  if (self->agreement == NULL)
    g_clear_pointer (&pages, mft_pages_free);
  else if (pages != NULL)
    show_pages (self, pages);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_trouble (self, error);
  layout_soon (self);
}

static gboolean
layout_cb (gpointer data)
{
  MftPreviewPane *self = data;

  self->source = 0;
  self->laid_out = mft_agreement_get_revision (self->agreement);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, layout_func, mft_agreement_snapshot (self->agreement),
                     g_object_unref, (GDestroyNotify) mft_pages_free, laid_out_cb, NULL);
  return G_SOURCE_REMOVE;
}

/* One layout at a time; when it ends, the newest text is laid out if it is another one. */
static void
layout_soon (MftPreviewPane *self)
{
  if (self->agreement != NULL && self->job == NULL && self->source == 0
      && gtk_widget_get_mapped (GTK_WIDGET (self))
      && self->laid_out != mft_agreement_get_revision (self->agreement))
    self->source = g_timeout_add (PAUSE_MS, layout_cb, self);
}

/* --- what the person does ------------------------------------------------------------------------ */

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);
  double step = g_str_equal (action, "preview.zoom-in") ? ZOOM_STEP : -ZOOM_STEP;

  (void) parameter;
  self->zoom = CLAMP (self->zoom + step, ZOOM_LEAST, ZOOM_MOST);
  for (guint i = 0; i < self->views->len; i++)
    gtk_widget_set_size_request (g_ptr_array_index (self->views, i),
                                 (int) (PAGE_WIDTH * self->zoom), -1);
  gtk_widget_action_set_enabled (widget, "preview.zoom-in", self->zoom < ZOOM_MOST);
  gtk_widget_action_set_enabled (widget, "preview.zoom-out", self->zoom > ZOOM_LEAST);
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_preview_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mft_preview_pane_parent_class)->map (widget);
  layout_soon (MFT_PREVIEW_PANE (widget));
}

static void
mft_preview_pane_dispose (GObject *object)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (mft_preview_pane_parent_class)->dispose (object);
}

static void
mft_preview_pane_finalize (GObject *object)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (object);

  g_clear_object (&self->job);
  g_clear_object (&self->items);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->pages, mft_pages_free);
  g_free (self->current);
  G_OBJECT_CLASS (mft_preview_pane_parent_class)->finalize (object);
}

static void
mft_preview_pane_class_init (MftPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_preview_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_preview_pane_finalize;
  widget_class->map = mft_preview_pane_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/preview/preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, list);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, count);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, trouble);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_cb);
  go_signal = g_signal_new ("go", MFT_TYPE_PREVIEW_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
mft_preview_pane_init (MftPreviewPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->zoom = ZOOM_LEAST;
  self->views = g_ptr_array_new ();
  self->items = gtk_string_list_new (NULL);
  self->laid_out = G_MAXUINT64;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", FALSE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

void
mft_preview_pane_set_agreement (MftPreviewPane *self, MftAgreement *agreement)
{
  g_return_if_fail (self->agreement == NULL);
  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (layout_soon), self, G_CONNECT_SWAPPED);
  layout_soon (self);
}

void
mft_preview_pane_set_current (MftPreviewPane *self, const char *id)
{
  g_free (self->current);
  self->current = g_strdup (id);
  for (guint i = 0; i < self->views->len; i++)
    mft_page_view_set_current (g_ptr_array_index (self->views, i), id);
  follow_cursor (self);
}

const MftPages *
mft_preview_pane_get_pages (MftPreviewPane *self)
{
  return self->pages;
}
