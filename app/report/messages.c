/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences behind the codes of app/verify and the names of its changes. */
#include "report/sentences.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *code;
  const char *sentence; /* {1} is the message's argument */
} Sentence;

static const Sentence messages[] = {
  { "ACTIONS", N_ ("The document holds actions that the reader starts by itself or by a click.") },
  { "ALGORITHMS_DISAGREE", N_ ("The signature names its methods in contradicting ways.") },
  { "ALGORITHM_UNKNOWN", N_ ("The signature uses a method that is not known here.") },
  { "ALTERNATES",
    N_ ("A picture in the document has a substitute that may be shown or printed instead.") },
  { "ANCHOR_RETIRED",
    N_ ("The issuer counts only for times that an electronic timestamp proves.") },
  { "ATTRIBUTES_NOT_DER", N_ ("The signature is written in an unusual form.") },
  { "BYTE_RANGE_GAP", N_ ("The signature leaves out more of the file than itself.") },
  { "BYTE_RANGE_WRONG", N_ ("The signature does not say plainly what it covers.") },
  { "CERTIFICATE_CONSTRAINTS", N_ ("The chain of certificates breaks the rules of its issuer.") },
  { "CERTIFICATE_EXPIRED", N_ ("The certificate had expired at the judged time.") },
  { "CERTIFICATE_FORGED", N_ ("The certificate was not issued by the authority it names.") },
  { "CERTIFICATE_NOT_YET_VALID", N_ ("The certificate was not valid yet at the judged time.") },
  { "CERTIFICATE_REVOKED", N_ ("The certificate was revoked.") },
  { "CERTIFICATE_WEAK", N_ ("The certificate uses a method that is too weak today.") },
  { "CERTIFIED_LATE",
    N_ ("A signature certifies the document though somebody had signed before ({1}).") },
  { "CERTIFICATE_WRONG_USAGE", N_ ("The certificate was not issued for signing documents.") },
  { "CONTENTS_TRAILING_BYTES", N_ ("Something is hidden behind the signature.") },
  { "CONTENTS_UNREADABLE", N_ ("The signature cannot be read.") },
  { "CONTENT_UNEXPECTED", N_ ("The signature carries contents of its own, which it must not.") },
  { "COVERS_SOMETHING", N_ ("The signature was placed over something on page {1}.") },
  { "DATA_OUTSIDE", N_ ("A part of the document comes from another file and may look different.") },
  { "DIGEST_MISMATCH", N_ ("The contents are not those that were signed.") },
  { "DIGEST_WEAK", N_ ("The signature uses a digest that is too weak today.") },
  { "ENCRYPTED", N_ ("The document is protected by a password.") },
  { "FONTS_OUTSIDE",
    N_ ("A typeface is not in the document; other computers may draw it differently.") },
  { "FORM_UNREADABLE", N_ ("The document's form cannot be read.") },
  { "KEY_WEAK", N_ ("The signer's key is too short today.") },
  { "LAYERS", N_ ("The document has layers that are hidden or switch by themselves; a page may "
                  "look different.") },
  { "NEED_APPEARANCES", N_ ("The reader draws the form fields itself; they may look different.") },
  { "NOT_A_SOUND_PDF", N_ ("This file cannot be read as a sound PDF.") },
  { "PLACED_AFTER_SIGNING",
    N_ ("The place of this signature on page {1} was made after the first signature.") },
  { "REVOCATION_UNAVAILABLE",
    N_ ("Whether the certificate was revoked was asked for over the network, and nobody answered. "
        "Try again later.") },
  { "REVOCATION_NOT_CHECKED",
    N_ ("Whether the certificate was revoked is not known: nothing in the file or on this "
        "computer says so.") },
  { "SCRIPTS", N_ ("The document holds scripts that can change what is shown.") },
  { "SIGNATURE_RECYCLED", N_ ("The signature was taken from another place.") },
  { "SIGNATURE_REMOVED", N_ ("A signature that was there has been removed.") },
  { "SIGNATURE_UNREACHABLE",
    N_ ("The file was signed and then damaged or changed: its structure no "
        "longer leads to a signature that is in it.") },
  { "SIGNATURE_UNREADABLE", N_ ("The signature cannot be read.") },
  { "SIGNATURE_VALUE_WRONG", N_ ("The signature was not made with the signer's key.") },
  { "SIGNED_ATTRIBUTES_MISSING", N_ ("The signature lacks what it must sign.") },
  { "SIGNED_ATTRIBUTES_WRONG", N_ ("The signature does not sign what it must.") },
  { "SIGNERS_NOT_ONE", N_ ("The signature does not have exactly one signer.") },
  { "SIGNER_CERTIFICATE_MISSING", N_ ("The signer's certificate is not in the signature.") },
  { "SIGNER_UNKNOWN", N_ ("The issuer is not among the certificates that are trusted here.") },
  { "SIGNING_CERTIFICATE_ATTRIBUTE_MISSING", N_ ("The signature does not bind the signer's "
                                                 "certificate.") },
  { "SIGNING_CERTIFICATE_SWAPPED",
    N_ ("The signature names another certificate than it carries.") },
  { "SIGNING_TIME_ATTRIBUTE", N_ ("The signature states its time in a place where it does not "
                                  "belong.") },
  { "SOURCE_DIFFERS",
    N_ ("Important: the agreement that lies in the PDF says something else than the "
        "pages that were signed. The pages count.") },
  { "STAMP_HIDES_PAGE",
    N_ ("A stamp made after the first signature covers a large part of page {1}; look at what was "
        "signed before.") },
  { "STRUCTURE_UNCLEAR", N_ ("The file's structure can be read in more than one way ({1}).") },
  { "SUBFILTER_UNKNOWN", N_ ("The signature is of a kind that is not known here ({1}).") },
  { "TIMESTAMP_BROKEN", N_ ("The electronic timestamp does not hold.") },
  { "TIMESTAMP_IN_FUTURE", N_ ("The electronic timestamp lies in the future.") },
  { "TIMESTAMP_UNTRUSTED",
    N_ ("The issuer of the electronic timestamp is not trusted here ({1}).") },
  { "TSA_EXPIRED_SINCE",
    N_ ("The certificate of the electronic timestamp has expired since; the time "
        "still counts as proven.") },
  { "XFA", N_ ("The form draws itself by a second description (XFA); pages may look different.") },
};

