/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-resources.h"

#include "draw/pdf/pdf-values.h"

typedef struct
{
  hb_face_t *key;
  MftPdfFace *face; /* NULL: cannot be embedded */
} Face;

typedef struct
{
  gconstpointer key;
  guint number;
} Form;

struct MftPdfResources
{
  MftPdfObjects *objects;
  guint number;
  GArray *faces; /* Face; few */
  GArray *forms; /* Form; few */
};

static void
face_clear (gpointer data)
{
  g_clear_pointer (&((Face *) data)->face, mft_pdf_face_free);
}

MftPdfResources *
mft_pdf_resources_new (MftPdfObjects *objects)
{
  MftPdfResources *resources = g_new (MftPdfResources, 1);

  *resources = (MftPdfResources){ objects, mft_pdf_objects_reserve (objects),
                                  g_array_new (FALSE, FALSE, sizeof (Face)),
                                  g_array_new (FALSE, FALSE, sizeof (Form)) };
  g_array_set_clear_func (resources->faces, face_clear);
  return resources;
}

void
mft_pdf_resources_free (MftPdfResources *resources)
{
  g_array_unref (resources->faces);
  g_array_unref (resources->forms);
  g_free (resources);
}

guint
mft_pdf_resources_get_number (MftPdfResources *resources)
{
  return resources->number;
}

MftPdfObjects *
mft_pdf_resources_get_objects (MftPdfResources *resources)
{
  return resources->objects;
}

MftPdfFace *
mft_pdf_resources_face (MftPdfResources *resources, hb_face_t *face, guint *name)
{
  for (*name = 0; *name < resources->faces->len; (*name)++)
    {
      const Face *known = &g_array_index (resources->faces, Face, *name);
      if (known->key == face)
        return known->face;
    }
  Face added = { face, mft_pdf_face_new (face) };
  g_array_append_val (resources->faces, added);
  return added.face;
}

gboolean
mft_pdf_resources_find_form (MftPdfResources *resources, gconstpointer key, guint *name)
{
  for (*name = 0; *name < resources->forms->len; (*name)++)
    if (g_array_index (resources->forms, Form, *name).key == key)
      return TRUE;
  return FALSE;
}

guint
mft_pdf_resources_add_form (MftPdfResources *resources, gconstpointer key, guint number)
{
  const Form form = { key, number };

  g_array_append_val (resources->forms, form);
  return resources->forms->len - 1;
}

void
mft_pdf_resources_write (MftPdfResources *resources)
{
  g_autoptr (GString) text = g_string_new ("<< /Font <<");

  for (guint i = 0; i < resources->faces->len; i++)
    {
      MftPdfFace *face = g_array_index (resources->faces, Face, i).face;
      if (face != NULL)
        g_string_append_printf (text, " /F%u %u 0 R", i,
                                mft_pdf_face_write (face, resources->objects));
    }
  g_string_append (text, " >> /XObject <<");
  for (guint i = 0; i < resources->forms->len; i++)
    g_string_append_printf (text, " /X%u %u 0 R", i,
                            g_array_index (resources->forms, Form, i).number);
  g_string_append (text, " >> >>");
  mft_pdf_objects_write (resources->objects, resources->number, text->str, text->len);
}
