/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "base/digest.h"
#include "pdf-fixture.h"
#include "pdf-judges.h"
#include "pdf/error.h"
#include "pdf/signature-field.h"
#include "pki/cms.h"
#include "practice-key.h"
#include "sign/error.h"
#include "sign/pades.h"

/* One key does for all tests. */
static MftKey *
any_key (void)
{
  static MftKey *key;

  if (key == NULL)
    key = mft_test_key_named (NULL);
  return key;
}

static GBytes *
sign (GBytes *bytes, const MftSignRequest *wanted, GError **error)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftSafeFile) output = mft_safe_file_new (path, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 11, 26, 14, 33, 8);
  MftSignRequest request = *wanted;

  request.time = time;
  g_autofree char *field = mft_pades_sign (source, any_key (), &request, output, NULL, NULL, error);
  if (field == NULL)
    return NULL;
  if (request.field != NULL)
    g_assert_cmpstr (field, ==, request.field);
  g_assert_true (mft_safe_file_commit (output, FALSE, NULL));
  return mft_file_read (path, 10000000, NULL);
}

static GBytes *
sign_well (GBytes *bytes, const MftSignRequest *request)
{
  g_autoptr (GError) error = NULL;
  GBytes *signed_bytes = sign (bytes, request, &error);

  g_assert_no_error (error);
  /* Not one byte that was there may change. */
  g_assert_cmpuint (g_bytes_get_size (signed_bytes), >, g_bytes_get_size (bytes));
  g_assert_cmpmem (g_bytes_get_data (signed_bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return signed_bytes;
}

static GBytes *
sign_field (GBytes *bytes, const char *field)
{
  const MftSignRequest request = { .field = field };

  return sign_well (bytes, &request);
}

static void
refuse (GBytes *bytes, const MftSignRequest *request, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) signed_bytes = sign (bytes, request, &error);

  g_assert_null (signed_bytes);
  g_assert_error (error, domain, code);
}

/* The signature is whole: its range ends with its revision, leaves out exactly its Contents, and
 * its CMS holds the digest of the rest. */
static void
assert_signature (GBytes *bytes, MftPdfFile *file, const MftPdfSignatureField *field,
                  guint revision)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  const MftPdfObject *range = mft_pdf_dict_get (field->value, "ByteRange");
  const MftPdfObject *contents = mft_pdf_dict_get (field->value, "Contents");
  gint64 numbers[4];
  gsize size;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (mft_pdf_array_size (range), ==, 4);
  for (guint i = 0; i < 4; i++)
    numbers[i] = mft_pdf_object_get_integer (mft_pdf_array_item (range, i), -1);
  g_assert_cmpint (numbers[0], ==, 0);
  g_assert_cmpint (numbers[1], ==, mft_pdf_object_start (contents));
  g_assert_cmpint (numbers[2], ==, mft_pdf_object_end (contents));
  g_assert_cmpint (numbers[2] + numbers[3], ==, mft_pdf_file_revision (file, revision)->end_line);

  g_autoptr (GByteArray) covered = g_byte_array_new ();
  g_byte_array_append (covered, data, (guint) numbers[1]);
  g_byte_array_append (covered, data + numbers[2], (guint) numbers[3]);
  const char *cms_bytes = mft_pdf_object_get_string (contents, &size);
  g_autoptr (MftCms) cms = mft_cms_read (cms_bytes, size, MFT_CMS_DETACHED, &error);
  guint8 digest[MFT_SHA256_SIZE];
  g_assert_no_error (error);
  mft_sha256 (covered->data, covered->len, digest);
  g_assert_true (mft_cms_digest_matches (cms, digest, sizeof digest));
  g_assert_cmpuint (cms->facts & (MFT_CMS_BREAKING | MFT_CMS_UNJUDGED | MFT_CMS_HAS_SIGNING_TIME),
                    ==, 0);
}

/* Every signed field is whole in the last revision; how many are. `first_signed` is the revision
 * of the first signature. */
static guint
assert_signatures (GBytes *bytes, const char *const *order, guint first_signed)
{
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (bytes);
  g_autoptr (GPtrArray) fields
      = mft_pdf_signature_fields (file, mft_pdf_file_last_revision (file), NULL);
  guint count = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const MftPdfSignatureField *field = g_ptr_array_index (fields, i);
      for (guint k = 0; field->is_signed && order[k] != NULL; k++)
        if (g_str_equal (order[k], field->name))
          {
            assert_signature (bytes, file, field, first_signed + k);
            count++;
          }
    }
  return count;
}

