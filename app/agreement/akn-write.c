/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/akn.h"

#include "agreement/akn-names.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "container/xml-writer.h"

typedef struct
{
  MftAgreement *agreement;
  MftXmlWriter *xml;
} Writer;

static void
write_simple (Writer *writer, const char *element, const char *attribute, const char *value)
{
  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, element);
  mft_xml_writer_attribute (writer->xml, attribute, value);
  mft_xml_writer_end (writer->xml);
}

/* Akoma Ntoso asks for work, expression and manifestation; we know the lineage and the day. */
static void
write_identification (Writer *writer, const char *component)
{
  static const char *const levels[] = { "FRBRWork", "FRBRExpression", "FRBRManifestation" };
  const char *lineage = mft_agreement_get_setting (writer->agreement, "garis");
  const char *date = mft_agreement_get_value (writer->agreement, "tanggal_ttd");
  g_autofree char *uri
      = g_strdup_printf ("/akn/id/doc/pks/%s", lineage[0] != '\0' ? lineage : "naskah");
  g_autofree char *this_uri = g_strdup_printf ("%s/!%s", uri, component);

  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "identification");
  mft_xml_writer_attribute (writer->xml, "source", "#mufakat");
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      mft_xml_writer_line (writer->xml);
      mft_xml_writer_start (writer->xml, levels[i]);
      write_simple (writer, "FRBRthis", "value", this_uri);
      write_simple (writer, "FRBRuri", "value", uri);
      mft_xml_writer_line (writer->xml);
      mft_xml_writer_start (writer->xml, "FRBRdate");
      mft_xml_writer_attribute (writer->xml, "date", date != NULL ? date : "1970-01-01");
      mft_xml_writer_attribute (writer->xml, "name", date != NULL ? "penandatanganan" : "konsep");
      mft_xml_writer_end (writer->xml);
      write_simple (writer, "FRBRauthor", "href", "#mufakat");
      if (i == 0)
        write_simple (writer, "FRBRcountry", "value", "id");
      else if (i == 1)
        write_simple (writer, "FRBRlanguage", "language", "ind");
      mft_xml_writer_end (writer->xml);
    }
  mft_xml_writer_end (writer->xml);
}

static void
write_ontology (Writer *writer, const char *element, const char *id, const char *shown)
{
  g_autofree char *href = g_strdup_printf ("/akn/ontology/%s", id);

  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, element);
  mft_xml_writer_attribute (writer->xml, "eId", id);
  mft_xml_writer_attribute (writer->xml, "href", href);
  mft_xml_writer_attribute (writer->xml, "showAs", shown);
  mft_xml_writer_end (writer->xml);
}

/* What refersTo="#…" in the text points at. */
static void
write_references (Writer *writer)
{
  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "references");
  mft_xml_writer_attribute (writer->xml, "source", "#mufakat");
  write_ontology (writer, "TLCOrganization", "mufakat", "Mufakat");
  for (guint party = 1; party <= mft_agreement_n_parties (writer->agreement); party++)
    {
      g_autofree char *id = g_strdup_printf ("pihak-%u", party);
      g_autofree char *value = g_strdup_printf ("%u", party);
      g_autofree char *role = mft_party_dup_role (writer->agreement, value);
      write_ontology (writer, "TLCOrganization", id, role);
    }
  write_ontology (writer, "TLCConcept", "pihak-para", "PARA PIHAK");
  write_ontology (writer, "TLCConcept", "pihak-tiap", "PIHAK");
  write_ontology (writer, "TLCConcept", "bilangan", "bilangan");
  write_ontology (writer, "TLCConcept", "istilah", "istilah");
  mft_xml_writer_end (writer->xml);
}

static void
write_field (Writer *writer, const MftField *field)
{
  const char *const *choices = mft_field_get_choices (field);

  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "m:isian");
  mft_xml_writer_attribute (writer->xml, "id", mft_field_get_id (field));
  mft_xml_writer_attribute (writer->xml, "jenis",
                            mft_field_type_to_name (mft_field_get_type (field)));
  mft_xml_writer_attribute (writer->xml, "wajib", mft_field_is_required (field) ? "ya" : NULL);
  mft_xml_writer_attribute (writer->xml, "arti", mft_field_get_meaning (field));
  mft_xml_writer_attribute (writer->xml, "awal", mft_field_get_default (field));
  mft_xml_writer_attribute (writer->xml, "nilai", mft_field_get_value (field));
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    mft_xml_writer_element (writer->xml, "m:pilihan", choices[i]);
  mft_xml_writer_end (writer->xml);
}

