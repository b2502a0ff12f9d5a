/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/failure.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "agreement/error.h"
#include "amend/error.h"
#include "container/error.h"
#include "draw/error.h"
#include "exchange/error.h"
#include "net/error.h"
#include "pdf/error.h"
#include "pki/error.h"
#include "remote/error.h"
#include "sign/error.h"
#include "store/error.h"
#include "store/status.h"
#include "template/error.h"
#include "typeset/pages.h"

#include "act/journal.h"
#include "act/signing.h"

/* {1}, {2}: what the error's message quotes, in its order. */
typedef struct
{
  int code;
  const char *sentence;
} Sentence;

static const Sentence file_sentences[] = {
  { G_FILE_ERROR_NOENT, N_ ("There is no such file or folder. Check the name and try again.") },
  { G_FILE_ERROR_ACCES, N_ ("You have no permission for this file or folder. Choose another folder "
                            "or ask your administrator.") },
  { G_FILE_ERROR_PERM,
    N_ ("You have no permission for this file or folder. Choose another folder or "
        "ask your administrator.") },
  { G_FILE_ERROR_ROFS, N_ ("This place can only be read. Choose another folder.") },
  { G_FILE_ERROR_NOSPC,
    N_ ("The disk is full. Nothing was saved; free some space and try again.") },
  { G_FILE_ERROR_EXIST, N_ ("A file of this name is there already and was not replaced. Choose "
                            "another name.") },
  { G_FILE_ERROR_ISDIR, N_ ("This is a folder; a file is needed.") },
  { G_FILE_ERROR_NOTDIR, N_ ("Part of this path is not a folder.") },
  { G_FILE_ERROR_NOMEM, N_ ("The file is larger than can be read.") },
  { G_FILE_ERROR_IO, N_ ("The disk or network drive reports an error. Try another place.") },
  { G_FILE_ERROR_INVAL, N_ ("The file does not hold what is needed: its first line is empty or too "
                            "long.") },
};

static const Sentence cancelled_sentences[] = {
  { G_IO_ERROR_CANCELLED, N_ ("Stopped. Nothing was saved.") },
};

static const Sentence agreement_sentences[] = {
  { MFT_AGREEMENT_ERROR_STRUCTURE, N_ ("The structure of an agreement does not allow this here.") },
  { MFT_AGREEMENT_ERROR_FIELD, N_ ("The field “{1}” cannot hold “{2}”. Look at the example of its "
                                   "kind.") },
  { MFT_AGREEMENT_ERROR_DAMAGED, N_ ("This is no agreement of Mufakat, or the file is damaged.") },
  { MFT_AGREEMENT_ERROR_VERSION, N_ ("This agreement was written by a newer Mufakat. Update the "
                                     "program to open it.") },
  { MFT_AGREEMENT_ERROR_LIMIT, N_ ("The agreement is larger than can be read.") },
  { MFT_AGREEMENT_ERROR_DEPTH, N_ ("Lists go down four levels at most: a. → 1. → a) → 1).") },
  { MFT_AGREEMENT_ERROR_LEVEL, N_ ("This line has no such level to go to.") },
  { MFT_AGREEMENT_ERROR_EDGE, N_ ("There is no line next to this one that would fit.") },
  { MFT_AGREEMENT_ERROR_PART, N_ ("Every agreement has this part, and in this place.") },
  { MFT_AGREEMENT_ERROR_LOCKED,
    N_ ("The text is locked. If it is final, change its status to go on writing.") },
};

static const Sentence container_sentences[] = {
  { MFT_CONTAINER_ERROR_DAMAGED, N_ ("The file is damaged or of another kind.") },
  { MFT_CONTAINER_ERROR_REFUSED, N_ ("The file holds something that is never taken in, and was "
                                     "refused for safety.") },
  { MFT_CONTAINER_ERROR_LIMIT, N_ ("The file is larger or deeper than any honest document, and was "
                                   "refused for safety.") },
};