/* Judges that are not ours: qpdf in the library, pdfsig if it is there. */
static void
assert_judges (GBytes *bytes, guint signatures)
{
  g_autofree char *program = g_find_program_in_path ("pdfsig");
  mft_test_assert_qpdf_clean (bytes);
  if (program == NULL)
    {
      g_test_message ("pdfsig is not installed: not asked");
      return;
    }
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *text = NULL;
  const char *const argv[] = { program, "-nocert", path, NULL };
  g_assert_true (mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     FALSE, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &text, NULL, NULL, NULL));
  guint valid = 0;
  for (const char *at = text; (at = strstr (at, "Signature is Valid.")) != NULL; at++)
    valid++;
  g_assert_cmpuint (valid, ==, signatures);
  g_assert_nonnull (strstr (text, "Total document signed"));
}

static void
test_both_orders (void)
{
  static GBytes *(*const makers[]) (void)
      = { mft_pdf_fixture_simple_table, mft_pdf_fixture_simple_stream,
          mft_pdf_fixture_simple_hybrid };
  static const char *const orders[][3]
      = { { "PIHAK_KESATU", "PIHAK_KEDUA", NULL }, { "PIHAK_KEDUA", "PIHAK_KESATU", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (orders); k++)
      {
        g_autoptr (GBytes) bytes = makers[i]();
        g_autoptr (GBytes) once = sign_field (bytes, orders[k][0]);
        g_autoptr (GBytes) twice = sign_field (once, orders[k][1]);

        g_assert_cmpuint (assert_signatures (once, orders[k], 1), ==, 1);
        g_assert_cmpuint (assert_signatures (twice, orders[k], 1), ==, 2);
        assert_judges (once, 1);
        assert_judges (twice, 2);
      }
}

static void
test_one_empty (void)
{
  const MftSignRequest request = { 0 };
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();

  refuse (bytes, &request, MFT_SIGN_ERROR, MFT_SIGN_ERROR_CHOICE);
  g_autoptr (GBytes) once = sign_field (bytes, "PIHAK_KEDUA");
  g_autoptr (GBytes) twice = sign_well (once, &request);
  refuse (twice, &request, MFT_SIGN_ERROR, MFT_SIGN_ERROR_CHOICE);
  const MftSignRequest again = { .field = "PIHAK_KEDUA" };
  refuse (twice, &again, MFT_SIGN_ERROR, MFT_SIGN_ERROR_FIELD_SIGNED);
  const MftSignRequest unknown = { .field = "PIHAK_KETIGA" };
  refuse (bytes, &unknown, MFT_SIGN_ERROR, MFT_SIGN_ERROR_NO_FIELD);
}

/* A page without form and annotations, turned. */
static GBytes *
make_bare (int rotate)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autofree char *page = g_strdup_printf (
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << >> /Rotate %d >>",
      rotate);

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3, page);
  mft_pdf_fixture_table (fixture, 4, "/Root 1 0 R");
  return mft_pdf_fixture_bytes (fixture);
}

static void
test_new_fields (void)
{
  static const char *const order[] = { "TANDA_TANGAN_1", "PARAF", "TANDA_TANGAN_2", NULL };
  const MftSignRequest visible = { .page = 1, .rect = { 10, 20, 152, 73 } };
  const MftSignRequest named = { .field = "PARAF", .page = 1, .rect = { 300, 20, 442, 73 } };
  const MftSignRequest invisible = { .invisible = TRUE };

  for (int rotate = 0; rotate < 360; rotate += 90)
    {
      g_autoptr (GBytes) bytes = make_bare (rotate);
      g_autoptr (GBytes) one = sign_well (bytes, &visible);
      g_autoptr (GBytes) two = sign_well (one, &named);
      g_autoptr (GBytes) three = sign_well (two, &invisible);
      g_autoptr (MftPdfFile) file = mft_test_open_pdf (three);
      g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, 3, NULL);
      g_autoptr (MftPdfPage) page = mft_pdf_page_find (file, 3, 1, NULL);
      const MftPdfSignatureField *first = g_ptr_array_index (fields, 0);
      MftPdfRect seen = mft_pdf_page_to_seen (page, &first->rect);

      g_assert_cmpuint (assert_signatures (three, order, 1), ==, 3);
      g_assert_cmpuint (first->page, ==, 1);
      g_assert_cmpfloat_with_epsilon (seen.left, 10, 0.001);
      g_assert_cmpfloat_with_epsilon (seen.top, 73, 0.001);
      assert_judges (three, 3);
    }
}

