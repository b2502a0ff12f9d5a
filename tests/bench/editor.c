/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor on a screen: until an agreement is open, and from a keystroke to the frame that shows it. */
#include "ui-support.h"

#include "support.h"

#include "ui/editor/editor-page.h"
#include "ui/editor/paper.h"

#include "long-agreement.h"
#include "worked.h"

#define KEYS 60

typedef struct
{
  GtkWidget *window;
  gint64 painting;
  gint64 work; /* of the last frame */
  guint frames;
} Screen;

static void
before_cb (Screen *screen)
{
  screen->painting = worked ();
}

static void
after_cb (Screen *screen)
{
  screen->work = worked () - screen->painting;
  screen->frames++;
}

static void
wait_frames (Screen *screen, guint frames)
{
  guint until = screen->frames + frames;

  while (screen->frames < until)
    g_main_context_iteration (NULL, TRUE);
}

static void
tell_of (guint pasal, const char *work, gint64 time, gint64 budget)
{
  g_autofree char *name = g_strdup_printf ("%u Pasal: %s", pasal, work);

  tell (name, time, budget, "", TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static GtkWidget *
find_paper (GtkWidget *top)
{
  GtkWidget *found = MFT_IS_PAPER (top) ? top : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_paper (child);
  return found;
}

/* What the program does for a key until the frame is drawn, without waiting for the frame's turn. */
static void
type (Screen *screen, GtkWidget *paper, guint pasal, gint64 budget)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (paper));
  MftSync *sync = mft_paper_get_sync (MFT_PAPER (paper));
  gint64 times[KEYS];
  GtkTextIter middle;

  gtk_text_buffer_get_iter_at_line (buffer, &middle, gtk_text_buffer_get_line_count (buffer) / 2);
  gtk_text_iter_forward_to_line_end (&middle);
  gtk_text_buffer_place_cursor (buffer, &middle);
  mft_sync_go_to (sync, mft_sync_get_current (sync), G_MAXUINT);
  mft_ui_test_spin (1500);
  for (guint i = 0; i < KEYS; i++)
    {
      gint64 start = worked ();
      gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 7 == 6 ? " " : "a", -1, TRUE);
      gint64 taken = worked () - start;
      wait_frames (screen, 1);
      times[i] = taken + screen->work;
      mft_ui_test_spin (40);
    }
  qsort (times, KEYS, sizeof *times, compare);
  tell_of (pasal, "keystroke to screen, median", times[KEYS / 2], budget);
  tell_of (pasal, "keystroke to screen, 19 of 20", times[KEYS * 19 / 20], budget);
}

static void
measure (guint pasal, gint64 opening_budget, gint64 typing_budget)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = long_agreement (pasal, 4);
  g_autofree char *id = mft_library_add (library, agreement, NULL);
  Screen screen = { .window = adw_window_new () };

  gtk_window_set_default_size (GTK_WINDOW (screen.window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (screen.window), adw_toast_overlay_new ());
  gtk_window_present (GTK_WINDOW (screen.window));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (screen.window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_cb), &screen);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_cb), &screen);
  mft_ui_test_spin (300);
  gint64 start = worked ();
  g_autoptr (MftWorkingCopy) copy = mft_working_copy_open (library, id, NULL);
  GtkWidget *page = mft_editor_page_new (copy);
  adw_toast_overlay_set_child (
      ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (screen.window))), page);
  wait_frames (&screen, 1);
  tell_of (pasal, "open, until the first frame", worked () - start, opening_budget);
  type (&screen, find_paper (page), pasal, typing_budget);
  g_signal_handlers_disconnect_by_data (clock, &screen);
  gtk_window_destroy (GTK_WINDOW (screen.window));
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  measure (15, 0, 16700);
  measure (300, 300000, 33300);
  return 0;
}
