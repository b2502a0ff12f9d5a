/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/text/text-reader.h"

/* So many Pasal of so many ayat of 33 words each. Owned by the caller. */
static inline MftAgreement *
long_agreement (guint pasal, guint ayat_each)
{
  g_autoptr (GString) text = g_string_new ("PERJANJIAN KERJA SAMA\n\n");
  g_autoptr (MftImportReport) report = mft_import_report_new ("text");

  for (guint i = 1; i <= pasal; i++)
    {
      g_string_append_printf (text, "Pasal %u\nKETENTUAN KE %u\n\n", i, i);
      for (guint ayat = 1; ayat <= ayat_each; ayat++)
        g_string_append_printf (
            text,
            "(%u) PARA PIHAK melaksanakan ketentuan ini sesuai dengan kewenangan masing-masing "
            "dan peraturan perundang-undangan, paling lambat 30 (tiga puluh) hari kalender "
            "terhitung sejak tanggal diterimanya pemberitahuan tertulis dari PIHAK lainnya "
            "sebagaimana dimaksud pada ayat (1).\n",
            ayat);
      g_string_append_c (text, '\n');
    }
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  return mft_text_import (bytes, report, NULL);
}
