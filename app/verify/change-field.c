/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/change-field.h"

#include "pdf/field.h"
#include "verify/change-look.h"

#define DEPTH_MOST 32

/* How a field may be referred to: from the form, its parent, its page, its kids, the structure tree,
 * the order of calculation, a bare array of any of these. */
#define FIELD_KEYS "Fields Kids Annots Parent Obj CO -"

static void compare_list (MftDifference *difference, MftPdfObject *old_value,
                          MftPdfObject *new_value, guint32 holder, const MftFieldPlace *place);

static gboolean
is_one_of (const char *key, const char *const *list)
{
  return g_strv_contains (list, key);
}

/* Appearance dictionaries and streams are replaced; one that is overwritten may serve nobody else. */
static gboolean
appearance_is_sound (MftDifference *difference, guint32 holder, MftPdfObject *old_value,
                     MftPdfObject *new_value, guint depth)
{
  guint32 own = mft_pdf_object_get_reference (old_value, NULL);
  g_auto (MftPair) pair = mft_difference_pair_held_by (difference, old_value, new_value, holder);
  g_autoptr (GPtrArray) keys = NULL;

  if (depth > 0 && !mft_pdf_object_equal (old_value, new_value))
    mft_difference_let_go (difference, old_value, holder);
  if (mft_pdf_object_is (pair.new_object, MFT_PDF_STREAM))
    return depth > 0;
  if (!mft_pdf_object_is (pair.new_object, MFT_PDF_DICT) || depth > 1)
    return FALSE;
  keys = mft_difference_keys (&pair);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      MftPdfObject *now = mft_pdf_dict_get (pair.new_object, key);
      if (now == NULL
          || !appearance_is_sound (difference, own != 0 ? own : holder,
                                   mft_pdf_dict_get (pair.old_object, key), now, depth + 1))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  MftDifference *difference;
  guint32 number;
  const MftPair *fields;
  const char *name;
  const MftFieldPlace *place;
  const char *type; /* own or inherited /FT */
  gboolean is_signature;
  gboolean was_signed;
  const char *given; /* kind of the signature that the field got */
  gboolean filled;   /* an ordinary field's value or look */
  gboolean closed;   /* to typing */
  gboolean value_changed;
  gboolean look_changed;
  gboolean looks; /* a signature field's look */
} Field;

/* Programs close a field to typing when somebody signs, or say that it has to be filled in and is not sent: bits
 * that change no look (ISO 32000-2, table 227). */
static gboolean
close_entry (Field *field, const char *key, const MftPdfObject *before, const MftPdfObject *now)
{
  gint64 old_flags = mft_pdf_object_get_integer (before, 0);
  gint64 new_flags = mft_pdf_object_get_integer (now, 0);
  gboolean closes = strcmp (key, "Ff") == 0 && mft_pdf_object_is (now, MFT_PDF_INTEGER)
                    && (before == NULL || mft_pdf_object_is (before, MFT_PDF_INTEGER))
                    && (new_flags & old_flags) == old_flags && (new_flags ^ old_flags) <= 7;

  field->closed = field->closed || closes;
  return closes;
}

/* What a widget is may be said where it was left out (ISO 32000-2, table 166). */
static gboolean
names_type (const char *key, const MftPdfObject *before, const MftPdfObject *now)
{
  return strcmp (key, "Type") == 0 && before == NULL && mft_pdf_object_is_name (now, "Annot");
}

/* An empty signature field gets its signature and, only with it, its look. */
static gboolean
signature_entry (Field *field, const char *key, MftPdfObject *before, MftPdfObject *now)
{
  static const char *const looks[] = { "F", "MK", "DA", "Q", "AS", "M", NULL };

  if (close_entry (field, key, before, now) || names_type (key, before, now))
    return TRUE;
  if (field->was_signed)
    return FALSE;
  if (strcmp (key, "V") == 0)
    return before == NULL && mft_change_new_value (field->difference, now, &field->given);
  field->looks = TRUE;
  if (strcmp (key, "AP") == 0)
    return appearance_is_sound (field->difference, field->number, before, now, 0);
  return now != NULL && is_one_of (key, looks) && mft_pdf_object_get_reference (now, NULL) == 0;
}

