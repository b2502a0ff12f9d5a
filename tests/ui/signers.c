/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing with a token, a key file and BSrE's service, in the window: what is known before the secret is
 * asked, what is asked, and what is told when it goes wrong. */
#include "ui-support.h"

#include "base/data-folder.h"
#include "base/safe-file.h"
#include "esign-server.h"
#include "mock-token.h"
#include "net/http.h"
#include "pdf-fixture.h"
#include "pki/token-modules.h"
#include "practice-key.h"
#include "support.h"
#include "ui/signing/signing-page.h"
#include "ui/wrap/settings.h"

#define PASSPHRASE "sandi-uji-4711"

typedef struct
{
  char *output;
  GSettings *settings;
  GtkWindow *window;
  GtkWidget *page;
  MftTestEsign *esign;
  char *token;
} Fixture;

static void
open_page (Fixture *fixture)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *input = g_build_filename (folder, "naskah.pdf", NULL);
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GError) error = NULL;

  fixture->output = g_build_filename (folder, "naskah_ttd-1.pdf", NULL);
  g_assert_true (mft_safe_file_save (input, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), TRUE, NULL));
  fixture->page = mft_signing_page_new (input, &error);
  g_assert_no_error (error);
  fixture->window = mft_ui_test_present (fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = mft_test_folder ();

  (void) data;
  mft_data_folder_set (own);
  fixture->settings = mft_settings_new ();
  g_settings_set_string (fixture->settings, "verifikator", "Pusdatin, 021-000");
}

static void
set_up_esign (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  fixture->esign = mft_test_esign_new (PASSPHRASE);
  g_settings_set_boolean (fixture->settings, "esign-on", TRUE);
  g_settings_set_string (fixture->settings, "esign-address", fixture->esign->url);
  g_settings_set_string (fixture->settings, "esign-name", MFT_TEST_ESIGN_NAME);
  open_page (fixture);
}

static void
set_up_token (Fixture *fixture, gconstpointer data)
{
  g_autofree char *module = g_test_build_filename (G_TEST_BUILT, "pki", "mft-mock-token.so", NULL);

  set_up (fixture, data);
  fixture->token = mft_mock_token_plug_in ("-algorithm RSA -pkeyopt rsa_keygen_bits:2048",
                                           MFT_TEST_ESIGN_NAME, TRUE);
  mft_mock_token_behave (fixture->token, data != NULL ? data : "");
  g_settings_set_string (fixture->settings, "token-module", module);
  open_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[]
      = { "esign-on", "esign-address", "esign-name", "token-module", "signer", "verifikator" };

  (void) data;
  gtk_window_destroy (fixture->window);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_clear_object (&fixture->settings);
  g_clear_pointer (&fixture->esign, mft_test_esign_free);
  g_free (fixture->output);
  g_free (fixture->token);
  mft_token_modules_set_own (NULL);
  mft_net_allow (FALSE);
}