static const Sentence draw_sentences[] = {
  { MFT_DRAW_ERROR_FONT, N_ ("The typeface “{1}” is not installed. Install it and try again.") },
  { MFT_DRAW_ERROR_GLYPH, N_ ("The typeface “{1}” has no sign for “{2}”. Write it another way.") },
  { MFT_DRAW_ERROR_IMAGE,
    N_ ("“{1}” cannot be shown: it is damaged, or no picture that pages can hold.") },
  { MFT_DRAW_ERROR_PDF, N_ ("The PDF could not be made.") },
};

static const Sentence pdf_sentences[] = {
  { MFT_PDF_ERROR_UNREADABLE, N_ ("The PDF cannot be read.") },
  { MFT_PDF_ERROR_DAMAGED, N_ ("The PDF is damaged. Ask its maker for a sound copy; where there is "
                               "none, repair it into a new file.") },
  { MFT_PDF_ERROR_ENCRYPTED, N_ ("The PDF is protected by a password. Ask its maker for a copy "
                                 "without one.") },
  { MFT_PDF_ERROR_LIMIT,
    N_ ("The PDF is built in a way that no honest document is, and was refused "
        "for safety.") },
  { MFT_PDF_ERROR_UNSUPPORTED, N_ ("The PDF uses something that Mufakat does not know.") },
};

static const Sentence pki_sentences[] = {
  { MFT_PKI_ERROR_WRONG_PASSPHRASE, N_ ("The passphrase is wrong. The document was not signed; try "
                                        "again.") },
  { MFT_PKI_ERROR_DAMAGED, N_ ("The certificate file is damaged or of another kind.") },
  { MFT_PKI_ERROR_UNSUPPORTED,
    N_ ("The certificate file uses a method that Mufakat does not know.") },
  { MFT_PKI_ERROR_NO_KEY, N_ ("The certificate file holds no private key. Choose the file that you "
                              "received with the passphrase.") },
  { MFT_PKI_ERROR_NO_CERTIFICATE, N_ ("There is no certificate in the file.") },
  { MFT_PKI_ERROR_NOT_YET_VALID,
    N_ ("The certificate is not valid yet. Check the computer's date.") },
  { MFT_PKI_ERROR_EXPIRED, N_ ("The certificate has expired. Renew it through the BSrE portal; the "
                               "document was not signed.") },
  { MFT_PKI_ERROR_WRONG_USAGE, N_ ("The certificate was not issued for signing documents.") },
  { MFT_PKI_ERROR_REVOKED, N_ ("The certificate of “{1}” was revoked. Nothing was signed; ask who "
                               "issued it.") },
  { MFT_PKI_ERROR_EVIDENCE,
    N_ ("For the certificate of “{1}” there is no word from its issuer that it was not revoked, so "
        "this level cannot be reached. Ask over the network, or give a revocation list.") },
  { MFT_PKI_ERROR_TIMESTAMP,
    N_ ("The timestamp authority refused or answered wrongly. The document "
        "was not signed; try again later or ask who runs it.") },
  { MFT_PKI_ERROR_NO_TOKEN,
    N_ ("The token is not there. Plug it in, wait until it is ready, and try "
        "again; nothing was signed.") },
  { MFT_PKI_ERROR_SEVERAL,
    N_ ("More than one token or key fits. Pull the others out, or name it more exactly.") },
  { MFT_PKI_ERROR_PIN_LAST, N_ ("The PIN is wrong, and only one try is left before the token locks "
                                "itself. Make sure of the PIN first.") },
  { MFT_PKI_ERROR_PIN_LOCKED, N_ ("The token has locked itself after too many wrong PINs. Whoever "
                                  "issued it can unlock it.") },
  { MFT_PKI_ERROR_FAILED, N_ ("The signature could not be made.") },
  { MFT_PKI_ERROR_SUBJECT, N_ ("A certificate cannot hold “{1}”: names have 64 letters at most, an "
                               "e-mail address an @.") },
  { MFT_PKI_ERROR_DRIVER, N_ ("“{1}” is no driver of tokens (PKCS #11) that can be used here. Ask "
                              "who gave out the token for its driver.") },
};

