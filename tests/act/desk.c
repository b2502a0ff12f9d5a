/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk, what it says of a document, and what a signature does in the library. */
#include "practice-key.h"
#include "random-edits.h"
#include "support.h"

#include "act/desk.h"
#include "act/status-note.h"
#include "act/summary.h"
#include "agreement/akn.h"
#include "agreement/edit.h"
#include "base/data-folder.h"
#include "base/safe-file.h"
#include "template/sample.h"
#include "typeset/pages.h"

typedef struct
{
  char *folder, *pdf;
  MftAgreement *agreement;
  MftKey *key;
  GPtrArray *own;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = mft_test_folder ();
  fixture->pdf = g_build_filename (fixture->folder, "PKS.pdf", NULL);
  fixture->agreement = mft_sample_agreement ("pks-bsre");
  fixture->key = mft_test_key_named ("Wulan Hapsari Tirtanegara");
  fixture->own = g_ptr_array_new ();
  g_ptr_array_add (fixture->own, mft_key_get_certificate (fixture->key));
  mft_data_folder_set (fixture->folder);
  const MftTypesetOptions options = { 0 };
  g_autoptr (MftPages) pages = mft_typeset (fixture->agreement, &options, NULL, &error);
  g_autoptr (GDateTime) date = mft_typeset_date (fixture->agreement, NULL);
  g_autoptr (GBytes) source = mft_akn_write (fixture->agreement);
  g_autoptr (GBytes) bytes = mft_pages_to_pdf (pages, date, source, &error);
  g_assert_no_error (error);
  g_assert_true (mft_safe_file_save (fixture->pdf, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), TRUE, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  mft_data_folder_set (NULL);
  g_ptr_array_unref (fixture->own);
  g_object_unref (fixture->agreement);
  g_object_unref (fixture->key);
  g_free (fixture->folder);
  g_free (fixture->pdf);
}

static MftSigningResult *
sign (MftKey *key, const char *input, const char *output, const char *field)
{
  const MftSigningRequest request
      = { .input = input, .output = output, .key = key, .field = field, .replace = TRUE };
  g_autoptr (GError) error = NULL;
  MftSigningResult *result = mft_act_sign (&request, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static MftDeskItem *
look (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  MftDeskItem *item = mft_desk_look (path, fixture->own, NULL, &error);

  g_assert_no_error (error);
  return item;
}

/* From me to the others to done. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MftKey) other = mft_test_key_named ("Bagas Manikmaya");
  g_autofree char *half = g_build_filename (fixture->folder, "PKS_ttd-1.pdf", NULL);
  g_autofree char *whole = g_build_filename (fixture->folder, "PKS_ttd-2.pdf", NULL);
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.pdf", NULL);
  g_autoptr (MftDeskItem) item = look (fixture, fixture->pdf);

  (void) data;
  g_assert_cmpint (item->group, ==, MFT_DESK_MINE);
  g_assert_cmpstr (item->waiting_for, ==, "PIHAK KESATU, PIHAK KEDUA");
  g_assert_nonnull (strstr (item->title, "Sertifikat Elektronik"));
  g_assert_nonnull (strstr (item->with, "Kementerian Tata Samudra"));
  g_autoptr (MftSigningResult) first = sign (fixture->key, fixture->pdf, half, "PIHAK_KESATU");
  g_autoptr (MftDeskItem) waiting = look (fixture, half);
  g_assert_cmpint (waiting->group, ==, MFT_DESK_OTHERS);
  g_assert_cmpstr (waiting->waiting_for, ==, "PIHAK KEDUA");
  g_assert_true (waiting->is_in_order);
  g_assert_cmpint (waiting->preservation.reason, ==, MFT_PRESERVE_NO_TIME);
  g_autoptr (MftSigningResult) second = sign (other, half, whole, "PIHAK_KEDUA");
  g_autoptr (MftDeskItem) done = look (fixture, whole);
  g_assert_cmpint (done->group, ==, MFT_DESK_DONE);
  g_assert_cmpuint (done->n_signed, ==, 2);
  /* Signed by the other one first, it waits for me. */
  g_autoptr (MftSigningResult) they = sign (other, fixture->pdf, theirs, "PIHAK_KEDUA");
  g_autoptr (MftDeskItem) mine = look (fixture, theirs);
  g_assert_cmpint (mine->group, ==, MFT_DESK_MINE);
  g_assert_cmpint (mine->preservation.reason, ==, MFT_PRESERVE_NOTHING);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "x.pdf", NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_file_set_contents (path, "%PDF-1.7\nnothing\n", -1, NULL);
  g_assert_null (mft_desk_look (path, fixture->own, NULL, &error));
  g_assert_nonnull (error);
}

/* What lies on it is kept; what was signed in the folder is passed over. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *half = g_build_filename (fixture->folder, "PKS_ttd-1.pdf", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "surat.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftDesk) desk = mft_desk_load (&error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpuint (desk->files->len, ==, 0);
  mft_desk_put (desk, "/gone.pdf");
  mft_desk_put (desk, fixture->pdf);
  mft_desk_put (desk, fixture->pdf);
  g_assert_cmpuint (desk->files->len, ==, 2);
  g_assert_true (mft_desk_save (desk, &error));
  g_autoptr (MftDesk) again = mft_desk_load (&error);
  g_autoptr (GPtrArray) paths = mft_desk_paths (again);
  g_assert_cmpuint (paths->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (paths, 0), ==, fixture->pdf);
  again->folder = g_strdup (fixture->folder);
  g_file_set_contents (half, "x", 1, NULL);
  g_file_set_contents (other, "x", 1, NULL);
  mft_desk_take_away (again, fixture->pdf);
  g_autoptr (GPtrArray) found = mft_desk_paths (again);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, half);
  g_assert_cmpstr (g_ptr_array_index (found, 1), ==, other);
  g_autofree char *below = g_build_filename (fixture->folder, "Ditandatangani", "surat.pdf", NULL);
  mft_desk_put (again, below); /* what a batch made of it */
  g_autoptr (GPtrArray) left = mft_desk_paths (again);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (left, 0), ==, half);
  g_autofree char *file = g_build_filename (fixture->folder, "meja.json", NULL);
  g_file_set_contents (file, "{\"files\": [1, {}, null], \"folder\": []}", -1, NULL);
  g_autoptr (MftDesk) odd = mft_desk_load (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (odd->files->len, ==, 0);
  g_file_set_contents (file, "[", -1, NULL);
  g_assert_null (mft_desk_load (&error));
}

static guint
count (const MftSummary *summary, MftSummaryKind kind)
{
  guint found = 0;

  for (guint i = 0; i < summary->lines->len; i++)
    found += ((const MftSummaryLine *) g_ptr_array_index (summary->lines, i))->kind == kind;
  return found;
}

/* From the structure: who, what, own duties, deadlines; and what changed since it was seen. */
static void
test_summary (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "Kementerian Tata Samudra", NULL };
  gboolean is_guess = TRUE;
  g_autoptr (MftAgreement) read = mft_summary_agreement (fixture->pdf, &is_guess);
  g_autoptr (MftSummary) all = mft_summary_new (read, NULL);
  g_autoptr (MftSummary) own = mft_summary_new (read, names);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (is_guess);
  g_assert_cmpuint (count (own, MFT_SUMMARY_PARTY), ==, 2);
  g_assert_cmpuint (count (own, MFT_SUMMARY_DUTY), >=, 3);
  g_assert_cmpuint (count (own, MFT_SUMMARY_DUTY), <, count (all, MFT_SUMMARY_DUTY));
  g_assert_cmpuint (count (own, MFT_SUMMARY_DEADLINE), >=, 3);
  g_assert_false (own->seen_before);
  g_assert_true (mft_summary_note_seen (read, &error));
  g_autoptr (MftSummary) same = mft_summary_new (read, names);
  g_assert_true (same->seen_before);
  g_assert_cmpuint (count (same, MFT_SUMMARY_CHANGED), ==, 0);
  MftBlock *body = mft_agreement_get_part (read, MFT_BLOCK_BODY);
  MftBlock *pasal = mft_block_get_child (body, 1);
  g_autoptr (MftText) text = mft_text_new ("Isi yang sama sekali lain", MFT_STYLE_PLAIN);
  g_assert_true (mft_edit_text (read, mft_block_get_child (pasal, 0), 0, 5, text, &error));
  g_assert_no_error (error);
  g_autoptr (MftSummary) changed = mft_summary_new (read, names);
  g_assert_cmpuint (count (changed, MFT_SUMMARY_CHANGED), >=, 1);
}