/* Whether the combo has it; then it is chosen. */
static gboolean
choose (GtkWidget *page, const char *name)
{
  GtkWidget *combo = mft_ui_test_get (page, ADW_TYPE_COMBO_ROW, "Menandatangani sebagai");
  GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (combo));

  for (guint i = 0; names != NULL && i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) one = g_list_model_get_item (names, i);
      if (!g_str_equal (gtk_string_object_get_string (one), name))
        continue;
      adw_combo_row_set_selected (ADW_COMBO_ROW (combo), i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_token (gpointer page)
{
  return choose (page, MFT_TEST_ESIGN_NAME " (token)");
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  GtkWidget *entry = mft_ui_test_get (fixture->page, ADW_TYPE_PASSWORD_ENTRY_ROW, title);

  g_assert_true (gtk_widget_get_visible (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
affirm (Fixture *fixture)
{
  GtkWidget *row = mft_ui_test_get (fixture->page, ADW_TYPE_PREFERENCES_ROW, "Pernyataan");

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (mft_ui_test_get (row, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
}

static gboolean
is_ready (gpointer page)
{
  return gtk_widget_is_sensitive (mft_ui_test_get (page, GTK_TYPE_BUTTON, "_Tanda tangani"));
}

static gboolean
shows_result (gpointer page)
{
  return mft_ui_test_find (page, GTK_TYPE_LABEL, "Hasil") != NULL;
}

static gboolean
told_failure (gpointer data)
{
  (void) data;
  return mft_ui_test_message ("Dokumen tidak ditandatangani") != NULL;
}

static gboolean
told_nothing (gpointer data)
{
  return !told_failure (data);
}

static void
sign (Fixture *fixture)
{
  affirm (fixture);
  mft_ui_test_until (is_ready, fixture->page);
  mft_ui_test_press (fixture->page, "_Tanda tangani");
}

static void
assert_signs (Fixture *fixture)
{
  sign (fixture);
  mft_ui_test_until (shows_result, fixture->page);
  g_assert_true (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

/* Told, and no document. The words of the message, owned by the caller. */
static char *
assert_fails (Fixture *fixture)
{
  sign (fixture);
  mft_ui_test_until (told_failure, NULL);
  AdwMessageDialog *message = mft_ui_test_message ("Dokumen tidak ditandatangani");
  char *words = g_strdup (adw_message_dialog_get_body (message));
  gtk_window_destroy (GTK_WINDOW (message));
  mft_ui_test_until (told_nothing, NULL);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
  return words;
}

/* The words under the state. */
static char *
dup_sentence (Fixture *fixture)
{
  GtkWidget *row = mft_ui_test_get (fixture->page, ADW_TYPE_PREFERENCES_ROW, "Status sertifikat");

  return g_strdup (gtk_label_get_text (GTK_LABEL (mft_ui_test_get (row, GTK_TYPE_LABEL, NULL))));
}

static gboolean
has_words (Fixture *fixture, const char *words)
{
  g_autofree char *sentence = dup_sentence (fixture);

  return strstr (sentence, words) != NULL;
}

static void
test_token (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_ui_test_until (has_token, fixture->page);
  type (fixture, "PIN token", MFT_MOCK_PIN);
  assert_signs (fixture);
}

/* The reader has keys of its own: nothing is asked here. */
static void
test_reader (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_ui_test_until (has_token, fixture->page);
  g_assert_false (gtk_widget_get_visible (
      mft_ui_test_get (fixture->page, ADW_TYPE_PASSWORD_ENTRY_ROW, "PIN token")));
  assert_signs (fixture);
}

static gboolean
says_last (gpointer fixture)
{
  return has_words (fixture,
                    "Kesempatan tinggal satu kali. Jika PIN salah sekali lagi, token terkunci.");
}

static gboolean
says_locked (gpointer fixture)
{
  return has_words (fixture, "Token terkunci karena terlalu banyak PIN yang salah. Penerbitnya "
                             "dapat membukanya kembali.");
}

/* The tries that are left are said before the next one, and a locked token is not asked any more. */
static void
test_tries (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_ui_test_until (has_token, fixture->page);
  for (guint i = 0; i < 2; i++)
    {
      type (fixture, "PIN token", "000000");
      g_free (assert_fails (fixture));
    }
  mft_ui_test_until (says_last, fixture);
  type (fixture, "PIN token", "000000");
  g_free (assert_fails (fixture));
  mft_ui_test_until (says_locked, fixture);
  type (fixture, "PIN token", MFT_MOCK_PIN);
  affirm (fixture);
  mft_ui_test_spin (100);
  g_assert_false (is_ready (fixture->page));
}

static gboolean
has_no_token (gpointer page)
{
  return !has_token (page);
}

static void
test_pulled_out (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_ui_test_until (has_token, fixture->page);
  type (fixture, "PIN token", MFT_MOCK_PIN);
  mft_mock_token_behave (fixture->token, "tercabut");
  g_autofree char *words = assert_fails (fixture);
  g_assert_nonnull (strstr (words, "Token"));
  mft_ui_test_until (has_no_token, fixture->page);
}

static gboolean
may_sign (gpointer fixture)
{
  GtkWidget *row
      = mft_ui_test_get (((Fixture *) fixture)->page, ADW_TYPE_EXPANDER_ROW, "Sertifikat");

  return strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                 "Menurut BSrE: dapat menandatangani")
         != NULL;
}

static void
identify (Fixture *fixture)
{
  g_assert_true (choose (fixture->page, MFT_TEST_ESIGN_NAME " (BSrE Esign)"));
  type (fixture, "NIK", MFT_TEST_NIK);
  mft_ui_test_until (may_sign, fixture);
}

/* Masked on the screen; in no journal, and no passphrase. */
static void
assert_private (Fixture *fixture)
{
  g_autofree char *folder = mft_data_folder (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "catatan.jsonl", NULL);
  g_autofree char *text = NULL;
  GtkWidget *row = mft_ui_test_get (fixture->page, ADW_TYPE_EXPANDER_ROW, "Sertifikat");
  const char *fact = adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row));

  g_assert_nonnull (strstr (fact, "3171••••••••0003"));
  g_assert_null (strstr (fact, MFT_TEST_NIK));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, MFT_TEST_NIK));
  g_assert_null (strstr (text, PASSPHRASE));
}

static void
test_esign (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->esign->manner = MFT_TEST_ESIGN_SLOW;
  identify (fixture);
  type (fixture, "Frasa sandi BSrE", PASSPHRASE);
  affirm (fixture);
  mft_ui_test_until (is_ready, fixture->page);
  mft_ui_test_press (fixture->page, "_Tanda tangani");
  mft_ui_test_until (shows_result, fixture->page);
  g_assert_true (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
  g_assert_true (fixture->esign->was_visible);
}

static gboolean
code_was_sent (gpointer fixture)
{
  return g_atomic_int_get (&((Fixture *) fixture)->esign->sent_totp) == 1;
}

static void
test_code (Fixture *fixture, gconstpointer data)
{
  (void) data;
  identify (fixture);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (mft_ui_test_get (fixture->page, ADW_TYPE_COMBO_ROW, "Bukti kepada BSrE")), 1);
  g_signal_emit_by_name (
      mft_ui_test_get (fixture->page, ADW_TYPE_ACTION_ROW, "Kirim kode kepada saya"), "activated");
  mft_ui_test_until (code_was_sent, fixture);
  type (fixture, "Kode dari surel", MFT_TEST_ESIGN_CODE);
  assert_signs (fixture);
  g_assert_true (fixture->esign->used_totp);
}

static gboolean
says_no (gpointer fixture)
{
  GtkWidget *row
      = mft_ui_test_get (((Fixture *) fixture)->page, ADW_TYPE_EXPANDER_ROW, "Sertifikat");

  return strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)),
                 "Menurut BSrE: belum dapat menandatangani")
         != NULL;
}