static const Sentence net_sentences[] = {
  { MFT_NET_ERROR_OFF, N_ ("The network is switched off for this feature.") },
  { MFT_NET_ERROR_ADDRESS, N_ ("“{1}” is no web address that can be used; with an account it must "
                               "begin with https.") },
  { MFT_NET_ERROR_UNREACHABLE, N_ ("“{1}” cannot be reached. Check the network connection and the "
                                   "address, then try again.") },
  { MFT_NET_ERROR_UNTRUSTED, N_ ("“{1}” does not prove who it is: its certificate is not trusted. "
                                 "Nothing was sent.") },
  { MFT_NET_ERROR_REFUSED, N_ ("“{1}” refused the request. Check the address and the account.") },
  { MFT_NET_ERROR_LIMIT, N_ ("“{1}” answered with more than can be right.") },
};

/* The nine states and the errors of BSrE's service (Petunjuk Teknis, v2.0): one sentence, one step, and
 * whom to ask. */
static const Sentence remote_sentences[] = {
  { MFT_REMOTE_ERROR_ADDRESS, N_ ("The signing service has to be reached over https. Ask the "
                                  "agency's administrator for its address.") },
  { MFT_REMOTE_ERROR_CREDENTIAL,
    N_ ("The signing service does not accept this application's account. Ask the agency's "
        "administrator to check it.") },
  { MFT_REMOTE_ERROR_PASSPHRASE,
    N_ ("The passphrase is wrong, and the document was not signed. Try again; if it is forgotten, "
        "renew it in the BSrE portal.") },
  { MFT_REMOTE_ERROR_DOCUMENT,
    N_ ("The signing service cannot take this PDF (“{1}”). Make it anew, or sign a smaller one.") },
  { MFT_REMOTE_ERROR_BUSY, N_ ("The signing service is busy. Nothing was signed; try again in some "
                               "minutes.") },
  { MFT_REMOTE_ERROR_REFUSED,
    N_ ("The signing service refused: “{1}”. Tell this to the agency's verifikator.") },
  { MFT_REMOTE_ERROR_ANSWER,
    N_ ("What the signing service sent back is not this document with your signature and nothing "
        "else ({1}). It was thrown away; tell the agency's administrator.") },
  { MFT_REMOTE_ERROR_EXPIRED, N_ ("Your certificate has expired. Renew it in the BSrE portal; the "
                                  "agency's verifikator helps.") },
  { MFT_REMOTE_ERROR_RENEW,
    N_ ("Your certificate is being renewed. Finish the renewal in the BSrE portal, then sign.") },
  { MFT_REMOTE_ERROR_WAITING_FOR_VERIFICATION,
    N_ ("Your registration waits for verification. Ask the agency's verifikator to finish it.") },
  { MFT_REMOTE_ERROR_NEW, N_ ("You are registered, but have not set a passphrase yet. Follow the "
                              "link in BSrE's e-mail.") },
  { MFT_REMOTE_ERROR_NO_CERTIFICATE,
    N_ ("You are registered, but have no certificate. Ask the agency's verifikator to have one "
        "issued.") },
  { MFT_REMOTE_ERROR_NOT_REGISTERED,
    N_ ("This NIK is not registered with BSrE. Check its digits, or ask the agency's verifikator "
        "to register you.") },
  { MFT_REMOTE_ERROR_SUSPEND, N_ ("Your account is suspended. Ask the agency's verifikator why.") },
  { MFT_REMOTE_ERROR_REVOKE, N_ ("Your certificate was revoked. Ask the agency's verifikator for a "
                                 "new one.") },
  { MFT_REMOTE_ERROR_STATE_UNKNOWN,
    N_ ("The signing service calls your state “{1}”, which is not known here. Ask the agency's "
        "verifikator.") },
};

