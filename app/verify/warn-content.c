/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/warnings.h"

#define OBJECTS_MOST 20000
#define DEPTH_MOST 12
#define STRUCTURE_DEPTH_MOST 100

typedef struct
{
  MftPdfFile *file;
  guint revision;
  GHashTable *seen; /* numbers of objects that were looked at */
  GPtrArray *messages;
} Search;

static void
tell (Search *search, const char *code)
{
  mft_verify_note (search->messages, code, NULL);
}

static MftPdfObject *
get (Search *search, const MftPdfObject *dict, const char *key)
{
  return mft_pdf_file_get (search->file, search->revision, dict, key, NULL);
}

/* The value's object the first time, NULL afterwards and past the limit. */
static MftPdfObject *
visit (Search *search, MftPdfObject *value)
{
  guint32 number = mft_pdf_object_get_reference (value, NULL);

  if (number != 0
      && (g_hash_table_size (search->seen) >= OBJECTS_MOST
          || !g_hash_table_add (search->seen, GUINT_TO_POINTER (number))))
    return NULL;
  return mft_pdf_file_resolve (search->file, search->revision, value, NULL);
}

/* An action and those after it (ISO 32000-2, 12.6). Going somewhere changes nothing. */
static void
look_at_action (Search *search, MftPdfObject *value, guint depth)
{
  static const char *const harmless[] = { "GoTo", "URI", "Named", NULL };
  g_autoptr (MftPdfObject) action = visit (search, value);
  const char *kind = mft_pdf_object_get_name (mft_pdf_dict_get (action, "S"));

  if (!mft_pdf_object_is (action, MFT_PDF_DICT) || depth > DEPTH_MOST)
    return;
  if (g_strcmp0 (kind, "JavaScript") == 0)
    tell (search, "SCRIPTS");
  else if (kind != NULL && !g_strv_contains (harmless, kind))
    tell (search, "ACTIONS");
  look_at_action (search, mft_pdf_dict_get (action, "Next"), depth + 1);
}

static void
look_at_actions (Search *search, const MftPdfObject *dict)
{
  g_autoptr (MftPdfObject) actions = get (search, dict, "AA");

  look_at_action (search, mft_pdf_dict_get (dict, "A"), 0);
  for (guint i = 0; i < mft_pdf_dict_size (actions); i++)
    look_at_action (search, mft_pdf_dict_value (actions, i), 0);
}

/* A page may show other layers than were seen, or others when printed (ISO 32000-2, 8.11). */
static void
look_at_layers (Search *search, const MftPdfObject *catalog)
{
  g_autoptr (MftPdfObject) properties = get (search, catalog, "OCProperties");
  g_autoptr (MftPdfObject) defaults = get (search, properties, "D");
  g_autoptr (MftPdfObject) hidden = get (search, defaults, "OFF");
  g_autoptr (MftPdfObject) automatic = get (search, defaults, "AS");
  const MftPdfObject *base = mft_pdf_dict_get (defaults, "BaseState");

  if (mft_pdf_array_size (hidden) + mft_pdf_array_size (automatic) > 0
      || (base != NULL && !mft_pdf_object_is_name (base, "ON")))
    tell (search, "LAYERS");
}

static void
look_at_catalog (Search *search, const MftPdfObject *catalog)
{
  g_autoptr (MftPdfObject) names = get (search, catalog, "Names");
  g_autoptr (MftPdfObject) form = get (search, catalog, "AcroForm");
  g_autoptr (MftPdfObject) redraw = get (search, form, "NeedAppearances");

  look_at_action (search, mft_pdf_dict_get (catalog, "OpenAction"), 0);
  look_at_actions (search, catalog);
  look_at_layers (search, catalog);
  if (mft_pdf_dict_get (names, "JavaScript") != NULL)
    tell (search, "SCRIPTS");
  if (mft_pdf_dict_get (form, "XFA") != NULL)
    tell (search, "XFA");
  if (mft_pdf_object_get_boolean (redraw, FALSE))
    tell (search, "NEED_APPEARANCES");
}

/* A font that is not in the file is drawn with whatever the reader has. */
static void
look_at_font (Search *search, MftPdfObject *value)
{
  g_autoptr (MftPdfObject) font = visit (search, value);
  g_autoptr (MftPdfObject) below = get (search, font, "DescendantFonts");
  g_autoptr (MftPdfObject) descendant
      = below != NULL ? mft_pdf_file_resolve (search->file, search->revision,
                                              mft_pdf_array_item (below, 0), NULL)
                      : NULL;
  g_autoptr (MftPdfObject) descriptor
      = get (search, mft_pdf_array_size (below) > 0 ? descendant : font, "FontDescriptor");

  if (mft_pdf_object_is (font, MFT_PDF_DICT)
      && !mft_pdf_object_is_name (mft_pdf_dict_get (font, "Subtype"), "Type3")
      && mft_pdf_dict_get (descriptor, "FontFile") == NULL
      && mft_pdf_dict_get (descriptor, "FontFile2") == NULL
      && mft_pdf_dict_get (descriptor, "FontFile3") == NULL)
    tell (search, "FONTS_OUTSIDE");
}

