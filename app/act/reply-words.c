/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "act/reply.h"
#include "bahasa/moment.h"

static char *
what_it_answers (const MftReply *reply)
{
  if (reply->sent == NULL)
    /* Translators: %s is an agreement's title. */
    return g_strdup_printf (_ ("This is like “%s”, which was not sent from here."), reply->title);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (reply->sent->created / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = mft_moment_format (local);
  /* Translators: an agreement's title, a receiver, a moment, a file's name. */
  return g_strdup_printf (_ ("This answers “%s” as it was sent to %s on %s (%s)."), reply->title,
                          reply->sent->receiver, when, reply->sent->file);
}

char *
mft_reply_sentence (const MftReply *reply)
{
  g_autofree char *what = what_it_answers (reply);
  /* Translators: %u is a percentage. */
  g_autofree char *sure = g_strdup_printf (
      reply->by_ids ? _ ("Known by the marks in the file; %u%% of the text is the same.")
                    : _ ("Known by its words only; %u%% of the text is the same."),
      reply->likeness);

  return g_strconcat (what, " ", sure, NULL);
}
