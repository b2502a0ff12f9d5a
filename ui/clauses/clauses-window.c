/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/clauses/clauses-window.h"

#include <glib/gi18n.h>

#include "template/own-clauses.h"
#include "ui/clauses/clause-preview.h"
#include "ui/clauses/clause-row.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/list-tab.h"
#include "ui/wrap/names.h"
#include "ui/wrap/remove-all.h"

struct _MftClausesWindow
{
  AdwWindow parent_instance;

  /* Borrowed */
  GtkSearchEntry *search;
  GtkListBox *list;
  MftClausePreview *preview;
  GtkWidget *swap;
  GtkWidget *keep;
  GtkWidget *as_ayat;
  GtkWidget *as_pasal;
  GtkWidget *own;

  /* Owned */
  MftAgreement *agreement;
  MftClauseLibrary *library;
  GPtrArray *changed; /* ids of clauses whose wording in the library is another one */
  char *current;
};

enum
{
  INSERTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftClausesWindow, mft_clauses_window, ADW_TYPE_WINDOW)

static const MftUnit *
get_selected (MftClausesWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? mft_clause_row_get_unit (MFT_CLAUSE_ROW (row)) : NULL;
}

/* A block of the agreement that the clause stands in: the one with the cursor if it does, or NULL. */
static MftBlock *
find_in_text (MftClausesWindow *self, const char *clause)
{
  MftBlock *body = mft_agreement_get_part (self->agreement, MFT_BLOCK_BODY);
  MftBlock *at
      = self->current != NULL ? mft_agreement_get_block (self->agreement, self->current) : NULL;

  if (at != NULL && mft_block_get_ancestor (at, MFT_BLOCK_PASAL) != NULL
      && g_strcmp0 (mft_clause_of_block (at, NULL), clause) == 0)
    return at;
  for (at = body; at != NULL; at = mft_block_next (at, body))
    if (g_strcmp0 (mft_block_get_clause (at), clause) == 0)
      return at;
  return NULL;
}

/* What would be said in other words: the clause itself, or one that it may stand for; NULL: none is in
 * the text. */
static MftBlock *
find_replaced (MftClausesWindow *self, const MftUnit *unit)
{
  g_autoptr (GPtrArray) others = mft_clause_library_list_stand_ins (self->library, unit);
  MftBlock *block = find_in_text (self, unit->id);

  for (guint i = 0; block == NULL && i < others->len; i++)
    block = find_in_text (self, ((const MftUnit *) others->pdata[i])->id);
  return block;
}

static gboolean
is_changed (MftClausesWindow *self, const MftUnit *unit)
{
  return g_ptr_array_find_with_equal_func (self->changed, unit->id, g_str_equal, NULL);
}

static MftClauseRelation
relate (MftClausesWindow *self, const MftUnit *unit)
{
  MftBlock *replaced = find_replaced (self, unit);

  if (replaced == NULL)
    return MFT_CLAUSE_ELSEWHERE;
  if (g_strcmp0 (mft_clause_of_block (replaced, NULL), unit->id) != 0)
    return MFT_CLAUSE_STAND_IN;
  return is_changed (self, unit) ? MFT_CLAUSE_CHANGED : MFT_CLAUSE_IN_TEXT;
}

static void
show_selected (MftClausesWindow *self)
{
  const MftUnit *unit = get_selected (self);

  if (self->agreement == NULL)
    return;
  MftBlock *replaced = unit != NULL ? find_replaced (self, unit) : NULL;
  mft_clause_preview_show (self->preview, self->agreement, self->library, unit, replaced);
  gtk_widget_set_visible (self->swap, replaced != NULL);
  gtk_widget_set_visible (self->keep, unit != NULL && is_changed (self, unit));
  gtk_widget_set_visible (self->own, unit != NULL && mft_own_clauses_has (unit));
  gtk_widget_set_sensitive (self->as_ayat, unit != NULL && self->current != NULL);
  gtk_widget_set_sensitive (self->as_pasal, unit != NULL);
}

/* --- the list ------------------------------------------------------------------------------------ */

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  MftClausesWindow *self = data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *wanted = g_utf8_casefold (typed, -1);

  return wanted[0] == '\0' || mft_clause_row_holds (MFT_CLAUSE_ROW (row), wanted);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *subject = mft_clause_row_get_subject (MFT_CLAUSE_ROW (row));
  GtkWidget *label;

  (void) data;
  if (before != NULL && g_str_equal (mft_clause_row_get_subject (MFT_CLAUSE_ROW (before)), subject))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (subject);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_header (row, label);
}

