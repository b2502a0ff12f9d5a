/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/notice.h"

#define SIGNED_BY                                                                                  \
  "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik"
#define EVIDENCE                                                                                   \
  "UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat (1): “Informasi Elektronik dan/atau Dokumen "         \
  "Elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah.”\n"

/* As met in signed documents: BSrE's own (N1), courts and BKN (N2), with a code to scan (N3), with the
 * agency's page and the ministry's (N4, N5), short (N6). */
static const MftNotice notices[] = {
  { "N1", SIGNED_BY "\nyang diterbitkan oleh {balai}, {psre}" },
  { "N2", EVIDENCE SIGNED_BY " yang diterbitkan oleh {balai}." },
  { "N3", EVIDENCE SIGNED_BY " yang diterbitkan oleh {balai}, {psre}.\n"
                             "Dokumen ini dapat dibuktikan keasliannya dengan memindai kode QR." },
  { "N4",
    "Dokumen ini telah ditandatangani menggunakan sertifikat elektronik yang diterbitkan oleh "
    "{balai}, {psre}. Untuk memastikan keaslian tanda tangan elektronik, silakan pindai kode "
    "QR atau buka {alamat}, atau unggah dokumen pada laman "
    "https://tte.komdigi.go.id/verifyPDF" },
  { "N5",
    "Dokumen ini telah ditandatangani menggunakan sertifikat elektronik yang diterbitkan oleh "
    "{balai}, {psre}. Untuk memastikan keaslian tanda tangan elektronik, silakan unggah "
    "dokumen pada laman https://tte.komdigi.go.id/verifyPDF" },
  { "N6", SIGNED_BY " yang diterbitkan oleh {balai}, {psre}." },
  { NULL, NULL },
};

const MftNotice *
mft_notices (void)
{
  return notices;
}

const MftNotice *
mft_notice_find (const char *id)
{
  for (const MftNotice *notice = notices; notice->id != NULL; notice++)
    if (g_str_equal (notice->id, id))
      return notice;
  return NULL;
}

char *
mft_notice_fill (const char *words, const char *balai, const char *psre, const char *address)
{
  GString *text = g_string_new (words);

  g_string_replace (text, "{balai}", balai != NULL ? balai : MFT_NOTICE_BALAI, 0);
  g_string_replace (text, "{psre}", psre != NULL ? psre : MFT_NOTICE_PSRE, 0);
  g_string_replace (text, "{alamat}", address != NULL ? address : "laman instansi", 0);
  return g_string_free (text, FALSE);
}
