/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/field.h"

#include "bahasa/date.h"
#include "bahasa/duration.h"
#include "bahasa/money.h"
#include "bahasa/terbilang.h"
#include "bahasa/text.h"

#include "agreement/decimal-value.h"
#include "agreement/error.h"

struct MftField
{
  char *id;
  MftFieldType type;
  gboolean required;
  char *meaning;
  char **choices;
  char *value;
  char *default_value;
};

static const char *const type_names[] = {
  [MFT_FIELD_TEXT] = "teks",       [MFT_FIELD_INTEGER] = "bilangan", [MFT_FIELD_PERCENT] = "persen",
  [MFT_FIELD_MONEY] = "uang",      [MFT_FIELD_DATE] = "tanggal",     [MFT_FIELD_YEAR] = "tahun",
  [MFT_FIELD_DURATION] = "durasi", [MFT_FIELD_CHOICE] = "pilihan",
};

MftField *
mft_field_new (const char *id, MftFieldType type, gboolean required, const char *meaning,
               const char *const *choices)
{
  MftField *field = g_new0 (MftField, 1);

  field->id = g_strdup (id);
  field->type = type;
  field->required = !!required;
  field->meaning = g_strdup (meaning != NULL ? meaning : id);
  field->choices = g_strdupv ((char **) choices);
  return field;
}

MftField *
mft_field_copy (const MftField *field)
{
  MftField *copy = mft_field_new (field->id, field->type, field->required, field->meaning,
                                  (const char *const *) field->choices);

  copy->value = g_strdup (field->value);
  copy->default_value = g_strdup (field->default_value);
  return copy;
}

void
mft_field_free (MftField *field)
{
  g_free (field->id);
  g_free (field->meaning);
  g_strfreev (field->choices);
  g_free (field->value);
  g_free (field->default_value);
  g_free (field);
}

const char *
mft_field_get_id (const MftField *field)
{
  return field->id;
}

MftFieldType
mft_field_get_type (const MftField *field)
{
  return field->type;
}

gboolean
mft_field_is_required (const MftField *field)
{
  return field->required;
}

const char *
mft_field_get_meaning (const MftField *field)
{
  return field->meaning;
}

const char *const *
mft_field_get_choices (const MftField *field)
{
  return (const char *const *) field->choices;
}

const char *
mft_field_get_value (const MftField *field)
{
  return field->value;
}

const char *
mft_field_get_default (const MftField *field)
{
  return field->default_value;
}

static void
replace (char **place, const char *value)
{
  char *copy = value != NULL && value[0] != '\0' ? g_strdup (value) : NULL;

  g_free (*place);
  *place = copy;
}

void
mft_field_set_default (MftField *field, const char *value)
{
  replace (&field->default_value, value);
}

void
mft_field_set_value (MftField *field, const char *value)
{
  replace (&field->value, value);
}

/* Places that say nothing are dropped: 10.000,00 is 10000. */
static char *
canonical_number (MftDecimal number)
{
  mft_decimal_set_places (&number, 0);
  return _mft_decimal_to_value (number);
}

/* A number as Indonesians write it, as values are kept, or in words. */
static char *
parse_number (const char *given, guint places_most)
{
  MftDecimal number;

  if (!mft_decimal_parse (given, &number, NULL) && !_mft_decimal_from_value (given, &number)
      && !mft_terbilang_parse (given, &number, NULL))
    return NULL;
  if (number.places > places_most && !mft_decimal_set_places (&number, places_most))
    return NULL;
  return canonical_number (number);
}

static char *
parse_percent (const char *given)
{
  g_autofree char *bare
      = g_str_has_suffix (given, "%") ? g_strndup (given, strlen (given) - 1) : g_strdup (given);

  return parse_number (g_strstrip (bare), MFT_DECIMAL_PLACES_MAX);
}

static char *
parse_money (const char *given)
{
  MftDecimal amount;

  if (mft_money_parse (given, &amount, NULL))
    return canonical_number (amount);
  return parse_number (given, 2);
}

static char *
parse_date (const char *given)
{
  MftDate date;
  gsize taken = mft_date_scan (given, &date);

  if (taken == 0 || given[taken] != '\0' || !mft_date_valid (date))
    return NULL;
  return mft_date_format_iso (date);
}

static char *
parse_year (const char *given)
{
  guint64 year;

  if (strlen (given) != 4 || !g_ascii_string_to_unsigned (given, 10, 1000, 9999, &year, NULL))
    return NULL;
  return g_strdup (given);
}

static char *
parse_duration (const char *given)
{
  MftDuration duration;

  return mft_duration_parse (given, &duration, NULL) && duration.count > 0
             ? mft_duration_format (duration)
             : NULL;
}

static char *
parse_choice (const MftField *field, const char *given)
{
  g_autofree char *wanted = g_utf8_casefold (given, -1);

  for (guint i = 0; field->choices != NULL && field->choices[i] != NULL; i++)
    {
      g_autofree char *choice = g_utf8_casefold (field->choices[i], -1);
      if (g_str_equal (choice, wanted))
        return g_strdup (field->choices[i]);
    }
  return NULL;
}

static char *
parse_typed (const MftField *field, const char *given)
{
  switch (field->type)
    {
    case MFT_FIELD_TEXT:
      return g_strdup (given);
    case MFT_FIELD_INTEGER:
      return parse_number (given, 0);
    case MFT_FIELD_PERCENT:
      return parse_percent (given);
    case MFT_FIELD_MONEY:
      return parse_money (given);
    case MFT_FIELD_DATE:
      return parse_date (given);
    case MFT_FIELD_YEAR:
      return parse_year (given);
    case MFT_FIELD_DURATION:
      return parse_duration (given);
    case MFT_FIELD_CHOICE:
      return parse_choice (field, given);
    }
  return NULL;
}

char *
mft_field_parse (const MftField *field, const char *given, GError **error)
{
  g_autofree char *clean = mft_text_normalize (given);
  char *value = clean[0] != '\0' ? parse_typed (field, clean) : g_strdup ("");

  if (value == NULL)
    g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD,
                 "field '%s' (%s) cannot hold '%s'", field->id, type_names[field->type], clean);
  return value;
}

const char *
mft_field_type_to_name (MftFieldType type)
{
  return type_names[type];
}

gboolean
mft_field_type_from_name (const char *name, MftFieldType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_str_equal (type_names[i], name))
      {
        *type = (MftFieldType) i;
        return TRUE;
      }
  return FALSE;
}
