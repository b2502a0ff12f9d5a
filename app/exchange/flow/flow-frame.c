/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow-private.h"

#include "agreement/house-style.h"
#include "agreement/party.h"
#include "agreement/shown.h"
#include "bahasa/capitals.h"
#include "typeset/signature-column.h"

#define NAME_COLUMN 132.0
#define COLON_COLUMN 14.0
#define NAME_CHARACTERS_MOST 80
#define KEY_CHARACTERS_MOST 24
#define CHARACTER_WIDTH 0.55 /* of the size, on average */

/* Centred; the lines of the numbers close together. */
void
mft_flow_add_title (MftFlow *flow, MftBlock *title)
{
  for (guint i = 0; i < mft_block_n_children (title); i++)
    mft_flow_add (flow, MFT_FLOW_TITLE, mft_block_get_child (title, i), 0);
}

static void
set_spans (MftFlowItem *item, GArray *spans)
{
  g_array_unref (item->spans);
  item->spans = spans;
}

/* Where the name ends in "Nama, jabatan …" or "Nama : jabatan …", in characters; 0 if there is no
 * telling. */
static glong
name_end (MftFlow *flow, MftBlock *person, const char *words)
{
  MftText *text = mft_block_get_text (person);
  const MftRun *first = mft_text_n_runs (text) > 0 ? mft_text_get_run (text, 0) : NULL;
  const char *colon = strchr (words, ':');
  glong end;

  if (first == NULL)
    return 0;
  if (first->kind == MFT_RUN_FIELD)
    {
      g_autofree char *name = mft_shown_run (flow->agreement, person, first, NULL);
      gsize size = strlen (name);
      size += strspn (words + size, " ");
      return words[size] == ',' || words[size] == ':'
                 ? g_utf8_pointer_to_offset (words, words + size)
                 : 0;
    }
  end = colon != NULL ? g_utf8_pointer_to_offset (words, colon) : 0;
  return end < NAME_CHARACTERS_MOST ? end : 0;
}

static MftFlowItem *
add_cell (MftFlow *flow, MftFlowStyle style, MftBlock *block, GArray *spans)
{
  MftFlowItem *item;

  mft_flow_begin (flow, MFT_FLOW_CELL)->columns = 1;
  item = mft_flow_add (flow, style, block, 0);
  set_spans (item, spans);
  mft_flow_end (flow);
  return item;
}

/* "1.  Nama  :  jabatan, kedudukan, dasar kewenangan, …" in columns. */
static void
add_person_row (MftFlow *flow, MftBlock *person, GArray *words, glong name)
{
  g_autoptr (GArray) colon = mft_flow_spans_new ();
  MftFlowItem *item;

  mft_flow_spans_add (colon, ":", MFT_STYLE_PLAIN);
  mft_flow_begin (flow, MFT_FLOW_ROW);
  item = add_cell (flow, MFT_FLOW_PERSON_NAME, person, mft_flow_spans_slice (words, 0, name));
  item->to = (guint) name;
  mft_flow_number (flow, item, person, 0);
  item->hanging = item->left = flow->profile->indent;
  add_cell (flow, MFT_FLOW_PERSON, NULL, g_steal_pointer (&colon));
  item = add_cell (flow, MFT_FLOW_PERSON, NULL, mft_flow_spans_slice (words, name + 1, G_MAXLONG));
  item->source = person;
  item->from = (guint) name;
  mft_flow_end (flow);
}

static glong
person_name_end (MftFlow *flow, MftBlock *block)
{
  if (block == NULL || mft_block_get_kind (block) != MFT_BLOCK_PERSON)
    return 0;
  g_autofree char *words = mft_shown_text (flow->agreement, block);
  return name_end (flow, block, words);
}

static void
add_person_paragraph (MftFlow *flow, MftBlock *person)
{
  MftFlowItem *item = mft_flow_add (flow, MFT_FLOW_PERSON, person, flow->profile->indent);

  item->hanging = flow->profile->indent;
  mft_flow_number (flow, item, person, 0);
}

