/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/pades.h"

#include "base/digest.h"
#include "pki/cms-build.h"
#include "sign/appearance.h"
#include "sign/error.h"
#include "sign/new-field.h"
#include "sign/permission.h"
#include "sign/tail.h"
#include "sign/target.h"

/* Room that is never gone below: chains grow, tokens answer longer than they say. */
#define CMS_SIZE_LEAST (16 * 1024)

typedef struct
{
  MftPdfFile *file;
  MftKey *key;
  const MftSignRequest *request;
  MftSignatureScheme scheme;
  const MftSignTarget *target;
  const MftFormXObject *stamp; /* NULL: invisible */
} Session;

static void
fill_widget (const Session *session, MftPdfUpdate *update, MftPdfObject *widget)
{
  gint64 flags = mft_pdf_object_get_integer (mft_pdf_dict_get (widget, "F"), 0);

  mft_pdf_dict_set (widget, "F", mft_pdf_object_new_integer (flags | MFT_SIGN_WIDGET_FLAGS));
  if (session->stamp == NULL)
    return;
  MftPdfObject *appearance = mft_pdf_object_new (MFT_PDF_DICT);
  guint32 number = mft_sign_appearance_put (session->stamp, session->target, update);
  mft_pdf_dict_set (appearance, "N", mft_pdf_object_new_reference (number, 0));
  mft_pdf_dict_set (widget, "AP", appearance);
}

/* The field and, if it is another object, its widget. */
static gboolean
fill_field (const Session *session, MftPdfUpdate *update, MftPdfObject *form, guint32 signature,
            GError **error)
{
  const MftPdfSignatureField *old = session->target->field;
  MftPdfObject *field, *widget;

  if (old == NULL)
    field = widget = mft_sign_new_field (update, form, session->target->page,
                                         &session->target->rect, session->target->name, error);
  else
    {
      field = mft_pdf_update_edit (update, old->number, old->generation, error);
      widget = field != NULL
                   ? mft_pdf_update_edit (update, old->widget_number, old->widget_generation, error)
                   : NULL;
    }
  if (widget == NULL)
    return FALSE;
  mft_pdf_dict_set (field, "V", mft_pdf_object_new_reference (signature, 0));
  fill_widget (session, update, widget);
  return TRUE;
}

/* SignaturesExist and AppendOnly; written only if they were not there. */
static gboolean
has_flags (const Session *session)
{
  guint revision = mft_pdf_file_last_revision (session->file);
  g_autoptr (MftPdfObject) form = mft_pdf_file_form (session->file, revision, NULL);
  g_autoptr (MftPdfObject) flags
      = mft_pdf_file_get (session->file, revision, form, "SigFlags", NULL);

  return (mft_pdf_object_get_integer (flags, 0) & 3) == 3;
}

static gboolean
change_objects (const Session *session, MftPdfUpdate *update, guint32 signature, GError **error)
{
  guint revision = mft_pdf_file_last_revision (session->file);
  const MftPdfObject *trailer = mft_pdf_file_revision (session->file, revision)->trailer;
  gboolean certifies = session->request->certify != MFT_CERTIFY_NONE;
  gboolean changes_form = session->target->field == NULL || !has_flags (session);
  MftPdfObject *catalog = NULL, *form = NULL, *permissions = NULL;
  guint32 generation;
  guint32 root = mft_pdf_object_get_reference (mft_pdf_dict_get (trailer, "Root"), &generation);

  if (changes_form || certifies)
    {
      catalog = mft_pdf_update_edit (update, root, generation, error);
      if (catalog == NULL)
        return FALSE;
    }
  if (changes_form)
    {
      form = mft_pdf_update_edit_value (update, catalog, "AcroForm", MFT_PDF_DICT, error);
      if (form == NULL)
        return FALSE;
      mft_pdf_dict_set (form, "SigFlags", mft_pdf_object_new_integer (3));
    }
  if (certifies)
    {
      permissions = mft_pdf_update_edit_value (update, catalog, "Perms", MFT_PDF_DICT, error);
      if (permissions == NULL)
        return FALSE;
      mft_pdf_dict_set (permissions, "DocMDP", mft_pdf_object_new_reference (signature, 0));
    }
  return fill_field (session, update, form, signature, error);
}

static MftPdfObject *
field_lock (const Session *session, GError **error)
{
  const MftPdfObject *field = session->target->field != NULL ? session->target->field->dict : NULL;

  return mft_pdf_file_get (session->file, mft_pdf_file_last_revision (session->file), field, "Lock",
                           error);
}

static MftSignTail *
make_tail (const Session *session, gsize cms_size, GError **error)
{
  g_autoptr (MftPdfUpdate) update = mft_pdf_update_new (session->file, error);
  g_autoptr (MftPdfObject) lock = update != NULL ? field_lock (session, error) : NULL;

  if (lock == NULL)
    return NULL;
  g_autoptr (MftSignatureDict) dict = mft_signature_dict_new (
      session->request, mft_key_get_certificate (session->key), lock, cms_size);
  guint32 signature = mft_pdf_update_new_number (update);
  mft_pdf_update_put_bytes (update, signature, dict->body);
  if (!change_objects (session, update, signature, error))
    return NULL;
  return mft_sign_tail_new (update, signature, dict,
                            mft_byte_source_size (mft_pdf_file_source (session->file)), error);
}

