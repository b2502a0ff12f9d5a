/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/findings-pane.h"

#include <glib/gi18n.h>

#include "bahasa/capitals.h"
#include "base/job.h"
#include "check/ignored.h"
#include "ui/wrap/label.h"
#include "ui/wrap/names.h"
#include "ui/wrap/remove-all.h"

#define PAUSE_MS 250

/* A severity each, and behind them what a person lets stand. */
#define IGNORED (MFT_SEVERITY_SUGGESTION + 1)
#define N_GROUPS (IGNORED + 1)

struct _MftFindingsPane
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *filters;
  GtkWidget *list;
  GtkToggleButton *toggles[N_GROUPS];

  MftAgreement *agreement;
  GPtrArray *findings; /* those that count */
  GPtrArray *all;      /* the same first, then those that are let stand */
  MftJob *job;
  guint64 checked; /* the revision that was or is being checked */
  guint source;
};

static guint go_signal, checked_signal, noted_signal;

G_DEFINE_FINAL_TYPE (MftFindingsPane, mft_findings_pane, ADW_TYPE_BIN)

static void check_soon (MftFindingsPane *self);
static void show (MftFindingsPane *self, GPtrArray *findings);

/* --- rows ---------------------------------------------------------------------------------------- */

static const struct
{
  const char *icon;
  const char *word;
  const char *style;
} groups[N_GROUPS] = {
  [MFT_SEVERITY_ERROR] = { "dialog-error-symbolic", N_ ("Mistake"), "error" },
  [MFT_SEVERITY_WARNING] = { "dialog-warning-symbolic", N_ ("Warning"), "warning" },
  [MFT_SEVERITY_SUGGESTION] = { "dialog-information-symbolic", N_ ("Suggestion"), "accent" },
  [IGNORED] = { "view-conceal-symbolic", N_ ("Let stand"), "quiet" },
};

static guint
group_of (const MftFinding *finding)
{
  return finding->ignored ? IGNORED : finding->severity;
}

/* "⊘ Pasal 7 ayat (1)"; the word is the group's. */
static GtkWidget *
new_head (const MftFinding *finding)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint group = group_of (finding);
  GtkWidget *icon = gtk_image_new_from_icon_name (groups[group].icon);

  gtk_widget_add_css_class (icon, groups[group].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (groups[group].word), -1);
  gtk_box_append (GTK_BOX (head), icon);
  if (*finding->path != '\0')
    gtk_box_append (GTK_BOX (head), mft_label_new (finding->path, "quiet"));
  return head;
}

/* A row and its button know their finding by its place, which the next check may fill anew. */
static MftFinding *
finding_of (MftFindingsPane *self, gpointer widget)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "mft-place"));

  return g_ptr_array_index (self->all, place);
}

/* Mistakes first; within a group as they stand in the text. */
static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  const MftFinding *first = finding_of (data, a);
  const MftFinding *second = finding_of (data, b);
  guint a_place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (a), "mft-place"));
  guint b_place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (b), "mft-place"));

  if (group_of (first) != group_of (second))
    return group_of (first) < group_of (second) ? -1 : 1;
  return a_place < b_place ? -1 : a_place > b_place;
}

static void
head_group (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  guint group = group_of (finding_of (data, row));
  GtkWidget *head = NULL;

  if (before == NULL || group_of (finding_of (data, before)) != group)
    {
      head = mft_label_new (_ (groups[group].word), "heading");
      gtk_widget_add_css_class (head, groups[group].style);
      gtk_widget_add_css_class (head, "finding");
    }
  gtk_list_box_row_set_header (row, head);
}

static void
fix_cb (MftFindingsPane *self, GtkButton *button)
{
  mft_check_fix (self->agreement, finding_of (self, button), NULL);
}

