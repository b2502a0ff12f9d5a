/* SPDX-License-Identifier: GPL-3.0-or-later */
/* komentar.xml, both ways. */
#include <string.h>

#include "base/random.h"
#include "container/xml-writer.h"
#include "container/xml.h"

#include "review/review-private.h"

/* What we read at most. */
#define ENTRIES_MOST 20000 /* of each kind, and remarks of a thread */
#define TEXT_MOST (64 * 1024)

static const MftXmlLimits limits = { 16 * 1024 * 1024, 8, 400000 };

/* --- out -------------------------------------------------------------------------------------------- */

static void
write_flag (MftXmlWriter *xml, const char *name, gboolean on)
{
  mft_xml_writer_attribute (xml, name, on ? "ya" : NULL);
}

static void
write_thread (MftXmlWriter *xml, const MftThread *thread)
{
  g_autofree char *start = g_strdup_printf ("%u", thread->start);

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "utas");
  mft_xml_writer_attribute (xml, "id", thread->id);
  mft_xml_writer_attribute (xml, "blok", thread->block);
  mft_xml_writer_attribute (xml, "awal", thread->quote[0] != '\0' ? start : NULL);
  mft_xml_writer_attribute (xml, "kutipan", thread->quote[0] != '\0' ? thread->quote : NULL);
  write_flag (xml, "intern", thread->internal);
  write_flag (xml, "selesai", thread->resolved);
  for (guint i = 0; i < thread->remarks->len; i++)
    {
      const MftRemark *remark = g_ptr_array_index (thread->remarks, i);
      mft_xml_writer_line (xml);
      mft_xml_writer_start (xml, "ucapan");
      mft_xml_writer_attribute (xml, "oleh", remark->author);
      mft_xml_writer_attribute (xml, "pada", remark->time);
      mft_xml_writer_text (xml, remark->text);
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

static void
write_decision (MftXmlWriter *xml, const MftDecision *decision)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "putusan");
  mft_xml_writer_attribute (xml, "perubahan", decision->change);
  mft_xml_writer_attribute (xml, "sikap", mft_stance_name (decision->stance));
  mft_xml_writer_attribute (xml, "oleh", decision->author);
  mft_xml_writer_attribute (xml, "pada", decision->time);
  mft_xml_writer_attribute (xml, "tempat", decision->place);
  mft_xml_writer_attribute (xml, "semula", decision->before);
  mft_xml_writer_attribute (xml, "menjadi", decision->after);
  mft_xml_writer_text (xml, decision->note);
  mft_xml_writer_end (xml);
}

static void
write_reviewer (MftXmlWriter *xml, const MftReviewer *reviewer)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "pemaraf");
  mft_xml_writer_attribute (xml, "id", reviewer->id);
  mft_xml_writer_attribute (xml, "nama", reviewer->name);
  mft_xml_writer_attribute (xml, "jabatan", reviewer->office);
  mft_xml_writer_attribute (xml, "jenis", mft_paraf_kind_name (reviewer->kind));
  mft_xml_writer_end (xml);
}

static void
write_paraf (MftXmlWriter *xml, const MftParaf *paraf)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "paraf");
  mft_xml_writer_attribute (xml, "pemaraf", paraf->reviewer);
  mft_xml_writer_attribute (xml, "nama", paraf->name);
  mft_xml_writer_attribute (xml, "pada", paraf->time);
  mft_xml_writer_attribute (xml, "teks", paraf->text);
  mft_xml_writer_attribute (xml, "sebelum", paraf->before);
  mft_xml_writer_attribute (xml, "sidik", paraf->hash);
  mft_xml_writer_text (xml, paraf->note);
  mft_xml_writer_end (xml);
}

GBytes *
mft_review_write (MftReview *self, MftAudience audience)
{
  gboolean house = audience != MFT_AUDIENCE_OTHER_PARTY;
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();

  mft_xml_writer_start (xml, "komentar");
  mft_xml_writer_attribute (xml, "xmlns", MFT_REVIEW_SPACE);
  mft_xml_writer_attribute (xml, "versi", MFT_REVIEW_VERSION);
  for (guint i = 0; i < self->threads->len; i++)
    {
      const MftThread *thread = g_ptr_array_index (self->threads, i);
      if (audience == MFT_AUDIENCE_SELF || !thread->internal)
        write_thread (xml, thread);
    }
  for (guint i = 0; house && i < self->decisions->len; i++)
    write_decision (xml, g_ptr_array_index (self->decisions, i));
  for (guint i = 0; house && i < self->reviewers->len; i++)
    write_reviewer (xml, g_ptr_array_index (self->reviewers, i));
  for (guint i = 0; house && i < self->parafs->len; i++)
    write_paraf (xml, g_ptr_array_index (self->parafs, i));
  mft_xml_writer_line (xml);
  return mft_xml_writer_finish (xml);
}

