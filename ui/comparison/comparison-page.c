/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/comparison-page-private.h"

#include <glib/gi18n.h>

#include "ui/comparison/change-item.h"
#include "ui/comparison/change-row.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/label.h"
#include "ui/wrap/list-tab.h"
#include "ui/wrap/row-filler.h"
#include "ui/wrap/toasts.h"
#include "ui/wrap/tone.h"

#include "report/comparison.h"

#define FRAMES 8 /* until a row that is scrolled to stands where it stays */

/* Form and numbers are not marked unless one asks for them. */
#define HIDDEN_AT_FIRST                                                                            \
  (1u << MFT_CHANGE_RENUMBERED | 1u << MFT_CHANGE_REFERENCE_ONLY | 1u << MFT_CHANGE_COSMETIC)

G_DEFINE_FINAL_TYPE (MftComparisonPage, mft_comparison_page, ADW_TYPE_BIN)

/* --- the rows --------------------------------------------------------------------------------------- */

static gboolean
is_marked (MftComparisonPage *self, const MftChange *change)
{
  return change->class != MFT_CHANGE_SAME && !mft_change_is_hidden (change, self->hidden);
}

static void
fill_row (GtkListItem *item, gpointer data)
{
  MftComparisonPage *self = data;
  const MftChange *change = mft_change_item_get_change (gtk_list_item_get_item (item));

  mft_change_row_show (MFT_CHANGE_ROW (gtk_list_item_get_child (item)), change,
                       is_marked (self, change), _mft_comparison_page_find_decision (change, self));
}

const MftChange *
_mft_comparison_page_get_change (MftComparisonPage *self)
{
  MftChangeItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? mft_change_item_get_change (item) : NULL;
}

/* A list that was just filled or shown has no place for its rows before its second frame, and learns how tall
 * they are in the next ones. */
static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  MftComparisonPage *self = data;
  guint position = gtk_single_selection_get_selected (self->selection);

  (void) clock;
  if (++self->frames >= 2 && position != GTK_INVALID_LIST_POSITION)
    {
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
      gtk_widget_queue_resize (list);
    }
  if (self->frames < FRAMES)
    return G_SOURCE_CONTINUE;
  self->scroll = 0;
  return G_SOURCE_REMOVE;
}

static void
go_to (MftComparisonPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  self->frames = 0;
  if (self->scroll == 0)
    self->scroll = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_cb, self, NULL);
}

static const MftChange *
change_at (MftComparisonPage *self, guint position)
{
  g_autoptr (MftChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  return item != NULL ? mft_change_item_get_change (item) : NULL;
}

/* The next or previous block that changed; stays where there is none. */
static void
go (MftComparisonPage *self, int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  gint64 at = gtk_single_selection_get_selected (self->selection);

  if (self->comparison == NULL || n == 0)
    return;
  at = at == GTK_INVALID_LIST_POSITION ? -1 : at;
  for (at += step; at >= 0 && at < n; at += step)
    if (is_marked (self, change_at (self, (guint) at)))
      {
        go_to (self, (guint) at);
        return;
      }
}

static void
next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  go (MFT_COMPARISON_PAGE (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  go (MFT_COMPARISON_PAGE (widget), -1);
}

/* --- Pasal by Pasal ---------------------------------------------------------------------------------- */

static GtkWidget *
new_article_row (const MftArticleSummary *summary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), mft_label_new (summary->article != NULL ? summary->article
                                                                         : _ ("Outside the Pasal"),
                                                "heading"));
  if (summary->heading != NULL)
    gtk_box_append (GTK_BOX (box), mft_label_new (summary->heading, NULL));
  gtk_box_append (GTK_BOX (box), mft_label_new (summary->sentence, "quiet-caption"));
  if (summary->important > 0)
    {
      g_autofree char *word = g_strdup_printf (_ ("%u important"), summary->important);
      gtk_box_append (GTK_BOX (box), mft_tone_label_new (MFT_TONE_UNSURE, word));
    }
  gtk_widget_add_css_class (box, "article-summary");
  return box;
}

static void
fill_article (GtkListItem *item, gpointer data)
{
  MftComparisonPage *self = data;
  guint position = gtk_list_item_get_position (item);

  adw_bin_set_child (ADW_BIN (gtk_list_item_get_child (item)),
                     new_article_row (g_ptr_array_index (self->summaries, position)));
}

static void
article_cb (MftComparisonPage *self, guint position)
{
  g_autoptr (GObject) first = g_list_model_get_item (G_LIST_MODEL (self->firsts), position);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      if (item == first)
        go_to (self, i);
    }
}

/* --- the filter -------------------------------------------------------------------------------------- */

static gboolean
passes (gpointer item, gpointer data)
{
  MftComparisonPage *self = data;
  const MftChange *change = mft_change_item_get_change (item);

  return change->class != MFT_CHANGE_SAME || (self->hidden & 1u << MFT_CHANGE_SAME) == 0;
}