static GtkWidget *
new_fix (MftFindingsPane *self, guint place)
{
  const MftFinding *finding = g_ptr_array_index (self->all, place);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *words = mft_fix_words (finding->fix, _ (mft_fix_label (finding->fix)));
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "mft-place", GUINT_TO_POINTER (place));
  g_signal_connect_object (button, "clicked", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* The text stays as it is; the rule holds its peace about these words. */
static void
ignore_cb (MftFindingsPane *self, GtkButton *button)
{
  MftFinding *finding = finding_of (self, button);
  GPtrArray *all = g_ptr_array_new ();

  mft_finding_set_ignored (self->agreement, finding, !finding->ignored);
  mft_list_box_remove_all (GTK_LIST_BOX (self->list));
  g_ptr_array_extend_and_steal (all, g_steal_pointer (&self->all));
  self->all = g_ptr_array_new ();
  show (self, all);
  g_signal_emit (self, noted_signal, 0);
}

static GtkWidget *
new_ignore (MftFindingsPane *self, guint place)
{
  const MftFinding *finding = g_ptr_array_index (self->all, place);
  GtkWidget *button
      = gtk_button_new_with_label (finding->ignored ? _ ("Tell again") : _ ("Let it stand"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, finding->ignored
                                           ? _ ("Count this among the findings again")
                                           : _ ("Say no more about these words; the text stays"));
  g_object_set_data (G_OBJECT (button), "mft-place", GUINT_TO_POINTER (place));
  g_signal_connect_object (button, "clicked", G_CALLBACK (ignore_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_buttons (MftFindingsPane *self, guint place)
{
  const MftFinding *finding = g_ptr_array_index (self->all, place);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (finding->fix != NULL && !finding->ignored)
    gtk_box_append (GTK_BOX (buttons), new_fix (self, place));
  gtk_box_append (GTK_BOX (buttons), new_ignore (self, place));
  return buttons;
}

char *
mft_findings_dup_sentence (const MftFinding *finding)
{
  g_autofree char *words = mft_finding_words (finding, _ (finding->message));

  /* Words of the text that it begins with stay as they are. */
  return g_unichar_isalpha (g_utf8_get_char (words)) ? mft_capitals (words, MFT_CAPITALS_FIRST)
                                                     : g_steal_pointer (&words);
}

static GtkWidget *
new_row (MftFindingsPane *self, guint place)
{
  const MftFinding *finding = g_ptr_array_index (self->all, place);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *message = mft_findings_dup_sentence (finding);
  g_autofree char *excerpt = g_strdup_printf ("“%s”", finding->text);

  gtk_widget_add_css_class (box, "finding");
  gtk_box_append (GTK_BOX (box), new_head (finding));
  if (*finding->text != '\0')
    gtk_box_append (GTK_BOX (box), mft_label_new (excerpt, "agreement-words"));
  gtk_box_append (GTK_BOX (box), mft_label_new (message, NULL));
  gtk_box_append (GTK_BOX (box), mft_label_new (finding->source, "quiet-caption"));
  gtk_box_append (GTK_BOX (box), new_buttons (self, place));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "mft-place", GUINT_TO_POINTER (place));
  return row;
}

static void
activate_cb (MftFindingsPane *self, GtkListBoxRow *row)
{
  const MftFinding *finding = finding_of (self, row);

  if (finding->block_id != NULL)
    g_signal_emit (self, go_signal, 0, finding->block_id, finding->start);
}

/* --- checking in the background ------------------------------------------------------------------- */

/* Whether the rows would say the same: typing changes the text far more often than what is wrong with
 * it. */
static gboolean
looks_alike (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const MftFinding *first = g_ptr_array_index (a, i);
      const MftFinding *second = g_ptr_array_index (b, i);
      if (first->message != second->message || !g_str_equal (first->path, second->path)
          || !g_str_equal (first->text, second->text)
          || !g_strv_equal ((const char *const *) first->arguments,
                            (const char *const *) second->arguments)
          || first->ignored != second->ignored || (first->fix == NULL) != (second->fix == NULL))
        return FALSE;
    }
  return TRUE;
}

/* Those that count first; both in the order of the text. Takes `findings` over. */
static GPtrArray *
sort_findings (GPtrArray *findings)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_finding_free);

  for (guint ignored = 0; ignored <= 1; ignored++)
    for (guint i = 0; i < findings->len; i++)
      if (((MftFinding *) findings->pdata[i])->ignored == (gboolean) ignored)
        g_ptr_array_add (sorted, findings->pdata[i]);
  g_ptr_array_set_free_func (findings, NULL);
  g_ptr_array_unref (findings);
  return sorted;
}

static void
show_filters (MftFindingsPane *self)
{
  guint counts[N_GROUPS] = { 0 };

  for (guint i = 0; i < self->all->len; i++)
    counts[group_of (g_ptr_array_index (self->all, i))]++;
  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);
      GtkWidget *content = gtk_button_get_child (GTK_BUTTON (self->toggles[i]));
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), count);
      gtk_widget_set_visible (GTK_WIDGET (self->toggles[i]), counts[i] > 0);
    }
}

/* Takes `findings` over. Rows find theirs in `all`: they go before it does. */
static void
show (MftFindingsPane *self, GPtrArray *findings)
{
  GPtrArray *all = sort_findings (findings);
  gboolean alike = looks_alike (self->all, all);

  if (!alike)
    mft_list_box_remove_all (GTK_LIST_BOX (self->list));
  g_ptr_array_unref (self->all);
  self->all = all;
  g_ptr_array_set_size (self->findings, 0);
  for (guint i = 0; i < all->len; i++)
    {
      if (!((MftFinding *) all->pdata[i])->ignored)
        g_ptr_array_add (self->findings, all->pdata[i]);
      if (!alike)
        gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, i));
    }
  show_filters (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), all->len > 0 ? "findings" : "none");
  g_signal_emit (self, checked_signal, 0);
}

