/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/evidence.h"

#include "base/clock.h"

#define STREAMS_MOST 500
#define STREAMS_SIZE_MOST (16u << 20) /* of one kind, all together */
#define VRI_MOST 1000

typedef void (*TakeFunc) (MftEvidence *evidence, gconstpointer data, gsize size);

/* One kind of validation data: its arrays in /DSS and in an entry of /VRI. */
typedef struct
{
  const char *key;
  const char *vri_key;
  TakeFunc take;
  guint count;
  gsize left;
} Kind;

typedef struct
{
  MftEvidence *evidence;
  MftPdfFile *file;
  guint revision;
  GHashTable *seen; /* numbers of streams that were read */
} Reader;

static void
take_certificate (MftEvidence *evidence, gconstpointer data, gsize size)
{
  MftCertificate *one = mft_certificate_new_from_der (data, size, NULL);

  if (one != NULL)
    g_ptr_array_add (evidence->certificates, one);
}

static void
take_crl (MftEvidence *evidence, gconstpointer data, gsize size)
{
  mft_revocation_set_add_crl (evidence->embedded, data, size, NULL);
}

static void
take_ocsp (MftEvidence *evidence, gconstpointer data, gsize size)
{
  mft_revocation_set_add_ocsp (evidence->embedded, data, size, NULL);
}

/* The decoded streams of an array; what goes over the limits is left out. */
static void
read_streams (Reader *reader, const MftPdfObject *dict, const char *key, Kind *kind)
{
  g_autoptr (MftPdfObject) array
      = mft_pdf_file_get (reader->file, reader->revision, dict, key, NULL);

  for (guint i = 0; i < MIN (mft_pdf_array_size (array), STREAMS_MOST); i++)
    {
      MftPdfObject *item = mft_pdf_array_item (array, i);
      guint32 number = mft_pdf_object_get_reference (item, NULL);
      g_autoptr (MftPdfObject) stream = NULL;
      g_autoptr (GBytes) data = NULL;

      if (number == 0 || kind->count >= STREAMS_MOST || !mft_job_check (reader->evidence->job, NULL)
          || !g_hash_table_add (reader->seen, GUINT_TO_POINTER (number)))
        continue;
      stream = mft_pdf_file_resolve (reader->file, reader->revision, item, NULL);
      if (mft_pdf_object_is (stream, MFT_PDF_STREAM))
        data = mft_pdf_file_stream_data (reader->file, reader->revision, stream, kind->left, NULL);
      if (data == NULL)
        continue;
      kind->take (reader->evidence, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
      kind->left -= g_bytes_get_size (data);
      kind->count++;
    }
}

static MftPdfObject *
get_dss (MftPdfFile *file, guint revision)
{
  g_autoptr (MftPdfObject) catalog = mft_pdf_file_catalog (file, revision, NULL);

  return mft_pdf_file_get (file, revision, catalog, "DSS", NULL);
}

/* An archive timestamp is one over a revision that had the data already. */
static guint
first_with_dss (MftPdfFile *file)
{
  for (guint revision = 0; revision < mft_pdf_file_last_revision (file); revision++)
    {
      g_autoptr (MftPdfObject) dss = get_dss (file, revision);
      if (mft_pdf_object_is (dss, MFT_PDF_DICT))
        return revision;
    }
  return mft_pdf_file_last_revision (file);
}

static void
read_dss (MftEvidence *evidence, MftPdfFile *file)
{
  Kind kinds[] = {
    { "Certs", "Cert", take_certificate, 0, STREAMS_SIZE_MOST },
    { "OCSPs", "OCSP", take_ocsp, 0, STREAMS_SIZE_MOST },
    { "CRLs", "CRL", take_crl, 0, STREAMS_SIZE_MOST },
  };
  guint last = mft_pdf_file_last_revision (file);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Reader reader = { evidence, file, last, seen };
  g_autoptr (MftPdfObject) dss = get_dss (file, last);
  g_autoptr (MftPdfObject) vri = mft_pdf_file_get (file, last, dss, "VRI", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      read_streams (&reader, dss, kinds[i].key, &kinds[i]);
      for (guint k = 0; k < MIN (mft_pdf_dict_size (vri), VRI_MOST); k++)
        {
          g_autoptr (MftPdfObject) entry
              = mft_pdf_file_resolve (file, last, mft_pdf_dict_value (vri, k), NULL);
          read_streams (&reader, entry, kinds[i].vri_key, &kinds[i]);
        }
    }
  evidence->has_dss = kinds[0].count > 0 && kinds[1].count + kinds[2].count > 0;
  if (evidence->has_dss)
    evidence->dss_since = first_with_dss (file);
}

static void
take_all (MftEvidence *evidence, GPtrArray *statements, TakeFunc take)
{
  for (guint i = 0; i < statements->len; i++)
    {
      gsize size;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (statements, i), &size);
      take (evidence, data, size);
    }
}

