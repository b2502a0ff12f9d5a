/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/form-xobject.h"
#include "draw/error.h"
#include "draw/qpdf.h"

#define DEPTH_MOST 32

/* A reference inside an object's bytes: "index 0 R" is to be written at `at`. */
typedef struct
{
  gsize at;
  guint index;
} Reference;

typedef struct
{
  GByteArray *bytes;
  GArray *references;
} Object;

struct MftFormXObject
{
  double width;
  double height;
  GPtrArray *objects;
};

/* The walk from the page's resources over all they need. */
typedef struct
{
  MftQpdf *pdf;
  GHashTable *indices; /* number in the cairo file -> index in the set */
  GArray *waiting;     /* qpdf_oh, in the order of their indices */
} Walk;

static Object *
object_new (void)
{
  Object *object = g_new0 (Object, 1);
  object->bytes = g_byte_array_new ();
  object->references = g_array_new (FALSE, FALSE, sizeof (Reference));
  return object;
}

static void
object_free (gpointer data)
{
  Object *object = data;
  g_byte_array_unref (object->bytes);
  g_array_unref (object->references);
  g_free (object);
}

static void
put (Object *object, const char *text)
{
  g_byte_array_append (object->bytes, (const guint8 *) text, strlen (text));
}

static void
put_reference (Walk *walk, Object *object, qpdf_oh target)
{
  gpointer number = GINT_TO_POINTER (qpdf_oh_get_object_id (walk->pdf, target));
  gpointer known;

  if (!g_hash_table_lookup_extended (walk->indices, number, NULL, &known))
    {
      known = GUINT_TO_POINTER (walk->waiting->len + 1); /* 0 is the form itself */
      g_hash_table_insert (walk->indices, number, known);
      g_array_append_val (walk->waiting, target);
    }
  g_array_append_val (object->references,
                      ((Reference){ object->bytes->len, GPOINTER_TO_UINT (known) }));
}

static void put_value (Walk *walk, Object *object, qpdf_oh value, guint depth);

static void
put_entries (Walk *walk, Object *object, qpdf_oh dictionary, guint depth)
{
  g_auto (GStrv) keys = mft_qpdf_keys (walk->pdf, dictionary);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (g_str_equal (keys[i], "/Length"))
        continue;
      put (object, keys[i]);
      put (object, " ");
      put_value (walk, object, qpdf_oh_get_key (walk->pdf, dictionary, keys[i]), depth + 1);
      put (object, "\n");
    }
}

static void
put_array (Walk *walk, Object *object, qpdf_oh array, guint depth)
{
  int count = qpdf_oh_get_array_n_items (walk->pdf, array);

  put (object, "[");
  for (int i = 0; i < count; i++)
    {
      put (object, " ");
      put_value (walk, object, qpdf_oh_get_array_item (walk->pdf, array, i), depth + 1);
    }
  put (object, " ]");
}

/* `depth` 0: the object itself, though it has a number. */
static void
put_value (Walk *walk, Object *object, qpdf_oh value, guint depth)
{
  g_assert (depth < DEPTH_MOST); /* cairo's own objects: a few levels */
  if (depth > 0 && qpdf_oh_is_indirect (walk->pdf, value))
    put_reference (walk, object, value);
  else if (qpdf_oh_is_dictionary (walk->pdf, value))
    {
      put (object, "<<\n");
      put_entries (walk, object, value, depth);
      put (object, ">>");
    }
  else if (qpdf_oh_is_array (walk->pdf, value))
    put_array (walk, object, value, depth);
  else
    put (object, qpdf_oh_unparse_resolved (walk->pdf, value));
}

/* The entries of a stream's dictionary, its end, and its bytes as they lie in the file. */
static gboolean
put_stream (Walk *walk, Object *object, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t size = 0;
  QPDF_BOOL filtered;

  if ((qpdf_oh_get_stream_data (walk->pdf, stream, qpdf_dl_none, &filtered, &data, &size)
       & QPDF_ERRORS)
      != 0)
    return FALSE;
  put_entries (walk, object, qpdf_oh_get_dict (walk->pdf, stream), 0);
  g_autofree char *head = g_strdup_printf ("/Length %" G_GSIZE_FORMAT "\n>>\nstream\n", size);
  put (object, head);
  g_byte_array_append (object->bytes, data, size);
  put (object, "\nendstream");
  free (data);
  return TRUE;
}

