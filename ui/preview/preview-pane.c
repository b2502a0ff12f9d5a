/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/preview-pane-private.h"

#include <glib/gi18n.h>

#include "exchange/pdf/pdf-insert.h"
#include "ui/export/export-pdf.h"
#include "typeset/page-preferences.h"
#include "ui/preview/page-settings.h"
#include "act/failure.h"

/* Letters of one stroke come in one layout; more would be felt. */
#define PAUSE_MS 2

#define THUMBNAIL_WIDTH 96

enum
{
  PROP_0,
  PROP_SINGLE,
  PROP_DARK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint go_signal;

G_DEFINE_FINAL_TYPE (MftPreviewPane, mft_preview_pane, ADW_TYPE_BIN)

static void layout_soon (MftPreviewPane *self);

/* --- pages on the screen ------------------------------------------------------------------------ */

static void
go_cb (MftPreviewPane *self, const char *id)
{
  g_signal_emit (self, go_signal, 0, id);
}

/* Items only count; what stands at `position` of a list is page: */
static guint
page_at (MftPreviewPane *self, GtkListItem *item, gboolean thumbnail)
{
  guint offset = thumbnail ? 0 : gtk_slice_list_model_get_offset (self->slice);

  return offset + gtk_list_item_get_position (item);
}

static void
setup_cb (MftPreviewPane *self, GtkListItem *item)
{
  GtkWidget *view = mft_page_view_new ();

  gtk_list_item_set_activatable (item, FALSE);
  gtk_widget_set_halign (view, GTK_ALIGN_CENTER);
  g_signal_connect_object (view, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, view);
}

static void
bind_view (MftPreviewPane *self, MftPageView *view, guint page, int width)
{
  gtk_widget_set_size_request (GTK_WIDGET (view), width, -1);
  mft_page_view_set_dark (view, self->dark);
  mft_page_view_set_page (view, self->pages, page);
  g_ptr_array_add (self->views, view);
}

static void
bind_cb (MftPreviewPane *self, GtkListItem *item)
{
  MftPageView *view = MFT_PAGE_VIEW (gtk_list_item_get_child (item));

  bind_view (self, view, page_at (self, item, FALSE), _mft_preview_pane_page_width (self));
  mft_page_view_set_current (view, self->current);
  _mft_preview_pane_mark (self, view);
}

static void
unbind_cb (MftPreviewPane *self, GtkListItem *item)
{
  MftPageView *view = MFT_PAGE_VIEW (gtk_list_item_get_child (item));

  mft_page_view_set_page (view, NULL, 0);
  g_ptr_array_remove (self->views, view);
}

static void
setup_thumbnail_cb (MftPreviewPane *self, GtkListItem *item)
{
  GtkWidget *view = mft_page_view_new ();

  (void) self;
  gtk_widget_set_can_target (view, FALSE); /* pressing chooses the page, not a block */
  g_object_set_data (G_OBJECT (view), "thumbnail", GINT_TO_POINTER (TRUE));
  gtk_list_item_set_child (item, view);
}

static void
bind_thumbnail_cb (MftPreviewPane *self, GtkListItem *item)
{
  bind_view (self, MFT_PAGE_VIEW (gtk_list_item_get_child (item)), page_at (self, item, TRUE),
             THUMBNAIL_WIDTH);
}

static void
thumbnail_cb (MftPreviewPane *self, guint position)
{
  _mft_preview_pane_show_page (self, position);
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

void
_mft_preview_pane_show_page (MftPreviewPane *self, guint page)
{
  if (self->single)
    gtk_slice_list_model_set_offset (self->slice, page);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page);
}

guint
_mft_preview_pane_page_in_sight (MftPreviewPane *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroller);
  double height = gtk_adjustment_get_upper (down);
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (self->single)
    return gtk_slice_list_model_get_offset (self->slice);
  return height > 0 ? (guint) (gtk_adjustment_get_value (down) / height * count + 0.5) : 0;
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
        _mft_preview_pane_show_page (self, places[i].page);
        return;
      }
}

/* Takes `pages` over. */
static void
show_pages (MftPreviewPane *self, MftPages *pages)
{
  gboolean first = self->pages == NULL;
  MftPages *old = g_steal_pointer (&self->pages);

  self->pages = pages;
  mft_text_selection_clear (self->selection);
  for (guint i = 0; i < self->views->len; i++)
    {
      MftPageView *view = g_ptr_array_index (self->views, i);
      mft_page_view_set_page (view, pages, mft_page_view_get_number (view));
      _mft_preview_pane_mark (self, view);
    }
  set_count (self, mft_pages_count (pages));
  gtk_stack_set_visible_child_name (self->stack, "pages");
  _mft_preview_pane_resize (self);
  if (first)
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

typedef struct
{
  MftAgreement *snapshot;
  MftPages *former; /* what did not change is taken over from it; or NULL */
} Layout;

static void
layout_free (Layout *layout)
{
  g_object_unref (layout->snapshot);
  g_clear_pointer (&layout->former, mft_pages_free);
  g_free (layout);
}

static gpointer
layout_func (MftJob *job, gpointer data, GError **error)
{
  const Layout *layout = data;
  const MftTypesetOptions options = { .draft = mft_export_is_draft (layout->snapshot),
                                      .insert = mft_pdf_insert,
                                      .former = layout->former };

  return mft_typeset_as_preferred (layout->snapshot, &options, job, error);
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
  Layout *layout = g_new0 (Layout, 1);

  layout->snapshot = mft_agreement_snapshot (self->agreement);
  layout->former = self->pages != NULL ? mft_pages_ref (self->pages) : NULL;
  self->source = 0;
  self->laid_out = mft_agreement_get_revision (self->agreement);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, layout_func, layout, (GDestroyNotify) layout_free,
                     (GDestroyNotify) mft_pages_free, laid_out_cb, NULL);
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
set_single (MftPreviewPane *self, gboolean single)
{
  guint page = _mft_preview_pane_page_in_sight (self);

  self->single = single;
  gtk_slice_list_model_set_size (self->slice, single ? 1 : G_MAXUINT);
  gtk_slice_list_model_set_offset (self->slice, single ? page : 0);
}

static void
set_dark (MftPreviewPane *self, gboolean dark)
{
  self->dark = dark;
  for (guint i = 0; i < self->views->len; i++)
    mft_page_view_set_dark (self->views->pdata[i], dark);
}

static void
turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);
  guint page = _mft_preview_pane_page_in_sight (self);
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  (void) parameter;
  if (g_str_equal (action, "preview.next-page"))
    _mft_preview_pane_show_page (self, MIN (page + 1, MAX (count, 1) - 1));
  else
    _mft_preview_pane_show_page (self, page > 0 ? page - 1 : 0);
}