static const Sentence template_sentences[] = {
  { MFT_TEMPLATE_ERROR_SYNTAX, N_ ("The template is not written as templates are.") },
  { MFT_TEMPLATE_ERROR_UNKNOWN, N_ ("There is no “{1}” among the templates, clauses, choices and "
                                    "fields.") },
  { MFT_TEMPLATE_ERROR_VALUE, N_ ("The field “{1}” cannot hold “{2}”. Look at the example of its "
                                  "kind.") },
  { MFT_TEMPLATE_ERROR_INCOMPLETE, N_ ("Required fields are empty: {1}.") },
  { MFT_TEMPLATE_ERROR_FORM, N_ ("The value of the field “{1}” is not built as this field needs "
                                 "it: a text, a list, or rows.") },
  { MFT_TEMPLATE_ERROR_NEEDS, N_ ("The clause “{1}” rests on the clause “{2}”. Take that in too, "
                                  "or leave both out.") },
  { MFT_TEMPLATE_ERROR_PARTIES, N_ ("The template “{1}” is not made for so many parties.") },
};

static const Sentence exchange_sentences[] = {
  { MFT_EXCHANGE_ERROR_FORMAT, N_ ("Files of this kind are not read here. Agreements come in as "
                                   ".docx, .odt, .doc, .rtf, .pdf, "
                                   ".txt, .xml or .pks.") },
  { MFT_EXCHANGE_ERROR_OUTPUT,
    N_ ("Files of this kind are not written here. Agreements go out as .pdf, .docx, .odt, .html, "
        ".txt, .xml or .pks.") },
  { MFT_EXCHANGE_ERROR_EMPTY, N_ ("There are no words in the file.") },
  { MFT_EXCHANGE_ERROR_LIMIT, N_ ("The file is larger than can be read.") },
  { MFT_EXCHANGE_ERROR_DAMAGED, N_ ("The PDF is damaged. Ask its maker for a sound copy.") },
  { MFT_EXCHANGE_ERROR_PASSWORD, N_ ("The PDF is protected, and this password, or none, does not "
                                     "open it.") },
  { MFT_EXCHANGE_ERROR_TOOL, N_ ("To read this file another program is needed. Install {1} and try "
                                 "again.") },
  { MFT_EXCHANGE_ERROR_FAILED, N_ ("The program that should read this file did not succeed.") },
};

static const Sentence sign_sentences[] = {
  { MFT_SIGN_ERROR_NO_FIELD, N_ ("The document has no signature field of this name.") },
  { MFT_SIGN_ERROR_FIELD_SIGNED, N_ ("This field is signed already.") },
  { MFT_SIGN_ERROR_CHOICE, N_ ("It is not clear where to sign: the document has no empty signature "
                               "field, or several. Name the field, or a page and a place.") },
  { MFT_SIGN_ERROR_PLACE, N_ ("There is no such place in the document.") },
  { MFT_SIGN_ERROR_FORBIDDEN,
    N_ ("The signature “{1}” has closed the document: nobody can sign after it. Nothing was "
        "changed.") },
  { MFT_SIGN_ERROR_FIELD_LOCKED,
    N_ ("The signature “{1}” has locked this field. Nothing was changed; choose another field.") },
  { MFT_SIGN_ERROR_NEW_FIELD,
    N_ ("The signature “{1}” allows only the fields that were prepared for signing. Nothing was "
        "changed; sign in one of those.") },
  { MFT_SIGN_ERROR_CERTIFY,
    N_ ("A signature certifies only as the first one, and \"locked\" only where "
        "no field is left to be signed. Nothing was changed.") },
  { MFT_SIGN_ERROR_UNSIGNED, N_ ("The document has no signature that could be completed.") },
  { MFT_SIGN_ERROR_UNSUPPORTED, N_ ("The document or the key is of a kind that cannot be signed "
                                    "here.") },
};