/* Filling in a form: the value, the state, and the look that follows. */
static gboolean
filled_entry (Field *field, const char *key, MftPdfObject *before, MftPdfObject *now)
{
  if (close_entry (field, key, before, now) || names_type (key, before, now))
    return TRUE;
  field->filled = TRUE;
  field->value_changed = field->value_changed || strcmp (key, "V") == 0;
  field->look_changed = field->look_changed || strcmp (key, "AP") == 0;
  if (strcmp (key, "AP") == 0)
    return appearance_is_sound (field->difference, field->number, before, now, 0);
  if (strcmp (key, "AS") == 0)
    return mft_pdf_object_is (now, MFT_PDF_NAME);
  if (strcmp (key, "M") == 0)
    return mft_pdf_object_is (now, MFT_PDF_STRING);
  if (strcmp (key, "V") == 0 || strcmp (key, "I") == 0)
    {
      g_auto (MftPair) values
          = mft_difference_pair_held_by (field->difference, before, now, field->number);
      return !mft_pdf_object_is (values.new_object, MFT_PDF_DICT);
    }
  return FALSE;
}

/* Values that stand in objects of their own may be overwritten in place. */
static gboolean
touches_own_objects (MftDifference *difference, const MftPdfObject *before)
{
  guint32 number = mft_pdf_object_get_reference (before, NULL);

  return number != 0 && g_hash_table_contains (difference->changed, GUINT_TO_POINTER (number));
}

static gboolean
appearance_was_touched (MftDifference *difference, const MftPdfObject *appearance)
{
  for (guint i = 0; i < mft_pdf_dict_size (appearance); i++)
    {
      const MftPdfObject *value = mft_pdf_dict_value (appearance, i);
      if (touches_own_objects (difference, value)
          || (mft_pdf_object_is (value, MFT_PDF_DICT)
              && appearance_was_touched (difference, value)))
        return TRUE;
    }
  return FALSE;
}

static void
compare_entries (Field *field)
{
  MftDifference *difference = field->difference;
  g_autoptr (GPtrArray) keys = mft_difference_keys (field->fields);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      MftPdfObject *before = mft_pdf_dict_get (field->fields->old_object, key);
      MftPdfObject *now = mft_pdf_dict_get (field->fields->new_object, key);
      gboolean own = strcmp (key, "AP") == 0 || strcmp (key, "V") == 0;
      gboolean touched = own
                         && (touches_own_objects (difference, before)
                             || appearance_was_touched (difference, before));
      if (strcmp (key, "Kids") == 0 || (mft_pdf_object_equal (before, now) && !touched))
        continue;
      if (field->is_signature ? !signature_entry (field, key, before, now)
                              : !filled_entry (field, key, before, now))
        mft_difference_forbid (difference, "field", 0, field->number);
    }
}

static gboolean
gets_signature (const Field *field)
{
  return field->place->gets_signature || g_strcmp0 (field->given, "signature") == 0;
}

/* What is seen of a field that got a value, its own or its group's, follows the value. */
static void
judge_look (Field *field)
{
  MftDifference *difference = field->difference;
  const MftFilled filled = { .difference = difference,
                             .widgets = field->fields,
                             .type = field->type,
                             .value_changed = field->value_changed || field->place->gets_value,
                             .look_changed = field->look_changed };

  switch (mft_change_look (&filled))
    {
    case MFT_LOOK_FOLLOWS:
      break;
    case MFT_LOOK_UNCLEAR:
      mft_difference_permit (difference, "form_look_unclear", 0, field->number);
      break;
    case MFT_LOOK_DOUBTFUL:
      mft_difference_doubt (difference, "form_look_unclear", 0, field->number);
      break;
    case MFT_LOOK_DIFFERS:
      mft_difference_forbid (difference, "form_look", 0, field->number);
      break;
    }
}

static void
judge_field (Field *field)
{
  MftDifference *difference = field->difference;
  const MftPermissions *permissions = difference->permissions;
  gboolean locked = mft_field_is_locked (permissions, field->name);
  gboolean closed = permissions->permission == 1;
  gboolean is_seen = field->looks && !gets_signature (field)
                     && !mft_change_draws_nothing (
                         difference, mft_pdf_dict_get (field->fields->new_object, "AP"));

  if (is_seen)
    mft_difference_forbid (difference, "field", 0, field->number); /* a stamp that nobody signed */
  if (field->given != NULL)
    {
      if (locked || (closed && strcmp (field->given, "signature") == 0))
        mft_difference_forbid (difference, field->given, 0, field->number);
      else
        mft_difference_permit (difference, field->given, 0, field->number);
    }
  if (field->closed)
    mft_difference_permit (difference, "form_field", 0, field->number);
  if (!field->is_signature && (field->filled || field->place->gets_value))
    judge_look (field);
  if (field->filled)
    {
      if (locked || closed)
        mft_difference_forbid (difference, "form_value", 0, field->number);
      else
        mft_difference_permit (difference, "form_value", 0, field->number);
    }
}

