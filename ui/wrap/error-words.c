/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/error-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "agreement/error.h"
#include "container/error.h"
#include "pdf/error.h"
#include "pki/error.h"
#include "sign/error.h"
#include "store/error.h"

typedef struct
{
  GQuark (*domain) (void);
  int code;
  const char *words;
} Words;

static const Words known[] = {
  { g_file_error_quark, G_FILE_ERROR_NOENT, N_ ("The file or folder is not there.") },
  { g_file_error_quark, G_FILE_ERROR_ACCES,
    N_ ("There is no permission for this file or folder.") },
  { g_file_error_quark, G_FILE_ERROR_PERM, N_ ("There is no permission for this file or folder.") },
  { g_file_error_quark, G_FILE_ERROR_ROFS,
    N_ ("This place can only be read. Choose another folder.") },
  { g_file_error_quark, G_FILE_ERROR_NOSPC,
    N_ ("The disk is full. Nothing was saved; free some space and try again.") },
  { g_file_error_quark, G_FILE_ERROR_NOMEM, N_ ("The file is larger than is read.") },
  { g_file_error_quark, G_FILE_ERROR_EXIST, N_ ("A file of this name exists. Choose another.") },
  { g_file_error_quark, G_FILE_ERROR_ISDIR, N_ ("This is a folder, not a file.") },
  { mft_agreement_error_quark, MFT_AGREEMENT_ERROR_STRUCTURE,
    N_ ("The structure of an agreement does not allow that here.") },
  { mft_agreement_error_quark, MFT_AGREEMENT_ERROR_FIELD,
    N_ ("The field cannot hold this value.") },
  { mft_agreement_error_quark, MFT_AGREEMENT_ERROR_DAMAGED,
    N_ ("The file is damaged or is not an agreement of Mufakat. Ask the sender for it again.") },
  { mft_agreement_error_quark, MFT_AGREEMENT_ERROR_VERSION,
    N_ ("The file was made by a newer Mufakat. Update the program to open it.") },
  { mft_agreement_error_quark, MFT_AGREEMENT_ERROR_LIMIT,
    N_ ("The file is larger than an agreement can be.") },
  { mft_container_error_quark, MFT_CONTAINER_ERROR_DAMAGED,
    N_ ("The file is damaged or is not an agreement of Mufakat. Ask the sender for it again.") },
  { mft_container_error_quark, MFT_CONTAINER_ERROR_REFUSED,
    N_ ("The file holds something that is not taken in, for safety.") },
  { mft_container_error_quark, MFT_CONTAINER_ERROR_LIMIT,
    N_ ("The file is larger than an agreement can be.") },
  { mft_pdf_error_quark, MFT_PDF_ERROR_UNREADABLE, N_ ("The file cannot be read.") },
  { mft_pdf_error_quark, MFT_PDF_ERROR_DAMAGED,
    N_ ("The PDF is damaged. Ask the sender for it again.") },
  { mft_pdf_error_quark, MFT_PDF_ERROR_ENCRYPTED,
    N_ ("The PDF is protected by a password. Ask the sender for one without.") },
  { mft_pdf_error_quark, MFT_PDF_ERROR_LIMIT, N_ ("The PDF is larger than is read.") },
  { mft_pdf_error_quark, MFT_PDF_ERROR_UNSUPPORTED,
    N_ ("The PDF is of a kind that Mufakat does not know.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_WRONG_PASSPHRASE, N_ ("The passphrase is wrong.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_DAMAGED, N_ ("The certificate file is damaged.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_UNSUPPORTED,
    N_ ("The certificate is of a kind that Mufakat does not know.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_NO_KEY,
    N_ ("The file has no private key. Choose the file with your certificate and its key.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_NO_CERTIFICATE, N_ ("The file has no certificate.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_NOT_YET_VALID, N_ ("The certificate is not valid yet.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_EXPIRED,
    N_ ("The certificate has expired. Ask for its renewal on the portal of BSrE.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_WRONG_USAGE,
    N_ ("The certificate was not issued for signing documents.") },
  { mft_pki_error_quark, MFT_PKI_ERROR_FAILED, N_ ("The key could not sign.") },
  { mft_store_error_quark, MFT_STORE_ERROR_BUSY,
    N_ ("Another Mufakat has your agreements open. Close it and try again.") },
  { mft_store_error_quark, MFT_STORE_ERROR_NEWER,
    N_ ("Your agreements were written by a newer Mufakat. Update the program to open them.") },
  { mft_store_error_quark, MFT_STORE_ERROR_DAMAGED,
    N_ ("The library of agreements cannot be read. Ask for help before you go on.") },
  { mft_store_error_quark, MFT_STORE_ERROR_FULL,
    N_ ("The disk is full. Nothing was saved; free some space and try again.") },
  { mft_store_error_quark, MFT_STORE_ERROR_MISSING, N_ ("This agreement was removed.") },
  { mft_sign_error_quark, MFT_SIGN_ERROR_NO_FIELD, N_ ("There is no such signature field.") },
  { mft_sign_error_quark, MFT_SIGN_ERROR_FIELD_SIGNED, N_ ("This field was signed before.") },
  { mft_sign_error_quark, MFT_SIGN_ERROR_CHOICE, N_ ("Choose the field to sign in.") },
  { mft_sign_error_quark, MFT_SIGN_ERROR_PLACE, N_ ("The place lies outside the page.") },
  { mft_sign_error_quark, MFT_SIGN_ERROR_FORBIDDEN,
    N_ ("An earlier signature does not allow another one.") },
  { mft_sign_error_quark, MFT_SIGN_ERROR_UNSUPPORTED,
    N_ ("The PDF or the key is of a kind that cannot be signed with here.") },
};

char *
mft_error_words (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (error->domain == known[i].domain () && error->code == known[i].code)
      return g_strdup (_ (known[i].words));
  /* Translators: %s is what the system says, in its own words. */
  return g_strdup_printf (_ ("The system says: %s"), error->message);
}
