/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/change.h"

#include <string.h>

#include "base/digest.h"

static const char *const names[MFT_CHANGE_N_CLASSES] = {
  [MFT_CHANGE_SAME] = "same",
  [MFT_CHANGE_EDITED] = "edited",
  [MFT_CHANGE_MOVED] = "moved",
  [MFT_CHANGE_MOVED_EDITED] = "moved_edited",
  [MFT_CHANGE_INSERTED] = "inserted",
  [MFT_CHANGE_DELETED] = "deleted",
  [MFT_CHANGE_SPLIT] = "split",
  [MFT_CHANGE_MERGED] = "merged",
  [MFT_CHANGE_RENUMBERED] = "renumbered",
  [MFT_CHANGE_REFERENCE_ONLY] = "reference_only",
  [MFT_CHANGE_COSMETIC] = "cosmetic",
};

const char *
mft_change_class_name (MftChangeClass class)
{
  return names[class];
}

gboolean
mft_change_class_from_name (const char *name, MftChangeClass *class)
{
  for (guint i = 0; i < MFT_CHANGE_N_CLASSES; i++)
    if (g_str_equal (names[i], name))
      {
        *class = (MftChangeClass) i;
        return TRUE;
      }
  return FALSE;
}

/* Its id is that of its Pasal with this before it. */
#define CHAPTER_ID "bab-"

char *
mft_version_dup_chapter_id (const char *pasal)
{
  return g_strconcat (CHAPTER_ID, pasal, NULL);
}

const char *
mft_version_get_chapter_pasal (const MftVersion *version)
{
  return version->kind == MFT_BLOCK_BODY ? version->id + strlen (CHAPTER_ID) : NULL;
}

gboolean
mft_version_is_heading (const MftVersion *version)
{
  return version->kind == MFT_BLOCK_PASAL || version->kind == MFT_BLOCK_BODY;
}

static void
version_free (MftVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->path);
  g_free (version->id);
  g_free (version->label);
  g_free (version->text);
  g_strfreev (version->ids);
  g_strfreev (version->labels);
  g_free (version->starts);
  g_free (version);
}

void
mft_change_free (MftChange *change)
{
  version_free (change->left);
  version_free (change->right);
  g_free (change->article);
  g_free (change->heading);
  g_array_unref (change->pieces);
  g_free (change);
}

/* --- labels of several blocks in one -------------------------------------------------------------------- */

/* Where the next block of a version begins, seen from what was read of it. */
typedef struct
{
  const MftVersion *version; /* NULL: there is none */
  gsize at;                  /* bytes read */
  guint next;                /* the block that begins next */
} Reading;

static Reading
reading_new (const MftVersion *version)
{
  Reading reading = { version, 0, 1 };

  return reading;
}

/* How many bytes are left until it begins; 0: here. */
static gsize
to_next (const Reading *reading)
{
  if (reading->version == NULL || reading->version->ids[reading->next] == NULL)
    return G_MAXSIZE;
  return reading->version->starts[reading->next] - reading->at;
}

/* "(2) ", if a block begins here; else "". Owned by the caller. */
static char *
take_label (Reading *reading)
{
  if (to_next (reading) != 0)
    return g_strdup ("");
  const char *label = reading->version->labels[reading->next++];
  return g_strconcat (label, label[0] != '\0' ? " " : "", NULL);
}

static void
add_labels (GArray *pieces, Reading *left, Reading *right)
{
  g_autofree char *removed = take_label (left);
  g_autofree char *added = take_label (right);
  gboolean same = g_str_equal (removed, added);

  mft_pieces_add (pieces, same ? MFT_PIECE_KEPT : MFT_PIECE_REMOVED, removed, strlen (removed));
  if (!same)
    mft_pieces_add (pieces, MFT_PIECE_ADDED, added, strlen (added));
}

GArray *
mft_change_dup_pieces_with_labels (const MftChange *change)
{
  GArray *pieces = mft_pieces_new ();
  Reading left = reading_new (change->left);
  Reading right = reading_new (change->right);

  for (guint i = 0; i < change->pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (change->pieces, MftPiece, i);
      gboolean in_left = piece->kind != MFT_PIECE_ADDED;
      gboolean in_right = piece->kind != MFT_PIECE_REMOVED;
      gsize length = strlen (piece->text);
      for (gsize at = 0, step; at < length; at += step)
        {
          add_labels (pieces, &left, &right);
          step = length - at;
          step = in_left ? MIN (step, to_next (&left)) : step;
          step = in_right ? MIN (step, to_next (&right)) : step;
          mft_pieces_add (pieces, piece->kind, piece->text + at, step);
          left.at += in_left ? step : 0;
          right.at += in_right ? step : 0;
        }
    }
  return pieces;
}

char *
mft_version_dup_text_with_labels (const MftVersion *version)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; version->ids[i] != NULL; i++)
    {
      gsize end = version->ids[i + 1] != NULL ? version->starts[i + 1] : strlen (version->text);
      if (i > 0 && version->labels[i][0] != '\0')
        g_string_append_printf (text, "%s ", version->labels[i]);
      g_string_append_len (text, version->text + version->starts[i],
                           (gssize) (end - version->starts[i]));
    }
  return g_string_free (text, FALSE);
}

gboolean
mft_change_is_hidden (const MftChange *change, guint classes)
{
  return !change->important && (classes & 1u << change->class) != 0;
}

static char *
dup_text_key (const MftVersion *version)
{
  g_autofree char *digest = mft_sha256_hex (version->text, strlen (version->text));

  return g_strdup_printf ("baru-%.16s", digest);
}

char *
mft_change_dup_key (const MftChange *change, MftCompared side)
{
  const MftVersion *own = side == MFT_COMPARED_LEFT ? change->left : change->right;
  const MftVersion *other = side == MFT_COMPARED_LEFT ? change->right : change->left;

  if (own != NULL)
    return g_strdup (own->id);
  return dup_text_key (other);
}

char *
mft_change_dup_former_key (const MftChange *change)
{
  return dup_text_key (change->right != NULL ? change->right : change->left);
}
