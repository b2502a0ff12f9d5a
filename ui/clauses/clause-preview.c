/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/clauses/clause-preview.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "agreement/shown.h"
#include "template/own-clauses.h"
#include "ui/clauses/clause-row.h"
#include "ui/wrap/label.h"
#include "ui/wrap/remove-all.h"

struct _MftClausePreview
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkBox *facts;
  GtkDropDown *forms;
  GtkBox *words;
  const MftClauseLibrary *library;

  /* Owned */
  MftAgreement *agreement;
  GArray *offers; /* of Offer: what the drop-down says */
  char *replaced; /* the block that would be said in other words, or NULL */
  gboolean changes;
};

enum
{
  PROP_CHANGES = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* A wording to choose: of the clause that is shown, or of one that may stand for it. */
typedef struct
{
  const MftUnit *unit;
  const MftWording *form;
} Offer;

G_DEFINE_FINAL_TYPE (MftClausePreview, mft_clause_preview, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *class)
{
  GtkWidget *label = mft_label_new (text, class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_box_append (box, label);
  return label;
}

static const Offer *
get_chosen (MftClausePreview *self)
{
  guint selected = gtk_drop_down_get_selected (self->forms);

  return selected < self->offers->len ? &g_array_index (self->offers, Offer, selected) : NULL;
}

static MftBlock *
get_replaced (MftClausePreview *self, MftAgreement *agreement)
{
  return self->replaced != NULL ? mft_agreement_get_block (agreement, self->replaced) : NULL;
}

/* The clause read in a copy of the agreement, so that fields, terms, numbers and references are those of
 * the text it would stand in. */
static MftBlock *
try_clause (MftClausePreview *self, MftAgreement *copy, GPtrArray **losing, GError **error)
{
  const Offer *chosen = get_chosen (self);
  MftBlock *replaced = get_replaced (self, copy);
  MftBlock *pasal = replaced != NULL ? mft_block_get_ancestor (replaced, MFT_BLOCK_PASAL) : NULL;

  if (pasal == NULL)
    return mft_clause_insert (copy, self->library, chosen->unit->id, chosen->form->id,
                              MFT_CLAUSE_AS_PASAL, NULL, error);
  return mft_clause_swap (copy, self->library, replaced, chosen->unit->id, chosen->form->id, losing,
                          error)
             ? pasal
             : NULL;
}

static void
add_line (MftClausePreview *self, MftAgreement *agreement, MftBlock *block)
{
  const char *label = mft_block_get_label (block);
  g_autofree char *shown = mft_shown_text (agreement, block);
  g_autofree char *line
      = label[0] != '\0' ? g_strdup_printf ("%s  %s", label, shown) : g_strdup (shown);
  GtkWidget *widget = add_label (self->words, line, "agreement-words");

  gtk_widget_set_margin_start (widget, (int) mft_block_get_level (block) * 24);
}

static void
set_changes (MftClausePreview *self, gboolean changes)
{
  if (self->changes == changes)
    return;
  self->changes = changes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES]);
}

/* All that a Pasal says, and which clauses it says it with. */
static char *
dup_pasal (MftAgreement *agreement, MftBlock *pasal)
{
  GString *words = g_string_new (NULL);

  for (MftBlock *at = pasal; at != NULL; at = mft_block_next (at, pasal))
    {
      g_autofree char *shown = mft_shown_text (agreement, at);
      const char *form = mft_block_get_alternative (at);
      g_string_append_printf (words, "%d %u %s %s %s\n", mft_block_get_kind (at),
                              mft_block_get_level (at), mft_block_get_label (at), shown,
                              form != NULL ? form : "");
    }
  return g_string_free (words, FALSE);
}

/* Whether the Pasal reads otherwise in the copy. */
static gboolean
reads_otherwise (MftClausePreview *self, MftAgreement *copy, MftBlock *pasal)
{
  MftBlock *before = mft_agreement_get_block (self->agreement, mft_block_get_id (pasal));
  g_autofree char *now = dup_pasal (copy, pasal);
  g_autofree char *then = before != NULL ? dup_pasal (self->agreement, before) : NULL;

  return g_strcmp0 (now, then) != 0;
}