static void
thumbnails_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);

  (void) action;
  (void) parameter;
  gtk_revealer_set_reveal_child (self->thumbnails_revealer,
                                 !gtk_revealer_get_reveal_child (self->thumbnails_revealer));
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_preview_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mft_preview_pane_parent_class)->map (widget);
  layout_soon (MFT_PREVIEW_PANE (widget));
}

static void
mft_preview_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (object);

  if (id == PROP_SINGLE)
    g_value_set_boolean (value, self->single);
  else if (id == PROP_DARK)
    g_value_set_boolean (value, self->dark);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_preview_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (object);

  if (id == PROP_SINGLE)
    set_single (self, g_value_get_boolean (value));
  else if (id == PROP_DARK)
    set_dark (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_preview_pane_dispose (GObject *object)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->resizing, g_source_remove);
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_pointer (&self->selection, mft_text_selection_free);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (mft_preview_pane_parent_class)->dispose (object);
}

static void
mft_preview_pane_finalize (GObject *object)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (object);

  g_clear_object (&self->job);
  g_clear_object (&self->slice);
  g_clear_object (&self->items);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->pages, mft_pages_free);
  g_free (self->current);
  G_OBJECT_CLASS (mft_preview_pane_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  _mft_preview_pane_install_zoom (widget_class);
  _mft_preview_pane_install_find (widget_class);
  _mft_preview_pane_install_print (widget_class);
  gtk_widget_class_install_action (widget_class, "preview.thumbnails", NULL, thumbnails_cb);
  gtk_widget_class_install_action (widget_class, "preview.next-page", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "preview.previous-page", NULL, turn_cb);
  gtk_widget_class_install_property_action (widget_class, "preview.single", "single");
  gtk_widget_class_install_property_action (widget_class, "preview.dark", "dark");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "preview.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "preview.next-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "preview.previous-page", NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, list);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, thumbnails_revealer);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, find);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, count);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, settings);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, MftPreviewPane, trouble);
}

static void
mft_preview_pane_class_init (MftPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_preview_pane_get_property;
  object_class->set_property = mft_preview_pane_set_property;
  object_class->dispose = mft_preview_pane_dispose;
  object_class->finalize = mft_preview_pane_finalize;
  widget_class->map = mft_preview_pane_map;
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/preview/preview-pane.ui");
  bind_children (widget_class);
  install_actions (widget_class);
  go_signal = g_signal_new ("go", MFT_TYPE_PREVIEW_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
set_factory (MftPreviewPane *self, GtkListView *list, GCallback setup, GCallback bind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (list, factory);
}

static void
set_model (GtkListView *list, GListModel *items)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (items));

  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
}

static void
mft_preview_pane_init (MftPreviewPane *self)
{
  self->views = g_ptr_array_new ();
  self->items = gtk_string_list_new (NULL);
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), 0, G_MAXUINT);
  self->laid_out = G_MAXUINT64;
  g_type_ensure (MFT_TYPE_PAGE_FIND);
  gtk_widget_init_template (GTK_WIDGET (self));
  _mft_preview_pane_init_zoom (self);
  _mft_preview_pane_init_find (self);
  set_factory (self, self->list, G_CALLBACK (setup_cb), G_CALLBACK (bind_cb));
  set_factory (self, self->thumbnails, G_CALLBACK (setup_thumbnail_cb),
               G_CALLBACK (bind_thumbnail_cb));
  set_model (self->list, G_LIST_MODEL (self->slice));
  set_model (self->thumbnails, G_LIST_MODEL (self->items));
  g_signal_connect_object (self->thumbnails, "activate", G_CALLBACK (thumbnail_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mft_preview_pane_set_agreement (MftPreviewPane *self, MftAgreement *agreement)
{
  g_return_if_fail (self->agreement == NULL);
  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (layout_soon), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->settings, mft_page_settings_new (agreement));
  layout_soon (self);
}

void
mft_preview_pane_set_current (MftPreviewPane *self, const char *id)
{
  g_free (self->current);
  self->current = g_strdup (id);
  for (guint i = 0; i < self->views->len; i++)
    if (!g_object_get_data (self->views->pdata[i], "thumbnail"))
      mft_page_view_set_current (self->views->pdata[i], id);
  follow_cursor (self);
}

const MftPages *
mft_preview_pane_get_pages (MftPreviewPane *self)
{
  return self->pages;
}