static const Sentence store_sentences[] = {
  { MFT_STORE_ERROR_BUSY, N_ ("Another Mufakat has your data open. Close it and try again.") },
  { MFT_STORE_ERROR_NEWER,
    N_ ("“{1}” was kept by a newer Mufakat. Update the program to open it.") },
  { MFT_STORE_ERROR_DAMAGED,
    N_ ("“{1}” is damaged and cannot be read. It was left as it is: put it "
        "back from a backup copy.") },
  { MFT_STORE_ERROR_FULL,
    N_ ("The disk is full. Nothing was saved; free some space and try again.") },
  { MFT_STORE_ERROR_MISSING, N_ ("This is no longer kept here.") },
  { MFT_STORE_ERROR_READ_ONLY,
    N_ ("Your data can only be read here. Another Mufakat has it open, or "
        "the folder may not be changed.") },
  { MFT_STORE_ERROR_DISK, N_ ("The disk or network drive reports an error. Try another place.") },
  { MFT_STORE_ERROR_CHANGED, N_ ("This agreement was changed elsewhere meanwhile. Your words are "
                                 "kept as a version of it.") },
  { MFT_STORE_ERROR_FOREIGN, N_ ("This is no backup of a collection of agreements.") },
  { MFT_STORE_ERROR_OCCUPIED,
    N_ ("There are agreements in the collection, and they would be replaced. Use --force.") },
};

static const Sentence amend_sentences[] = {
  { MFT_AMEND_ERROR_NOTHING, N_ ("No provision differs, so there is nothing to amend.") },
  { MFT_AMEND_ERROR_NUMBERS, N_ ("There is no number left behind “{1}” for what was inserted. "
                                 "Insert it elsewhere.") },
  { MFT_AMEND_ERROR_MISFIT, N_ ("The addendum does not fit this agreement: it speaks of what the "
                                "agreement has not, or has in other words.") },
  { MFT_AMEND_ERROR_NONE, N_ ("This is no addendum: none of its Pasal says what it changes.") },
};

static const Sentence status_sentences[] = {
  { MFT_STATUS_ERROR_ORDER, N_ ("This status cannot follow the present one.") },
  { MFT_STATUS_ERROR_FIELDS, N_ ("Still empty: {1}.") },
  { MFT_STATUS_ERROR_FINDINGS,
    N_ ("The check found errors in the text: {1}. The first is at {2}.") },
};

static const Sentence typeset_sentences[] = {
  { MFT_TYPESET_ERROR_PROFILE, N_ ("There is no page profile “{1}”.") },
  { MFT_TYPESET_ERROR_VALUE, N_ ("The setting “{1}” cannot be “{2}”.") },
};

static const Sentence act_sentences[] = {
  { MFT_ACT_ERROR_SAME_FILE, N_ ("The result may not replace the document that it is made from. "
                                 "Choose another name.") },
  { MFT_ACT_ERROR_SELF_CHECK, N_ ("What was signed did not pass its own verification, and nothing "
                                  "was kept. The document is unchanged.") },
  { MFT_ACT_ERROR_ANCHOR,
    N_ ("“{1}” has to stand by itself exactly once on the pages; it was found {2} times. Choose "
        "another sign, or name a page and a place.") },
  { MFT_ACT_ERROR_LEVEL, N_ ("The level of signature that was asked for could not be reached, and "
                             "nothing was kept. The document is unchanged.") },
  { MFT_ACT_ERROR_CHANGED,
    N_ ("The document was changed by another program after it was opened here. Nothing was signed; "
        "open it again and read what it says now.") },
  { MFT_ACT_ERROR_SOUND, N_ ("The PDF is not damaged: there is nothing to repair.") },
  { MFT_ACT_ERROR_SIGNED, N_ ("The damaged PDF carries a signature, and no signature survives "
                              "repairing. Ask whoever sent "
                              "it for a sound copy.") },
  { MFT_ACT_ERROR_PARTS_MISSING,
    N_ ("The PDF is damaged beyond repair: parts of its contents are missing. Ask its maker for a "
        "sound copy.") },
  { MFT_ACT_ERROR_BEYOND_REPAIR,
    N_ ("The PDF is damaged beyond repair: its pages cannot be found. Ask its maker for a sound "
        "copy.") },
};

#define ROOM(quark, sentences)                                                                     \
  {                                                                                                \
    quark, sentences, G_N_ELEMENTS (sentences)                                                     \
  }