static gpointer
check_func (MftJob *job, gpointer snapshot, GError **error)
{
  return mft_job_check (job, error) ? mft_check_agreement (snapshot) : NULL;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftFindingsPane *self = MFT_FINDINGS_PANE (source);
  g_autoptr (GPtrArray) findings = mft_job_run_finish (result, NULL);

  (void) data;
  g_clear_object (&self->job);
  if (self->agreement == NULL)
    return;
  if (findings != NULL && self->checked == mft_agreement_get_revision (self->agreement))
    show (self, g_steal_pointer (&findings));
  check_soon (self);
}

static gboolean
check_cb (gpointer data)
{
  MftFindingsPane *self = data;

  self->source = 0;
  self->checked = mft_agreement_get_revision (self->agreement);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, check_func, mft_agreement_snapshot (self->agreement),
                     g_object_unref, (GDestroyNotify) g_ptr_array_unref, checked_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
check_soon (MftFindingsPane *self)
{
  if (self->job == NULL && self->source == 0
      && self->checked != mft_agreement_get_revision (self->agreement))
    self->source = g_timeout_add (PAUSE_MS, check_cb, self);
}

/* --- the widget ----------------------------------------------------------------------------------- */

static void
mft_findings_pane_dispose (GObject *object)
{
  MftFindingsPane *self = MFT_FINDINGS_PANE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->agreement);
  G_OBJECT_CLASS (mft_findings_pane_parent_class)->dispose (object);
}

static void
mft_findings_pane_finalize (GObject *object)
{
  MftFindingsPane *self = MFT_FINDINGS_PANE (object);

  g_clear_object (&self->job);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_findings_pane_parent_class)->finalize (object);
}

static void
mft_findings_pane_class_init (MftFindingsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_findings_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_findings_pane_finalize;
  go_signal
      = g_signal_new ("go", MFT_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_UINT);
  noted_signal = g_signal_new ("noted", MFT_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  checked_signal = g_signal_new ("checked", MFT_TYPE_FINDINGS_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_none_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing found"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("Numbers and their words, dates, references, parties and required fields agree."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer self)
{
  return mft_findings_pane_shows (self, finding_of (self, row));
}

/* How many there are of each kind; pressed ones are shown. */
static GtkWidget *
new_filters (MftFindingsPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < N_GROUPS; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new ();
      GtkWidget *content = adw_button_content_new ();
      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), groups[i].icon);
      gtk_button_set_child (GTK_BUTTON (toggle), content);
      gtk_widget_add_css_class (toggle, groups[i].style);
      gtk_widget_set_tooltip_text (toggle, _ (groups[i].word));
      self->toggles[i] = GTK_TOGGLE_BUTTON (toggle);
      gtk_toggle_button_set_active (self->toggles[i], i != IGNORED);
      g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (gtk_list_box_invalidate_filter),
                                self->list);
      gtk_box_append (GTK_BOX (box), toggle);
    }
  gtk_widget_add_css_class (box, "finding-filters");
  mft_names_apply (box);
  return box;
}

static void
mft_findings_pane_init (MftFindingsPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->findings = g_ptr_array_new ();
  self->all = g_ptr_array_new ();
  self->checked = G_MAXUINT64;
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->list, 6);
  gtk_widget_set_margin_bottom (self->list, 18);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Check results"), -1);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, self, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_shown, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), head_group, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), new_filters (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), box, "findings");
  gtk_stack_add_named (GTK_STACK (self->stack), new_none_page (), "none");
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

void
mft_findings_pane_set_agreement (MftFindingsPane *self, MftAgreement *agreement)
{
  g_return_if_fail (self->agreement == NULL);
  self->agreement = g_object_ref (agreement);
  g_signal_connect_object (agreement, "changed", G_CALLBACK (check_soon), self, G_CONNECT_SWAPPED);
  check_soon (self);
}

GPtrArray *
mft_findings_pane_get_findings (MftFindingsPane *self)
{
  return self->findings;
}

gboolean
mft_findings_pane_has_mistake (MftFindingsPane *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    if (((MftFinding *) g_ptr_array_index (self->findings, i))->severity == MFT_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

gboolean
mft_findings_pane_shows (MftFindingsPane *self, const MftFinding *finding)
{
  return gtk_toggle_button_get_active (self->toggles[group_of (finding)]);
}
