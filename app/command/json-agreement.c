/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/json-agreement.h"

#include "bahasa/label.h"

#include "agreement/party.h"
#include "agreement/shown.h"

static void
write_shown (MftJsonWriter *json, const char *key, MftAgreement *agreement, MftBlock *block)
{
  g_autofree char *text = mft_shown_text (agreement, block);

  mft_json_writer_string (json, key, text);
}

/* The lines of a part, each block's label before its text. */
static void
append_lines (MftAgreement *agreement, MftBlock *part, GPtrArray *lines)
{
  for (MftBlock *at = part; at != NULL; at = mft_block_next (at, part))
    if (mft_block_kind_has_text (mft_block_get_kind (at)))
      {
        g_autofree char *text = mft_shown_text (agreement, at);
        const char *label = mft_block_get_label (at);
        if (text[0] != '\0')
          g_ptr_array_add (lines, g_strconcat (label, label[0] != '\0' ? " " : "", text, NULL));
      }
}

static void
write_lines (MftJsonWriter *json, const char *key, MftAgreement *agreement, MftBlock *part)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (part != NULL)
    append_lines (agreement, part, lines);
  mft_json_writer_array (json, key);
  for (guint i = 0; i < lines->len; i++)
    mft_json_writer_string (json, NULL, g_ptr_array_index (lines, i));
  mft_json_writer_end (json);
}

static void
write_joined (MftJsonWriter *json, const char *key, MftAgreement *agreement, MftBlockKind kind)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  MftBlock *part = mft_agreement_get_part (agreement, kind);

  if (part != NULL)
    append_lines (agreement, part, lines);
  g_ptr_array_add (lines, NULL);
  g_autofree char *text = g_strjoinv ("\n", (char **) lines->pdata);
  mft_json_writer_string (json, key, text[0] != '\0' ? text : NULL);
}

/* The authority to sign, as the fields know it. */
static char *
authority (MftAgreement *agreement, guint party)
{
  static const struct
  {
    const char *suffix;
    const char *before;
  } parts[] = {
    { "dasar.penerbit", "" },
    { "dasar.nomor", "Nomor " },
    { "dasar.tahun", "Tahun " },
    { "dasar.tanggal", "tanggal " },
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *value = mft_party_dup_shown (agreement, party, parts[i].suffix);
      if (value != NULL)
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", parts[i].before, value);
    }
  return g_string_free (text, text->len == 0);
}

static void
write_party_value (MftJsonWriter *json, const char *key, MftAgreement *agreement, guint party,
                   const char *suffix)
{
  g_autofree char *value = mft_party_dup_shown (agreement, party, suffix);

  mft_json_writer_string (json, key, value);
}

static void
write_party (MftJsonWriter *json, MftAgreement *agreement, guint party)
{
  g_autofree char *number = g_strdup_printf ("%u", party);
  g_autofree char *role = mft_party_dup_role (agreement, number);
  g_autofree char *basis = authority (agreement, party);

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "role", role);
  write_party_value (json, "name", agreement, party, "nama");
  write_party_value (json, "document_number", agreement, party, "nomor");
  write_party_value (json, "official", agreement, party, "pejabat");
  write_party_value (json, "office", agreement, party, "jabatan");
  mft_json_writer_string (json, "authority", basis);
  mft_json_writer_end (json);
}

/* NULL: a block that is part of another's entry, or of the layout. */
static const char *
kind_name (MftBlockKind kind)
{
  switch (kind)
    {
    case MFT_BLOCK_AYAT:
      return "ayat";
    case MFT_BLOCK_PARAGRAPH:
    case MFT_BLOCK_CENTERED:
      return "paragraph";
    case MFT_BLOCK_ITEM:
      return "item";
    case MFT_BLOCK_CONTACT:
      return "contact";
    case MFT_BLOCK_TABLE:
      return "table";
    default:
      return NULL;
    }
}

/* A contact's lines and a table's cells are its text. */
static char *
text_with_lines (MftAgreement *agreement, MftBlock *block)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (MftBlock *at = block; at != NULL; at = mft_block_next (at, block))
    if (mft_block_kind_has_text (mft_block_get_kind (at)))
      g_ptr_array_add (lines, mft_shown_text (agreement, at));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
write_block (MftJsonWriter *json, MftAgreement *agreement, MftBlock *block)
{
  MftBlockKind kind = mft_block_get_kind (block);
  const char *label = mft_block_get_label (block);
  /* An only ayat has no number and reads as a paragraph. */
  const char *name = kind == MFT_BLOCK_AYAT && label[0] == '\0' ? "paragraph" : kind_name (kind);

  if (name == NULL)
    return;
  g_autofree char *text = kind == MFT_BLOCK_CONTACT || kind == MFT_BLOCK_TABLE
                              ? text_with_lines (agreement, block)
                              : mft_shown_text (agreement, block);
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "kind", name);
  mft_json_writer_string (json, "label", label);
  mft_json_writer_integer (json, "level", mft_block_get_level (block));
  mft_json_writer_string (json, "id", mft_block_get_id (block));
  mft_json_writer_string (json, "text", text);
  mft_json_writer_end (json);
}

