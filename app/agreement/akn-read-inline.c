/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/akn-reader.h"

#include "agreement/akn.h"
#include "agreement/akn-names.h"
#include "agreement/party.h"
#include "agreement/decimal-value.h"
#include "agreement/formula.h"
#include "bahasa/date.h"
#include "base/random.h"
#include "container/xml.h"

typedef struct
{
  MftAknReader *reader;
  MftBlock *block;
  MftTextBuilder text;
  int atoms;
} Inline;

static const char *
after_hash (const char *value, const char *prefix)
{
  gsize length = strlen (prefix);

  if (value == NULL || value[0] != '#' || strncmp (value + 1, prefix, length) != 0)
    return NULL;
  return value + 1 + length;
}

static gboolean
is_decimal (const char *value)
{
  MftDecimal number;

  return value != NULL && _mft_decimal_from_value (value, &number);
}

static gboolean
is_date (const char *value)
{
  MftDate date;

  return value != NULL && mft_date_parse_iso (value, &date, NULL);
}

static gboolean
is_party (const char *value)
{
  guint64 party;

  if (value == NULL)
    return FALSE;
  if (g_str_equal (value, "para") || g_str_equal (value, "tiap"))
    return TRUE;
  return value[0] != '0'
         && g_ascii_string_to_unsigned (value, 10, 1, MFT_PARTIES_MOST, &party, NULL);
}

static void
add_atom (Inline *self, xmlNode *node, MftRunKind kind, const char *value, int form, MftStyle style)
{
  xmlChar *words = xmlNodeGetContent (node);
  MftAknWritten written = { self->block, self->atoms++, g_strdup ((const char *) words) };

  g_array_append_val (self->reader->written, written);
  g_free (words);
  mft_text_builder_add (&self->text, kind, value, form, style);
}

/* Words about another law stand for themselves. */
static void
add_reference_words (Inline *self, xmlNode *node, int form, MftStyle style)
{
  xmlChar *words = xmlNodeGetContent (node);

  self->atoms++;
  mft_text_builder_add (&self->text, MFT_RUN_REFERENCE, (const char *) words, form, style);
  g_free (words);
}

static gboolean
read_named_inline (Inline *self, xmlNode *node, MftStyle style, GError **error)
{
  const char *name = _mft_akn_plain (node, "name");
  const char *field = _mft_akn_own (node, "isian");
  const char *form_name = _mft_akn_own (node, "bentuk");
  int form;

  if (g_strcmp0 (name, "isian") == 0 && field != NULL && field[0] != '\0'
      && _mft_akn_form_from_name (form_name, &form))
    add_atom (self, node, MFT_RUN_FIELD, field, form, style);
  else if (g_strcmp0 (name, "rujukan") == 0 && _mft_akn_reference_from_name (form_name, &form)
           && (form == MFT_REFERENCE_EXTERNAL || form == MFT_REFERENCE_IGNORED))
    add_reference_words (self, node, form, style);
  else
    return _mft_akn_fail_unknown (self->reader, node, error);
  return TRUE;
}

static gboolean
read_formula (Inline *self, xmlNode *node, MftStyle style, GError **error)
{
  const char *value = _mft_akn_own (node, "hitung");
  MftFormula formula;
  int form;

  if (!mft_formula_parse (value, &formula)
      || !_mft_akn_form_from_name (_mft_akn_own (node, "bentuk"), &form))
    return _mft_akn_fail (node, error, "a formula that cannot be read");
  add_atom (self, node, MFT_RUN_FORMULA, value, form, style);
  return TRUE;
}

static gboolean
read_atom (Inline *self, xmlNode *node, MftStyle style, GError **error)
{
  const char *form_name = _mft_akn_own (node, "bentuk");
  const char *value;
  int form;

  if (mft_xml_is (node, MFT_AKN_SPACE, "inline"))
    return read_named_inline (self, node, style, error);
  if (mft_xml_is (node, MFT_AKN_SPACE, "party"))
    {
      value = after_hash (_mft_akn_plain (node, "refersTo"), "pihak-");
      if (!is_party (value))
        return _mft_akn_fail (node, error, "an unknown party");
      add_atom (self, node, MFT_RUN_PARTY, value, 0, style);
      return TRUE;
    }
  if (mft_xml_is (node, MFT_AKN_SPACE, "ref"))
    {
      value = after_hash (_mft_akn_plain (node, "href"), "");
      if (!mft_is_id (value) || !_mft_akn_reference_from_name (form_name, &form)
          || form == MFT_REFERENCE_EXTERNAL || form == MFT_REFERENCE_IGNORED)
        return _mft_akn_fail (node, error, "a reference that cannot be read");
      add_atom (self, node, MFT_RUN_REFERENCE, value, form, style);
      return TRUE;
    }
  if (mft_xml_is (node, MFT_AKN_SPACE, "quantity"))
    {
      if (_mft_akn_own (node, "hitung") != NULL)
        return read_formula (self, node, style, error);
      value = _mft_akn_plain (node, "normalized");
      if (!is_decimal (value) || !_mft_akn_form_from_name (form_name, &form))
        return _mft_akn_fail (node, error, "a number that cannot be read");
      add_atom (self, node, MFT_RUN_NUMBER, value, form, style);
      return TRUE;
    }
  if (mft_xml_is (node, MFT_AKN_SPACE, "date"))
    {
      value = _mft_akn_plain (node, "date");
      if (!is_date (value) || !_mft_akn_form_from_name (form_name, &form))
        return _mft_akn_fail (node, error, "a date that cannot be read");
      add_atom (self, node, MFT_RUN_DATE, value, form, style);
      return TRUE;
    }
  return _mft_akn_fail_unknown (self->reader, node, error);
}

static gboolean
style_of (const xmlNode *node, MftStyle *style)
{
  static const struct
  {
    const char *element;
    MftStyle style;
  } styles[] = {
    { "b", MFT_STYLE_BOLD },
    { "i", MFT_STYLE_ITALIC },
    { "def", MFT_STYLE_DEFINITION },
    { "term", MFT_STYLE_TERM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (mft_xml_is (node, MFT_AKN_SPACE, styles[i].element))
      {
        *style = styles[i].style;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_runs (Inline *self, xmlNode *first, MftStyle style, GError **error)
{
  for (xmlNode *node = first; node != NULL; node = node->next)
    {
      MftStyle inner;

      if (node->type == XML_TEXT_NODE)
        mft_text_builder_words (&self->text, (const char *) node->content, style);
      else if (style_of (node, &inner))
        {
          if (!read_runs (self, node->children, style | inner, error))
            return FALSE;
        }
      else if (!read_atom (self, node, style, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_mft_akn_read_inline (MftAknReader *reader, MftBlock *block, xmlNode *element, GError **error)
{
  Inline self = { .reader = reader, .block = block };
  g_autoptr (MftText) text = NULL;
  gboolean read;

  mft_text_builder_init (&self.text);
  read = read_runs (&self, element->children, MFT_STYLE_PLAIN, error);
  text = mft_text_builder_end (&self.text);
  mft_block_set_text (block, text);
  return read;
}
