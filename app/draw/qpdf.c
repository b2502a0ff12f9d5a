/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/qpdf.h"
#include "draw/error.h"

MftQpdf *
mft_qpdf_open (GBytes *pdf, GError **error)
{
  g_autoptr (MftQpdf) opened = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  qpdf_silence_errors (opened);
  qpdf_set_suppress_warnings (opened, QPDF_TRUE);
  qpdf_set_attempt_recovery (opened, QPDF_FALSE);
  if ((qpdf_read_memory (opened, "drawn pages", data, size, NULL) & QPDF_ERRORS) == 0)
    return g_steal_pointer (&opened);
  g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_PDF, "the drawn pages cannot be read: %s",
               qpdf_get_error_full_text (opened, qpdf_get_error (opened)));
  return NULL;
}

void
mft_qpdf_free (MftQpdf *pdf)
{
  qpdf_cleanup (&pdf);
}

GStrv
mft_qpdf_keys (MftQpdf *pdf, qpdf_oh dictionary)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  qpdf_oh_begin_dict_key_iter (pdf, dictionary);
  while (qpdf_oh_dict_more_keys (pdf))
    g_strv_builder_add (keys, qpdf_oh_dict_next_key (pdf));
  return g_strv_builder_end (keys);
}

double
mft_qpdf_number (MftQpdf *pdf, qpdf_oh array, int index)
{
  return g_ascii_strtod (qpdf_oh_unparse_resolved (pdf, qpdf_oh_get_array_item (pdf, array, index)),
                         NULL);
}

static void
repair_dictionary (MftQpdf *pdf, qpdf_oh dictionary, gboolean of_stream)
{
  if (qpdf_oh_is_name_and_equals (pdf, qpdf_oh_get_key (pdf, dictionary, "/Subtype"),
                                  "/CIDFontType2")
      && !qpdf_oh_has_key (pdf, dictionary, "/CIDToGIDMap"))
    qpdf_oh_replace_key (pdf, dictionary, "/CIDToGIDMap", qpdf_oh_new_name (pdf, "/Identity"));
  if (of_stream)
    qpdf_oh_remove_key (pdf, dictionary, "/Interpolate");
}

/* cairo makes fonts and pictures objects of their own. */
void
mft_qpdf_repair (MftQpdf *pdf)
{
  int size
      = qpdf_oh_get_int_value_as_int (pdf, qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size"));

  for (int number = 1; number < size; number++)
    {
      qpdf_oh object = qpdf_get_object_by_id (pdf, number, 0);
      gboolean is_stream = qpdf_oh_is_stream (pdf, object);
      if (is_stream || qpdf_oh_is_dictionary (pdf, object))
        repair_dictionary (pdf, is_stream ? qpdf_oh_get_dict (pdf, object) : object, is_stream);
    }
}
