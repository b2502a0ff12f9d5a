/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/find-bar.h"

#include <glib/gi18n.h>

#include "agreement/party.h"
#include "agreement/lock.h"
#include "agreement/search.h"
#include "ui/wrap/toasts.h"

/* The scopes before those of the parties' duties. */
enum
{
  SCOPE_ALL,
  SCOPE_PASAL,
  SCOPE_DUTIES,
};

struct _MftFindBar
{
  AdwBin parent_instance;

  /* Widgets */
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *match_case;
  GtkWidget *whole_word;
  GtkWidget *scope;
  GtkWidget *replace_box;
  GtkWidget *with;

  MftPaper *paper; /* borrowed: a sibling in the same window */
  MftAgreement *agreement;
  GArray *matches; /* of MftMatch */
  char *pasal;     /* the Pasal with the cursor when the search began */
};

enum
{
  PROP_0,
  PROP_SEARCH_MODE_ENABLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MftFindBar, mft_find_bar, ADW_TYPE_BIN)

/* --- what is looked for ----------------------------------------------------------------------- */

static MftSearch
wanted (MftFindBar *self)
{
  guint scope = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->scope));

  return (MftSearch){
    .words = gtk_editable_get_text (GTK_EDITABLE (self->entry)),
    .match_case = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->match_case)),
    .whole_word = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->whole_word)),
    .within = scope == SCOPE_PASAL ? self->pasal : NULL,
    .duties_of
    = scope >= SCOPE_DUTIES && scope != GTK_INVALID_LIST_POSITION ? scope - SCOPE_DUTIES + 1 : 0,
  };
}

static void
search (MftFindBar *self)
{
  const MftSearch search = wanted (self);

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = mft_search (self->agreement, &search);
}

static gboolean
get_iters (MftFindBar *self, guint index, GtkTextIter *start, GtkTextIter *end)
{
  const MftMatch *match = &g_array_index (self->matches, MftMatch, index);
  MftSync *sync = mft_paper_get_sync (self->paper);

  return mft_sync_get_iter (sync, match->block_id, match->start, start)
         && mft_sync_get_iter (sync, match->block_id, match->end, end);
}

/* --- going through the matches ---------------------------------------------------------------- */

static void
show_count (MftFindBar *self, guint current)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
  /* Translators: which of the places found this is, such as "3 of 12". */
  g_autofree char *words = empty                     ? g_strdup ("")
                           : self->matches->len == 0 ? g_strdup (_ ("Not found"))
                           : current > 0
                               ? g_strdup_printf (_ ("%u of %u"), current, self->matches->len)
                               : g_strdup_printf ("%u", self->matches->len);

  gtk_label_set_text (GTK_LABEL (self->count), words);
}

static void
select_match (MftFindBar *self, guint index)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  GtkTextIter start, end;

  show_count (self, index + 1);
  if (!get_iters (self, index, &start, &end))
    return;
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->paper), gtk_text_buffer_get_insert (buffer),
                                0.1, FALSE, 0, 0);
}

/* The first match that starts at `at` or behind, or the last before it; and round over the end. */
static guint
match_from (MftFindBar *self, const GtkTextIter *at, gboolean forward)
{
  GtkTextIter start, end;

  for (guint i = 0; i < self->matches->len; i++)
    {
      guint index = forward ? i : self->matches->len - 1 - i;
      if (get_iters (self, index, &start, &end)
          && (forward ? gtk_text_iter_compare (&start, at) >= 0
                      : gtk_text_iter_compare (&start, at) < 0))
        return index;
    }
  return forward ? 0 : self->matches->len - 1;
}

/* `stay`: what is selected may be found again. */
static void
find (MftFindBar *self, gboolean forward, gboolean stay)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  GtkTextIter from, to;

  search (self);
  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  if (self->matches->len > 0)
    select_match (self, match_from (self, forward && !stay ? &to : &from, forward));
  else
    show_count (self, 0);
}

static void
written_cb (MftFindBar *self)
{
  if (self->agreement == NULL || !gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    return;
  find (self, TRUE, TRUE);
}

static void
next_cb (MftFindBar *self)
{
  find (self, TRUE, FALSE);
}

static void
previous_cb (MftFindBar *self)
{
  find (self, FALSE, FALSE);
}

/* --- replacing -------------------------------------------------------------------------------- */

static gboolean
is_selected (MftFindBar *self, guint index)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  GtkTextIter from, to, start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  return get_iters (self, index, &start, &end) && gtk_text_iter_equal (&from, &start)
         && gtk_text_iter_equal (&to, &end);
}

