/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/regulation.h"

#include "base/content.h"

#include "bahasa/regulation-private.h"
#include "bahasa/scan.h"

enum
{
  COLUMN_ID,
  COLUMN_KIND,
  COLUMN_NUMBER,
  COLUMN_YEAR,
  COLUMN_TITLE,
  COLUMN_GAZETTE,
  COLUMN_SUPPLEMENT,
  COLUMN_BULLETIN,
  COLUMN_AMENDED_BY,
  COLUMN_REPEALS,
  COLUMN_REPEALED_BY,
  COLUMN_STATUS,
  COLUMN_ALIASES,
  COLUMN_SOURCE,
  COLUMN_MATCHES,
  COLUMN_CHECKED,
  COLUMN_NOTE,
  N_COLUMNS,
};

static const struct
{
  const char *kind;
  const char *name;
} kinds[] = {
  { "Perppu", "Peraturan Pemerintah Pengganti Undang-Undang" },
  { "PP", "Peraturan Pemerintah" },
  { "UU", "Undang-Undang" },
  { "Perpres", "Peraturan Presiden" },
  { "Permendagri", "Peraturan Menteri Dalam Negeri" },
  { "Permenkeu", "Peraturan Menteri Keuangan" },
  { "Permenkominfo", "Peraturan Menteri Komunikasi dan Informatika" },
  { "PermenPANRB", "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi" },
  { "Permenhan", "Peraturan Menteri Pertahanan" },
  { "Peraturan BSSN", "Peraturan Badan Siber dan Sandi Negara" },
  { "Peraturan BSSN", "Peraturan BSSN" },
  { "Peraturan ANRI", "Peraturan Arsip Nasional Republik Indonesia" },
  { NULL, "Peraturan Menteri" },
  { NULL, "Peraturan Badan" },
  { NULL, "Peraturan Lembaga" },
  { NULL, "Peraturan Kepala Badan" },
};

static MftRegulationStatus
read_status (const char *word)
{
  return g_str_equal (word, "berlaku")   ? MFT_REGULATION_IN_FORCE
         : g_str_equal (word, "diubah")  ? MFT_REGULATION_AMENDED
         : g_str_equal (word, "dicabut") ? MFT_REGULATION_REPEALED
                                         : MFT_REGULATION_UNSURE;
}

static char **
split (const char *cell)
{
  return *cell != '\0' ? g_strsplit (cell, ";", -1) : g_new0 (char *, 1);
}

static MftRegulation *
read_row (char **cells)
{
  MftRegulation *regulation = g_new0 (MftRegulation, 1);

  regulation->id = g_strdup (cells[COLUMN_ID]);
  regulation->kind = g_strdup (cells[COLUMN_KIND]);
  regulation->number = g_strdup (cells[COLUMN_NUMBER]);
  regulation->year = (guint) g_ascii_strtoull (cells[COLUMN_YEAR], NULL, 10);
  regulation->title = g_strdup (cells[COLUMN_TITLE]);
  regulation->gazette = g_strdup (cells[COLUMN_GAZETTE]);
  regulation->supplement = g_strdup (cells[COLUMN_SUPPLEMENT]);
  regulation->bulletin = g_strdup (cells[COLUMN_BULLETIN]);
  regulation->amended_by = split (cells[COLUMN_AMENDED_BY]);
  regulation->repealed_by = split (cells[COLUMN_REPEALED_BY]);
  regulation->aliases = split (cells[COLUMN_ALIASES]);
  regulation->note = g_strdup (cells[COLUMN_NOTE]);
  regulation->status = read_status (cells[COLUMN_STATUS]);
  return regulation;
}

static gpointer
read_all (gpointer unused)
{
  g_autoptr (GBytes) bytes = mft_content_read ("regulations.tsv");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *all = g_ptr_array_new ();

  (void) unused;
  for (char **line = lines + 1; *line != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, "\t", -1);
      if (g_strv_length (cells) == N_COLUMNS)
        g_ptr_array_add (all, read_row (cells));
    }
  return all;
}

GPtrArray *
_mft_regulation_list (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_all, NULL);
}

const MftRegulation *
mft_regulation_get (const char *id)
{
  GPtrArray *all = _mft_regulation_list ();

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const MftRegulation *) all->pdata[i])->id, id))
      return all->pdata[i];
  return NULL;
}

const MftRegulation *
mft_regulation_find (const char *kind, const char *number, guint year)
{
  GPtrArray *all = _mft_regulation_list ();

  for (guint i = 0; i < all->len; i++)
    {
      const MftRegulation *regulation = all->pdata[i];
      if (g_str_equal (regulation->kind, kind) && g_str_equal (regulation->number, number)
          && regulation->year == year)
        return regulation;
    }
  return NULL;
}