static gboolean
put_object (Walk *walk, Object *object, qpdf_oh value)
{
  if (qpdf_oh_is_stream (walk->pdf, value))
    {
      put (object, "<<\n");
      return put_stream (walk, object, value);
    }
  put_value (walk, object, value, 0);
  return TRUE;
}

/* The form: the page's content with the page's box and resources. */
static gboolean
put_form (Walk *walk, Object *object, qpdf_oh page)
{
  put (object, "<<\n/Type /XObject\n/Subtype /Form\n/FormType 1\n/BBox ");
  put_value (walk, object, qpdf_oh_get_key (walk->pdf, page, "/MediaBox"), 1);
  put (object, "\n/Resources ");
  put_value (walk, object, qpdf_oh_get_key (walk->pdf, page, "/Resources"), 1);
  put (object, "\n");
  return put_stream (walk, object, qpdf_oh_get_key (walk->pdf, page, "/Contents"));
}

/* Fills the set in the order the walk meets its objects. */
static gboolean
collect (Walk *walk, MftFormXObject *form)
{
  qpdf_oh page = qpdf_get_page_n (walk->pdf, 0);
  qpdf_oh box = qpdf_oh_get_key (walk->pdf, page, "/MediaBox");

  form->width = mft_qpdf_number (walk->pdf, box, 2);
  form->height = mft_qpdf_number (walk->pdf, box, 3);
  g_ptr_array_add (form->objects, object_new ());
  if (!put_form (walk, form->objects->pdata[0], page))
    return FALSE;
  for (guint i = 0; i < walk->waiting->len; i++)
    {
      Object *object = object_new ();
      g_ptr_array_add (form->objects, object);
      if (!put_object (walk, object, g_array_index (walk->waiting, qpdf_oh, i)))
        return FALSE;
    }
  return TRUE;
}

MftFormXObject *
mft_form_xobject_new_from_page (GBytes *pdf, GError **error)
{
  g_autoptr (MftQpdf) opened = mft_qpdf_open (pdf, error);
  g_autoptr (MftFormXObject) form = g_new0 (MftFormXObject, 1);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));

  form->objects = g_ptr_array_new_with_free_func (object_free);
  if (opened == NULL)
    return NULL;
  mft_qpdf_repair (opened);
  Walk walk = { opened, indices, waiting };
  if (qpdf_get_num_pages (opened) == 1 && collect (&walk, form))
    return g_steal_pointer (&form);
  g_set_error_literal (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_PDF,
                       "the drawn picture cannot be taken out of its page");
  return NULL;
}

void
mft_form_xobject_free (MftFormXObject *form)
{
  g_ptr_array_unref (form->objects);
  g_free (form);
}

double
mft_form_xobject_width (const MftFormXObject *form)
{
  return form->width;
}

double
mft_form_xobject_height (const MftFormXObject *form)
{
  return form->height;
}

guint
mft_form_xobject_count (const MftFormXObject *form)
{
  return form->objects->len;
}

GBytes *
mft_form_xobject_object (const MftFormXObject *form, guint index, guint first)
{
  g_return_val_if_fail (index < form->objects->len, NULL);
  const Object *object = form->objects->pdata[index];
  GByteArray *bytes = g_byte_array_sized_new (object->bytes->len + 64);
  gsize done = 0;

  for (guint i = 0; i < object->references->len; i++)
    {
      Reference reference = g_array_index (object->references, Reference, i);
      g_autofree char *text = g_strdup_printf ("%u 0 R", first + reference.index);
      g_byte_array_append (bytes, object->bytes->data + done, reference.at - done);
      g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
      done = reference.at;
    }
  g_byte_array_append (bytes, object->bytes->data + done, object->bytes->len - done);
  return g_byte_array_free_to_bytes (bytes);
}