static void
write_proprietary (Writer *writer)
{
  g_auto (GStrv) keys = mft_agreement_dup_setting_keys (writer->agreement);
  const char *kept = mft_agreement_get_setting (writer->agreement, MFT_AKN_KEPT);

  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "proprietary");
  mft_xml_writer_attribute (writer->xml, "source", "#mufakat");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (g_str_equal (keys[i], MFT_AKN_KEPT) || g_str_equal (keys[i], MFT_AKN_KEPT_VERSION))
        continue;
      mft_xml_writer_line (writer->xml);
      mft_xml_writer_start (writer->xml, "m:pengaturan");
      mft_xml_writer_attribute (writer->xml, "kunci", keys[i]);
      mft_xml_writer_attribute (writer->xml, "nilai",
                                mft_agreement_get_setting (writer->agreement, keys[i]));
      mft_xml_writer_end (writer->xml);
    }
  for (guint i = 0; i < mft_agreement_n_fields (writer->agreement); i++)
    write_field (writer, mft_agreement_get_field_at (writer->agreement, i));
  if (kept != NULL)
    mft_xml_writer_raw (writer->xml, kept);
  mft_xml_writer_end (writer->xml);
}

static void
write_meta (Writer *writer)
{
  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "meta");
  write_identification (writer, "main");
  write_references (writer);
  write_proprietary (writer);
  mft_xml_writer_end (writer->xml);
}

static void
start_atom (Writer *writer, const MftRun *run)
{
  g_autofree char *target = NULL;
  MftXmlWriter *xml = writer->xml;

  switch (run->kind)
    {
    case MFT_RUN_REFERENCE:
      if (run->form == MFT_REFERENCE_EXTERNAL || run->form == MFT_REFERENCE_IGNORED)
        {
          mft_xml_writer_start (xml, "inline");
          mft_xml_writer_attribute (xml, "name", "rujukan");
        }
      else
        {
          target = g_strconcat ("#", run->value, NULL);
          mft_xml_writer_start (xml, "ref");
          mft_xml_writer_attribute (xml, "href", target);
        }
      mft_xml_writer_attribute (xml, "m:bentuk", _mft_akn_reference_name (run->form));
      return;
    case MFT_RUN_FIELD:
      mft_xml_writer_start (xml, "inline");
      mft_xml_writer_attribute (xml, "name", "isian");
      mft_xml_writer_attribute (xml, "m:isian", run->value);
      mft_xml_writer_attribute (xml, "m:bentuk", _mft_akn_form_name (run->form));
      return;
    case MFT_RUN_NUMBER:
      mft_xml_writer_start (xml, "quantity");
      mft_xml_writer_attribute (xml, "refersTo", "#bilangan");
      mft_xml_writer_attribute (xml, "normalized", run->value);
      mft_xml_writer_attribute (xml, "m:bentuk", _mft_akn_form_name (run->form));
      return;
    case MFT_RUN_DATE:
      mft_xml_writer_start (xml, "date");
      mft_xml_writer_attribute (xml, "date", run->value);
      mft_xml_writer_attribute (xml, "m:bentuk", _mft_akn_form_name (run->form));
      return;
    case MFT_RUN_PARTY:
      target = g_strconcat ("#pihak-", run->value, NULL);
      mft_xml_writer_start (xml, "party");
      mft_xml_writer_attribute (xml, "refersTo", target);
      return;
    case MFT_RUN_FORMULA:
      mft_xml_writer_start (xml, "quantity");
      mft_xml_writer_attribute (xml, "refersTo", "#bilangan");
      mft_xml_writer_attribute (xml, "m:hitung", run->value);
      mft_xml_writer_attribute (xml, "m:bentuk", _mft_akn_form_name (run->form));
      return;
    case MFT_RUN_TEXT:
      break;
    }
  g_return_if_reached ();
}

static guint
start_styles (Writer *writer, MftStyle style)
{
  static const struct
  {
    MftStyle style;
    const char *element;
  } nesting[] = {
    { MFT_STYLE_DEFINITION, "def" },
    { MFT_STYLE_TERM, "term" },
    { MFT_STYLE_BOLD, "b" },
    { MFT_STYLE_ITALIC, "i" },
  };
  guint open = 0;

  for (guint i = 0; i < G_N_ELEMENTS (nesting); i++)
    if ((style & nesting[i].style) != 0)
      {
        mft_xml_writer_start (writer->xml, nesting[i].element);
        if (nesting[i].style == MFT_STYLE_TERM)
          mft_xml_writer_attribute (writer->xml, "refersTo", "#istilah");
        open++;
      }
  return open;
}