/* Whether the field had a value; signatures are large, so it is not read. */
static gboolean
had_value (MftDifference *difference, const MftPdfObject *field)
{
  const MftPdfObject *value = mft_pdf_dict_get (field, "V");
  guint32 number = mft_pdf_object_get_reference (value, NULL);
  const MftPdfEntry *entry = mft_pdf_file_find (difference->file, difference->old_revision, number);

  if (number == 0)
    return !mft_pdf_object_is (value, MFT_PDF_NULL);
  return entry != NULL && entry->kind != MFT_PDF_ENTRY_FREE;
}

static void
compare_field (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
               const MftFieldPlace *place)
{
  g_auto (MftPair) fields = mft_difference_pair (difference, old_value, new_value, FIELD_KEYS);
  g_autofree char *name = mft_pdf_field_name (difference->file, difference->old_revision,
                                              fields.old_object, place->parent_name);
  g_autoptr (MftPdfObject) type = mft_pdf_file_get (difference->file, difference->old_revision,
                                                    fields.old_object, "FT", NULL);
  const char *kind = mft_pdf_object_get_name (type);
  guint32 number = mft_pdf_object_get_reference (old_value, NULL);
  MftFieldPlace inside
      = { .parent_name = name,
          .parent = number,
          .type = kind != NULL ? kind : place->type,
          .was_signed = place->was_signed || had_value (difference, fields.old_object),
          .depth = place->depth + 1 };
  Field field = { .difference = difference,
                  .number = number,
                  .fields = &fields,
                  .name = name,
                  .is_signature = g_strcmp0 (inside.type, "Sig") == 0,
                  .place = place,
                  .type = inside.type,
                  .was_signed = inside.was_signed };

  if (!mft_pdf_object_is (fields.old_object, MFT_PDF_DICT)
      || !mft_pdf_object_is (fields.new_object, MFT_PDF_DICT) || place->depth > DEPTH_MOST)
    {
      mft_difference_forbid (difference, "field", 0, field.number);
      return;
    }
  compare_entries (&field);
  judge_field (&field);
  inside.gets_signature = gets_signature (&field);
  inside.gets_value = place->gets_value || field.value_changed;
  if (mft_pdf_dict_get (fields.old_object, "Kids") != NULL
      || mft_pdf_dict_get (fields.new_object, "Kids") != NULL)
    compare_list (difference, mft_pdf_dict_get (fields.old_object, "Kids"),
                  mft_pdf_dict_get (fields.new_object, "Kids"), number, &inside);
}

/* The old entries stay in their order; what stands between them is new. */
static void
compare_list (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
              guint32 holder, const MftFieldPlace *place)
{
  g_auto (MftPair) lists = mft_difference_pair_held_by (difference, old_value, new_value, holder);
  guint kept = 0, size = mft_pdf_array_size (lists.old_object);

  if (!mft_pdf_object_is (lists.new_object, MFT_PDF_ARRAY)
      && !(old_value == NULL && new_value == NULL))
    mft_difference_forbid (difference, "form", 0, 0);
  for (guint i = 0; i < mft_pdf_array_size (lists.new_object); i++)
    {
      MftPdfObject *item = mft_pdf_array_item (lists.new_object, i);
      MftPdfObject *before = mft_pdf_array_item (lists.old_object, kept);
      if (before != NULL && mft_pdf_object_equal (before, item))
        {
          compare_field (difference, before, item, place);
          kept++;
        }
      else
        mft_change_new_field (difference, item, place);
    }
  if (kept < size)
    mft_difference_forbid (
        difference, "field_removed", 0,
        mft_pdf_object_get_reference (mft_pdf_array_item (lists.old_object, kept), NULL));
}

void
mft_change_fields (MftDifference *difference, MftPdfObject *old_value, MftPdfObject *new_value,
                   guint32 holder)
{
  const MftFieldPlace top = { .parent_name = "" };

  compare_list (difference, old_value, new_value, holder, &top);
}
