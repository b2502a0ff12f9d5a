/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/change-look.h"

#include "verify/change-field.h"

#define VALUE_MOST (1u << 20)

/* Flags of fields (ISO 32000-2, tables 229, 231, 233). */
#define FLAG_PASSWORD (1 << 13)
#define FLAG_PUSH_BUTTON (1 << 16)
#define FLAG_COMBO (1 << 17)

static MftPdfObject *
get (const MftFilled *filled, const MftPdfObject *dict, const char *key)
{
  MftDifference *difference = filled->difference;

  return mft_pdf_file_get (difference->file, difference->new_revision, dict, key, NULL);
}

/* What stands in the widget, or in the field that it is a widget of. */
static MftPdfObject *
inherited (const MftFilled *filled, const char *key)
{
  const MftPdfObject *widget = filled->widgets->new_object;
  g_autoptr (MftPdfObject) parent = get (filled, widget, "Parent");

  return get (filled, mft_pdf_dict_get (widget, key) != NULL ? widget : parent, key);
}

static gboolean
has_flag (const MftFilled *filled, gint64 flag)
{
  g_autoptr (MftPdfObject) flags = inherited (filled, "Ff");

  return (mft_pdf_object_get_integer (flags, 0) & flag) != 0;
}

/* A value is shown in another form if a script says so. */
static gboolean
has_format (const MftFilled *filled)
{
  g_autoptr (MftPdfObject) actions = inherited (filled, "AA");

  return mft_pdf_dict_get (actions, "F") != NULL || mft_pdf_dict_get (actions, "C") != NULL;
}

static gboolean
is_redrawn (const MftFilled *filled)
{
  MftDifference *difference = filled->difference;
  g_autoptr (MftPdfObject) form
      = mft_pdf_file_form (difference->file, difference->old_revision, NULL);

  return mft_pdf_object_get_boolean (mft_pdf_dict_get (form, "NeedAppearances"), FALSE);
}

/* A box is on with the value that its look has that name for, and off with any other. */
static gboolean
state_follows_value (const MftFilled *filled)
{
  const MftPdfObject *widget = filled->widgets->new_object;
  const MftPdfObject *state = mft_pdf_dict_get (widget, "AS");
  g_autoptr (MftPdfObject) value = inherited (filled, "V");
  g_autoptr (MftPdfObject) looks = get (filled, widget, "AP");
  g_autoptr (MftPdfObject) states = get (filled, looks, "N");
  const char *on = mft_pdf_object_get_name (value);

  if (state == NULL)
    return TRUE;
  if (on == NULL
      || (mft_pdf_object_is (states, MFT_PDF_DICT) && mft_pdf_dict_get (states, on) == NULL))
    return mft_pdf_object_is_name (state, "Off");
  return mft_pdf_object_is_name (state, on);
}

/* A text without what separates its words and lines. */
static char *
letters_of (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *letters = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      if (g_unichar_isgraph (letter))
        g_string_append_unichar (letters, letter);
    }
  return g_string_free (letters, FALSE);
}