/* What is selected, if it is one of them; then on to the next. */
static void
replace_cb (MftFindBar *self)
{
  const char *with = gtk_editable_get_text (GTK_EDITABLE (self->with));

  search (self);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const MftMatch *match = &g_array_index (self->matches, MftMatch, i);
      if (!is_selected (self, i))
        continue;
      if (!mft_search_replace (self->agreement, match, with))
        mft_toast_once (GTK_WIDGET (self),
                        _ ("This is part of a value or reference; change it where it comes from."));
      else
        mft_sync_go_to (mft_paper_get_sync (self->paper), match->block_id,
                        match->start + (guint) g_utf8_strlen (with, -1));
      break;
    }
  next_cb (self);
}

static void
replace_all_cb (MftFindBar *self)
{
  const MftSearch all = wanted (self);
  guint replaced = mft_search_replace_all (self->agreement, &all,
                                           gtk_editable_get_text (GTK_EDITABLE (self->with)));
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u place was replaced.", "%u places were replaced.", replaced), replaced);

  mft_toast_with_action (GTK_WIDGET (self), words, replaced > 0 ? _ ("Undo") : NULL,
                         replaced > 0 ? "page.undo" : NULL);
  search (self);
  show_count (self, 0);
}

/* Undo, say, brings back what was replaced. While one line is typed in the count may wait. */
static void
changed_cb (MftFindBar *self, MftBlock *only)
{
  if (only != NULL || !gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    return;
  search (self);
  show_count (self, 0);
}

static void
lock_cb (MftFindBar *self)
{
  gtk_widget_set_sensitive (self->replace_box,
                            mft_agreement_get_lock (self->agreement) == MFT_LOCK_NONE);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
mode_cb (MftFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)) && self->paper != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->paper));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE_ENABLED]);
}

static void
mft_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SEARCH_MODE_ENABLED)
    g_value_set_boolean (
        value, gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (MFT_FIND_BAR (object)->bar)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MftFindBar *self = MFT_FIND_BAR (object);

  if (id != PROP_SEARCH_MODE_ENABLED)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (g_value_get_boolean (value)
           != gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    {
      if (g_value_get_boolean (value))
        mft_find_bar_open (self, FALSE);
      else
        gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), FALSE);
    }
}

static gboolean
close_cb (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (MFT_FIND_BAR (widget)->bar), FALSE);
  return GDK_EVENT_STOP;
}

static void
mft_find_bar_dispose (GObject *object)
{
  MftFindBar *self = MFT_FIND_BAR (object);

  g_clear_object (&self->agreement);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->pasal, g_free);
  G_OBJECT_CLASS (mft_find_bar_parent_class)->dispose (object);
}

static void
mft_find_bar_class_init (MftFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_find_bar_get_property;
  object_class->set_property = mft_find_bar_set_property;
  object_class->dispose = mft_find_bar_dispose;
  properties[PROP_SEARCH_MODE_ENABLED]
      = g_param_spec_boolean ("search-mode-enabled", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /* The entry closes the bar by itself, its buttons do not. */
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, close_cb, NULL);
}

static GtkWidget *
new_row (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
}

static void
add_button (GtkWidget *row, GtkWidget *button, const char *tooltip, GCallback callback,
            MftFindBar *self)
{
  if (tooltip != NULL)
    gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (row), button);
}

static GtkWidget *
add_toggle (GtkWidget *row, const char *label, const char *tooltip, MftFindBar *self)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (toggle, tooltip);
  gtk_widget_add_css_class (toggle, "flat");
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (written_cb), self);
  gtk_box_append (GTK_BOX (row), toggle);
  return toggle;
}

/* As in a word processor: from what is looked for to what takes its place. */
static gboolean
tab_cb (GtkWidget *entry G_GNUC_UNUSED, GVariant *arguments G_GNUC_UNUSED, gpointer data)
{
  MftFindBar *self = data;

  return gtk_widget_get_visible (self->replace_box) && gtk_widget_grab_focus (self->with);
}

static void
add_tab (MftFindBar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Tab, 0),
                        gtk_callback_action_new (tab_cb, self, NULL)));
  gtk_widget_add_controller (self->entry, keys);
}

