/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-steps.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "bahasa/text.h"
#include "store/certificate-folder.h"
#include "ui/certificates/import.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/certificates/practice-dialog.h"
#include "ui/certificates/validity.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/tone.h"

typedef enum
{
  STEP_READ,
  STEP_CERTIFICATE,
  STEP_PLACE,
  STEP_STATEMENT,
  STEP_PASSPHRASE,
  N_STEPS
} Step;

struct _MftSigningSteps
{
  AdwBin parent_instance;

  /* Borrowed */
  AdwExpanderRow *rows[N_STEPS];
  GtkImage *icons[N_STEPS];
  AdwComboRow *identity_row;
  AdwComboRow *place_row;
  GtkEditable *office_entry, *name_entry;
  AdwComboRow *basis_row;
  GtkCheckButton *statement_check;
  GtkEditable *passphrase_entry;

  /* Owned */
  GPtrArray *identities;
  GPtrArray *places;
  gboolean ready;
};

enum
{
  PROP_0,
  PROP_READY,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftSigningSteps, mft_signing_steps, ADW_TYPE_BIN)

static void
set_state (MftSigningSteps *self, Step step, MftTone tone, const char *fact)
{
  gtk_image_set_from_icon_name (self->icons[step], mft_tone_icon (tone));
  for (MftTone other = MFT_TONE_GOOD; other <= MFT_TONE_PRACTICE; other++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icons[step]), mft_tone_class (other));
  gtk_widget_add_css_class (GTK_WIDGET (self->icons[step]), mft_tone_class (tone));
  g_autofree char *escaped = g_markup_escape_text (fact, -1);
  adw_expander_row_set_subtitle (self->rows[step], escaped);
}

const MftIdentity *
mft_signing_steps_get_identity (MftSigningSteps *self)
{
  guint index = adw_combo_row_get_selected (self->identity_row);

  return self->identities != NULL && index < self->identities->len
             ? g_ptr_array_index (self->identities, index)
             : NULL;
}

const MftSigningPlace *
mft_signing_steps_get_place (MftSigningSteps *self)
{
  guint index = adw_combo_row_get_selected (self->place_row);

  return g_ptr_array_index (self->places, MIN (index, self->places->len - 1));
}

/* PP 71/2019 Ps 62(1)-(2): status before the passphrase. */
static gboolean
update_certificate (MftSigningSteps *self)
{
  const MftIdentity *identity = mft_signing_steps_get_identity (self);
  g_autofree char *validity = NULL;

  if (identity == NULL)
    {
      set_state (self, STEP_CERTIFICATE, MFT_TONE_WAITING,
                 _ ("Take in your certificate, or make one for practice"));
      return FALSE;
    }
  MftTone tone = mft_validity (identity->certificate, &validity);
  g_autofree char *fact
      = g_strdup_printf ("%s · %s\n%s", mft_certificate_common_name (identity->certificate),
                         mft_certificate_issuer_common_name (identity->certificate), validity);
  gboolean usable
      = mft_certificate_status (identity->certificate, mft_clock_now ()) == MFT_CERTIFICATE_USABLE;
  set_state (self, STEP_CERTIFICATE, usable ? tone : MFT_TONE_BAD, fact);
  return usable;
}

/* "the field of PIHAK KESATU" */
static char *
place_words (const MftSigningPlace *place)
{
  if (place->name == NULL)
    return g_strdup_printf (_ ("Page %u, at the lower right"), place->page);
  g_autofree char *name = g_strdelimit (g_strdup (place->name), "_", ' ');
  return g_strdup_printf (_ ("Page %u, field of %s"), place->page, name);
}

static void
update_place (MftSigningSteps *self)
{
  g_autofree char *words = place_words (mft_signing_steps_get_place (self));

  set_state (self, STEP_PLACE, MFT_TONE_GOOD, words);
}

static gboolean
update_statement (MftSigningSteps *self)
{
  gboolean made = gtk_check_button_get_active (self->statement_check);

  set_state (self, STEP_STATEMENT, made ? MFT_TONE_GOOD : MFT_TONE_WAITING,
             made ? _ ("You state that you know and understand the document")
                  : _ ("That you know and understand the document"));
  return made;
}

static gboolean
update_passphrase (MftSigningSteps *self)
{
  gboolean there = gtk_editable_get_text (self->passphrase_entry)[0] != '\0';

  set_state (self, STEP_PASSPHRASE, there ? MFT_TONE_GOOD : MFT_TONE_WAITING,
             _ ("Asked each time, never kept"));
  return there;
}

