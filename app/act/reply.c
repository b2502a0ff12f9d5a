/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/reply.h"

#include "agreement/shown.h"
#include "exchange/exchange.h"
#include "exchange/returned.h"
#include "store/register.h"

/* How many agreements of the register are looked at, last changed first. */
#define AGREEMENTS_MOST 500

/* A share of blocks with the same ids from which our marks count. */
#define IDS_LEAST 50

typedef struct
{
  MftLibrary *agreements;
  MftAgreement *file;
  GHashTable *lines; /* texts of its blocks */
  char *agreement;
  MftSent *sent;
  MftAgreement *text;
  guint likeness;
  gboolean by_ids;
} Search;

static GHashTable *
collect_lines (MftAgreement *agreement)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      char *words = mft_shown_text (agreement, at);
      if (*words != '\0')
        g_hash_table_add (lines, words);
      else
        g_free (words);
    }
  return lines;
}

/* Of the blocks with words: in percent, those that the file has by id, and those whose text it has. */
static void
measure (const Search *search, MftAgreement *text, guint *ids, guint *likeness)
{
  MftBlock *root = mft_agreement_get_root (text);
  guint all = 0, same_id = 0, same_text = 0;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      g_autofree char *words = mft_shown_text (text, at);
      if (*words == '\0')
        continue;
      all++;
      same_id += mft_agreement_get_block (search->file, mft_block_get_id (at)) != NULL ? 1 : 0;
      same_text += g_hash_table_contains (search->lines, words) ? 1 : 0;
    }
  *ids = all > 0 ? same_id * 100 / all : 0;
  *likeness = all > 0 ? same_text * 100 / all : 0;
}

/* Takes the text if it is more like the file than what was found before; `sent` is taken over. Among
 * versions of one agreement ids are the same, so words decide. */
static void
consider (Search *search, const char *agreement, MftAgreement *text, MftSent *sent)
{
  g_autoptr (MftSent) own = sent;
  guint ids, likeness;

  measure (search, text, &ids, &likeness);
  if (ids < IDS_LEAST && likeness < MFT_REPLY_LIKENESS_LEAST)
    return;
  if (search->text != NULL && ids < IDS_LEAST && search->by_ids)
    return;
  if (search->text != NULL && likeness <= search->likeness && (ids >= IDS_LEAST) == search->by_ids)
    return;
  g_clear_pointer (&search->sent, mft_sent_free);
  g_free (search->agreement);
  search->agreement = g_strdup (agreement);
  search->sent = g_steal_pointer (&own);
  g_set_object (&search->text, text);
  search->likeness = likeness;
  search->by_ids = ids >= IDS_LEAST;
}

/* What was sent comes first: at equal likeness it is what is answered. */
static gboolean
consider_sent (Search *search, GError **error)
{
  g_autoptr (GPtrArray) list = mft_sent_list (search->agreements, NULL, error);

  if (list == NULL)
    return FALSE;
  while (list->len > 0)
    {
      MftSent *sent = g_ptr_array_steal_index (list, 0);
      g_autoptr (MftAgreement) text
          = mft_library_load_version (search->agreements, sent->agreement, sent->version, NULL);
      if (text != NULL)
        consider (search, sent->agreement, text, sent);
      else
        mft_sent_free (sent);
    }
  return TRUE;
}

static gboolean
consider_register (Search *search, GError **error)
{
  const MftRegisterQuery all = { 0 };
  g_autoptr (GPtrArray) list
      = mft_register_list (search->agreements, &all, 0, AGREEMENTS_MOST, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MftLibraryEntry *entry = list->pdata[i];
      g_autoptr (MftAgreement) text = mft_library_load (search->agreements, entry->id, NULL, NULL);
      if (text != NULL)
        consider (search, entry->id, text, NULL);
    }
  return list != NULL;
}

static MftReply *
make_reply (Search *search, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (MftReply) reply = g_new0 (MftReply, 1);

  reply->comparison
      = mft_returned_compare (search->text, bytes, name, NULL, &reply->returned, NULL, error);
  if (reply->comparison == NULL)
    return NULL;
  reply->agreement = g_steal_pointer (&search->agreement);
  reply->title = mft_agreement_dup_title (search->text);
  reply->sent = g_steal_pointer (&search->sent);
  reply->answered = g_object_ref (search->text);
  reply->likeness = search->likeness;
  reply->by_ids = search->by_ids;
  return g_steal_pointer (&reply);
}

MftReply *
mft_reply_find (MftLibrary *library, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (MftAgreement) file = mft_exchange_read (bytes, name, NULL, error);
  g_autoptr (GHashTable) lines = file != NULL ? collect_lines (file) : NULL;
  Search search = { .agreements = library, .file = file, .lines = lines };
  MftReply *reply = NULL;

  if (file != NULL && consider_sent (&search, error) && consider_register (&search, error)
      && search.text != NULL)
    reply = make_reply (&search, bytes, name, error);
  g_clear_object (&search.text);
  g_clear_pointer (&search.sent, mft_sent_free);
  g_free (search.agreement);
  return reply;
}

void
mft_reply_free (MftReply *reply)
{
  g_free (reply->agreement);
  g_free (reply->title);
  g_clear_pointer (&reply->sent, mft_sent_free);
  g_clear_pointer (&reply->comparison, mft_comparison_free);
  g_clear_object (&reply->answered);
  g_clear_object (&reply->returned);
  g_free (reply);
}