static void look_at_resources (Search *search, MftPdfObject *value, guint depth);

static void
look_at_drawing (Search *search, MftPdfObject *value, guint depth)
{
  g_autoptr (MftPdfObject) drawing = visit (search, value);

  if (mft_pdf_dict_get (drawing, "F") != NULL || mft_pdf_dict_get (drawing, "Ref") != NULL)
    tell (search, "DATA_OUTSIDE");
  if (mft_pdf_dict_get (drawing, "Alternates") != NULL)
    tell (search, "ALTERNATES");
  look_at_resources (search, mft_pdf_dict_get (drawing, "Resources"), depth + 1);
}

static void
look_at_resources (Search *search, MftPdfObject *value, guint depth)
{
  g_autoptr (MftPdfObject) resources = depth <= DEPTH_MOST ? visit (search, value) : NULL;
  g_autoptr (MftPdfObject) fonts = get (search, resources, "Font");
  g_autoptr (MftPdfObject) drawings = get (search, resources, "XObject");

  for (guint i = 0; i < mft_pdf_dict_size (fonts); i++)
    look_at_font (search, mft_pdf_dict_value (fonts, i));
  for (guint i = 0; i < mft_pdf_dict_size (drawings); i++)
    look_at_drawing (search, mft_pdf_dict_value (drawings, i), depth);
}

/* The structure is a tree; one that contains itself sends readers round in circles. */
static void
look_at_structure (Search *search, MftPdfObject *value, GArray *above)
{
  guint32 number = mft_pdf_object_get_reference (value, NULL);
  g_autoptr (MftPdfObject) element = NULL;
  g_autoptr (MftPdfObject) kids = NULL;

  for (guint i = 0; i < above->len; i++)
    if (number != 0 && g_array_index (above, guint32, i) == number)
      mft_verify_message (search->messages, "STRUCTURE_UNCLEAR", "STRUCTURE_TREE_CIRCLE");
  if (above->len > STRUCTURE_DEPTH_MOST)
    return;
  element = visit (search, value);
  kids = get (search, element, "K");
  g_array_append_val (above, number);
  if (mft_pdf_object_is (kids, MFT_PDF_DICT))
    look_at_structure (search, mft_pdf_dict_get (element, "K"), above);
  for (guint i = 0; i < mft_pdf_array_size (kids); i++)
    look_at_structure (search, mft_pdf_array_item (kids, i), above);
  g_array_set_size (above, above->len - 1);
}

static gboolean
look_at_page (const MftPdfPage *page, gpointer data)
{
  Search *search = data;
  g_autoptr (MftPdfObject) annotations = get (search, page->dict, "Annots");

  look_at_actions (search, page->dict);
  look_at_resources (search, mft_pdf_dict_get (page->dict, "Resources"), 0);
  for (guint i = 0; i < mft_pdf_array_size (annotations); i++)
    {
      g_autoptr (MftPdfObject) one = visit (search, mft_pdf_array_item (annotations, i));
      if (one != NULL)
        look_at_actions (search, one);
    }
  return g_hash_table_size (search->seen) < OBJECTS_MOST;
}

/* The last signed revision: what came later is judged as a change. */
static gboolean
last_signed (GPtrArray *subjects, guint *revision)
{
  gboolean found = FALSE;

  *revision = 0;
  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *subject = g_ptr_array_index (subjects, i);
      if (!subject->revision_known || subject->stamp != NULL)
        continue;
      *revision = MAX (*revision, subject->revision);
      found = TRUE;
    }
  return found;
}

void
mft_warn_about_content (MftPdfFile *file, GPtrArray *subjects, MftVerifyReport *report)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search = { .file = file, .seen = seen, .messages = report->messages };
  g_autoptr (MftPdfObject) catalog = NULL;
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!last_signed (subjects, &search.revision))
    return;
  catalog = mft_pdf_file_catalog (file, search.revision, NULL);
  look_at_catalog (&search, catalog);
  mft_pdf_pages_walk (file, search.revision, look_at_page, &search, NULL);
  look_at_structure (&search, mft_pdf_dict_get (catalog, "StructTreeRoot"), above);
}