/* Arrays that are objects of their own, a form inside the catalog, a widget apart from its field. */
static void
test_other_shapes (void)
{
  static const char *const order[] = { "nama.PIHAK", "TANDA_TANGAN_1", NULL };
  const MftSignRequest visible = { .page = 1, .rect = { 10, 20, 152, 73 } };
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (fixture, 1,
                          "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 5 0 R >> >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << >> "
                          "/Annots 4 0 R >>");
  mft_pdf_fixture_object (fixture, 4, "[8 0 R]");
  mft_pdf_fixture_object (fixture, 5, "[6 0 R]");
  mft_pdf_fixture_object (fixture, 6, "<< /T (nama) /FT /Sig /Kids [7 0 R] >>");
  mft_pdf_fixture_object (fixture, 7, "<< /T (PIHAK) /Parent 6 0 R /Kids [8 0 R] >>");
  mft_pdf_fixture_object (fixture, 8,
                          "<< /Type /Annot /Subtype /Widget /Parent 7 0 R /Rect [9 9 99 59] >>");
  mft_pdf_fixture_table (fixture, 9, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (GBytes) once = sign_field (bytes, order[0]);
  g_autoptr (GBytes) twice = sign_well (once, &visible);
  g_autoptr (MftPdfFile) file = mft_test_open_pdf (twice);
  g_autoptr (MftPdfObject) widget = mft_pdf_file_load (file, 1, 8, 0, NULL);
  g_autoptr (MftPdfObject) page = mft_pdf_file_load (file, 2, 3, 0, NULL);

  g_assert_cmpuint (assert_signatures (twice, order, 1), ==, 2);
  mft_test_assert_qpdf_clean (twice); /* pdfsig does not see a value apart from its widget */
  g_assert_nonnull (mft_pdf_dict_get (widget, "AP"));
  g_assert_null (mft_pdf_dict_get (widget, "V"));
  /* The page itself stays as it was: only its list of annotations has grown. */
  g_assert_cmpint (mft_pdf_file_find (file, 2, 3)->first, <, g_bytes_get_size (bytes));
  g_assert_cmpuint (mft_pdf_object_get_reference (mft_pdf_dict_get (page, "Annots"), NULL), ==, 4);
}

/* Of a file with one byte changed: refused with a reason, or signed so that it can be read again. */
static void
test_flipped (void)
{
  const MftSignRequest request = { .field = "PIHAK_KESATU" };
  static const char *const order[] = { "PIHAK_KESATU", NULL };
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += 13)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      copy[at] ^= 1;
      g_autoptr (GBytes) flipped = g_bytes_new_static (copy, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) result = sign (flipped, &request, &error);
      if (result == NULL)
        g_assert_nonnull (error);
      else
        g_assert_cmpuint (assert_signatures (result, order, 1), ==, 1);
    }
}

static void
test_wrong_places (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  const MftSignRequest requests[] = {
    { .page = 3, .rect = { 10, 20, 152, 73 } },
    { .page = 1, .rect = { 500, 20, 642, 73 } },
    { .page = 1, .rect = { -1, 20, 142, 73 } },
    { .page = 1, .rect = { 10, 20, 10, 73 } },
    { .field = "a.b", .page = 1, .rect = { 10, 20, 152, 73 } },
    { .field = "", .invisible = TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    refuse (bytes, &requests[i], MFT_SIGN_ERROR, MFT_SIGN_ERROR_PLACE);
}

static void
test_certify (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  const MftSignRequest fill = { .field = "PIHAK_KESATU", .certify = MFT_CERTIFY_FILL };
  const MftSignRequest locked = { .field = "PIHAK_KESATU", .certify = MFT_CERTIFY_LOCKED };
  const MftSignRequest late = { .field = "PIHAK_KEDUA", .certify = MFT_CERTIFY_FILL };
  const MftSignRequest added = { .invisible = TRUE };

  refuse (bytes, &locked, MFT_SIGN_ERROR, MFT_SIGN_ERROR_CERTIFY);
  g_autoptr (GBytes) certified = sign_well (bytes, &fill);
  refuse (certified, &late, MFT_SIGN_ERROR, MFT_SIGN_ERROR_CERTIFY);
  refuse (certified, &added, MFT_SIGN_ERROR, MFT_SIGN_ERROR_NEW_FIELD);
  g_autoptr (GBytes) both = sign_field (certified, "PIHAK_KEDUA");
  assert_judges (both, 2);

  g_autoptr (GBytes) bare = make_bare (0);
  const MftSignRequest alone = { .invisible = TRUE, .certify = MFT_CERTIFY_LOCKED };
  g_autoptr (GBytes) shut = sign_well (bare, &alone);
  assert_judges (shut, 1);
  refuse (shut, &added, MFT_SIGN_ERROR, MFT_SIGN_ERROR_FORBIDDEN);
}

/* Adds a lock to PIHAK_KESATU, signs it and tries `second`; `refusal`: 0 is none. */
static void
try_lock (const char *lock, const MftSignRequest *second, int refusal)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autofree char *field
      = g_strdup_printf ("<< /Type /Annot /Subtype /Widget /FT /Sig /T (PIHAK_KESATU) /F 4 "
                         "/Rect [0 0 0 0] /Lock << /Type /SigFieldLock %s >> >>",
                         lock);

  mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << >> "
                          "/Annots [4 0 R 6 0 R] >>");
  mft_pdf_fixture_object (fixture, 4, field);
  mft_pdf_fixture_object (fixture, 5, "<< /Fields [4 0 R 6 0 R] /SigFlags 3 >>");
  mft_pdf_fixture_object (fixture, 6,
                          "<< /Type /Annot /Subtype /Widget /FT /Sig /T (PIHAK_KEDUA) /F 4 "
                          "/Rect [0 0 0 0] >>");
  mft_pdf_fixture_table (fixture, 7, "/Root 1 0 R");
  g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
  g_autoptr (GBytes) once = sign_field (bytes, "PIHAK_KESATU");
  if (refusal != 0)
    refuse (once, second, MFT_SIGN_ERROR, refusal);
  else
    {
      g_autoptr (GBytes) twice = sign_well (once, second);
      assert_judges (twice, 2);
    }
}