static void
fill (MftClausesWindow *self)
{
  g_autoptr (GPtrArray) units = mft_clause_library_list (self->library, "K-");

  mft_list_box_remove_all (self->list);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  self->changed = mft_clause_list_changed (self->agreement, self->library);
  for (guint i = 0; i < units->len; i++)
    {
      const MftUnit *unit = g_ptr_array_index (units, i);
      gtk_list_box_append (self->list, mft_clause_row_new (unit, relate (self, unit)));
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* What is read at the right is one of those that are found. */
static void
searched_cb (MftClausesWindow *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *row;

  gtk_list_box_invalidate_filter (self->list);
  if (selected != NULL && gtk_widget_get_child_visible (GTK_WIDGET (selected)))
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      break;
  gtk_list_box_select_row (self->list, row);
}

/* A row scrolls into sight as it gets the focus, once it has a place. */
static gboolean
focus_cb (GtkWidget *row, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

gboolean
mft_clauses_window_select (MftClausesWindow *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (mft_clause_row_get_unit (MFT_CLAUSE_ROW (row))->id, id) == 0)
      {
        gtk_list_box_select_row (self->list, row);
        gtk_widget_add_tick_callback (GTK_WIDGET (row), focus_cb, NULL, NULL);
        return TRUE;
      }
  return FALSE;
}

/* --- what can be done ---------------------------------------------------------------------------- */

static void
finish (MftClausesWindow *self, MftBlock *pasal)
{
  g_signal_emit (self, signals[INSERTED], 0, mft_block_get_id (pasal));
  gtk_window_close (GTK_WINDOW (self));
}

static void
insert_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftClausesWindow *self = MFT_CLAUSES_WINDOW (widget);
  const MftUnit *unit = mft_clause_preview_get_unit (self->preview);
  MftBlock *at
      = self->current != NULL ? mft_agreement_get_block (self->agreement, self->current) : NULL;
  MftClausePlace place
      = g_str_equal (action, "clauses.insert-ayat") ? MFT_CLAUSE_AS_AYAT : MFT_CLAUSE_AS_PASAL;
  g_autoptr (GError) error = NULL;
  MftBlock *pasal;

  (void) parameter;
  if (unit == NULL)
    return;
  pasal = mft_clause_insert (self->agreement, self->library, unit->id,
                             mft_clause_preview_get_form (self->preview), place, at, &error);
  if (pasal != NULL)
    finish (self, pasal);
  else
    mft_tell_error (widget, _ ("The clause cannot stand here"), error);
}

static void
swap_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftClausesWindow *self = MFT_CLAUSES_WINDOW (widget);
  const MftUnit *selected = get_selected (self);
  MftBlock *block = selected != NULL ? find_replaced (self, selected) : NULL;
  MftBlock *pasal = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;
  g_autoptr (GError) error = NULL;

  (void) action;
  (void) parameter;
  if (pasal == NULL)
    return;
  if (mft_clause_swap (self->agreement, self->library, block,
                       mft_clause_preview_get_unit (self->preview)->id,
                       mft_clause_preview_get_form (self->preview), NULL, &error))
    finish (self, pasal);
  else
    mft_tell_error (widget, _ ("The alternative cannot be changed"), error);
}

static void
changes_cb (MftClausesWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clauses.swap",
                                 mft_clause_preview_get_changes (self->preview));
}

static void
keep_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftClausesWindow *self = MFT_CLAUSES_WINDOW (widget);
  const MftUnit *unit = get_selected (self);

  (void) action;
  (void) parameter;
  if (unit == NULL)
    return;
  g_autofree char *id = g_strdup (unit->id);
  mft_clause_keep (self->agreement, self->library, id);
  fill (self);
  mft_clauses_window_select (self, id);
}

static void
reload (MftClausesWindow *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  MftClauseLibrary *library = mft_own_clauses_load (&error);
  MftClauseLibrary *old = self->library;
  g_autofree char *kept = g_strdup (id);

  self->library = library;
  fill (self);
  /* Only now: the rows and the preview borrowed from it. */
  g_clear_pointer (&old, mft_clause_library_free);
  if (kept != NULL)
    mft_clauses_window_select (self, kept);
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("Your own clauses cannot be read"), error);
}

static void
status_cb (GtkWidget *widget, const char *action, GVariant *status)
{
  MftClausesWindow *self = MFT_CLAUSES_WINDOW (widget);
  const MftUnit *unit = get_selected (self);
  g_autoptr (GError) error = NULL;

  (void) action;
  if (unit == NULL)
    return;
  if (!mft_own_clauses_set_status (unit->id, g_variant_get_string (status, NULL), NULL, &error))
    mft_tell_error (widget, _ ("The clause could not be saved"), error);
  else
    reload (self, unit->id);
}