static void
write_blocks (MftJsonWriter *json, MftAgreement *agreement, MftBlock *top)
{
  mft_json_writer_array (json, "blocks");
  for (MftBlock *at = mft_block_next (top, top); at != NULL; at = mft_block_next (at, top))
    write_block (json, agreement, at);
  mft_json_writer_end (json);
}

static void
write_article (MftJsonWriter *json, MftAgreement *agreement, MftBlock *pasal)
{
  MftLabel label = { 0 };
  const char *words = mft_block_get_label (pasal);

  mft_label_scan (words, &label);
  mft_json_writer_object (json, NULL);
  mft_json_writer_integer (json, "number", label.ordinal);
  mft_json_writer_string (json, "label",
                          g_str_has_prefix (words, "Pasal ") ? words + strlen ("Pasal ") : words);
  write_shown (json, "title", agreement, pasal);
  mft_json_writer_string (json, "id", mft_block_get_id (pasal));
  write_blocks (json, agreement, pasal);
  mft_json_writer_end (json);
}

static void
write_articles (MftJsonWriter *json, MftAgreement *agreement)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  mft_json_writer_array (json, "articles");
  for (guint i = 0; body != NULL && i < mft_block_n_children (body); i++)
    write_article (json, agreement, mft_block_get_child (body, i));
  mft_json_writer_end (json);
}

static void
write_attachments (MftJsonWriter *json, MftAgreement *agreement)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  mft_json_writer_array (json, "attachments");
  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *block = mft_block_get_child (root, i);
      if (mft_block_get_kind (block) != MFT_BLOCK_ATTACHMENT)
        continue;
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "label", mft_block_get_label (block));
      write_shown (json, "title", agreement, block);
      mft_json_writer_string (json, "id", mft_block_get_id (block));
      write_blocks (json, agreement, block);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
}

static void
write_fields (MftJsonWriter *json, MftAgreement *agreement)
{
  mft_json_writer_object (json, "fields");
  for (guint i = 0; i < mft_agreement_n_fields (agreement); i++)
    {
      MftField *field = mft_agreement_get_field_at (agreement, i);
      mft_json_writer_string (json, mft_field_get_id (field), mft_field_get_value (field));
    }
  mft_json_writer_end (json);
}

void
mft_json_counts (MftJsonWriter *json, const MftCounts *counts)
{
  mft_json_writer_object (json, "counts");
  mft_json_writer_integer (json, "pasal", counts->pasal);
  mft_json_writer_integer (json, "ayat", counts->ayat);
  mft_json_writer_integer (json, "huruf", counts->huruf);
  mft_json_writer_integer (json, "angka", counts->angka);
  mft_json_writer_integer (json, "sub_huruf", counts->sub_huruf);
  mft_json_writer_integer (json, "sub_angka", counts->sub_angka);
  mft_json_writer_integer (json, "contacts", counts->contacts);
  mft_json_writer_integer (json, "references", counts->references);
  mft_json_writer_integer (json, "definitions", counts->definitions);
  mft_json_writer_integer (json, "legal_basis", counts->legal_basis);
  mft_json_writer_end (json);
}

/* The items of the legal basis, without their labels. */
static void
write_legal_basis (MftJsonWriter *json, MftAgreement *agreement)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_LEGAL_BASIS);

  mft_json_writer_array (json, "legal_basis");
  for (MftBlock *at = part; at != NULL; at = mft_block_next (at, part))
    if (mft_block_get_kind (at) == MFT_BLOCK_ITEM)
      write_shown (json, NULL, agreement, at);
  mft_json_writer_end (json);
}

char *
mft_json_agreement (MftAgreement *agreement)
{
  MftJsonWriter *json = mft_json_writer_new ();
  g_autofree char *title = mft_agreement_dup_title (agreement);
  MftCounts counts = mft_count (agreement);

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "title", title);
  mft_json_writer_string (json, "date", mft_agreement_get_value (agreement, "tanggal_ttd"));
  mft_json_writer_string (json, "place", mft_agreement_get_value (agreement, "tempat_ttd"));
  mft_json_writer_array (json, "parties");
  for (guint party = 1; party <= mft_agreement_n_parties (agreement); party++)
    write_party (json, agreement, party);
  mft_json_writer_end (json);
  write_joined (json, "opening", agreement, MFT_BLOCK_OPENING);
  write_lines (json, "komparisi", agreement,
               mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI));
  write_legal_basis (json, agreement);
  write_articles (json, agreement);
  write_joined (json, "closing", agreement, MFT_BLOCK_CLOSING);
  write_lines (json, "signatures", agreement,
               mft_agreement_get_part (agreement, MFT_BLOCK_SIGNATURES));
  write_attachments (json, agreement);
  write_fields (json, agreement);
  mft_json_counts (json, &counts);
  mft_json_writer_end (json);
  char *text = mft_json_writer_finish (json);
  mft_json_writer_free (json);
  return text;
}
