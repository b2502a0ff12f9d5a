/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "support.h"

#include "agreement/house-style.h"
#include "agreement/shown.h"
#include "template/choice-words.h"
#include "ui/start/new-agreement.h"
#include "ui/start/template-choices.h"
#include "ui/style/style-window.h"

static AdwComboRow *
get_row (MftTemplateChoices *window, const char *title)
{
  return ADW_COMBO_ROW (mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, title));
}

/* What is chosen is what comes out; what is left alone is not said. */
static void
test_choose (void)
{
  MftTemplateChoices *window
      = mft_template_choices_new (NULL, mft_template_get ("nota-kesepahaman"));
  GtkWidget *spin;

  gtk_window_present (GTK_WINDOW (window));
  mft_ui_test_spin (50);
  g_assert_true (ADW_IS_COMBO_ROW (gtk_window_get_focus (GTK_WINDOW (window))));
  g_autofree char *nothing = mft_template_choices_dup_request (window);
  g_assert_cmpstr (nothing, ==, "nota-kesepahaman");
  adw_combo_row_set_selected (get_row (window, "Cara penandatanganan"), 3);
  adw_combo_row_set_selected (get_row (window, "Jangka waktu tetap"), 1);
  spin = mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 4);
  g_autofree char *request = mft_template_choices_dup_request (window);
  g_assert_cmpstr (request, ==, "nota-kesepahaman?varian_penutup=basah&K-25=tanggal&pihak=4");

  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_new_agreement (request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 4);
  g_assert_nonnull (mft_agreement_get_field (agreement, "tanggal_akhir"));
  g_assert_false (mft_agreement_can_undo (agreement));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every choice of every template is told in words, and what is to be reviewed by lawyers says so. */
static void
test_words (void)
{
  const MftTemplate *const *templates = mft_templates ();
  guint reviews = 0;

  for (guint t = 0; templates[t] != NULL; t++)
    for (guint i = 0; i < templates[t]->choices->len; i++)
      {
        const MftChoice *choice = g_ptr_array_index (templates[t]->choices, i);
        g_autofree char *title = mft_choice_dup_title (templates[t], choice);
        g_test_message ("%s %s", templates[t]->id, choice->id);
        g_assert_cmpstr (title, !=, choice->id);
        for (guint o = 0; choice->choices[o] != NULL; o++)
          {
            g_autofree char *words
                = mft_choice_dup_option (templates[t], choice, choice->choices[o]);
            g_autofree char *note = mft_choice_dup_note (templates[t], choice, choice->choices[o]);
            g_assert_cmpstr (words, !=, "");
            g_assert_true (g_str_equal (choice->id, "nama_perubahan")
                           || !g_str_equal (words, choice->choices[o]));
            reviews += note != NULL && g_str_has_prefix (note, "Perlu telaah hukum.");
          }
      }
  g_assert_cmpuint (reviews, >=, 4);
}

/* A choice that the template does not have is refused, not left out in silence. */
static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_new_agreement ("pks-umum?K-25=selamanya", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (mft_new_agreement ("pks-umum?pihak=99", &error));
  g_assert_nonnull (error);
}

/* The style that is kept is that of new agreements. */
static void
test_style (void)
{
  g_autoptr (MftAgreement) agreement = mft_new_agreement ("pks-umum", NULL);
  GtkWindow *window = mft_style_window_new (NULL, agreement);

  gtk_window_present (window);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, "Pihak pertama")),
      1);
  g_assert_cmpstr (mft_house_style_get (agreement, MFT_STYLE_ROLE), ==, "PERTAMA");
  gtk_widget_activate_action (GTK_WIDGET (window), "style.keep", NULL);
  g_autoptr (MftAgreement) next = mft_new_agreement ("pks-bsre", NULL);
  g_assert_cmpstr (mft_house_style_get (next, MFT_STYLE_ROLE), ==, "PERTAMA");
  g_assert_false (mft_agreement_can_undo (next));
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (mft_ui_test_get (
                        GTK_WIDGET (window), ADW_TYPE_COMBO_ROW, "Pihak pertama"))),
                    ==, 0);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/templates/choose", test_choose);
  g_test_add_func ("/ui/templates/words", test_words);
  g_test_add_func ("/ui/templates/refused", test_refused);
  g_test_add_func ("/ui/templates/style", test_style);
  return g_test_run ();
}