static void
take_from_cms (MftEvidence *evidence, const MftCms *cms)
{
  if (cms == NULL)
    return;
  take_all (evidence, cms->crls, take_crl);
  take_all (evidence, cms->ocsps, take_ocsp);
}

void
mft_evidence_init (MftEvidence *evidence, MftPdfFile *file, GPtrArray *subjects,
                   const MftVerifyOptions *options, const MftAnchors *anchors, MftJob *job)
{
  GPtrArray *given = options->certificates;

  evidence->anchors = anchors;
  evidence->judged_at = options->at != 0 ? options->at : mft_clock_now ();
  evidence->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  evidence->given = options->revocations;
  evidence->online = options->online;
  evidence->embedded = mft_revocation_set_new ();
  evidence->has_dss = FALSE;
  evidence->dss_since = 0;
  evidence->job = job;
  for (guint i = 0; given != NULL && i < given->len; i++)
    g_ptr_array_add (evidence->certificates, mft_certificate_ref (g_ptr_array_index (given, i)));
  read_dss (evidence, file);
  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *subject = g_ptr_array_index (subjects, i);
      take_from_cms (evidence, subject->cms);
      take_from_cms (evidence, subject->token != NULL ? subject->token->cms : NULL);
    }
}

void
mft_evidence_clear (MftEvidence *evidence)
{
  g_ptr_array_unref (evidence->certificates);
  mft_revocation_set_free (evidence->embedded);
}

MftPath *
mft_evidence_path (const MftEvidence *evidence, const MftCms *cms, MftPathUse use, gint64 at,
                   gboolean proven)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  MftPathRequest request = { use, at, proven, evidence->anchors, all };

  g_ptr_array_extend (all, cms->certificates, NULL, NULL);
  g_ptr_array_extend (all, evidence->certificates, NULL, NULL);
  return mft_online_evidence_path (evidence->online, cms->signer, &request, evidence->job);
}

MftRevocation
mft_evidence_revocation (const MftEvidence *evidence, const MftPath *path, gint64 at)
{
  MftRevocation result = path->trust == MFT_TRUST_TRUSTED && path->chain->len > 1
                             ? MFT_REVOCATION_GOOD
                             : MFT_REVOCATION_UNKNOWN;

  for (guint i = 0; i + 1 < path->chain->len; i++)
    {
      const MftRevocationQuestion question
          = { g_ptr_array_index (path->chain, i), g_ptr_array_index (path->chain, i + 1), at,
              evidence->judged_at };
      MftRevocation answer = mft_revocation_set_ask (evidence->embedded, &question, evidence->job);
      if (evidence->given != NULL)
        answer = MAX (answer, mft_revocation_set_ask (evidence->given, &question, evidence->job));
      if (answer == MFT_REVOCATION_UNKNOWN && evidence->online != NULL)
        answer = mft_online_evidence_ask (evidence->online, &question, evidence->job);
      if (answer == MFT_REVOCATION_REVOKED)
        return MFT_REVOCATION_REVOKED;
      result = MIN (result, answer);
    }
  return result;
}

gboolean
mft_evidence_is_complete (const MftEvidence *evidence, const MftPath *path)
{
  MftCertificate *top
      = path->chain->len > 0 ? g_ptr_array_index (path->chain, path->chain->len - 1) : NULL;

  for (guint i = 0; i + 1 < path->chain->len; i++)
    if (!mft_revocation_set_covers (evidence->embedded, g_ptr_array_index (path->chain, i),
                                    g_ptr_array_index (path->chain, i + 1)))
      return FALSE;
  return top != NULL && (path->trust == MFT_TRUST_TRUSTED || mft_certificate_is_self_issued (top));
}