static GtkWidget *
new_find_row (MftFindBar *self)
{
  GtkWidget *row = new_row ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Find in the text"), "hexpand", TRUE, NULL);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (previous_cb), self);
  add_tab (self);
  self->count = gtk_label_new ("");
  gtk_widget_add_css_class (self->count, "quiet");
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->count);
  add_button (row, gtk_button_new_from_icon_name ("go-up-symbolic"), _ ("Previous place"),
              G_CALLBACK (previous_cb), self);
  add_button (row, gtk_button_new_from_icon_name ("go-down-symbolic"), _ ("Next place"),
              G_CALLBACK (next_cb), self);
  return row;
}

static GtkWidget *
new_scope_row (MftFindBar *self)
{
  GtkWidget *row = new_row ();

  self->scope = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_hexpand (self->scope, TRUE);
  gtk_widget_set_tooltip_text (self->scope, _ ("Where to look"));
  g_signal_connect_swapped (self->scope, "notify::selected", G_CALLBACK (written_cb), self);
  gtk_box_append (GTK_BOX (row), self->scope);
  self->match_case = add_toggle (row, "Aa", _ ("Capitals and small letters differ"), self);
  /* Translators: a button; only whole words are found, not parts of them. */
  self->whole_word = add_toggle (row, _ ("Word"), _ ("Whole words only"), self);
  return row;
}

static GtkWidget *
new_replace_row (MftFindBar *self)
{
  GtkWidget *row = new_row ();

  self->with = gtk_entry_new ();
  g_object_set (self->with, "placeholder-text", _ ("Replace with"), "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->with), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Replace with"), -1);
  g_signal_connect_swapped (self->with, "activate", G_CALLBACK (replace_cb), self);
  gtk_box_append (GTK_BOX (row), self->with);
  add_button (row, gtk_button_new_with_mnemonic (_ ("_Replace")), NULL, G_CALLBACK (replace_cb),
              self);
  add_button (row, gtk_button_new_with_mnemonic (_ ("Replace _all")), NULL,
              G_CALLBACK (replace_all_cb), self);
  return row;
}

static void
mft_find_bar_init (MftFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_find_row (self));
  gtk_box_append (GTK_BOX (box), new_scope_row (self));
  self->replace_box = new_replace_row (self);
  gtk_box_append (GTK_BOX (box), self->replace_box);
  gtk_widget_set_hexpand (box, TRUE);
  self->bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->bar);
}

void
mft_find_bar_set_paper (MftFindBar *self, MftPaper *paper, MftAgreement *agreement)
{
  g_return_if_fail (self->paper == NULL);
  self->paper = paper;
  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "notify::lock", G_CALLBACK (lock_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  lock_cb (self);
}

static void
fill_scopes (MftFindBar *self)
{
  g_autoptr (GtkStringList) scopes = gtk_string_list_new (NULL);

  gtk_string_list_append (scopes, _ ("Whole text"));
  gtk_string_list_append (scopes, _ ("This Pasal"));
  for (guint party = 1; party <= mft_agreement_n_parties (self->agreement); party++)
    {
      g_autofree char *number = g_strdup_printf ("%u", party);
      g_autofree char *role = mft_party_dup_role (self->agreement, number);
      /* Translators: what a party has to do; %s is its role, such as PIHAK KEDUA. */
      g_autofree char *words = g_strdup_printf (_ ("Duties of %s"), role);
      gtk_string_list_append (scopes, words);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->scope), G_LIST_MODEL (scopes));
}

/* The selected words of one line are what most people want to look for. */
static void
take_selection (MftFindBar *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  GtkTextIter from, to;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &from, &to)
      || gtk_text_iter_get_line (&from) != gtk_text_iter_get_line (&to))
    return;
  g_autofree char *words = gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
}

void
mft_find_bar_open (MftFindBar *self, gboolean replace)
{
  MftBlock *block = mft_agreement_get_block (
      self->agreement, mft_sync_get_current (mft_paper_get_sync (self->paper)));
  MftBlock *pasal = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;

  g_free (self->pasal);
  self->pasal
      = g_strdup (mft_block_get_id (pasal != NULL   ? pasal
                                    : block != NULL ? block
                                                    : mft_agreement_get_root (self->agreement)));
  gtk_widget_set_visible (self->replace_box, replace);
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    {
      fill_scopes (self);
      take_selection (self);
    }
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