static char *
dup_value_text (const MftFilled *filled, const MftPdfObject *value)
{
  MftDifference *difference = filled->difference;
  g_autoptr (GBytes) data = NULL;
  g_autoptr (MftPdfObject) string = NULL;

  if (mft_pdf_object_is (value, MFT_PDF_NAME))
    return g_strdup (mft_pdf_object_get_name (value));
  if (!mft_pdf_object_is (value, MFT_PDF_STREAM))
    return mft_pdf_object_dup_text (value);
  data = mft_pdf_file_stream_data (difference->file, difference->new_revision, value, VALUE_MOST,
                                   NULL);
  if (data == NULL)
    return NULL;
  string = mft_pdf_object_new_string (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  return mft_pdf_object_dup_text (string);
}

/* An option's words (ISO 32000-2, 12.7.5.4): itself, or the second of two; `name` is what its value is. */
static char *
dup_option (const MftFilled *filled, MftPdfObject *item, char **name)
{
  MftDifference *difference = filled->difference;
  g_autoptr (MftPdfObject) option
      = mft_pdf_file_resolve (difference->file, difference->new_revision, item, NULL);
  const MftPdfObject *shown = option, *value = option;

  if (mft_pdf_object_is (option, MFT_PDF_ARRAY))
    {
      value = mft_pdf_array_item (option, 0);
      shown = mft_pdf_array_item (option, 1);
    }
  *name = mft_pdf_object_dup_text (value);
  return mft_pdf_object_dup_text (shown);
}

/* What should be seen of a choice: a list shows its options, a closed one the chosen one's words. */
static char *
dup_chosen (const MftFilled *filled, const char *value, gboolean *is_list)
{
  g_autoptr (MftPdfObject) options = inherited (filled, "Opt");
  GString *all = g_string_new (NULL);

  *is_list = !has_flag (filled, FLAG_COMBO);
  for (guint i = 0; i < mft_pdf_array_size (options); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *shown = dup_option (filled, mft_pdf_array_item (options, i), &name);
      if (*is_list)
        g_string_append (all, shown != NULL ? shown : "");
      else if (shown != NULL && g_strcmp0 (name, value) == 0)
        g_string_assign (all, shown);
    }
  if (!*is_list && all->len == 0)
    g_string_assign (all, value);
  return g_string_free (all, FALSE);
}

static gboolean
form_has_font (const MftFilled *filled, const MftPdfObject *font)
{
  MftPdfFile *file = filled->difference->file;
  guint revision = filled->difference->old_revision;
  g_autoptr (MftPdfObject) form = mft_pdf_file_form (file, revision, NULL);
  g_autoptr (MftPdfObject) common = mft_pdf_file_get (file, revision, form, "DR", NULL);
  g_autoptr (MftPdfObject) fonts = mft_pdf_file_get (file, revision, common, "Font", NULL);

  for (guint i = 0; i < mft_pdf_dict_size (fonts); i++)
    if (mft_pdf_object_equal (mft_pdf_dict_value (fonts, i), font))
      return TRUE;
  return FALSE;
}

/* An embedded font that neither the form nor the look had: its letters may look like anything. */
static gboolean
has_new_fonts (const MftFilled *filled, const MftLook *look, GPtrArray *before)
{
  for (guint i = 0; i < look->fonts->len; i++)
    {
      const MftPdfObject *font = g_ptr_array_index (look->fonts, i);
      gboolean known
          = mft_pdf_object_get_reference (font, NULL) != 0 && form_has_font (filled, font);
      for (guint k = 0; k < before->len && !known; k++)
        known = mft_look_has_font (g_ptr_array_index (before, k), font);
      if (!known)
        return TRUE;
    }
  return FALSE;
}

/* Whether a look (NULL: none) says what the value is; what is no ASCII may be written in other ways. */
static MftLookAnswer
compare_text (const MftFilled *filled, const MftLook *look)
{
  g_autoptr (MftPdfObject) value = inherited (filled, "V");
  g_autofree char *text = dup_value_text (filled, value);
  gboolean is_list = FALSE;
  g_autofree char *expected = g_strcmp0 (filled->type, "Ch") == 0
                                  ? dup_chosen (filled, text != NULL ? text : "", &is_list)
                                  : g_strdup (text != NULL ? text : "");
  g_autofree char *wanted = letters_of (expected);
  g_autofree char *shown = letters_of (look != NULL ? look->text->str : "");

  if (is_list ? strstr (wanted, shown) != NULL : strcmp (wanted, shown) == 0)
    return MFT_LOOK_FOLLOWS;
  if (!g_str_is_ascii (wanted) || !g_str_is_ascii (shown) || has_format (filled)
      || has_flag (filled, FLAG_PASSWORD))
    return MFT_LOOK_UNCLEAR;
  return MFT_LOOK_DIFFERS;
}

/* The streams below an appearance dictionary (or a state's), each with its place: "N", "N Ya". */
static void
collect (const MftFilled *filled, guint revision, MftPdfObject *value, const char *place,
         GHashTable *looks)
{
  g_autoptr (MftPdfObject) object
      = mft_pdf_file_resolve (filled->difference->file, revision, value, NULL);

  if (mft_pdf_object_is (object, MFT_PDF_STREAM) || object == NULL || strlen (place) > 256)
    g_hash_table_insert (looks, g_strdup (place), g_steal_pointer (&object));
  else if (strchr (place, ' ') == NULL)
    for (guint i = 0; i < mft_pdf_dict_size (object); i++)
      {
        g_autofree char *inside
            = *place != '\0' ? g_strdup_printf ("%s %s", place, mft_pdf_dict_key (object, i))
                             : g_strdup (mft_pdf_dict_key (object, i));
        collect (filled, revision, mft_pdf_dict_value (object, i), inside, looks);
      }
}

static void
unref_object (gpointer object)
{
  if (object != NULL)
    mft_pdf_object_unref (object);
}

static GHashTable *
looks_of (const MftFilled *filled, guint revision, const MftPdfObject *widget)
{
  GHashTable *looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_object);
  MftPdfObject *appearance = mft_pdf_dict_get (widget, "AP");

  if (appearance != NULL)
    collect (filled, revision, appearance, "", looks);
  return looks;
}