static void
write_text (Writer *writer, MftBlock *block)
{
  MftText *text = mft_block_get_text (block);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      guint open = start_styles (writer, run->style);

      if (run->kind == MFT_RUN_TEXT)
        mft_xml_writer_text (writer->xml, run->value);
      else
        {
          MftShownState state;
          g_autofree char *shown = mft_shown_run (writer->agreement, block, run, &state);
          start_atom (writer, run);
          mft_xml_writer_text (writer->xml, shown);
          mft_xml_writer_end (writer->xml);
        }
      while (open-- > 0)
        mft_xml_writer_end (writer->xml);
    }
}

static void
write_text_element (Writer *writer, const char *element, MftBlock *block)
{
  mft_xml_writer_start (writer->xml, element);
  write_text (writer, block);
  mft_xml_writer_end (writer->xml);
}

static void write_block (Writer *writer, MftBlock *block);

static gboolean
is_listed (MftBlock *block)
{
  return block != NULL
         && (mft_block_get_kind (block) == MFT_BLOCK_ITEM
             || mft_block_get_kind (block) == MFT_BLOCK_CONTACT);
}

/* The children from `start` to before `end`, neighbouring list items in a list of their own. */
static void
write_children (Writer *writer, MftBlock *block, guint start, guint end)
{
  const char *list = _mft_akn_is_hierarchic (block) ? "list" : "blockList";

  for (guint i = start; i < end; i++)
    {
      MftBlock *child = mft_block_get_child (block, i);
      gboolean listed = is_listed (child);

      if (listed && (i == start || !is_listed (mft_block_get_child (block, i - 1))))
        mft_xml_writer_start (writer->xml, list);
      write_block (writer, child);
      if (listed && (i + 1 == end || !is_listed (mft_block_get_child (block, i + 1))))
        {
          mft_xml_writer_line (writer->xml);
          mft_xml_writer_end (writer->xml);
        }
    }
}

static void
write_all_children (Writer *writer, MftBlock *block)
{
  if (mft_block_n_children (block) == 0)
    return;
  write_children (writer, block, 0, mft_block_n_children (block));
  mft_xml_writer_line (writer->xml);
}

static void
write_attachment_body (Writer *writer, MftBlock *block)
{
  g_autofree char *component = g_strdup_printf ("lampiran-%s", mft_block_get_id (block));

  mft_xml_writer_start (writer->xml, "doc");
  mft_xml_writer_attribute (writer->xml, "name", "lampiran");
  mft_xml_writer_start (writer->xml, "meta");
  write_identification (writer, component);
  mft_xml_writer_end (writer->xml);
  mft_xml_writer_start (writer->xml, "mainBody");
  write_all_children (writer, block);
  mft_xml_writer_end (writer->xml);
  mft_xml_writer_end (writer->xml);
}

/* Lines of a contact are plain blocks and go into the content too; all else follows an intro. */
static void
write_introduced (Writer *writer, MftBlock *block)
{
  gboolean contact = mft_block_get_kind (block) == MFT_BLOCK_CONTACT;
  gboolean leaf = mft_block_n_children (block) == 0;

  mft_xml_writer_start (writer->xml, contact || leaf ? "content" : "intro");
  write_text_element (writer, "p", block);
  if (contact)
    write_all_children (writer, block);
  mft_xml_writer_end (writer->xml);
  if (!contact)
    write_all_children (writer, block);
}

static void
write_content (Writer *writer, MftBlock *block, MftAknWords words)
{
  switch (words)
    {
    case MFT_AKN_WORDS_INTRO:
      write_introduced (writer, block);
      return;
    case MFT_AKN_WORDS_DIRECT:
      write_text (writer, block);
      break;
    case MFT_AKN_WORDS_P:
      write_text_element (writer, "p", block);
      break;
    case MFT_AKN_WORDS_HEADING:
      write_text_element (writer, "heading", block);
      break;
    case MFT_AKN_WORDS_NONE:
      break;
    }
  if (mft_block_get_kind (block) == MFT_BLOCK_ATTACHMENT)
    write_attachment_body (writer, block);
  else
    write_all_children (writer, block);
}

