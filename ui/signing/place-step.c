/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/place-step.h"

#include <glib/gi18n.h>

#include "ui/signing/own-place.h"
#include "ui/signing/stamp-looks.h"
#include "ui/wrap/settings.h"

#define MILLIMETRES (25.4 / 72)

typedef enum
{
  LINE_OFFICE,
  LINE_NAME,
  LINE_RANK,
  LINE_REASON,
  N_LINES
} Line;

static const char *const line_keys[N_LINES] = { "office", "name", "rank", "reason" };

struct _MftPlaceStep
{
  MftStep parent_instance;

  /* Borrowed */
  AdwComboRow *place_row;
  GtkSpinButton *page_spin;
  GtkWidget *page_row;
  MftStampLooks *looks;
  AdwComboRow *zone_row;
  GtkEditable *lines[N_LINES];
  GtkSwitch *shows_reason;

  /* Owned */
  GPtrArray *places;
  MftSigningPlace own; /* the new one, wherever it was dragged to; its name stays NULL */
  GSettings *settings;
  char *signer;
  char *check_address;
  gboolean filling;
  gboolean touched; /* the person chose the place */
};

G_DEFINE_FINAL_TYPE (MftPlaceStep, mft_place_step, MFT_TYPE_STEP)

static const MftSigningPlace *
get_place (MftPlaceStep *self)
{
  guint index = adw_combo_row_get_selected (self->place_row);

  return index + 1 < self->places->len ? g_ptr_array_index (self->places, index) : &self->own;
}

/* "Page 5, field of PIHAK KESATU", or how far from the page's corner. */
static char *
place_words (const MftSigningPlace *place)
{
  if (place->name == NULL)
    /* Translators: millimetres. */
    return g_strdup_printf (_ ("Page %u, %d mm from the left, %d mm from below"), place->page,
                            (int) (place->seen.left * MILLIMETRES + 0.5),
                            (int) (place->seen.bottom * MILLIMETRES + 0.5));
  g_autofree char *name = g_strdelimit (g_strdup (place->name), "_", ' ');
  return g_strdup_printf (_ ("Page %u, field of %s"), place->page, name);
}

/* Whose it is first: a narrow list cuts off what comes last. */
static char *
choice_words (const MftSigningPlace *place)
{
  if (place->name == NULL)
    return g_strdup (_ ("Another place"));
  g_autofree char *name = g_strdelimit (g_strdup (place->name), "_", ' ');
  /* Translators: a field's name, its page. */
  return g_strdup_printf (_ ("%s, page %u"), name, place->page);
}

static void
expanded_cb (MftPlaceStep *self)
{
  self->touched = TRUE;
}

static void
update (MftPlaceStep *self)
{
  MftStampLook look = mft_stamp_looks_get (self->looks);
  const char *word = mft_stamp_look_word (look);
  g_autofree char *where = self->places != NULL ? place_words (get_place (self)) : NULL;
  g_autofree char *fact = where != NULL ? g_strdup_printf ("%s · %s", where, word)
                                        : g_strdup_printf (_ ("In each document where your "
                                                              "signature belongs · %s"),
                                                           word);

  if (self->places != NULL)
    gtk_widget_set_visible (self->page_row, get_place (self)->name == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->lines[LINE_OFFICE]), look != MFT_STAMP_INITIALS);
  gtk_widget_set_visible (GTK_WIDGET (self->lines[LINE_NAME]), look != MFT_STAMP_INITIALS);
  gtk_widget_set_visible (GTK_WIDGET (self->lines[LINE_RANK]), look != MFT_STAMP_INITIALS);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_row), look != MFT_STAMP_INITIALS);
  mft_step_set_state (MFT_STEP (self), MFT_TONE_GOOD, fact);
}

/* Initials are small, a signature is BSrE's specimen; where one drags it that is left alone. */
static void
look_cb (MftPlaceStep *self)
{
  gboolean initials = mft_stamp_looks_get (self->looks) == MFT_STAMP_INITIALS;
  MftPdfRect *rect = &self->own.seen;

  rect->right = rect->left + (initials ? MFT_STAMP_INITIALS_SIZE : MFT_STAMP_WIDTH);
  rect->top = rect->bottom + (initials ? MFT_STAMP_INITIALS_SIZE : MFT_STAMP_HEIGHT);
  mft_step_changed (MFT_STEP (self));
}

