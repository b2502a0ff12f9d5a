/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/field.h"
#include "pdf/page.h"
#include "pdf/parser.h"
#include "verify/change-field.h"

#define EMPTY_LOOK_MOST 4096

/* What the dictionary of a signature field and its widget may hold: no actions, no scripts. */
static const char *const field_keys[] = {
  "Type", "Subtype", "FT",   "T",      "TU",       "TM",           "Ff", "V",  "Rect", "P",  "F",
  "AP",   "AS",      "MK",   "BS",     "Border",   "DA",           "DR", "DS", "Q",    "NM", "M",
  "Lock", "SV",      "Kids", "Parent", "Contents", "StructParent", NULL
};

/* Nor is it a page that calls itself a field. */
static gboolean
has_only_known_keys (const MftPdfObject *dict)
{
  const MftPdfObject *type = mft_pdf_dict_get (dict, "Type");
  const MftPdfObject *words = mft_pdf_dict_get (dict, "Contents");

  for (guint i = 0; i < mft_pdf_dict_size (dict); i++)
    if (!g_strv_contains (field_keys, mft_pdf_dict_key (dict, i)))
      return FALSE;
  return mft_pdf_object_is (dict, MFT_PDF_DICT)
         && (type == NULL || mft_pdf_object_is_name (type, "Annot"))
         && (words == NULL || mft_pdf_object_is (words, MFT_PDF_STRING));
}

static gboolean
is_new (MftDifference *difference, const MftPdfObject *reference)
{
  guint32 number = mft_pdf_object_get_reference (reference, NULL);

  return number != 0 && !mft_difference_was_there (difference, number);
}

static MftPdfObject *
load_new (MftDifference *difference, MftPdfObject *reference)
{
  if (!is_new (difference, reference))
    return NULL;
  return mft_pdf_file_resolve (difference->file, difference->new_revision, reference, NULL);
}

static gboolean
is_widget (const MftPdfObject *dict)
{
  return mft_pdf_object_is_name (mft_pdf_dict_get (dict, "Subtype"), "Widget");
}

/* Streams of nothing but white space, one for each state of the pointer. */
gboolean
mft_change_draws_nothing (MftDifference *difference, MftPdfObject *appearance)
{
  MftPdfFile *file = difference->file;
  guint revision = difference->new_revision;
  g_autoptr (MftPdfObject) looks = mft_pdf_file_resolve (file, revision, appearance, NULL);

  for (guint i = 0; i < mft_pdf_dict_size (looks); i++)
    {
      g_autoptr (MftPdfObject) look
          = mft_pdf_file_resolve (file, revision, mft_pdf_dict_value (looks, i), NULL);
      g_autoptr (GBytes) data
          = look != NULL ? mft_pdf_file_stream_data (file, revision, look, EMPTY_LOOK_MOST, NULL)
                         : NULL;
      gsize size = 0;
      const guint8 *bytes = data != NULL ? g_bytes_get_data (data, &size) : NULL;
      for (gsize k = 0; k < size; k++)
        if (!mft_pdf_is_space (bytes[k]))
          return FALSE;
      if (data == NULL)
        return FALSE;
    }
  return mft_pdf_object_is (looks, MFT_PDF_DICT) || mft_pdf_object_is (looks, MFT_PDF_NULL);
}

/* "" where the object is no signature. */
static const char *
read_kind (MftDifference *difference, MftPdfObject *value)
{
  g_autoptr (MftPdfObject) dict
      = mft_pdf_file_resolve (difference->file, difference->new_revision, value, NULL);
  const MftPdfObject *type = mft_pdf_dict_get (dict, "Type");

  if (!mft_pdf_object_is (dict, MFT_PDF_DICT)
      || !(type == NULL || mft_pdf_object_is_name (type, "Sig")
           || mft_pdf_object_is_name (type, "DocTimeStamp")))
    return "";
  return mft_pdf_object_is_name (mft_pdf_dict_get (dict, "SubFilter"), "ETSI.RFC3161")
             ? "timestamp"
             : "signature";
}

/* Every signature before asks again about all that came later, so the answer is kept. */
static const char *
find_kind (MftDifference *difference, MftPdfObject *value)
{
  guint32 generation;
  gpointer number = GUINT_TO_POINTER (mft_pdf_object_get_reference (value, &generation));
  const char *known
      = generation == 0 ? g_hash_table_lookup (difference->value_kinds, number) : NULL;

  if (known != NULL)
    return known;
  known = read_kind (difference, value);
  if (generation == 0)
    g_hash_table_insert (difference->value_kinds, number, (gpointer) known);
  return known;
}

gboolean
mft_change_new_value (MftDifference *difference, MftPdfObject *value, const char **kind)
{
  guint32 number = mft_pdf_object_get_reference (value, NULL);
  const char *found = is_new (difference, value) ? find_kind (difference, value) : "";

  if (*found == '\0' || !g_hash_table_add (difference->new_values, GUINT_TO_POINTER (number)))
    return FALSE;
  *kind = found;
  return TRUE;
}