static void
removal_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftClausesWindow) self = data;
  const MftUnit *unit = get_selected (self);
  g_autoptr (GError) error = NULL;

  (void) source;
  if (!mft_confirm_finish (result) || unit == NULL)
    return;
  if (mft_own_clauses_remove (unit->id, &error))
    reload (self, NULL);
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The clause could not be removed"), error);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_confirm_async (GTK_WINDOW (widget), _ ("Remove this clause from your library?"),
                     _ ("Agreements that have it keep their text."), _ ("_Remove"), removal_cb,
                     g_object_ref (widget));
}

/* --- the widget ---------------------------------------------------------------------------------- */

static void
mft_clauses_window_dispose (GObject *object)
{
  MftClausesWindow *self = MFT_CLAUSES_WINDOW (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_clear_pointer (&self->current, g_free);
  G_OBJECT_CLASS (mft_clauses_window_parent_class)->dispose (object);
}

static void
mft_clauses_window_finalize (GObject *object)
{
  g_clear_pointer (&MFT_CLAUSES_WINDOW (object)->library, mft_clause_library_free);
  G_OBJECT_CLASS (mft_clauses_window_parent_class)->finalize (object);
}

static void
mft_clauses_window_class_init (MftClausesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_clauses_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_clauses_window_finalize;
  signals[INSERTED] = g_signal_new ("inserted", MFT_TYPE_CLAUSES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "clauses.insert-pasal", NULL, insert_cb);
  gtk_widget_class_install_action (widget_class, "clauses.insert-ayat", NULL, insert_cb);
  gtk_widget_class_install_action (widget_class, "clauses.swap", NULL, swap_cb);
  gtk_widget_class_install_action (widget_class, "clauses.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "clauses.status", "s", status_cb);
  gtk_widget_class_install_action (widget_class, "clauses.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_own_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Approve"), "clauses.status::" MFT_CLAUSE_STATUS_APPROVED);
  g_menu_append (menu, _ ("Back to draft"), "clauses.status::" MFT_CLAUSE_STATUS_DRAFT);
  g_menu_append (menu, _ ("No longer used"), "clauses.status('" MFT_CLAUSE_STATUS_RETIRED "')");
  g_menu_append (menu, _ ("Remove…"), "clauses.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _ ("Your own clause"));
  mft_names_apply (button);
  return button;
}

/* Large words take a line more; what is hidden takes no place. */
static void
add_action (GtkWidget *bar, GtkWidget *button)
{
  GtkWidget *place = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), button);
  gtk_widget_set_focusable (place, FALSE);
  g_object_bind_property (button, "visible", place, "visible", G_BINDING_SYNC_CREATE);
  gtk_flow_box_append (GTK_FLOW_BOX (bar), place);
}

static GtkWidget *
new_actions (MftClausesWindow *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
                                 "max-children-per-line", 5, "column-spacing", 6, "row-spacing", 6,
                                 "css-classes", (const char *[]){ "toolbar", NULL }, NULL);

  self->own = new_own_menu ();
  self->keep = new_button (_ ("_Leave the text as it is"), "clauses.keep");
  self->swap = new_button (_ ("Change it in the _text"), "clauses.swap");
  self->as_ayat = new_button (_ ("Insert as _ayat"), "clauses.insert-ayat");
  self->as_pasal = new_button (_ ("Insert as _Pasal"), "clauses.insert-pasal");
  gtk_widget_add_css_class (self->as_pasal, "suggested-action");
  add_action (bar, self->own);
  add_action (bar, self->keep);
  add_action (bar, self->swap);
  add_action (bar, self->as_ayat);
  add_action (bar, self->as_pasal);
  return bar;
}

static GtkWidget *
new_list (MftClausesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_ ("No clause speaks of this."));

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Search the clauses"), NULL);
  gtk_widget_set_margin_top (GTK_WIDGET (self->search), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->search), 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->search), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->search), 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  mft_list_tab_install (GTK_WIDGET (self->list));
  gtk_widget_set_margin_top (empty, 24);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (show_selected), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (searched_cb), self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  /* A search entry takes Escape for itself. */
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_close), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (box, 320, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static void
mft_clauses_window_init (MftClausesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->preview = g_object_new (MFT_TYPE_CLAUSE_PREVIEW, "vexpand", TRUE, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (sides), new_list (self));
  gtk_box_append (GTK_BOX (sides), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (right), new_actions (self));
  g_signal_connect_swapped (self->preview, "notify::changes", G_CALLBACK (changes_cb), self);
  changes_cb (self);
  gtk_box_append (GTK_BOX (sides), right);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), sides);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Clause library"));
  gtk_window_set_default_size (GTK_WINDOW (self), 940, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

MftClausesWindow *
mft_clauses_window_new (GtkWindow *parent, MftAgreement *agreement, const char *current)
{
  MftClausesWindow *self = g_object_new (MFT_TYPE_CLAUSES_WINDOW, "transient-for", parent, NULL);

  self->agreement = g_object_ref (agreement);
  self->current = g_strdup (current);
  reload (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return self;
}