/* The time at which the signature value was there, proven (EN 319 122-1 5.3). */
static GBytes *
add_timestamp (const Session *session, GBytes *cms, MftJob *job, GError **error)
{
  guint8 digest[MFT_SHA256_SIZE];
  g_autoptr (GBytes) value = mft_cms_signature_value (cms, error);

  if (value == NULL)
    return NULL;
  mft_sha256 (g_bytes_get_data (value, NULL), g_bytes_get_size (value), digest);
  g_autoptr (GBytes) token = mft_timestamp_obtain (session->request->timestamp, EVP_sha256 (),
                                                   digest, sizeof digest, job, error);
  return token != NULL ? mft_cms_add_timestamp (cms, token, error) : NULL;
}

/* The CMS over the input, whose digest is under way, and the tail without its gap. */
static GBytes *
sign_tail (const Session *session, const EVP_MD_CTX *input_digest, const MftSignTail *tail,
           MftJob *job, GError **error)
{
  guint8 value[EVP_MAX_MD_SIZE];
  guint size = mft_sign_tail_digest (tail, input_digest, value);
  g_autoptr (GBytes) cms = mft_cms_build (session->key, session->request->issuers, session->scheme,
                                          value, size, error);

  if (cms == NULL || session->request->timestamp == NULL)
    return g_steal_pointer (&cms);
  return add_timestamp (session, cms, job, error);
}

static gsize
room_for_cms (const Session *session)
{
  gsize room
      = MAX (mft_cms_size_estimate (session->key, session->request->issuers), CMS_SIZE_LEAST);

  return session->request->timestamp != NULL ? room + MFT_TIMESTAMP_ROOM : room;
}

static gboolean
write_signed (const Session *session, const EVP_MD_CTX *input_digest, MftSafeFile *output,
              MftJob *job, GError **error)
{
  gsize room = room_for_cms (session);

  for (guint attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (MftSignTail) tail = make_tail (session, room, error);
      g_autoptr (GBytes) cms
          = tail != NULL ? sign_tail (session, input_digest, tail, job, error) : NULL;
      if (cms == NULL)
        return FALSE;
      gsize size = g_bytes_get_size (cms);
      if (size <= room)
        return mft_sign_tail_write (tail, cms, output, error);
      room = size + CMS_SIZE_LEAST;
    }
  g_set_error_literal (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_UNSUPPORTED,
                       "the key's answer never fits the room left for it");
  return FALSE;
}

/* What the digest of the copied input says already. */
static char *
dup_sha256 (const EVP_MD_CTX *input_digest)
{
  g_autoptr (EVP_MD_CTX) copy = EVP_MD_CTX_new ();
  guint8 value[EVP_MAX_MD_SIZE];
  guint size;

  if (!EVP_MD_is_a (EVP_MD_CTX_get0_md (input_digest), SN_sha256)
      || EVP_MD_CTX_copy_ex (copy, input_digest) != 1
      || EVP_DigestFinal_ex (copy, value, &size) != 1)
    return NULL;
  return mft_hex (value, size);
}

static gboolean
run (Session *session, MftByteSource *input, MftSafeFile *output, char **input_sha256, MftJob *job,
     GError **error)
{
  EVP_MD_CTX *digest = EVP_MD_CTX_new ();
  gboolean done;

  if (EVP_DigestInit_ex (digest, mft_signature_scheme_digest (session->scheme), NULL) != 1)
    g_error ("no digest");
  done = mft_sign_copy (input, output, digest, job, error)
         && write_signed (session, digest, output, job, error);
  if (done && input_sha256 != NULL)
    *input_sha256 = dup_sha256 (digest);
  EVP_MD_CTX_free (digest);
  return done;
}

char *
mft_pades_sign (MftByteSource *input, MftKey *key, const MftSignRequest *request,
                MftSafeFile *output, char **input_sha256, MftJob *job, GError **error)
{
  MftCertificate *certificate = mft_key_get_certificate (key);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (input, error);
  Session session = { .file = file, .key = key, .request = request };

  if (file == NULL
      || !mft_signature_scheme_for (certificate, request->algorithm, &session.scheme, error))
    return NULL;
  /* Refuses what cannot be continued, before anything is written. */
  g_autoptr (MftPdfUpdate) trial = mft_pdf_update_new (file, error);
  g_autoptr (GPtrArray) fields
      = trial != NULL ? mft_pdf_signature_fields (file, mft_pdf_file_last_revision (file), error)
                      : NULL;
  if (fields == NULL)
    return NULL;
  g_autoptr (MftSignTarget) target = mft_sign_target_new (file, fields, request, error);
  if (target == NULL || !mft_sign_permission_check (file, fields, target, request, error))
    return NULL;
  g_autoptr (MftFormXObject) stamp = NULL;
  if (target->visible)
    {
      stamp = mft_sign_appearance_draw (target, certificate, request, error);
      if (stamp == NULL)
        return NULL;
    }
  session.target = target;
  session.stamp = stamp;
  if (!run (&session, input, output, input_sha256, job, error))
    return NULL;
  return g_strdup (target->name);
}