static const Sentence changes[] = {
  { "signature", N_ ("a signature was added") },
  { "signature_field", N_ ("a signature field was added") },
  { "timestamp", N_ ("an electronic timestamp was added") },
  { "dss", N_ ("evidence for the long term was added") },
  { "metadata", N_ ("the description of the document was changed") },
  { "form_value", N_ ("a form field was filled in") },
  { "form_look", N_ ("what is seen of a form field is not what its value says") },
  { "form_look_unclear",
    N_ ("whether what is seen of a form field is its value could not be compared") },
  { "form_field", N_ ("the form was changed") },
  { "field", N_ ("the form was changed") },
  { "form", N_ ("the form was changed") },
  { "appearance", N_ ("the look of a signature was changed") },
  { "field_added", N_ ("a form field was added") },
  { "field_removed", N_ ("a form field was removed") },
  { "field_name_twice", N_ ("two form fields have one name") },
  { "info", N_ ("the description of the document was changed") },
  { "extensions", N_ ("the list of the features that the document uses was changed") },
  { "version", N_ ("the version of the format was raised") },
  { "font", N_ ("a font was changed") },
  { "image", N_ ("a picture was changed") },
  { "annotation", N_ ("a note was added or changed") },
  { "annotations", N_ ("notes were added or changed") },
  { "page", N_ ("the contents of the page were changed") },
  { "pages", N_ ("pages were added, removed or moved") },
  { "catalog", N_ ("the structure of the document was changed") },
  { "object", N_ ("a part of the document was changed") },
};

static const char *
look_up (const Sentence *sentences, gsize n_sentences, const char *code)
{
  for (gsize i = 0; i < n_sentences; i++)
    if (g_str_equal (sentences[i].code, code))
      return _ (sentences[i].sentence);
  return NULL;
}

char *
mft_sentence_message (const MftVerifyMessage *message)
{
  const char *found = look_up (messages, G_N_ELEMENTS (messages), message->code);
  GString *sentence = g_string_new (found != NULL ? found : message->code);

  g_string_replace (sentence, "{1}", message->argument != NULL ? message->argument : "–", 0);
  return g_string_free (sentence, FALSE);
}

char *
mft_sentence_change (const MftVerifyChange *change)
{
  const char *found = look_up (changes, G_N_ELEMENTS (changes), change->kind);
  const char *what = found != NULL ? found : change->kind;

  if (change->page > 0)
    return g_strdup_printf (_ ("Page %u: %s"), change->page, what);
  return g_strdup (what);
}