static const struct
{
  GQuark (*domain) (void);
  const Sentence *sentences;
  gsize n_sentences;
} rooms[] = {
  ROOM (g_file_error_quark, file_sentences),
  ROOM (g_io_error_quark, cancelled_sentences),
  ROOM (mft_agreement_error_quark, agreement_sentences),
  ROOM (mft_container_error_quark, container_sentences),
  ROOM (mft_draw_error_quark, draw_sentences),
  ROOM (mft_net_error_quark, net_sentences),
  ROOM (mft_pdf_error_quark, pdf_sentences),
  ROOM (mft_pki_error_quark, pki_sentences),
  ROOM (mft_remote_error_quark, remote_sentences),
  ROOM (mft_template_error_quark, template_sentences),
  ROOM (mft_exchange_error_quark, exchange_sentences),
  ROOM (mft_sign_error_quark, sign_sentences),
  ROOM (mft_store_error_quark, store_sentences),
  ROOM (mft_amend_error_quark, amend_sentences),
  ROOM (mft_status_error_quark, status_sentences),
  ROOM (mft_typeset_error_quark, typeset_sentences),
  ROOM (mft_act_error_quark, act_sentences),
};

static const Sentence *
find (const GError *error)
{
  for (gsize room = 0; room < G_N_ELEMENTS (rooms); room++)
    for (gsize i = 0; i < rooms[room].n_sentences; i++)
      if (error->domain == rooms[room].domain () && error->code == rooms[room].sentences[i].code)
        return &rooms[room].sentences[i];
  return NULL;
}

/* Whether a quoted text ends here: an apostrophe inside a word (Jum'at) ends none. */
static gboolean
ends_quote (const char *quote)
{
  return *quote == '\'' && !g_ascii_isalnum (quote[1]);
}

/* The `number`th text in single quotes, from 1; without quotes the first is what stands behind the last
 * colon. Owned by the caller. */
static char *
quoted (const char *message, guint number)
{
  const char *colon = strrchr (message, ':');
  const char *end = message;

  for (guint i = 1;; i++)
    {
      const char *start = strchr (end, '\'');
      end = start != NULL ? start + 1 : message;
      while (*end != '\0' && !ends_quote (end))
        end++;
      if (start == NULL || *end == '\0')
        return g_strstrip (g_strdup (number == 1 && colon != NULL ? colon + 1 : ""));
      if (i == number)
        return g_strndup (start + 1, (gsize) (end - start - 1));
      end++;
    }
}

char *
mft_failure_sentence (const GError *error)
{
  const Sentence *found = find (error);
  GString *sentence = g_string_new (found != NULL ? _ (found->sentence) : NULL);

  if (found == NULL)
    g_string_append_printf (sentence, _ ("It did not work: %s"), error->message);
  for (guint number = 1; number <= 2; number++)
    {
      g_autofree char *place = g_strdup_printf ("{%u}", number);
      g_autofree char *value = quoted (error->message, number);
      g_string_replace (sentence, place, value, 0);
    }
  return g_string_free (sentence, FALSE);
}

/* An error of the outcome's domain and code; NULL: not one of those above. */
static GError *
error_of_outcome (const char *outcome)
{
  const char *slash = strrchr (outcome, '/');
  int code = slash != NULL ? (int) g_ascii_strtoll (slash + 1, NULL, 10) : 0;

  for (gsize room = 0; room < G_N_ELEMENTS (rooms); room++)
    {
      g_autoptr (GError) error = g_error_new_literal (rooms[room].domain (), code, "'…' '…'");
      g_autofree char *name = mft_journal_outcome (error);
      if (g_str_equal (name, outcome))
        return g_steal_pointer (&error);
    }
  return NULL;
}

char *
mft_failure_sentence_of_outcome (const char *outcome)
{
  g_autoptr (GError) error = outcome != NULL ? error_of_outcome (outcome) : NULL;

  if (error == NULL || find (error) == NULL)
    return g_strdup_printf (_ ("It did not work: %s"), outcome != NULL ? outcome : "–");
  return mft_failure_sentence (error);
}
