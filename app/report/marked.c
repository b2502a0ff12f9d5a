/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/marked.h"

static void
clear_span (gpointer span)
{
  g_free (((MftMarkedSpan *) span)->text);
}

GArray *
mft_marked_new (void)
{
  GArray *marked = g_array_new (FALSE, FALSE, sizeof (MftMarkedSpan));

  g_array_set_clear_func (marked, clear_span);
  return marked;
}

void
mft_marked_add (GArray *marked, MftMarkKind kind, const char *text)
{
  MftMarkedSpan span = { kind, g_strdup (text) };

  if (text[0] != '\0')
    g_array_append_val (marked, span);
  else
    g_free (span.text);
}

GArray *
mft_marked_new_plain (const char *text)
{
  GArray *marked = mft_marked_new ();

  mft_marked_add (marked, MFT_MARK_NONE, text != NULL ? text : "");
  return marked;
}

static GArray *
half (const MftChange *change, MftPieceKind own, MftMarkKind mark)
{
  GArray *marked = mft_marked_new ();
  g_autoptr (GArray) pieces = mft_change_dup_pieces_with_labels (change);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      if (piece->kind == MFT_PIECE_KEPT || piece->kind == own)
        mft_marked_add (marked, piece->kind == own ? mark : MFT_MARK_NONE, piece->text);
    }
  return marked;
}

GArray *
mft_marked_left (const MftChange *change)
{
  return half (change, MFT_PIECE_REMOVED, MFT_MARK_REMOVED);
}

GArray *
mft_marked_right (const MftChange *change)
{
  return half (change, MFT_PIECE_ADDED, MFT_MARK_ADDED);
}

char *
mft_marked_dup_text (GArray *marked)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < marked->len; i++)
    g_string_append (text, g_array_index (marked, MftMarkedSpan, i).text);
  return g_string_free (text, FALSE);
}

const char *
mft_mark_colour (MftMarkKind kind)
{
  switch (kind)
    {
    case MFT_MARK_NONE:
      return "#000000";
    case MFT_MARK_REMOVED:
      return "#a51d2d";
    case MFT_MARK_ADDED:
      return "#1a5fb4";
    case MFT_MARK_MOVED:
      return "#26734d";
    }
  return "#000000";
}