/* Persons that follow each other share one table. */
void
mft_flow_add_person (MftFlow *flow, MftBlock *person)
{
  double indent = flow->profile->indent;
  double widths[] = { indent + NAME_COLUMN, COLON_COLUMN,
                      mft_flow_width (flow) - indent - NAME_COLUMN - COLON_COLUMN };
  MftBlock *parent = mft_block_get_parent (person);
  guint index = mft_block_get_index (person);
  glong name = person_name_end (flow, person);

  if (name == 0)
    {
      add_person_paragraph (flow, person);
      return;
    }
  if (index == 0 || person_name_end (flow, mft_block_get_child (parent, index - 1)) == 0)
    mft_flow_begin_table (flow, G_N_ELEMENTS (widths), widths, 0);
  g_autoptr (GArray) words = mft_flow_spans (flow->agreement, person);
  add_person_row (flow, person, words, name);
  if (person_name_end (flow, mft_block_get_child (parent, index + 1)) == 0)
    mft_flow_end (flow);
}

/* The place of the colon in "Telepon : (021) 555", in characters; 0 if it is not of that form. */
static glong
key_end (const char *words)
{
  const char *colon = strchr (words, ':');
  glong end = colon != NULL ? g_utf8_pointer_to_offset (words, colon) : 0;

  return end < KEY_CHARACTERS_MOST && colon != NULL && colon[1] == ' ' ? end : 0;
}

static glong
longest_key (MftFlow *flow, MftBlock *contact)
{
  glong longest = 0;

  for (guint i = 0; i < mft_block_n_children (contact); i++)
    {
      g_autofree char *words = mft_shown_text (flow->agreement, mft_block_get_child (contact, i));
      longest = MAX (longest, key_end (words));
    }
  return longest;
}

/* "Telepon:", tab, "(021) 555". */
static void
add_contact_line (MftFlow *flow, MftBlock *line, double x, double keys)
{
  MftFlowItem *item = mft_flow_add (flow, MFT_FLOW_CONTACT, line, x);
  g_autofree char *words = mft_flow_spans_words (item->spans);
  glong end = key_end (words);

  if (end == 0)
    return;
  g_autoptr (GArray) value = mft_flow_spans_slice (item->spans, end + 1, G_MAXLONG);
  GArray *spans = mft_flow_spans_slice (item->spans, 0, end + 1);
  for (guint i = 0; i < value->len; i++)
    {
      MftFlowSpan span = g_array_index (value, MftFlowSpan, i);
      span.text = g_strdup (span.text);
      span.tab = i == 0;
      g_array_append_val (spans, span);
    }
  set_spans (item, spans);
  item->hanging = keys;
  item->left = x + keys;
}

void
mft_flow_add_contact (MftFlow *flow, MftBlock *contact, double x, guint list)
{
  MftFlowItem *item = mft_flow_add (flow, MFT_FLOW_CONTACT, contact, x);
  double size = flow->profile->size;
  double keys = (double) (longest_key (flow, contact) + 2) * size * CHARACTER_WIDTH;

  mft_flow_number (flow, item, contact, list);
  if (*mft_block_get_label (contact) != '\0')
    item->hanging = flow->profile->indent;
  item->left += item->hanging;
  for (guint i = 0; i < mft_block_n_children (contact); i++)
    add_contact_line (flow, mft_block_get_child (contact, i), x + item->hanging, keys);
}

static void
add_below (MftFlow *flow, const MftSignatureColumn *column)
{
  mft_flow_add (flow, MFT_FLOW_SPACE, column->anchor, 0);
  for (guint i = 0; i < column->below->len; i++)
    {
      MftFlowItem *item = mft_flow_add (flow, MFT_FLOW_SIGNER, column->below->pdata[i], 0);
      for (guint j = 0; i == 0 && j < item->spans->len; j++)
        g_array_index (item->spans, MftFlowSpan, j).style |= MFT_STYLE_BOLD;
    }
}

