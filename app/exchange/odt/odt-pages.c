/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of one measure, with what stands over and under their text. */
#include "exchange/odt/odt-parts.h"
#include "typeset/furniture.h"

#define WORDS "KecilHalaman"
#define NUMBER "NomorHalaman"

/* The first pages of a section, or those that follow where they are others. */
typedef struct
{
  const MftFlow *flow;
  const MftProfile *profile;
  guint section;
  gboolean following;
} Pages;

/* The agreement's first page has no number between dashes. */
static gboolean
has_following (const Pages *pages)
{
  return pages->section == 0 && pages->profile->numbers == MFT_PAGE_NUMBERS_DASHES;
}

static gboolean
is_numbered (const Pages *pages)
{
  return pages->profile->numbers != MFT_PAGE_NUMBERS_NONE
         && (pages->following || !has_following (pages));
}

char *
mft_odt_first_page (guint section)
{
  return section == 0 ? g_strdup ("Pertama") : g_strdup_printf ("Bagian%u", section);
}

static char *
dup_name (const Pages *pages)
{
  return pages->following ? g_strdup ("Standard") : mft_odt_first_page (pages->section);
}

static char *
dup_style (const Pages *pages, const char *what)
{
  g_autofree char *name = dup_name (pages);

  return g_strconcat (what, name, NULL);
}

/* The page gives the room of a header and footer from its own margins. */
static void
write_room (MftXmlWriter *xml, const char *element, double height, const char *side, double gap)
{
  mft_xml_writer_start (xml, element);
  mft_xml_writer_start (xml, "style:header-footer-properties");
  mft_odt_length (xml, "svg:height", height);
  mft_odt_length (xml, side, gap);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_layout (MftXmlWriter *xml, const Pages *pages)
{
  const MftProfile *profile = pages->profile;
  gboolean header = mft_flow_head (pages->flow) != NULL || is_numbered (pages);
  gboolean footer = mft_flow_foot (pages->flow) != NULL;
  double above = mft_flow_head_edge (profile), below = mft_flow_foot_edge (profile);
  g_autofree char *name = dup_style (pages, "TataLetak");

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "style:page-layout");
  mft_xml_writer_attribute (xml, "style:name", name);
  mft_xml_writer_start (xml, "style:page-layout-properties");
  mft_odt_length (xml, "fo:page-width", profile->width);
  mft_odt_length (xml, "fo:page-height", profile->height);
  mft_xml_writer_attribute (xml, "style:print-orientation",
                            profile->width > profile->height ? "landscape" : "portrait");
  mft_odt_length (xml, "fo:margin-top", header ? above : profile->top);
  mft_odt_length (xml, "fo:margin-bottom", footer ? below : profile->bottom);
  mft_odt_length (xml, "fo:margin-left", profile->left);
  mft_odt_length (xml, "fo:margin-right", profile->right);
  mft_xml_writer_end (xml);
  if (header)
    write_room (xml, "style:header-style", profile->top - above, "fo:margin-bottom", 0);
  if (footer)
    write_room (xml, "style:footer-style", profile->bottom - below, "fo:margin-top", 0);
  mft_xml_writer_end (xml);
}