void
_mft_comparison_page_refresh (MftComparisonPage *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
  mft_row_filler_again (self->list);
  mft_overview_ruler_show (self->ruler, G_LIST_MODEL (self->shown), self->hidden);
  _mft_comparison_page_show_selected (self);
}

static void
filter_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  MftComparisonPage *self = data;
  MftChangeClass class;

  g_simple_action_set_state (action, value);
  if (!mft_change_class_from_name (g_action_get_name (G_ACTION (action)), &class))
    return;
  if (g_variant_get_boolean (value))
    self->hidden &= ~(1u << class);
  else
    self->hidden |= 1u << class;
  _mft_comparison_page_refresh (self);
}

/* One check a class; what is important is marked whatever they say. */
static void
add_filters (MftComparisonPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  self->filters = g_simple_action_group_new ();
  for (guint i = 0; i < MFT_CHANGE_N_CLASSES; i++)
    {
      const char *name = mft_change_class_name ((MftChangeClass) i);
      g_autofree char *full = g_strconcat ("filter.", name, NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          name, NULL, g_variant_new_boolean ((self->hidden & 1u << i) == 0));
      g_signal_connect (action, "change-state", G_CALLBACK (filter_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->filters), G_ACTION (action));
      g_menu_append (menu, mft_change_class_word ((MftChangeClass) i), full);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->filters));
  gtk_menu_button_set_menu_model (self->filter_button, G_MENU_MODEL (menu));
}

/* --- comparing ---------------------------------------------------------------------------------------- */

/* The old rows go before what they show does. */
static void
forget (MftComparisonPage *self)
{
  g_list_store_remove_all (self->items);
  g_list_store_remove_all (self->firsts);
  g_clear_pointer (&self->summaries, g_ptr_array_unref);
  g_clear_pointer (&self->comparison, mft_comparison_free);
}

static void
list_changes (MftComparisonPage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) firsts = g_ptr_array_new ();

  for (guint i = 0; i < mft_comparison_n_changes (self->comparison); i++)
    g_ptr_array_add (items, mft_change_item_new (mft_comparison_get_change (self->comparison, i)));
  for (guint i = 0; i < self->summaries->len; i++)
    {
      const MftArticleSummary *summary = g_ptr_array_index (self->summaries, i);
      g_ptr_array_add (firsts, g_ptr_array_index (items, summary->first));
    }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  g_list_store_splice (self->firsts, 0, 0, firsts->pdata, firsts->len);
}

/* Takes `comparison` over. Who took a change over stays where they were. */
static void
show (MftComparisonPage *self, MftComparison *comparison)
{
  g_autofree char *sentence = mft_comparison_sentence (comparison);
  guint position = gtk_single_selection_get_selected (self->selection);

  forget (self);
  self->comparison = comparison;
  self->summaries = mft_comparison_summarize (comparison);
  list_changes (self);
  gtk_label_set_text (self->sentence, sentence);
  _mft_comparison_page_refresh (self);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    go_to (self, position);
  gtk_stack_set_visible_child_name (self->stack, self->summaries->len > 0 ? "changes" : "same");
  if (self->arrives)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  self->arrives = FALSE;
}

/* Nobody has been anywhere yet in what is compared next. */
static void
unselect (MftComparisonPage *self)
{
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

typedef struct
{
  MftAgreement *left, *right;
  gboolean passage; /* the right one is no whole agreement */
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_object_unref (pair->left);
  g_object_unref (pair->right);
  g_free (pair);
}

static gpointer
compare_func (MftJob *job, gpointer data, GError **error)
{
  const Pair *pair = data;

  if (!mft_job_check (job, error))
    return NULL;
  return pair->passage ? mft_comparison_new_passage (pair->left, pair->right)
                       : mft_comparison_new (pair->left, pair->right);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  MftComparison *comparison = mft_job_run_finish (result, &error);

  (void) data;
  if (comparison != NULL)
    show (MFT_COMPARISON_PAGE (source), comparison);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mft_tell_error (GTK_WIDGET (source), _ ("The versions cannot be compared"), error);
}

static void
stop (MftComparisonPage *self)
{
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->job);
}

/* Compares once both are there; what was under way is of no use any more. */
void
_mft_comparison_page_compare (MftComparisonPage *self)
{
  MftAgreement *left = mft_version_chooser_get_agreement (self->left);
  MftAgreement *right = mft_version_chooser_get_agreement (self->right);
  Pair *pair;

  stop (self);
  if (left == NULL || right == NULL)
    return;
  pair = g_new (Pair, 1);
  pair->left = mft_agreement_snapshot (left);
  pair->right = mft_agreement_snapshot (right);
  pair->passage = mft_version_chooser_is_passage (self->right);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, compare_func, pair, pair_free,
                     (GDestroyNotify) mft_comparison_free, compared_cb, NULL);
}