static void
test_locks (void)
{
  const MftSignRequest second = { .field = "PIHAK_KEDUA" };
  const MftSignRequest added = { .page = 1, .rect = { 10, 20, 152, 73 } };

  try_lock ("/Action /All", &second, MFT_SIGN_ERROR_FIELD_LOCKED);
  try_lock ("/Action /Include /Fields [(PIHAK_KEDUA)]", &second, MFT_SIGN_ERROR_FIELD_LOCKED);
  try_lock ("/Action /Include /Fields [(PIHAK)]", &second, 0);
  try_lock ("/Action /Include /Fields [(nama)]", &second, 0);
  try_lock ("/Action /Exclude /Fields [(nama)]", &second, MFT_SIGN_ERROR_FIELD_LOCKED);
  try_lock ("/Action /Exclude /Fields [(PIHAK_KEDUA)]", &second, 0);
  try_lock ("/Action /Include /Fields [(nama)] /P 1", &second, MFT_SIGN_ERROR_FORBIDDEN);
  try_lock ("/Action /Include /Fields [(nama)] /P 2", &second, 0);
  try_lock ("/Action /Include /Fields [(nama)] /P 2", &added, MFT_SIGN_ERROR_NEW_FIELD);
  try_lock ("/Action /Include /Fields [(nama)]", &added, 0);
  try_lock ("/Action /Aneh", &second, MFT_SIGN_ERROR_FIELD_LOCKED);
}

static void
test_unsound (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int code;
  } cases[] = {
    { "/Size 9", "/Size 9 /Encrypt 7 0 R", MFT_PDF_ERROR_ENCRYPTED },
    { "%%EOF", "%%EOX", MFT_PDF_ERROR_DAMAGED },
    { "4 0 obj", "5 0 obj", MFT_PDF_ERROR_DAMAGED },
    { "/Kids [3 0 R 4 0 R]", "/Kids [3 0 R 2 0 R]", MFT_PDF_ERROR_DAMAGED },
    { "/P 4 0 R", "/P 4 /P 0", MFT_PDF_ERROR_DAMAGED },
  };
  const MftSignRequest request = { .field = "PIHAK_KESATU" };
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text
          = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
      g_autoptr (GBytes) wrong = g_bytes_new_static (text->str, text->len);
      refuse (wrong, &request, MFT_PDF_ERROR, cases[i].code);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (MftSafeFile) output = mft_safe_file_new (path, NULL);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 26, 0, 0, 0);
  const MftSignRequest request = { .field = "PIHAK_KESATU", .time = time };
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autoptr (GError) error = NULL;

  mft_job_cancel (job);
  g_assert_null (mft_pades_sign (source, any_key (), &request, output, NULL, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/sign/pades/both-orders", test_both_orders);
  g_test_add_func ("/sign/pades/one-empty", test_one_empty);
  g_test_add_func ("/sign/pades/new-fields", test_new_fields);
  g_test_add_func ("/sign/pades/other-shapes", test_other_shapes);
  g_test_add_func ("/sign/pades/flipped", test_flipped);
  g_test_add_func ("/sign/pades/wrong-places", test_wrong_places);
  g_test_add_func ("/sign/pades/certify", test_certify);
  g_test_add_func ("/sign/pades/locks", test_locks);
  g_test_add_func ("/sign/pades/unsound", test_unsound);
  g_test_add_func ("/sign/pades/cancelled", test_cancelled);
  return g_test_run ();
}
