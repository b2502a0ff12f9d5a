/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/fact.h"

/* Facts beyond this many say nothing new. */
#define FACTS_MAX 1000

static const struct
{
  const char *code;
  gboolean harmless;
} kinds[] = {
  [MFT_PDF_FACT_SIZE_OFF] = { "SIZE_OFF", TRUE },
  [MFT_PDF_FACT_SPACE_BEFORE_XREF] = { "SPACE_BEFORE_XREF", TRUE },
  [MFT_PDF_FACT_ENTRY_SPACING] = { "ENTRY_SPACING", TRUE },
  [MFT_PDF_FACT_ENTRY_AT_ZERO] = { "ENTRY_AT_ZERO", TRUE },
  [MFT_PDF_FACT_SIZE_SHRINKS] = { "SIZE_SHRINKS", FALSE },
  [MFT_PDF_FACT_ENTRY_FORM] = { "ENTRY_FORM", FALSE },
  [MFT_PDF_FACT_ENTRY_WRONG] = { "ENTRY_WRONG", FALSE },
  [MFT_PDF_FACT_ENTRY_TWICE] = { "ENTRY_TWICE", FALSE },
  [MFT_PDF_FACT_ENTRY_OUTSIDE] = { "ENTRY_OUTSIDE", FALSE },
  [MFT_PDF_FACT_XREF_DISAGREES] = { "XREF_DISAGREES", FALSE },
  [MFT_PDF_FACT_DUPLICATE_KEY] = { "DUPLICATE_KEY", FALSE },
  [MFT_PDF_FACT_REVISION_OPEN] = { "REVISION_OPEN", FALSE },
  [MFT_PDF_FACT_BYTES_AFTER_END] = { "BYTES_AFTER_END", FALSE },
  [MFT_PDF_FACT_OBJECT_DAMAGED] = { "OBJECT_DAMAGED", FALSE },
  [MFT_PDF_FACT_BYTES_BETWEEN] = { "BYTES_BETWEEN", FALSE },
};

gboolean
mft_pdf_fact_is_harmless (MftPdfFactKind kind)
{
  return kinds[kind].harmless;
}

const char *
mft_pdf_fact_code (MftPdfFactKind kind)
{
  return kinds[kind].code;
}

void
mft_pdf_facts_add (GArray *facts, MftPdfFactKind kind, guint32 number, goffset at)
{
  const MftPdfFact fact = { .kind = kind, .number = number, .at = at };

  /* A harmless kind is told once; the room is for the others. */
  if (facts->len >= FACTS_MAX)
    return;
  for (guint i = 0; i < facts->len; i++)
    {
      const MftPdfFact *known = &g_array_index (facts, MftPdfFact, i);
      if (known->kind == kind
          && (kinds[kind].harmless || (known->number == number && known->at == at)))
        return;
    }
  g_array_append_val (facts, fact);
}