static void
page_cb (MftPlaceStep *self)
{
  self->own.page = (guint) gtk_spin_button_get_value_as_int (self->page_spin);
  if (!self->filling)
    mft_step_changed (MFT_STEP (self));
}

static void
mft_place_step_finalize (GObject *object)
{
  MftPlaceStep *self = MFT_PLACE_STEP (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_free (self->signer);
  g_free (self->check_address);
  G_OBJECT_CLASS (mft_place_step_parent_class)->finalize (object);
}

static void
mft_place_step_class_init (MftPlaceStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_place_step_finalize;
}

static void
add_page_row (MftPlaceStep *self, guint pages)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MAX (pages, 1), 1);

  self->page_row = row;
  self->page_spin = GTK_SPIN_BUTTON (spin);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Page"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_spin_button_set_value (self->page_spin, self->own.page);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_reason_switch (MftPlaceStep *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->shows_reason = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->shows_reason), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Show the reason"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->shows_reason));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->shows_reason));
  g_signal_connect_object (self->shows_reason, "notify::active", G_CALLBACK (mft_step_changed),
                           self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
build (MftPlaceStep *self, guint pages)
{
  const char *const zones[] = { "WIB", "WITA", "WIT", NULL };
  MftStep *step = MFT_STEP (self);

  if (self->places != NULL)
    {
      self->place_row = mft_step_add_combo (step, _ ("Place"), NULL);
      add_page_row (self, pages);
    }
  self->looks = MFT_STAMP_LOOKS (mft_stamp_looks_new ());
  mft_step_add_widget (step, _ ("Look of the signature"), GTK_WIDGET (self->looks));
  self->lines[LINE_OFFICE] = mft_step_add_entry (step, ADW_TYPE_ENTRY_ROW, _ ("Office"));
  self->lines[LINE_NAME] = mft_step_add_entry (step, ADW_TYPE_ENTRY_ROW, _ ("Name with titles"));
  self->lines[LINE_RANK] = mft_step_add_entry (step, ADW_TYPE_ENTRY_ROW, _ ("Rank or NIP"));
  self->zone_row = mft_step_add_combo (step, _ ("Time zone"), zones);
  self->lines[LINE_REASON] = mft_step_add_entry (step, ADW_TYPE_ENTRY_ROW, _ ("Reason"));
  add_reason_switch (self);
}

static void
show_places (MftPlaceStep *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const MftSigningPlace *place = g_ptr_array_index (self->places, i);
      g_autofree char *words = choice_words (place);
      gtk_string_list_append (names, words);
    }
  adw_combo_row_set_model (self->place_row, G_LIST_MODEL (names));
}

static void
mft_place_step_init (MftPlaceStep *self)
{
  self->settings = mft_settings_new ();
  self->check_address = g_settings_get_string (self->settings, "check-address");
}

GtkWidget *
mft_place_step_new (GPtrArray *places, guint pages)
{
  MftPlaceStep *self = g_object_new (
      MFT_TYPE_PLACE_STEP, "title",
      places != NULL ? _ ("Place and look of the signature") : _ ("Look of the signature"), NULL);
  int zone = g_settings_get_int (self->settings, "stamp-zone");

  if (places != NULL)
    {
      self->places = g_ptr_array_ref (places);
      self->own = *(const MftSigningPlace *) g_ptr_array_index (places, places->len - 1);
      mft_own_place_recall (&self->own);
    }
  build (self, pages);
  if (places != NULL)
    show_places (self);
  adw_combo_row_set_selected (
      self->zone_row, (guint) (zone != MFT_ZONE_LOCAL ? zone : (int) mft_moment_zone_here ()) - 1);
  mft_stamp_looks_set (self->looks,
                       (MftStampLook) g_settings_get_int (self->settings, "stamp-look"));
  g_signal_connect_object (self->looks, "changed", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (update), NULL);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  update (self);
  return GTK_WIDGET (self);
}

void
mft_place_step_prefer (MftPlaceStep *self, const char *field)
{
  for (guint i = 0; i < self->places->len && !self->touched; i++)
    {
      const MftSigningPlace *place = g_ptr_array_index (self->places, i);
      if (place->name != NULL && g_str_equal (place->name, field))
        adw_combo_row_set_selected (self->place_row, i);
    }
}