static void
write_letters (MftXmlWriter *xml, const char *name, double size)
{
  mft_xml_writer_start (xml, "style:style");
  mft_xml_writer_attribute (xml, "style:name", name);
  mft_xml_writer_attribute (xml, "style:family", "text");
  mft_xml_writer_start (xml, "style:text-properties");
  mft_odt_length (xml, "fo:font-size", size);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_tab (MftXmlWriter *xml, const char *kind, double place)
{
  mft_xml_writer_start (xml, "style:tab-stop");
  mft_xml_writer_attribute (xml, "style:type", kind);
  mft_odt_length (xml, "style:position", place);
  mft_xml_writer_end (xml);
}

/* Words from the left, tabs to the middle and the right margin. */
static void
write_line_style (MftXmlWriter *xml, const Pages *pages)
{
  double width = pages->profile->width - pages->profile->left - pages->profile->right;
  g_autofree char *name = dup_style (pages, "Tepi");

  mft_xml_writer_start (xml, "style:style");
  mft_xml_writer_attribute (xml, "style:name", name);
  mft_xml_writer_attribute (xml, "style:family", "paragraph");
  mft_xml_writer_attribute (xml, "style:parent-style-name", "Standard");
  mft_xml_writer_start (xml, "style:paragraph-properties");
  mft_xml_writer_start (xml, "style:tab-stops");
  write_tab (xml, "center", width / 2);
  write_tab (xml, "right", width);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
start_line (MftXmlWriter *xml, const Pages *pages, const char *element, const char *words)
{
  g_autofree char *style = dup_style (pages, "Tepi");

  mft_xml_writer_start (xml, element);
  mft_xml_writer_start (xml, "text:p");
  mft_xml_writer_attribute (xml, "text:style-name", style);
  if (words == NULL)
    return;
  mft_xml_writer_start (xml, "text:span");
  mft_xml_writer_attribute (xml, "text:style-name", WORDS);
  mft_xml_writer_text (xml, words);
  mft_xml_writer_end (xml);
}

/* Every page computes it for itself. */
static void
write_page_number (MftXmlWriter *xml)
{
  mft_xml_writer_start (xml, "text:page-number");
  mft_xml_writer_attribute (xml, "text:select-page", "current");
  mft_xml_writer_text (xml, "2");
  mft_xml_writer_end (xml);
}

/* As on our own pages. */
static void
write_number (MftXmlWriter *xml, MftPageNumbers numbers)
{
  gboolean of = numbers == MFT_PAGE_NUMBERS_OF;

  for (guint i = 0; i < (of ? 2 : 1); i++)
    {
      mft_xml_writer_start (xml, "text:tab");
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_start (xml, "text:span");
  mft_xml_writer_attribute (xml, "text:style-name", of ? WORDS : NUMBER);
  mft_xml_writer_text (xml, of ? "Halaman " : "- ");
  write_page_number (xml);
  mft_xml_writer_text (xml, of ? " dari " : " -");
  if (of)
    mft_xml_writer_element (xml, "text:page-count", "2");
  mft_xml_writer_end (xml);
}

static void
write_page (MftXmlWriter *xml, const Pages *pages)
{
  const char *head = mft_flow_head (pages->flow), *foot = mft_flow_foot (pages->flow);
  g_autofree char *name = dup_name (pages);
  g_autofree char *layout = dup_style (pages, "TataLetak");

  mft_xml_writer_start (xml, "style:master-page");
  mft_xml_writer_attribute (xml, "style:name", name);
  mft_xml_writer_attribute (xml, "style:page-layout-name", layout);
  mft_xml_writer_attribute (xml, "style:next-style-name",
                            has_following (pages) && !pages->following ? "Standard" : NULL);
  if (head != NULL || is_numbered (pages))
    {
      start_line (xml, pages, "style:header", head);
      if (is_numbered (pages))
        write_number (xml, pages->profile->numbers);
      mft_xml_writer_end (xml);
      mft_xml_writer_end (xml);
    }
  if (foot != NULL)
    {
      start_line (xml, pages, "style:footer", foot);
      mft_xml_writer_end (xml);
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

typedef void (*Write) (MftXmlWriter *xml, const Pages *pages);

static void
for_each (MftXmlWriter *xml, const MftFlow *flow, Write write)
{
  for (guint section = 0; section < mft_flow_n_sections (flow); section++)
    {
      Pages pages = { flow, mft_flow_get_section (flow, section), section, FALSE };
      write (xml, &pages);
      pages.following = TRUE;
      if (has_following (&pages))
        write (xml, &pages);
    }
}

void
mft_odt_pages (MftXmlWriter *xml, const MftFlow *flow)
{
  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "office:automatic-styles");
  write_letters (xml, WORDS, MFT_FURNITURE_WORDS_SIZE);
  write_letters (xml, NUMBER, MFT_FURNITURE_NUMBER_SIZE);
  for_each (xml, flow, write_line_style);
  for_each (xml, flow, write_layout);
  mft_xml_writer_end (xml);
  mft_xml_writer_start (xml, "office:master-styles");
  for_each (xml, flow, write_page);
  mft_xml_writer_end (xml);
}
