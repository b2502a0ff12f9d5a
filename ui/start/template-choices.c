/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/template-choices.h"

#include <glib/gi18n.h>

#include "agreement/party.h"
#include "template/choice-words.h"

#define CHOSEN_WIDTH 18

struct _MftTemplateChoices
{
  AdwWindow parent_instance;

  const MftTemplate *template;
  GtkWindow *window; /* weak */
  AdwPreferencesPage *page;
  GtkSpinButton *parties;
  GPtrArray *rows; /* AdwComboRow, borrowed, one for each choice, in their order */
};

G_DEFINE_FINAL_TYPE (MftTemplateChoices, mft_template_choices, ADW_TYPE_WINDOW)

/* --- rows ----------------------------------------------------------------------------------------- */

static const MftChoice *
choice_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "mft-choice");
}

static const char *
get_option (AdwComboRow *row)
{
  return choice_of (GTK_WIDGET (row))->choices[adw_combo_row_get_selected (row)];
}

static void
show_note (AdwComboRow *row, GParamSpec *pspec G_GNUC_UNUSED, MftTemplateChoices *self)
{
  g_autofree char *note
      = mft_choice_dup_note (self->template, choice_of (GTK_WIDGET (row)), get_option (row));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
}

static void
set_up_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static const char *
words_of (GtkListItem *item)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
}

/* What is chosen has its place however long the note before it is. */
static void
bind_chosen_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  int length = (int) g_utf8_strlen (words_of (item), -1);

  gtk_label_set_text (label, words_of (item));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_width_chars (label, MIN (length, CHOSEN_WIDTH));
  gtk_label_set_max_width_chars (label, CHOSEN_WIDTH);
}

static void
bind_offered_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), words_of (item));
}

static GtkListItemFactory *
new_factory (GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  return factory;
}

static void
show_options (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) chosen = new_factory (G_CALLBACK (bind_chosen_cb));
  g_autoptr (GtkListItemFactory) offered = new_factory (G_CALLBACK (bind_offered_cb));

  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, offered);
}

static GtkWidget *
new_row (MftTemplateChoices *self, MftChoice *choice)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) options = gtk_string_list_new (NULL);
  g_autofree char *title = mft_choice_dup_title (self->template, choice);
  guint selected = 0;

  for (guint i = 0; choice->choices[i] != NULL; i++)
    {
      g_autofree char *words = mft_choice_dup_option (self->template, choice, choice->choices[i]);
      gtk_string_list_append (options, words);
      if (g_str_equal (choice->choices[i], choice->initial))
        selected = i;
    }
  g_object_set_data (G_OBJECT (row), "mft-choice", choice);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  show_options (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (options));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect (row, "notify::selected", G_CALLBACK (show_note), self);
  show_note (ADW_COMBO_ROW (row), NULL, self);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_group (MftTemplateChoices *self, MftChoiceGroup which, const char *title,
           const char *description)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < self->template->choices->len; i++)
    {
      MftChoice *choice = g_ptr_array_index (self->template->choices, i);
      if (mft_choice_get_group (choice) != which)
        continue;
      if (group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, title);
          adw_preferences_group_set_description (group, description);
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, new_row (self, choice));
    }
}

/* Another template of the same kind that speaks of more parties, or NULL. */
static const MftTemplate *
larger_template (const MftTemplate *template)
{
  for (const MftTemplate *const *other = mft_templates (); *other != NULL; other++)
    if ((*other)->parties > template->parties
        && g_str_equal ((*other)->document, template->document))
      return *other;
  return NULL;
}

static void
add_parties (MftTemplateChoices *self)
{
  const MftTemplate *template = self->template;
  const MftTemplate *larger = larger_template (template);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (
      template->parties, larger != NULL ? template->parties : MFT_PARTIES_MOST, 1);

  self->parties = GTK_SPIN_BUTTON (spin);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (spin, larger == NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Number of parties"));
  if (larger != NULL)
    {
      /* Translators: %s is the name of a template. */
      g_autofree char *words
          = g_strdup_printf (_ ("For more of them take the template “%s”."), larger->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  if (template->note != NULL)
    {
      g_autofree char *note = g_markup_escape_text (template->note, -1);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), note);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
fill (MftTemplateChoices *self)
{
  add_parties (self);
  add_group (self, MFT_CHOICE_OF_WHOLE, _ ("The agreement"), NULL);
  add_group (self, MFT_CHOICE_OF_WORDING, _ ("How its Pasal read"), NULL);
  add_group (self, MFT_CHOICE_OF_OPTIONAL, _ ("Optional Pasal"),
             _ ("Each can be put in or left out later, too."));
  add_group (self, MFT_CHOICE_OF_ATTACHMENT, _ ("Attachments"), NULL);
}

/* --- making it ------------------------------------------------------------------------------------ */

char *
mft_template_choices_dup_request (MftTemplateChoices *self)
{
  GString *request = g_string_new (self->template->id);
  guint parties = (guint) gtk_spin_button_get_value_as_int (self->parties);
  char mark = '?';

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MftChoice *choice = choice_of (self->rows->pdata[i]);
      const char *option = get_option (self->rows->pdata[i]);
      if (g_str_equal (option, choice->initial))
        continue;
      g_string_append_printf (request, "%c%s=%s", mark, choice->id, option);
      mark = '&';
    }
  if (parties != self->template->parties)
    g_string_append_printf (request, "%cpihak=%u", mark, parties);
  return g_string_free (request, FALSE);
}

static void
make_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  MftTemplateChoices *self = MFT_TEMPLATE_CHOICES (widget);
  g_autofree char *request = mft_template_choices_dup_request (self);
  GtkWindow *window = self->window;

  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.new-from", "s", request);
}

/* --- the widget ----------------------------------------------------------------------------------- */

static void
mft_template_choices_dispose (GObject *object)
{
  MftTemplateChoices *self = MFT_TEMPLATE_CHOICES (object);

  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_template_choices_parent_class)->dispose (object);
}

static void
mft_template_choices_class_init (MftTemplateChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_template_choices_dispose;
  gtk_widget_class_install_action (widget_class, "choices.make", NULL, make_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "choices.make", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mft_template_choices_init (MftTemplateChoices *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *make = gtk_button_new_with_mnemonic (_ ("_Make the agreement"));

  self->rows = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (make), "choices.make");
  gtk_widget_set_tooltip_text (make, "Ctrl+Enter");
  gtk_widget_add_css_class (make, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make);
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 700);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

MftTemplateChoices *
mft_template_choices_new (GtkWindow *parent, const MftTemplate *template)
{
  MftTemplateChoices *self
      = g_object_new (MFT_TYPE_TEMPLATE_CHOICES, "transient-for", parent, NULL);

  self->template = template;
  g_set_weak_pointer (&self->window, parent);
  gtk_window_set_title (GTK_WINDOW (self), template->title);
  fill (self);
  gtk_window_set_focus (GTK_WINDOW (self),
                        self->rows->len > 0 ? self->rows->pdata[0] : GTK_WIDGET (self->parties));
  return self;
}