/* Which other Pasal and attachments would come along. Returns whether there are any. */
static gboolean
add_company (MftClausePreview *self, MftAgreement *copy, MftBlock *pasal)
{
  MftBlock *root = mft_agreement_get_root (copy);
  g_autoptr (GString) names = g_string_new (NULL);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftBlockKind kind = mft_block_get_kind (at);
      if (at == pasal || (kind != MFT_BLOCK_PASAL && kind != MFT_BLOCK_ATTACHMENT)
          || mft_agreement_get_block (self->agreement, mft_block_get_id (at)) != NULL)
        continue;
      g_autofree char *shown = mft_shown_text (copy, at);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", shown);
    }
  if (names->len == 0)
    return FALSE;
  /* Translators: %s are names of articles and attachments. */
  g_autofree char *told
      = g_strdup_printf (_ ("Comes along because it is referred to: %s"), names->str);
  add_label (self->words, told, "quiet");
  return TRUE;
}

static void
add_warning (GtkBox *box, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  add_label (GTK_BOX (row), text, NULL);
  gtk_widget_add_css_class (row, "warning");
  gtk_box_append (box, row);
}

/* Where it stands, or which one it would replace there. */
static void
add_place (MftClausePreview *self)
{
  MftBlock *replaced = get_replaced (self, self->agreement);
  MftBlock *pasal = replaced != NULL ? mft_block_get_ancestor (replaced, MFT_BLOCK_PASAL) : NULL;
  const char *old = pasal != NULL ? mft_clause_of_block (replaced, NULL) : NULL;
  g_autofree char *told = NULL;

  if (old == NULL)
    return;
  if (g_str_equal (old, get_chosen (self)->unit->id))
    /* Translators: %s is an article, such as Pasal 7. */
    told = g_strdup_printf (_ ("Stands in %s"), mft_block_get_label (pasal));
  else
    /* Translators: a clause, and the article it stands in. */
    told = g_strdup_printf (_ ("Would take the place of “%s” in %s"),
                            mft_clause_library_get (self->library, old)->title,
                            mft_block_get_label (pasal));
  add_label (self->words, told, "quiet");
}

static void
add_losing (MftClausePreview *self, GPtrArray *losing)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; losing != NULL && i < losing->len; i++)
    {
      g_autofree char *path = mft_block_dup_path (losing->pdata[i]);
      g_string_append_printf (places, "%s%s", i > 0 ? ", " : "", path);
    }
  if (places->len == 0)
    return;
  /* Translators: %s are places in the text, such as Pasal 7 ayat (1). */
  g_autofree char *told = g_strdup_printf (
      _ ("What is referred to there is no longer said; look at the references in: %s"),
      places->str);
  add_warning (self->words, told);
}

static void
show_words (MftClausePreview *self)
{
  g_autoptr (MftAgreement) copy = mft_agreement_snapshot (self->agreement);
  g_autoptr (GPtrArray) losing = NULL;
  g_autoptr (GError) error = NULL;
  MftBlock *pasal = try_clause (self, copy, &losing, &error);
  const char *clause = get_chosen (self)->unit->id;

  mft_box_remove_all (self->words);
  if (pasal == NULL)
    {
      g_autofree char *told = mft_failure_sentence (error);
      add_label (self->words, told, "quiet");
      set_changes (self, FALSE);
      return;
    }
  add_place (self);
  for (guint i = 0; i < mft_block_n_children (pasal); i++)
    {
      MftBlock *child = mft_block_get_child (pasal, i);
      for (MftBlock *at = child; at != NULL; at = mft_block_next (at, child))
        if (g_strcmp0 (mft_clause_of_block (child, NULL), clause) == 0)
          add_line (self, copy, at);
    }
  gboolean company = add_company (self, copy, pasal);
  add_losing (self, losing);
  set_changes (self, company || reads_otherwise (self, copy, pasal));
}

static void
show_facts (MftClausePreview *self)
{
  const Offer *chosen = get_chosen (self);
  const MftUnit *unit = chosen->unit;
  const char *status = mft_unit_get_value (unit, "status");
  const char *words = mft_clause_status_words (status);
  const char *source = mft_unit_get_value (unit, "source");
  const char *note = mft_wording_get_value (chosen->form, unit, "catatan");
  const char *change = mft_unit_get_value (unit, "perubahan");

  mft_box_remove_all (self->facts);
  add_label (self->facts, unit->title, "title-3");
  if (g_strcmp0 (status, MFT_CLAUSE_STATUS_REVIEW) == 0)
    add_warning (self->facts, words);
  else if (words != NULL)
    add_label (self->facts, words, "quiet");
  if (note != NULL)
    add_label (self->facts, note, NULL);
  if (change != NULL)
    {
      g_autofree char *told = g_strdup_printf (_ ("Changed because: %s"), change);
      add_label (self->facts, told, NULL);
    }
  if (source != NULL)
    {
      g_autofree char *told = g_strdup_printf (_ ("Source: %s"), source);
      add_label (self->facts, told, "quiet-caption");
    }
}