/* --- in --------------------------------------------------------------------------------------------- */

static gboolean
fail (GError **error, MftReviewError code, const xmlNode *node, const char *what)
{
  g_set_error (error, MFT_REVIEW_ERROR, code, MFT_REVIEW_ENTRY ", line %ld: %s",
               xmlGetLineNo (node), what);
  return FALSE;
}

/* An attribute that must be there and of a sane size. Owned by the caller. */
static gboolean
take (const xmlNode *node, const char *name, char **value, GError **error)
{
  const char *given = mft_xml_attribute (node, NULL, name);

  if (given == NULL)
    return fail (error, MFT_REVIEW_ERROR_DAMAGED, node, "an attribute is missing");
  if (strlen (given) > TEXT_MOST)
    return fail (error, MFT_REVIEW_ERROR_LIMIT, node, "an attribute is too long");
  *value = g_strdup (given);
  return TRUE;
}

/* One that need not be there. */
static gboolean
take_if_there (const xmlNode *node, const char *name, char **value, GError **error)
{
  return mft_xml_attribute (node, NULL, name) == NULL || take (node, name, value, error);
}

static gboolean
take_id (const xmlNode *node, const char *name, char **value, GError **error)
{
  return take (node, name, value, error)
         && (mft_is_id (*value) || fail (error, MFT_REVIEW_ERROR_DAMAGED, node, "an id is none"));
}

static gboolean
take_text (xmlNode *node, char **value, GError **error)
{
  xmlChar *content = xmlNodeGetContent (node);
  gboolean fits = content == NULL || strlen ((const char *) content) <= TEXT_MOST;

  if (fits)
    *value = g_strdup (content != NULL ? (const char *) content : "");
  g_free (content);
  return fits || fail (error, MFT_REVIEW_ERROR_LIMIT, node, "a text is too long");
}

static gboolean
is_flagged (const xmlNode *node, const char *name)
{
  return g_strcmp0 (mft_xml_attribute (node, NULL, name), "ya") == 0;
}

static gboolean
check_room (const GPtrArray *list, const xmlNode *node, GError **error)
{
  return list->len < ENTRIES_MOST
         || fail (error, MFT_REVIEW_ERROR_LIMIT, node, "there are too many entries");
}

static gboolean
read_remark (MftThread *thread, xmlNode *node, GError **error)
{
  g_autofree char *author = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (!mft_xml_is (node, MFT_REVIEW_SPACE, "ucapan"))
    return TRUE;
  if (!check_room (thread->remarks, node, error) || !take (node, "oleh", &author, error)
      || !take (node, "pada", &time, error) || !take_text (node, &text, error))
    return FALSE;
  mft_thread_say (thread, author, time, text);
  return TRUE;
}