/* "PMK 115/2020" has the year in its number already. */
static gboolean
has_year_in_number (const MftRegulation *regulation)
{
  return strchr (regulation->number, '/') != NULL;
}

char *
mft_regulation_dup_short_name (const MftRegulation *regulation)
{
  if (g_str_equal (regulation->kind, "KUHPerdata"))
    return g_strdup (regulation->kind);
  if (has_year_in_number (regulation))
    return g_strdup_printf ("%s %s", regulation->kind, regulation->number);
  return g_strdup_printf ("%s %s/%u", regulation->kind, regulation->number, regulation->year);
}

static const char *
kind_name (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return kinds[i].name;
  return kind;
}

char *
mft_regulation_dup_name (const MftRegulation *regulation)
{
  GString *name = g_string_new (NULL);

  if (g_str_equal (regulation->kind, "KUHPerdata"))
    {
      g_string_assign (name, "Kitab Undang-Undang Hukum Perdata");
      return g_string_free (name, FALSE);
    }
  g_string_append_printf (name, "%s Nomor %s", kind_name (regulation->kind), regulation->number);
  if (!has_year_in_number (regulation))
    g_string_append_printf (name, " Tahun %u", regulation->year);
  if (*regulation->title != '\0')
    g_string_append_printf (name, " tentang %s", regulation->title);
  return g_string_free (name, FALSE);
}

/* " (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 58, Tambahan …)", nothing if it is not
 * known. */
static void
append_gazette (GString *citation, const MftRegulation *regulation)
{
  static const char old[] = "Stb. ";
  gboolean bulletin = *regulation->gazette == '\0';
  const char *place = bulletin ? regulation->bulletin : regulation->gazette;
  g_auto (GStrv) parts
      = g_strsplit (g_str_has_prefix (place, old) ? place + strlen (old) : place, "/", 2);

  if (g_strv_length (parts) != 2)
    return;
  g_string_append_printf (citation, " (%s Tahun %s Nomor %s",
                          g_str_has_prefix (place, old) ? "Staatsblad"
                          : bulletin                    ? "Berita Negara Republik Indonesia"
                                                        : "Lembaran Negara Republik Indonesia",
                          parts[0], parts[1]);
  if (*regulation->supplement != '\0')
    g_string_append_printf (citation, ", Tambahan Lembaran Negara Republik Indonesia Nomor %s",
                            regulation->supplement);
  g_string_append_c (citation, ')');
}

/* UU 6/2023 stands in the place of UU 11/2020, which is repealed: together they are one amendment. */
static guint
count_amendments (const MftRegulation *regulation)
{
  const char *const *ids = (const char *const *) regulation->amended_by;

  return g_strv_length (regulation->amended_by)
         - (g_strv_contains (ids, "UU-11-2020") && g_strv_contains (ids, "UU-6-2023") ? 1 : 0);
}

const MftRegulation *
mft_regulation_get_last_amendment (const MftRegulation *regulation)
{
  guint count = g_strv_length (regulation->amended_by);

  return count > 0 ? mft_regulation_get (regulation->amended_by[count - 1]) : NULL;
}

char *
mft_regulation_dup_citation (const MftRegulation *regulation)
{
  const MftRegulation *last = mft_regulation_get_last_amendment (regulation);

  if (regulation->status == MFT_REGULATION_UNSURE)
    return NULL;
  g_autofree char *name = mft_regulation_dup_name (regulation);
  GString *citation = g_string_new (name);
  append_gazette (citation, regulation);
  if (last != NULL)
    {
      g_autofree char *amendment = mft_regulation_dup_name (last);
      g_string_append_printf (citation, " sebagaimana telah %s %s",
                              count_amendments (regulation) > 1
                                  ? "beberapa kali diubah terakhir dengan"
                                  : "diubah dengan",
                              amendment);
      append_gazette (citation, last);
    }
  return g_string_free (citation, FALSE);
}

/* A name word by word, in any case. */
static gsize
scan_name (const char *at, const char *name)
{
  const char *start = at;

  for (; *name != '\0'; name++)
    if (*name == ' ')
      {
        gsize space = mft_scan_space (at);
        if (space == 0)
          return 0;
        at += space;
      }
    else if (g_ascii_tolower (*at) == g_ascii_tolower (*name))
      at++;
    else
      return 0;
  return mft_scan_boundary (at) ? (gsize) (at - start) : 0;
}

gsize
mft_regulation_kind_scan (const char *at, const char **kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize size = scan_name (at, kinds[i].name);
      if (size == 0)
        continue;
      gsize space = mft_scan_space (at + size);
      gsize state = scan_name (at + size + space, "Republik Indonesia");
      *kind = kinds[i].kind;
      return size + (state > 0 ? space + state : 0);
    }
  return 0;
}
