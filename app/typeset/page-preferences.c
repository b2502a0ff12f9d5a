/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/page-preferences.h"

#include "agreement/shown.h"
#include "base/preferences.h"
#include "typeset/notice.h"

const char *const *
mft_page_preferences_keys (void)
{
  static const char *const keys[] = { MFT_PREFERENCE_NOTICE,   MFT_PREFERENCE_BALAI,
                                      MFT_PREFERENCE_PSRE,     MFT_PREFERENCE_ADDRESS,
                                      MFT_PREFERENCE_QR,       MFT_PREFERENCE_LOGO,
                                      MFT_PREFERENCE_INITIALS, NULL };

  return keys;
}

/* What stands on a page: some words, in lines that a notice ends itself. */
static gboolean
is_words (const char *value)
{
  if (!g_utf8_validate (value, -1, NULL) || g_utf8_strlen (value, -1) > MFT_PREFERENCE_LONGEST)
    return FALSE;
  for (; *value != '\0'; value = g_utf8_next_char (value))
    if (g_unichar_iscntrl (g_utf8_get_char (value)) && *value != '\n')
      return FALSE;
  return TRUE;
}

/* "N9" is a slip of the hand, not a notice of one's own. */
static gboolean
is_notice (const char *value)
{
  return mft_notice_find (value) != NULL || g_str_equal (value, "tanpa")
         || (is_words (value) && strchr (value, ' ') != NULL);
}

gboolean
mft_page_preference_check (const char *key, const char *value, GError **error)
{
  gboolean fits = TRUE;

  if (*value == '\0')
    return TRUE;
  if (g_str_equal (key, MFT_PREFERENCE_LOGO))
    {
      g_autoptr (MftMark) mark = mft_mark_new_from_file (value, error);
      return mark != NULL;
    }
  if (g_str_equal (key, MFT_PREFERENCE_NOTICE))
    fits = is_notice (value);
  else if (g_str_equal (key, MFT_PREFERENCE_QR))
    fits = g_str_equal (value, "ya") || g_str_equal (value, "tidak");
  else if (g_str_equal (key, MFT_PREFERENCE_INITIALS))
    fits = g_ascii_string_to_unsigned (value, 10, 0, MFT_REVIEWERS_MOST, NULL, NULL);
  else
    fits = is_words (value);
  if (!fits)
    g_set_error (error, MFT_TYPESET_ERROR, MFT_TYPESET_ERROR_VALUE, "'%s' cannot be '%s'", key,
                 value);
  return fits;
}

static char *
get (const char *key)
{
  return mft_preferences_get (MFT_PREFERENCES_PAGES, key);
}

/* A notice must not name another issuer than the agreement does. */
static char *
dup_balai (MftAgreement *agreement)
{
  const char *own = mft_agreement_get_value (agreement, "balai");

  return own != NULL ? g_strdup_printf ("%s (BSrE)", own) : get (MFT_PREFERENCE_BALAI);
}

static char *
dup_notice (MftAgreement *agreement, const char *address)
{
  g_autofree char *chosen = get (MFT_PREFERENCE_NOTICE);
  g_autofree char *balai = dup_balai (agreement);
  g_autofree char *psre = get (MFT_PREFERENCE_PSRE);
  const MftNotice *notice = mft_notice_find (chosen != NULL ? chosen : MFT_NOTICE_DEFAULT);

  if (g_strcmp0 (chosen, "tanpa") == 0)
    return g_strdup ("");
  return mft_notice_fill (notice != NULL ? notice->words : chosen, balai, psre, address);
}

gboolean
mft_page_preferences_load (MftPagePreferences *preferences, MftAgreement *agreement, GError **error)
{
  g_autofree char *address = get (MFT_PREFERENCE_ADDRESS);
  g_autofree char *wants_qr = get (MFT_PREFERENCE_QR);
  g_autofree char *logo = get (MFT_PREFERENCE_LOGO);
  g_autofree char *reviewers = get (MFT_PREFERENCE_INITIALS);
  guint64 initials;

  *preferences = (MftPagePreferences){ .notice = dup_notice (agreement, address) };
  if (reviewers != NULL
      && g_ascii_string_to_unsigned (reviewers, 10, 0, MFT_REVIEWERS_MOST, &initials, NULL))
    preferences->initials = (guint) initials;
  if (g_strcmp0 (wants_qr, "ya") == 0)
    preferences->qr = g_steal_pointer (&address);
  if (logo == NULL)
    return TRUE;
  preferences->mark = mft_mark_new_from_file (logo, error);
  if (preferences->mark != NULL)
    return TRUE;
  mft_page_preferences_clear (preferences);
  return FALSE;
}

void
mft_page_preferences_clear (MftPagePreferences *preferences)
{
  g_clear_pointer (&preferences->notice, g_free);
  g_clear_pointer (&preferences->qr, g_free);
  g_clear_pointer (&preferences->mark, mft_mark_unref);
}

MftPages *
mft_typeset_as_preferred (MftAgreement *snapshot, const MftTypesetOptions *options, MftJob *job,
                          GError **error)
{
  g_auto (MftPagePreferences) preferences = { 0 };
  MftTypesetOptions all = *options;

  if (!mft_page_preferences_load (&preferences, snapshot, error))
    return NULL;
  all.notice = preferences.notice;
  all.qr = preferences.qr;
  all.mark = preferences.mark;
  all.initials = preferences.initials;
  return mft_typeset (snapshot, &all, job, error);
}