/* Every look of the widget as it was. */
static GPtrArray *
read_before (const MftFilled *filled, GHashTable *looks)
{
  GPtrArray *before = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_look_free);
  MftDifference *difference = filled->difference;
  GHashTableIter iter;
  gpointer stream;

  g_hash_table_iter_init (&iter, looks);
  while (g_hash_table_iter_next (&iter, NULL, &stream))
    if (stream != NULL)
      g_ptr_array_add (before, mft_look_new (difference->file, difference->old_revision, stream));
  return before;
}

static gboolean
shows_text_of (const MftLook *look, GPtrArray *before)
{
  g_autofree char *text = letters_of (look->text->str);

  for (guint i = 0; i < before->len; i++)
    {
      g_autofree char *old
          = letters_of (((const MftLook *) g_ptr_array_index (before, i))->text->str);
      if (strcmp (text, old) == 0)
        return TRUE;
    }
  return *text == '\0';
}

/* A list marks what was chosen with an area behind it, once it shows text at all. */
static gboolean
may_mark (const MftFilled *filled, const MftLook *look, GPtrArray *before)
{
  gboolean showed = FALSE;

  for (guint i = 0; i < before->len; i++)
    showed = showed || ((const MftLook *) g_ptr_array_index (before, i))->text->len > 0;
  return showed && g_strcmp0 (filled->type, "Ch") == 0 && !has_flag (filled, FLAG_COMBO)
         && !look->has_pictures && !look->is_unreadable;
}

/* A look paints only text that it did not paint before ("Shadow Attacks", Replace via Overlay), and the
 * text is the value. */
static MftLookAnswer
judge_look (const MftFilled *filled, const MftLook *look, GPtrArray *before)
{
  if (g_strcmp0 (filled->type, "Btn") == 0)
    return mft_look_paints_no_more (look, before) && shows_text_of (look, before)
                   && !has_new_fonts (filled, look, before)
               ? MFT_LOOK_FOLLOWS
               : MFT_LOOK_DIFFERS;
  if (!mft_look_paints_no_more (look, before) && !may_mark (filled, look, before))
    return MFT_LOOK_DIFFERS;
  if (!filled->value_changed && !mft_look_has_frame_of (look, before))
    return MFT_LOOK_DIFFERS;
  return has_new_fonts (filled, look, before) ? MAX (MFT_LOOK_DOUBTFUL, compare_text (filled, look))
                                              : compare_text (filled, look);
}