/* The roles in one row, what stands under them in the next, so that the places to sign are level. */
static void
add_signature_rows (MftFlow *flow, MftBlock *const *signatures, guint count)
{
  gboolean turned
      = count == 2 && g_str_equal (mft_house_style_get (flow->agreement, MFT_STYLE_SIDES), "kanan");

  for (guint row = 0; row < 2; row++)
    {
      mft_flow_begin (flow, MFT_FLOW_ROW);
      for (guint i = 0; i < count; i++)
        {
          g_auto (MftSignatureColumn) column;
          mft_signature_column_init (&column, flow->agreement, signatures[turned ? 1 - i : i]);
          mft_flow_begin (flow, MFT_FLOW_CELL)->columns = count == 1 ? 2 : 1;
          if (row == 0)
            mft_flow_add (flow, MFT_FLOW_ROLE, column.role, 0);
          else
            add_below (flow, &column);
          mft_flow_end (flow);
        }
      mft_flow_end (flow);
    }
}

/* Two beside each other, an odd last one centred below. */
void
mft_flow_add_signatures (MftFlow *flow, MftBlock *parent)
{
  g_autoptr (GPtrArray) signatures = g_ptr_array_new ();
  double half = mft_flow_width (flow) / 2;
  double widths[] = { half, half };

  for (guint i = 0; i < mft_block_n_children (parent); i++)
    if (mft_block_get_kind (mft_block_get_child (parent, i)) == MFT_BLOCK_SIGNATURE)
      g_ptr_array_add (signatures, mft_block_get_child (parent, i));
  if (flow->items->len > 0)
    ((MftFlowItem *) flow->items->pdata[flow->items->len - 1])->keep_next = TRUE;
  mft_flow_begin_table (flow, 2, widths, 0);
  for (guint i = 0; i < signatures->len; i += 2)
    add_signature_rows (flow, (MftBlock *const *) signatures->pdata + i,
                        MIN (2, signatures->len - i));
  mft_flow_end (flow);
}

static MftFlowItem *
add_head_line (MftFlow *flow, MftFlowStyle style, MftBlock *block, const char *text)
{
  MftFlowItem *item = mft_flow_add (flow, style, NULL, mft_flow_width (flow) * 0.46);

  item->block = item->source = block;
  mft_flow_spans_add (item->spans, text, MFT_STYLE_PLAIN);
  return item;
}

/* At the right: LAMPIRAN I / the agreement's name / each party's number (UU 12/2011 Lampiran II). An
 * attachment without a title can be found by its label. */
void
mft_flow_add_attachment_head (MftFlow *flow, MftBlock *attachment)
{
  gboolean titled = mft_text_length (mft_block_get_text (attachment)) > 0;
  gboolean turned = mft_flow_turn_pages (flow, attachment);
  const char *naskah = mft_agreement_get_setting (flow->agreement, "naskah");
  g_autofree char *label = mft_capitals (mft_block_get_label (attachment), MFT_CAPITALS_UPPER);
  g_autofree char *name = mft_capitals (naskah, MFT_CAPITALS_UPPER);
  MftFlowItem *item = add_head_line (flow, MFT_FLOW_ATTACHMENT, titled ? NULL : attachment, label);

  item->page_before = !turned;
  item->section = turned ? flow->sections->len - 1 : 0;
  add_head_line (flow, MFT_FLOW_ATTACHMENT_HEAD, NULL, name);
  for (guint party = 1; party <= mft_agreement_n_parties (flow->agreement); party++)
    {
      const char *number = mft_party_get (flow->agreement, party, "nomor");
      g_autofree char *line = g_strdup_printf ("NOMOR: %s", number);
      if (number != NULL)
        add_head_line (flow, MFT_FLOW_ATTACHMENT_HEAD, NULL, line);
    }
}