/* Some makers leave out that a widget has a parent; another one it may not have. */
static gboolean
belongs_to (const MftPdfObject *kid, guint32 number)
{
  const MftPdfObject *parent = mft_pdf_dict_get (kid, "Parent");

  return parent == NULL || mft_pdf_object_get_reference (parent, NULL) == number;
}

static gboolean
kids_are_widgets (MftDifference *difference, const MftPdfObject *field, guint32 number)
{
  g_autoptr (MftPdfObject) kids
      = mft_pdf_file_get (difference->file, difference->new_revision, field, "Kids", NULL);

  for (guint i = 0; i < mft_pdf_array_size (kids); i++)
    {
      MftPdfObject *reference = mft_pdf_array_item (kids, i);
      g_autoptr (MftPdfObject) kid = load_new (difference, reference);
      if (kid == NULL || !has_only_known_keys (kid) || !is_widget (kid)
          || mft_pdf_dict_get (kid, "T") != NULL || mft_pdf_dict_get (kid, "Kids") != NULL
          || !belongs_to (kid, number))
        return FALSE;
      g_hash_table_add (difference->new_widgets,
                        GUINT_TO_POINTER (mft_pdf_object_get_reference (reference, NULL)));
    }
  return kids != NULL;
}

static gboolean
is_signature_field (MftDifference *difference, const MftPdfObject *field, guint32 number,
                    const MftFieldPlace *place)
{
  guint32 parent = mft_pdf_object_get_reference (mft_pdf_dict_get (field, "Parent"), NULL);
  gboolean in_signature_group = g_strcmp0 (place->type, "Sig") == 0;
  g_autoptr (MftPdfObject) type
      = mft_pdf_file_get (difference->file, difference->new_revision, field, "FT", NULL);

  if (!has_only_known_keys (field) || parent != place->parent
      || !mft_pdf_object_is (mft_pdf_dict_get (field, "T"), MFT_PDF_STRING)
      || !(mft_pdf_object_is_name (type, "Sig")
           || (in_signature_group && mft_pdf_object_is (type, MFT_PDF_NULL))))
    return FALSE;
  if (mft_pdf_dict_get (field, "Kids") != NULL)
    return kids_are_widgets (difference, field, number);
  if (is_widget (field))
    g_hash_table_add (difference->new_widgets, GUINT_TO_POINTER (number));
  return TRUE;
}

/* The field's own appearance and its widgets'. */
static gboolean
looks_empty (MftDifference *difference, const MftPdfObject *field)
{
  g_autoptr (MftPdfObject) kids
      = mft_pdf_file_get (difference->file, difference->new_revision, field, "Kids", NULL);

  for (guint i = 0; i < mft_pdf_array_size (kids); i++)
    {
      g_autoptr (MftPdfObject) kid = load_new (difference, mft_pdf_array_item (kids, i));
      if (!mft_change_draws_nothing (difference, mft_pdf_dict_get (kid, "AP")))
        return FALSE;
    }
  return mft_change_draws_nothing (difference, mft_pdf_dict_get (field, "AP"));
}

static gboolean
takes_room (MftDifference *difference, const MftPdfObject *dict)
{
  MftPdfRect rect;

  return mft_pdf_rect_read (difference->file, difference->new_revision,
                            mft_pdf_dict_get (dict, "Rect"), &rect)
         && !mft_pdf_rect_is_empty (&rect);
}

static gboolean
is_seen (MftDifference *difference, const MftPdfObject *field)
{
  g_autoptr (MftPdfObject) kids
      = mft_pdf_file_get (difference->file, difference->new_revision, field, "Kids", NULL);

  for (guint i = 0; i < mft_pdf_array_size (kids); i++)
    {
      g_autoptr (MftPdfObject) kid = load_new (difference, mft_pdf_array_item (kids, i));
      if (takes_room (difference, kid))
        return TRUE;
    }
  return takes_room (difference, field);
}

void
mft_change_new_field (MftDifference *difference, MftPdfObject *reference,
                      const MftFieldPlace *place)
{
  guint32 number = mft_pdf_object_get_reference (reference, NULL);
  g_autoptr (MftPdfObject) field = load_new (difference, reference);
  MftPdfObject *value = mft_pdf_dict_get (field, "V");
  g_autofree char *name = field != NULL ? mft_pdf_field_name (
                              difference->file, difference->new_revision, field, place->parent_name)
                                        : NULL;
  const char *kind = "signature_field";

  if (field == NULL || !is_signature_field (difference, field, number, place)
      || (value != NULL && !mft_change_new_value (difference, value, &kind)))
    mft_difference_forbid (difference, "field_added", 0, number);
  else if (strcmp (kind, "signature") != 0 && !looks_empty (difference, field))
    mft_difference_forbid (difference, kind, 0, number); /* a stamp that nobody signed */
  else if (difference->permissions->permission != 0 && is_seen (difference, field))
    /* Who certified chose the places of what may still be seen ("Breaking the Specification", SSA). */
    mft_difference_forbid (difference, kind, 0, number);
  else if (strcmp (kind, "timestamp") != 0
           && (difference->permissions->permission == 1
               || mft_field_is_locked (difference->permissions, name)))
    mft_difference_forbid (difference, kind, 0, number);
  else
    mft_difference_permit (difference, kind, 0, number);
}