/* What the widget's usual look says now, or said before. */
static MftLookAnswer
judge_shown (const MftFilled *filled, guint revision, GHashTable *looks)
{
  MftPdfObject *stream = g_hash_table_lookup (looks, "N");
  g_autoptr (MftLook) look
      = stream != NULL ? mft_look_new (filled->difference->file, revision, stream) : NULL;

  return look == NULL || !look->is_unreadable ? compare_text (filled, look) : MFT_LOOK_DIFFERS;
}

/* The value changed, the look did not. */
static MftLookAnswer
judge_kept (const MftFilled *filled, GHashTable *looks)
{
  return is_redrawn (filled) || mft_pdf_dict_get (filled->widgets->new_object, "Rect") == NULL
                 || judge_shown (filled, filled->difference->new_revision, looks)
                        == MFT_LOOK_FOLLOWS
             ? MFT_LOOK_FOLLOWS
             : MFT_LOOK_UNCLEAR;
}

/* The looks that an update changed, each for itself; the worst answer counts. */
static MftLookAnswer
judge_changed (const MftFilled *filled, GHashTable *old_looks, GHashTable *new_looks)
{
  MftDifference *difference = filled->difference;
  g_autoptr (GPtrArray) before = read_before (filled, old_looks);
  MftLookAnswer answer = MFT_LOOK_FOLLOWS;
  GHashTableIter iter;
  gpointer place, stream;

  g_hash_table_iter_init (&iter, new_looks);
  while (g_hash_table_iter_next (&iter, &place, &stream))
    {
      const MftPdfObject *old = g_hash_table_lookup (old_looks, place);
      g_autoptr (MftLook) look = NULL;
      gboolean is_value = filled->value_changed && strcmp (place, "N") == 0;
      if (stream != NULL && old != NULL && mft_difference_equal (difference, old, stream))
        {
          answer = MAX (answer, is_value ? judge_kept (filled, new_looks) : MFT_LOOK_FOLLOWS);
          continue;
        }
      if (stream == NULL)
        return MFT_LOOK_DIFFERS;
      look = mft_look_new (difference->file, difference->new_revision, stream);
      answer = MAX (answer, judge_look (filled, look, before));
    }
  if (g_strcmp0 (filled->type, "Btn") != 0 && g_hash_table_lookup (new_looks, "N") == NULL)
    answer = MAX (answer, g_hash_table_lookup (old_looks, "N") != NULL
                              ? MFT_LOOK_DIFFERS /* what was seen is taken away */
                              : judge_kept (filled, new_looks));
  return answer;
}

MftLookAnswer
mft_change_look (const MftFilled *filled)
{
  MftDifference *difference = filled->difference;
  const MftPair *widgets = filled->widgets;
  gboolean is_button = g_strcmp0 (filled->type, "Btn") == 0;
  g_autoptr (GHashTable) before = looks_of (filled, difference->old_revision, widgets->old_object);
  g_autoptr (GHashTable) now = looks_of (filled, difference->new_revision, widgets->new_object);

  if (is_button
      && (!state_follows_value (filled)
          || (filled->look_changed && has_flag (filled, FLAG_PUSH_BUTTON))))
    return MFT_LOOK_DIFFERS;
  if (!filled->look_changed)
    return is_button ? MFT_LOOK_FOLLOWS : judge_kept (filled, now);
  if (!filled->value_changed && !is_button && !is_redrawn (filled)
      && mft_pdf_dict_get (widgets->old_object, "AP") == NULL)
    return mft_change_draws_nothing (difference, mft_pdf_dict_get (widgets->new_object, "AP"))
               ? MFT_LOOK_FOLLOWS
               : MFT_LOOK_DIFFERS;
  /* Where the value stays, what was seen of it does ("Shadow Attacks", Replace via Overlay). */
  if (!filled->value_changed && !is_button && g_hash_table_size (before) > 0
      && judge_shown (filled, difference->old_revision, before) != MFT_LOOK_FOLLOWS)
    return MFT_LOOK_DIFFERS;
  return judge_changed (filled, before, now);
}
