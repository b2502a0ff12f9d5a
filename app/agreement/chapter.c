/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/chapter.h"

#include "agreement/house-style.h"
#include "bahasa/capitals.h"
#include "bahasa/roman.h"
#include "bahasa/text.h"

#define WORD "BAB "

const char *
mft_chapter_get_heading (MftBlock *pasal)
{
  return mft_block_get_trait (pasal, MFT_TRAIT_CHAPTER);
}

static gboolean
is_shown (MftAgreement *agreement, MftBlock *pasal)
{
  return mft_chapter_get_heading (pasal) != NULL
         && g_str_equal (mft_house_style_get (agreement, MFT_STYLE_CHAPTERS), "dengan");
}

char *
mft_chapter_dup_label (MftAgreement *agreement, MftBlock *pasal)
{
  MftBlock *body = mft_block_get_parent (pasal);
  guint number = 1;

  if (body == NULL || !is_shown (agreement, pasal))
    return NULL;
  for (guint i = 0; i < mft_block_get_index (pasal); i++)
    number += mft_chapter_get_heading (mft_block_get_child (body, i)) != NULL ? 1 : 0;
  g_autofree char *roman = mft_roman (number);
  return g_strconcat (WORD, roman, NULL);
}

char *
mft_chapter_dup_heading (MftAgreement *agreement, MftBlock *pasal)
{
  const char *heading = mft_chapter_get_heading (pasal);
  gboolean title = g_str_equal (mft_house_style_get (agreement, MFT_STYLE_HEADINGS), "judul");

  if (!is_shown (agreement, pasal))
    return NULL;
  return mft_capitals (heading, title ? MFT_CAPITALS_TITLE : MFT_CAPITALS_UPPER);
}

gboolean
mft_chapter_set (MftAgreement *agreement, MftBlock *pasal, const char *heading, GError **error)
{
  g_autofree char *clean = mft_text_normalize (heading != NULL ? heading : "");
  gboolean none = clean[0] == '\0';
  gboolean done;

  mft_edit_begin (agreement);
  done = mft_edit_trait (agreement, pasal, MFT_TRAIT_CHAPTER, none ? NULL : clean, error);
  if (done && !none)
    done = mft_house_style_set (agreement, MFT_STYLE_CHAPTERS, "dengan", error);
  mft_edit_end (agreement);
  return done;
}

gsize
mft_chapter_scan (const char *line)
{
  gsize start = strlen (WORD);
  guint number;
  gsize size;

  if (!g_str_has_prefix (line, WORD))
    return 0;
  size = mft_roman_scan (line + start, &number);
  return size > 0 && (line[start + size] == '\0' || line[start + size] == ' ') ? start + size : 0;
}