/* Every state is a sentence of its own with whom to call; the document is not sent. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "EXPIRED", "RENEW",          "WAITING_FOR_VERIFICATION",
                                        "NEW",     "NO_CERTIFICATE", "NOT_REGISTERED",
                                        "SUSPEND", "REVOKE",         "ENTAH" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void) data;
  g_assert_true (choose (fixture->page, MFT_TEST_ESIGN_NAME " (BSrE Esign)"));
  affirm (fixture);
  type (fixture, "Frasa sandi BSrE", PASSPHRASE);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      fixture->esign->state = states[i];
      type (fixture, "NIK", "");
      type (fixture, "NIK", MFT_TEST_NIK);
      mft_ui_test_until (says_no, fixture);
      g_autofree char *sentence = dup_sentence (fixture);
      g_assert_nonnull (strstr (sentence, "Verifikator: Pusdatin, 021-000"));
      g_assert_null (strstr (sentence, MFT_TEST_NIK));
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&sentence)));
      g_assert_false (is_ready (fixture->page));
    }
  g_assert_cmpint (g_atomic_int_get (&fixture->esign->asked), ==, (int) G_N_ELEMENTS (states));
}

/* Refusals, and answers that are not this document with this signature and nothing else. */
static void
test_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint status;
    const char *text;
  } refusals[] = {
    { 400, "{\"error\":\"Proses signing gagal : User tidak terdaftar 2011\",\"status_code\":400}" },
    { 400, "{\"error\":\"com.itextpdf.text.exceptions.InvalidPdfException: x\"}" },
    { 400, "{\"error\":\"Kode baru 4711\"}" },
    { 401, "x" },
    { 503, "<html>" },
    { 500, "x" },
  };
  MftTestEsign *esign = fixture->esign;

  (void) data;
  identify (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      esign->refusal = refusals[i].status;
      esign->refusal_text = refusals[i].text;
      type (fixture, "Frasa sandi BSrE", PASSPHRASE);
      g_autofree char *words = assert_fails (fixture);
      g_assert_true (strstr (words, "4711") != NULL || i != 2);
    }
  esign->refusal = 0;
  esign->other_document = mft_pdf_fixture_simple_stream ();
  for (esign->manner = MFT_TEST_ESIGN_CUT; esign->manner <= MFT_TEST_ESIGN_HALF_A_DOCUMENT;
       esign->manner++)
    {
      type (fixture, "Frasa sandi BSrE", PASSPHRASE);
      g_free (assert_fails (fixture));
    }
  esign->manner = MFT_TEST_ESIGN_HONEST;
  type (fixture, "Frasa sandi BSrE", "salah");
  g_free (assert_fails (fixture));
  assert_private (fixture);
  type (fixture, "Frasa sandi BSrE", PASSPHRASE);
  assert_signs (fixture);
}

/* Nothing of it is there, and nothing is asked, before it is switched on. */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (fixture->window);
  g_free (fixture->output);
  g_settings_set_boolean (fixture->settings, "esign-on", FALSE);
  open_page (fixture);
  g_assert_false (choose (fixture->page, MFT_TEST_ESIGN_NAME " (BSrE Esign)"));
  g_assert_false (
      gtk_widget_get_visible (mft_ui_test_get (fixture->page, ADW_TYPE_PASSWORD_ENTRY_ROW, "NIK")));
  g_assert_cmpint (g_atomic_int_get (&fixture->esign->asked), ==, 0);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
#define ADD(name, data, up, test)                                                                  \
  g_test_add ("/ui/signers/" name, Fixture, data, up, test, tear_down)
  ADD ("token", NULL, set_up_token, test_token);
  ADD ("each-time", "tiap-kali", set_up_token, test_token);
  ADD ("reader", "papan", set_up_token, test_reader);
  ADD ("tries", NULL, set_up_token, test_tries);
  ADD ("pulled-out", NULL, set_up_token, test_pulled_out);
  ADD ("off", NULL, set_up_esign, test_off);
  ADD ("esign", NULL, set_up_esign, test_esign);
  ADD ("code", NULL, set_up_esign, test_code);
  ADD ("states", NULL, set_up_esign, test_states);
  ADD ("errors", NULL, set_up_esign, test_errors);
  return g_test_run ();
}