static gboolean
is_like (const MftChange *change, const MftChange *other)
{
  g_autofree char *left = mft_change_dup_key (change, MFT_COMPARED_LEFT);
  g_autofree char *other_left = mft_change_dup_key (other, MFT_COMPARED_LEFT);

  return change->class == other->class && g_str_equal (left, other_left);
}

void
mft_comparison_page_show (MftComparisonPage *self, MftComparison *comparison, const MftChange *at)
{
  stop (self);
  unselect (self);
  show (self, comparison);
  if (at == NULL)
    go (self, 1);
  for (guint i = 0; at != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    if (is_like (change_at (self, i), at))
      {
        go_to (self, i);
        return;
      }
}

/* By keys alone: from one version to the other, and from both to the changes. */
static void
move_on (MftComparisonPage *self)
{
  MftVersionChooser *missing = mft_version_chooser_get_agreement (self->left) == NULL ? self->left
                               : mft_version_chooser_get_agreement (self->right) == NULL
                                   ? self->right
                                   : NULL;

  self->arrives = missing == NULL;
  if (missing != NULL)
    gtk_widget_child_focus (GTK_WIDGET (missing), GTK_DIR_TAB_FORWARD);
}

static void
chosen_cb (MftComparisonPage *self)
{
  unselect (self);
  move_on (self);
  _mft_comparison_page_load_review (self);
  _mft_comparison_page_compare (self);
}

static void
swap_cb (MftComparisonPage *self)
{
  if (mft_version_chooser_is_passage (self->right))
    mft_toast (GTK_WIDGET (self), _ ("A pasted text is always the newer one"));
  else
    mft_version_chooser_swap (self->left, self->right);
}

/* --- the widget ---------------------------------------------------------------------------------------- */

static void
mft_comparison_page_dispose (GObject *object)
{
  MftComparisonPage *self = MFT_COMPARISON_PAGE (object);

  stop (self);
  if (self->items != NULL)
    forget (self);
  g_clear_object (&self->review);
  g_clear_object (&self->filters);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->firsts);
  G_OBJECT_CLASS (mft_comparison_page_parent_class)->dispose (object);
}

static void
mft_comparison_page_class_init (MftComparisonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_comparison_page_dispose;
  g_type_ensure (MFT_TYPE_VERSION_CHOOSER);
  g_type_ensure (MFT_TYPE_OVERVIEW_RULER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/comparison/comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, ruler);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, decision_bar);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, decision);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, chosen_path);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, note);
  gtk_widget_class_bind_template_callback (widget_class, _mft_comparison_page_save_note);
  gtk_widget_class_bind_template_callback (widget_class, _mft_comparison_page_end_note);
  gtk_widget_class_bind_template_callback (widget_class, go_to);
  _mft_comparison_page_install_take_actions (widget_class);
  _mft_comparison_page_install_file_actions (widget_class);
  _mft_comparison_page_install_amend_actions (widget_class);
  _mft_comparison_page_install_merge_actions (widget_class);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, left);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, right);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, articles);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonPage, list);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_cb);
  gtk_widget_class_install_action (widget_class, "comparison.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "comparison.previous", NULL, previous_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "comparison.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, GDK_SHIFT_MASK,
                                       "comparison.previous", NULL);
}

static void
mft_comparison_page_init (MftComparisonPage *self)
{
  g_autoptr (GtkNoSelection) articles = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  mft_version_chooser_set_role (self->left, C_ ("the older version", "Before"));
  mft_version_chooser_set_role (self->right, C_ ("the newer version", "After"));
  mft_version_chooser_set_pastes (self->right, TRUE);
  self->items = g_list_store_new (MFT_TYPE_CHANGE_ITEM);
  self->firsts = g_list_store_new (MFT_TYPE_CHANGE_ITEM);
  articles = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->firsts)));
  self->hidden = HIDDEN_AT_FIRST;
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                           GTK_FILTER (gtk_custom_filter_new (passes, self, NULL)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (_mft_comparison_page_show_selected), self,
                           G_CONNECT_SWAPPED);
  add_filters (self);
  _mft_comparison_page_add_drop (self);
  _mft_comparison_page_show_selected (self);
  mft_row_filler_install (self->list, MFT_TYPE_CHANGE_ROW, fill_row, self);
  mft_row_filler_install (self->articles, ADW_TYPE_BIN, fill_article, self);
  mft_list_tab_install (GTK_WIDGET (self->list));
  mft_list_tab_install (GTK_WIDGET (self->articles));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_model (self->articles, GTK_SELECTION_MODEL (articles));
}

MftVersionChooser *
mft_comparison_page_get_left (MftComparisonPage *self)
{
  return self->left;
}

MftVersionChooser *
mft_comparison_page_get_right (MftComparisonPage *self)
{
  return self->right;
}

guint
mft_comparison_page_get_position (MftComparisonPage *self)
{
  return gtk_single_selection_get_selected (self->selection);
}