static void
chosen_cb (MftClausePreview *self)
{
  if (get_chosen (self) == NULL)
    return;
  show_facts (self);
  show_words (self);
}

/* A clause without alternatives has one wording, without a name. Of another clause it is named with that:
 * "Domisili hukum / arbitrase: Pengadilan negeri". */
static char *
dup_name (const Offer *offer, gboolean alone)
{
  const char *name = offer->form->name;

  if (name == NULL || name[0] == '\0')
    return g_strdup (offer->unit->title);
  return alone ? g_strdup (name) : g_strdup_printf ("%s: %s", offer->unit->title, name);
}

static void
add_offers (GArray *offers, GtkStringList *names, const MftUnit *unit, gboolean alone)
{
  for (guint i = 0; i < unit->forms->len; i++)
    {
      const Offer offer = { .unit = unit, .form = unit->forms->pdata[i] };
      g_autofree char *name = dup_name (&offer, alone);
      g_array_append_val (offers, offer);
      gtk_string_list_append (names, name);
    }
}

/* The wording that the text has. */
static guint
find_present (MftClausePreview *self, const MftUnit *unit)
{
  MftBlock *block = get_replaced (self, self->agreement);
  const char *form = NULL;

  if (block == NULL || g_strcmp0 (mft_clause_of_block (block, &form), unit->id) != 0)
    return 0;
  for (guint i = 0; i < unit->forms->len; i++)
    if (g_strcmp0 (((MftWording *) unit->forms->pdata[i])->id, form) == 0)
      return i;
  return 0;
}

void
mft_clause_preview_show (MftClausePreview *self, MftAgreement *agreement,
                         const MftClauseLibrary *library, const MftUnit *unit, MftBlock *replaced)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  g_autoptr (GPtrArray) others = NULL;

  g_free (self->replaced);
  self->replaced = replaced != NULL ? g_strdup (mft_block_get_id (replaced)) : NULL;
  self->library = library;
  g_set_object (&self->agreement, agreement);
  gtk_widget_set_visible (GTK_WIDGET (self), unit != NULL);
  /* Nothing is shown of the last clause while the drop-down fills. */
  g_array_set_size (self->offers, 0);
  if (unit != NULL)
    {
      others = mft_clause_library_list_stand_ins (library, unit);
      add_offers (offers, names, unit, TRUE);
      for (guint i = 0; replaced != NULL && i < others->len; i++)
        add_offers (offers, names, others->pdata[i], FALSE);
      gtk_drop_down_set_model (self->forms, G_LIST_MODEL (names));
      gtk_drop_down_set_selected (self->forms, find_present (self, unit));
    }
  g_array_unref (self->offers);
  self->offers = offers;
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->forms)), offers->len > 1);
  chosen_cb (self);
}

const MftUnit *
mft_clause_preview_get_unit (MftClausePreview *self)
{
  const Offer *chosen = get_chosen (self);

  return chosen != NULL ? chosen->unit : NULL;
}

const char *
mft_clause_preview_get_form (MftClausePreview *self)
{
  const Offer *chosen = get_chosen (self);

  return chosen != NULL ? chosen->form->id : NULL;
}

static void
mft_clause_preview_dispose (GObject *object)
{
  g_clear_object (&MFT_CLAUSE_PREVIEW (object)->agreement);
  G_OBJECT_CLASS (mft_clause_preview_parent_class)->dispose (object);
}

static void
mft_clause_preview_finalize (GObject *object)
{
  MftClausePreview *self = MFT_CLAUSE_PREVIEW (object);

  g_array_unref (self->offers);
  g_free (self->replaced);
  G_OBJECT_CLASS (mft_clause_preview_parent_class)->finalize (object);
}

gboolean
mft_clause_preview_get_changes (MftClausePreview *self)
{
  return self->changes;
}

static void
mft_clause_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHANGES)
    g_value_set_boolean (value, MFT_CLAUSE_PREVIEW (object)->changes);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_clause_preview_class_init (MftClausePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = mft_clause_preview_get_property;
  G_OBJECT_CLASS (klass)->dispose = mft_clause_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_clause_preview_finalize;
  properties[PROP_CHANGES] = g_param_spec_boolean ("changes", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
mft_clause_preview_init (MftClausePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *choice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (_ ("Alternative"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  self->facts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->forms = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->forms), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->forms), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name, NULL, -1);
  g_signal_connect_swapped (self->forms, "notify::selected", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (choice), name);
  gtk_box_append (GTK_BOX (choice), GTK_WIDGET (self->forms));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