/* `mark_attribute` tells elements of one name apart: "name" or "class". */
static void
write_attributes (Writer *writer, MftBlock *block, const char *mark_attribute, const char *mark)
{
  g_autofree char *party = NULL;

  if (mft_block_get_party (block) > 0)
    party = g_strdup_printf ("%u", mft_block_get_party (block));
  mft_xml_writer_attribute (writer->xml, "eId", mft_block_get_id (block));
  if (mark != NULL)
    mft_xml_writer_attribute (writer->xml, mark_attribute, mark);
  mft_xml_writer_attribute (writer->xml, "m:label", mft_block_get_locked_label (block));
  mft_xml_writer_attribute (writer->xml, "m:daftar",
                            _mft_akn_marks_name (mft_block_get_marks (block)));
  mft_xml_writer_attribute (writer->xml, "m:pihak", party);
  mft_xml_writer_attribute (writer->xml, "m:klausul", mft_block_get_clause (block));
  mft_xml_writer_attribute (writer->xml, "m:alternatif", mft_block_get_alternative (block));
  for (guint i = 0; i < MFT_N_TRAITS; i++)
    {
      g_autofree char *name = g_strconcat ("m:", _mft_akn_trait_name ((MftTrait) i), NULL);
      mft_xml_writer_attribute (writer->xml, name, mft_block_get_trait (block, (MftTrait) i));
    }
}

static void
write_block (Writer *writer, MftBlock *block)
{
  const MftAknElement *element = _mft_akn_element_for (block);
  const char *kept = mft_block_get_trait (block, MFT_TRAIT_KEPT);
  /* Akoma Ntoso has no table in a hierarchy, but content in it that may hold one. */
  gboolean wrapped = element->kind == MFT_BLOCK_TABLE && element->hierarchic;

  if (kept != NULL)
    {
      mft_xml_writer_raw (writer->xml, kept);
      return;
    }
  mft_xml_writer_line (writer->xml);
  if (wrapped)
    {
      mft_xml_writer_start (writer->xml, "hcontainer");
      mft_xml_writer_attribute (writer->xml, "name", "tabel");
      mft_xml_writer_start (writer->xml, "content");
    }
  mft_xml_writer_start (writer->xml, element->element);
  write_attributes (writer, block, element->mark_attribute, element->mark);
  if (mft_block_get_label (block)[0] != '\0')
    mft_xml_writer_element (writer->xml, "num", mft_block_get_label (block));
  write_content (writer, block, element->words);
  mft_xml_writer_end (writer->xml);
  if (wrapped)
    {
      mft_xml_writer_end (writer->xml);
      mft_xml_writer_end (writer->xml);
    }
}

/* The parts from `first` to `last` kind, inside `wrapper`, if there are any. */
static void
write_parts (Writer *writer, const char *wrapper, MftBlockKind first, MftBlockKind last)
{
  MftBlock *root = mft_agreement_get_root (writer->agreement);
  guint start = 0;
  guint end;

  while (start < mft_block_n_children (root)
         && mft_block_get_kind (mft_block_get_child (root, start)) < first)
    start++;
  for (end = start; end < mft_block_n_children (root); end++)
    if (mft_block_get_kind (mft_block_get_child (root, end)) > last)
      break;
  if (start == end)
    return;
  if (wrapper != NULL)
    {
      mft_xml_writer_line (writer->xml);
      mft_xml_writer_start (writer->xml, wrapper);
    }
  write_children (writer, root, start, end);
  if (wrapper != NULL)
    {
      mft_xml_writer_line (writer->xml);
      mft_xml_writer_end (writer->xml);
    }
}

GBytes *
mft_akn_write (MftAgreement *agreement)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  Writer writer = { agreement, xml };
  const char *newer = mft_agreement_get_setting (agreement, MFT_AKN_KEPT_VERSION);

  mft_xml_writer_start (xml, "akomaNtoso");
  mft_xml_writer_attribute (xml, "xmlns", MFT_AKN_SPACE);
  mft_xml_writer_attribute (xml, "xmlns:m", MFT_AKN_OWN_SPACE);
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "doc");
  write_attributes (&writer, mft_agreement_get_root (agreement), "name", "pks");
  mft_xml_writer_attribute (xml, "m:versi", newer != NULL ? newer : MFT_AKN_VERSION);
  write_meta (&writer);
  write_parts (&writer, NULL, MFT_BLOCK_TITLE, MFT_BLOCK_TITLE);
  write_parts (&writer, "preamble", MFT_BLOCK_OPENING, MFT_BLOCK_SENTENCE);
  write_parts (&writer, NULL, MFT_BLOCK_BODY, MFT_BLOCK_BODY);
  write_parts (&writer, "conclusions", MFT_BLOCK_CLOSING, MFT_BLOCK_SIGNATURES);
  write_parts (&writer, "attachments", MFT_BLOCK_ATTACHMENT, MFT_BLOCK_ATTACHMENT);
  mft_xml_writer_line (xml);
  mft_xml_writer_end (xml);
  mft_xml_writer_line (xml);
  return mft_xml_writer_finish (xml);
}