static void
update (MftSigningSteps *self)
{
  gboolean certificate = update_certificate (self);
  gboolean statement = update_statement (self);
  gboolean passphrase = update_passphrase (self);
  gboolean ready = certificate && statement && passphrase;

  update_place (self);
  if (ready != self->ready)
    {
      self->ready = ready;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Reads the folder; `sha256`: which to choose, NULL for the first. */
static void
load_identities (MftSigningSteps *self, const char *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_clear_pointer (&self->identities, g_ptr_array_unref);
  self->identities = mft_certificate_folder_identities (NULL, &error);
  if (self->identities == NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("Your certificates cannot be read"), error);
  for (guint i = 0; self->identities != NULL && i < self->identities->len; i++)
    {
      const MftIdentity *identity = g_ptr_array_index (self->identities, i);
      gtk_string_list_append (names, mft_certificate_common_name (identity->certificate));
      if (g_strcmp0 (mft_certificate_sha256 (identity->certificate), sha256) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (self->identity_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->identity_row, chosen);
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (names)) > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->identity_row), some);
  /* A finished step folds to the line that states its fact. */
  adw_expander_row_set_expanded (self->rows[STEP_CERTIFICATE], !some);
  update (self);
}

static void
take_identity (MftSigningSteps *self, MftIdentity *identity)
{
  if (identity == NULL)
    return;
  load_identities (self, mft_certificate_sha256 (identity->certificate));
  mft_identity_free (identity);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSigningSteps) self = data;

  (void) source;
  take_identity (self, mft_import_identity_finish (result));
}

static void
practice_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSigningSteps) self = data;

  (void) source;
  take_identity (self, mft_practice_dialog_finish (result));
}

static void
import_cb (MftSigningSteps *self)
{
  mft_import_identity_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                             imported_cb, g_object_ref (self));
}

static void
make_practice_cb (MftSigningSteps *self)
{
  mft_practice_dialog_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), practice_cb,
                             g_object_ref (self));
}

static void
mft_signing_steps_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READY)
    g_value_set_boolean (value, MFT_SIGNING_STEPS (object)->ready);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_signing_steps_finalize (GObject *object)
{
  MftSigningSteps *self = MFT_SIGNING_STEPS (object);

  g_clear_pointer (&self->identities, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_signing_steps_parent_class)->finalize (object);
}

static void
mft_signing_steps_class_init (MftSigningStepsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_signing_steps_get_property;
  object_class->finalize = mft_signing_steps_finalize;
  properties[PROP_READY]
      = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", MFT_TYPE_SIGNING_STEPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_step (MftSigningSteps *self, GtkListBox *list, Step step, const char *title)
{
  GtkWidget *row = adw_expander_row_new ();

  self->rows[step] = ADW_EXPANDER_ROW (row);
  self->icons[step] = GTK_IMAGE (gtk_image_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_prefix (self->rows[step], GTK_WIDGET (self->icons[step]));
  gtk_list_box_append (list, row);
}

static AdwComboRow *
add_combo (AdwExpanderRow *step, const char *title, const char *const *items)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (items != NULL)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (items);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
    }
  adw_expander_row_add_row (step, row);
  return ADW_COMBO_ROW (row);
}

static GtkEditable *
add_entry (AdwExpanderRow *step, GType type, const char *title)
{
  GtkWidget *row = g_object_new (type, "title", title, NULL);

  adw_expander_row_add_row (step, row);
  return GTK_EDITABLE (row);
}

static void
add_button_row (MftSigningSteps *self, AdwExpanderRow *step, const char *title, const char *icon,
                GCallback callback)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (step, row);
}

static void
build_certificate (MftSigningSteps *self)
{
  AdwExpanderRow *step = self->rows[STEP_CERTIFICATE];

  self->identity_row = add_combo (step, _ ("Sign as"), NULL);
  add_button_row (self, step, _ ("Take in a certificate…"), "document-open-symbolic",
                  G_CALLBACK (import_cb));
  add_button_row (self, step, _ ("Make a practice certificate…"), "list-add-symbolic",
                  G_CALLBACK (make_practice_cb));
}

static void
build_place (MftSigningSteps *self)
{
  AdwExpanderRow *step = self->rows[STEP_PLACE];

  self->place_row = add_combo (step, _ ("Place"), NULL);
  self->office_entry = add_entry (step, ADW_TYPE_ENTRY_ROW, _ ("Office on the stamp"));
  self->name_entry = add_entry (step, ADW_TYPE_ENTRY_ROW, _ ("Name with titles on the stamp"));
}