static void
show_page (MftPlaceStep *self)
{
  self->filling = TRUE;
  gtk_spin_button_set_value (self->page_spin, self->own.page);
  self->filling = FALSE;
}

void
mft_place_step_suggest (MftPlaceStep *self, guint page, const MftPdfRect *seen)
{
  if (self->touched)
    return;
  self->own.page = page;
  self->own.seen = *seen;
  show_page (self);
  adw_combo_row_set_selected (self->place_row, self->places->len - 1);
  mft_step_changed (MFT_STEP (self));
}

void
mft_place_step_move (MftPlaceStep *self, guint page, const MftPdfRect *rect)
{
  const MftSigningPlace *near = mft_signing_place_near (self->places, page, rect);
  guint index = self->places->len - 1;

  self->touched = TRUE;
  if (near != NULL)
    g_ptr_array_find (self->places, near, &index);
  else
    {
      self->own.seen = *rect;
      self->own.page = page;
    }
  show_page (self);
  if (index != adw_combo_row_get_selected (self->place_row))
    adw_combo_row_set_selected (self->place_row, index); /* tells it has changed */
  else
    mft_step_changed (MFT_STEP (self));
}

void
mft_place_step_set_signer (MftPlaceStep *self, const char *name)
{
  if (g_strcmp0 (self->signer, name) == 0)
    return;
  g_free (self->signer);
  self->signer = g_strdup (name);
  g_autoptr (GVariant) lines = g_settings_get_value (self->settings, "stamp-lines");
  const char *owner = NULL;
  gboolean same = g_variant_lookup (lines, "signer", "&s", &owner) && g_strcmp0 (owner, name) == 0;
  for (Line line = LINE_OFFICE; line < N_LINES; line++)
    {
      const char *words = "";
      if (same)
        g_variant_lookup (lines, line_keys[line], "&s", &words);
      gtk_editable_set_text (self->lines[line], words);
    }
}

void
mft_place_step_remember (MftPlaceStep *self)
{
  GVariantBuilder lines;

  g_variant_builder_init (&lines, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&lines, "{ss}", "signer", self->signer != NULL ? self->signer : "");
  for (Line line = LINE_OFFICE; line < N_LINES; line++)
    g_variant_builder_add (&lines, "{ss}", line_keys[line],
                           gtk_editable_get_text (self->lines[line]));
  g_settings_set_value (self->settings, "stamp-lines", g_variant_builder_end (&lines));
  if (self->places != NULL && get_place (self)->name == NULL)
    {
      const MftSigningPlace *last = g_ptr_array_index (self->places, self->places->len - 1);
      mft_own_place_remember (&self->own, last->page);
    }
  g_settings_set_int (self->settings, "stamp-look", (int) mft_stamp_looks_get (self->looks));
  g_settings_set_int (self->settings, "stamp-zone",
                      (int) adw_combo_row_get_selected (self->zone_row) + 1);
}

static const char *
line_or_null (MftPlaceStep *self, Line line)
{
  const char *words = gtk_editable_get_text (self->lines[line]);

  return words[0] != '\0' ? words : NULL;
}

void
mft_place_step_fill (MftPlaceStep *self, MftSigningRequest *request)
{
  const MftSigningPlace *place = self->places != NULL ? get_place (self) : &self->own;

  request->field = place->name;
  request->page = place->name == NULL ? place->page : 0;
  request->rect = place->seen;
  request->look = mft_stamp_looks_get (self->looks);
  request->qr = self->check_address;
  request->office = line_or_null (self, LINE_OFFICE);
  request->name = line_or_null (self, LINE_NAME);
  request->rank = line_or_null (self, LINE_RANK);
  request->reason = line_or_null (self, LINE_REASON);
  request->shows_reason = gtk_switch_get_active (self->shows_reason);
  request->zone = (MftZone) (adw_combo_row_get_selected (self->zone_row) + 1);
}

guint
mft_place_step_get_place (MftPlaceStep *self, MftPdfRect *rect)
{
  const MftSigningPlace *place = get_place (self);

  *rect = place->seen;
  return place->page;
}