static gboolean
read_thread (MftReview *self, xmlNode *node, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *block = NULL;
  const char *quote = mft_xml_attribute (node, NULL, "kutipan");
  const char *start = mft_xml_attribute (node, NULL, "awal");
  guint64 at = 0;

  if (!check_room (self->threads, node, error) || !take_id (node, "id", &id, error)
      || !take_id (node, "blok", &block, error))
    return FALSE;
  if (start != NULL && !g_ascii_string_to_unsigned (start, 10, 0, G_MAXINT, &at, NULL))
    return fail (error, MFT_REVIEW_ERROR_DAMAGED, node, "a place is no number");
  if (quote != NULL && strlen (quote) > TEXT_MOST)
    return fail (error, MFT_REVIEW_ERROR_LIMIT, node, "a text is too long");
  if (mft_review_find_thread (self, id) != NULL)
    return fail (error, MFT_REVIEW_ERROR_DAMAGED, node, "an id occurs twice");

  MftThread *thread = mft_thread_new (block, quote, (guint) at, is_flagged (node, "intern"));
  g_free (thread->id);
  thread->id = g_steal_pointer (&id);
  thread->resolved = is_flagged (node, "selesai");
  g_ptr_array_add (self->threads, thread);
  for (xmlNode *at_node = mft_xml_element (node->children); at_node != NULL;
       at_node = mft_xml_element (at_node->next))
    if (!read_remark (thread, at_node, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_decision (MftReview *self, xmlNode *node, GError **error)
{
  MftDecision *decision = g_new0 (MftDecision, 1);
  const char *stance = mft_xml_attribute (node, NULL, "sikap");
  gboolean sound = check_room (self->decisions, node, error)
                   && take (node, "perubahan", &decision->change, error)
                   && take (node, "oleh", &decision->author, error)
                   && take (node, "pada", &decision->time, error)
                   && take_if_there (node, "tempat", &decision->place, error)
                   && take_if_there (node, "semula", &decision->before, error)
                   && take_if_there (node, "menjadi", &decision->after, error)
                   && take_text (node, &decision->note, error);

  if (sound && stance != NULL && !mft_stance_from_name (stance, &decision->stance))
    sound = fail (error, MFT_REVIEW_ERROR_DAMAGED, node, "there is no such stance");
  if (sound)
    _mft_review_put_decision (self, decision);
  else
    mft_decision_free (decision);
  return sound;
}

static gboolean
read_reviewer (MftReview *self, xmlNode *node, GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *office = NULL;
  MftParafKind kind;

  if (!check_room (self->reviewers, node, error) || !take_id (node, "id", &id, error)
      || !take (node, "nama", &name, error) || !take (node, "jabatan", &office, error))
    return FALSE;
  if (!mft_paraf_kind_from_name (mft_xml_attribute (node, NULL, "jenis"), &kind))
    return fail (error, MFT_REVIEW_ERROR_DAMAGED, node, "there is no such kind of paraf");

  MftReviewer *reviewer = mft_reviewer_new (name, office, kind);
  g_free (reviewer->id);
  reviewer->id = g_steal_pointer (&id);
  g_ptr_array_add (self->reviewers, reviewer);
  return TRUE;
}

static gboolean
read_paraf (MftReview *self, xmlNode *node, GError **error)
{
  MftParaf *paraf = g_new0 (MftParaf, 1);
  gboolean sound
      = check_room (self->parafs, node, error) && take_id (node, "pemaraf", &paraf->reviewer, error)
        && take (node, "nama", &paraf->name, error) && take (node, "pada", &paraf->time, error)
        && take (node, "teks", &paraf->text, error) && take (node, "sebelum", &paraf->before, error)
        && take (node, "sidik", &paraf->hash, error) && take_text (node, &paraf->note, error);

  if (sound)
    g_ptr_array_add (self->parafs, paraf);
  else
    mft_paraf_free (paraf);
  return sound;
}

/* What a newer minor version may have added is passed over. */
static gboolean
read_entry (MftReview *self, xmlNode *node, GError **error)
{
  if (mft_xml_is (node, MFT_REVIEW_SPACE, "utas"))
    return read_thread (self, node, error);
  if (mft_xml_is (node, MFT_REVIEW_SPACE, "putusan"))
    return read_decision (self, node, error);
  if (mft_xml_is (node, MFT_REVIEW_SPACE, "pemaraf"))
    return read_reviewer (self, node, error);
  if (mft_xml_is (node, MFT_REVIEW_SPACE, "paraf"))
    return read_paraf (self, node, error);
  return TRUE;
}

MftReview *
mft_review_read (GBytes *bytes, GError **error)
{
  g_autoptr (xmlDoc) doc = mft_xml_parse (bytes, MFT_REVIEW_ENTRY, &limits, error);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (MftReview) self = mft_review_new ();

  if (root == NULL)
    return NULL;
  const char *version = mft_xml_attribute (root, NULL, "versi");
  if (!mft_xml_is (root, MFT_REVIEW_SPACE, "komentar") || version == NULL)
    return fail (error, MFT_REVIEW_ERROR_DAMAGED, root, "these are no comments"), NULL;
  if (!g_str_has_prefix (version, "1."))
    return fail (error, MFT_REVIEW_ERROR_VERSION, root, "a newer version wrote this"), NULL;
  for (xmlNode *at = mft_xml_element (root->children); at != NULL; at = mft_xml_element (at->next))
    if (!read_entry (self, at, error))
      return NULL;
  return g_steal_pointer (&self);
}