/* The words of PP 71/2019 Ps 62(3). */
static void
build_statement (MftSigningSteps *self)
{
  const char *const bases[]
      = { _ ("after reading it on the screen"), _ ("after reading a printed copy"),
          _ ("after it was explained to me"), NULL };
  AdwExpanderRow *step = self->rows[STEP_STATEMENT];
  GtkWidget *label = gtk_label_new (
      _ ("I know and understand the contents of this document and agree to sign it "
         "electronically."));
  GtkWidget *row = adw_preferences_row_new ();

  self->basis_row = add_combo (step, _ ("How you know it"), bases);
  self->statement_check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (self->statement_check, label);
  gtk_widget_set_margin_top (GTK_WIDGET (self->statement_check), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->statement_check), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->statement_check), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->statement_check), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->statement_check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (label)), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Statement"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (self->statement_check));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (step, row);
}

static void
connect_changes (MftSigningSteps *self)
{
  g_signal_connect_object (self->identity_row, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place_row, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows[STEP_PLACE], "notify::expanded", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->office_entry, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name_entry, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->statement_check, "toggled", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passphrase_entry, "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
mft_signing_steps_init (MftSigningSteps *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  add_step (self, GTK_LIST_BOX (list), STEP_READ, _ ("Document read"));
  add_step (self, GTK_LIST_BOX (list), STEP_CERTIFICATE, _ ("Certificate"));
  add_step (self, GTK_LIST_BOX (list), STEP_PLACE, _ ("Place and look of the signature"));
  add_step (self, GTK_LIST_BOX (list), STEP_STATEMENT, _ ("Statement"));
  add_step (self, GTK_LIST_BOX (list), STEP_PASSPHRASE, _ ("Passphrase"));
  adw_expander_row_set_enable_expansion (self->rows[STEP_READ], FALSE);
  build_certificate (self);
  build_place (self);
  build_statement (self);
  self->passphrase_entry = add_entry (self->rows[STEP_PASSPHRASE], ADW_TYPE_PASSWORD_ENTRY_ROW,
                                      _ ("Passphrase of the certificate"));
  adw_expander_row_set_expanded (self->rows[STEP_STATEMENT], TRUE);
  adw_expander_row_set_expanded (self->rows[STEP_PASSPHRASE], TRUE);
  adw_bin_set_child (ADW_BIN (self), list);
}

GtkWidget *
mft_signing_steps_new (GPtrArray *places)
{
  MftSigningSteps *self = g_object_new (MFT_TYPE_SIGNING_STEPS, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->places = g_ptr_array_ref (places);
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *words = place_words (g_ptr_array_index (places, i));
      gtk_string_list_append (names, words);
    }
  adw_combo_row_set_model (self->place_row, G_LIST_MODEL (names));
  mft_signing_steps_set_read (self, 0, 0);
  load_identities (self, NULL);
  connect_changes (self);
  return GTK_WIDGET (self);
}

void
mft_signing_steps_set_read (MftSigningSteps *self, guint shown, guint pages)
{
  g_autofree char *fact = g_strdup_printf (_ ("%u of %u pages shown"), shown, pages);

  set_state (self, STEP_READ, shown == pages ? MFT_TONE_GOOD : MFT_TONE_WAITING, fact);
}

gboolean
mft_signing_steps_is_ready (MftSigningSteps *self)
{
  return self->ready;
}

gboolean
mft_signing_steps_is_placing (MftSigningSteps *self)
{
  return adw_expander_row_get_expanded (self->rows[STEP_PLACE]);
}

const char *
mft_signing_steps_get_office (MftSigningSteps *self)
{
  return gtk_editable_get_text (self->office_entry);
}

const char *
mft_signing_steps_get_name (MftSigningSteps *self)
{
  return gtk_editable_get_text (self->name_entry);
}

MftBasis
mft_signing_steps_get_basis (MftSigningSteps *self)
{
  return (MftBasis) MIN (adw_combo_row_get_selected (self->basis_row), MFT_BASIS_EXPLANATION);
}

MftSecret *
mft_signing_steps_take_passphrase (MftSigningSteps *self)
{
  MftSecret *passphrase = mft_secret_take_from (self->passphrase_entry);

  gtk_check_button_set_active (self->statement_check, FALSE);
  return passphrase;
}

void
mft_signing_steps_ask_passphrase (MftSigningSteps *self)
{
  adw_expander_row_set_expanded (self->rows[STEP_PASSPHRASE], TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_entry));
}