static MftStatus
status_of (MftLibrary *library, const char *id)
{
  MftStatus status = MFT_STATUS_DRAFT;

  g_assert_true (mft_library_get_status (library, id, &status, NULL));
  return status;
}

/* One signature, then all: the library's agreement goes along. A stranger's PDF moves nothing. */
static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MftKey) other = mft_test_key_named ("Bagas Manikmaya");
  g_autofree char *half = g_build_filename (fixture->folder, "h.pdf", NULL);
  g_autofree char *whole = g_build_filename (fixture->folder, "w.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftLibrary) library = mft_library_open (fixture->folder, &error);
  g_assert_no_error (error);
  g_autofree char *id = mft_library_add (library, fixture->agreement, &error);
  g_autoptr (MftSigningResult) first = sign (fixture->key, fixture->pdf, half, "PIHAK_KESATU");

  (void) data;
  g_assert_null (mft_status_note_signed (library, first, &error));
  g_assert_no_error (error);
  g_assert_true (mft_status_note_pages (library, id, fixture->pdf, &error));
  g_autofree char *found = mft_status_note_signed (library, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, id);
  g_assert_cmpint (status_of (library, id), ==, MFT_STATUS_PARTLY_SIGNED);
  g_autoptr (MftSigningResult) second = sign (other, half, whole, "PIHAK_KEDUA");
  g_autofree char *again = mft_status_note_signed (library, second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, id);
  g_assert_cmpint (status_of (library, id), ==, MFT_STATUS_IN_FORCE);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/act/desk/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  ADD ("groups", test_groups);
  ADD ("hostile", test_hostile);
  ADD ("list", test_list);
  ADD ("summary", test_summary);
  ADD ("status", test_status);
  return g_test_run ();
}
