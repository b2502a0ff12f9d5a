/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/text-selection.h"

typedef struct
{
  guint page;
  guint position;
} Place;

struct MftTextSelection
{
  GtkWidget *area; /* borrowed */
  const MftPageSource *source;
  gpointer view;
  Place anchor, head;
};

static int
compare (Place a, Place b)
{
  return a.page != b.page ? (a.page < b.page ? -1 : 1)
                          : (int) (a.position > b.position) - (int) (a.position < b.position);
}

static void
set (MftTextSelection *self, Place anchor, Place head)
{
  if (compare (anchor, self->anchor) == 0 && compare (head, self->head) == 0)
    return;
  self->anchor = anchor;
  self->head = head;
  self->source->mark (self->view);
}

void
mft_text_selection_clear (MftTextSelection *self)
{
  set (self, (Place){ 0, 0 }, (Place){ 0, 0 });
}

/* Which stretch of a page is selected. FALSE: none. */
static gboolean
stretch (MftTextSelection *self, guint page, const MftPageText *text, guint *start, guint *end)
{
  Place first = compare (self->anchor, self->head) < 0 ? self->anchor : self->head;
  Place last = compare (self->anchor, self->head) < 0 ? self->head : self->anchor;

  *start = page == first.page ? first.position : 0;
  *end = page == last.page ? last.position : mft_page_text_length (text);
  return page >= first.page && page <= last.page && *start < *end;
}

GArray *
mft_text_selection_boxes (MftTextSelection *self, guint page)
{
  if (compare (self->anchor, self->head) == 0 || page >= self->source->count (self->view))
    return NULL;
  g_autoptr (MftPageText) text = self->source->read (self->view, page);
  guint start, end;
  if (text == NULL || !stretch (self, page, text, &start, &end))
    return NULL;
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  mft_page_text_add_boxes (text, start, end, boxes);
  return boxes;
}

char *
mft_text_selection_dup (MftTextSelection *self)
{
  guint count = self->source->count (self->view);
  GString *words = g_string_new (NULL);

  for (guint page = MIN (self->anchor.page, self->head.page);
       page < count && page <= MAX (self->anchor.page, self->head.page); page++)
    {
      g_autoptr (MftPageText) text = self->source->read (self->view, page);
      guint start, end;
      if (text == NULL || !stretch (self, page, text, &start, &end))
        continue;
      g_autofree char *some = mft_page_text_dup (text, start, end);
      if (words->len > 0)
        g_string_append_c (words, '\n');
      g_string_append (words, some);
    }
  return g_string_free (words, words->len == 0);
}

/* --- with the mouse ------------------------------------------------------------------------------ */

static gboolean
place_at (MftTextSelection *self, double x, double y, Place *place)
{
  double across, down;

  if (!self->source->locate (self->view, x, y, &place->page, &across, &down))
    return FALSE;
  g_autoptr (MftPageText) text = self->source->read (self->view, place->page);
  place->position = text != NULL ? mft_page_text_at (text, across, down) : 0;
  return text != NULL;
}

/* Only what is dragged is a selection; a click is the page's own. */
static void
drag_update_cb (MftTextSelection *self, double across, double down, GtkGestureDrag *drag)
{
  double x, y;
  Place from, to;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y)
      || !(gtk_drag_check_threshold (self->area, 0, 0, (int) across, (int) down)
           || gtk_gesture_get_sequence_state (
                  GTK_GESTURE (drag),
                  gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (drag)))
                  == GTK_EVENT_SEQUENCE_CLAIMED))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->area);
  if (place_at (self, x, y, &from) && place_at (self, x + across, y + down, &to))
    set (self, from, to);
}

static void
pressed_cb (MftTextSelection *self, int presses, double x, double y)
{
  Place place;

  if (presses == 1)
    mft_text_selection_clear (self);
  if (presses == 1 || !place_at (self, x, y, &place))
    return;
  g_autoptr (MftPageText) text = self->source->read (self->view, place.page);
  Place start = place, end = place;
  if (presses == 2)
    mft_page_text_word (text, place.position, &start.position, &end.position);
  else
    mft_page_text_paragraph (text, place.position, &start.position, &end.position);
  gtk_widget_grab_focus (self->area);
  set (self, start, end);
}

/* --- with keys ----------------------------------------------------------------------------------- */

static Place
end_of (MftTextSelection *self, guint page)
{
  g_autoptr (MftPageText) text = self->source->read (self->view, page);

  return (Place){ page, text != NULL ? mft_page_text_length (text) : 0 };
}

static Place
move_by_letter (MftTextSelection *self, Place from, gboolean forward)
{
  if (forward && compare (from, end_of (self, from.page)) < 0)
    from.position++;
  else if (forward && from.page + 1 < self->source->count (self->view))
    from = (Place){ from.page + 1, 0 };
  else if (!forward && from.position > 0)
    from.position--;
  else if (!forward && from.page > 0)
    from = end_of (self, from.page - 1);
  return from;
}

static Place
move_by_word (MftTextSelection *self, Place from, gboolean forward)
{
  g_autoptr (MftPageText) text = self->source->read (self->view, from.page);
  guint start, end;

  if (text == NULL)
    return from;
  Place next = move_by_letter (self, from, forward);
  if (next.page != from.page)
    return next;
  mft_page_text_word (text, next.position, &start, &end);
  return (Place){ from.page, forward ? end : start };
}

static Place
move_by_line (MftTextSelection *self, Place from, gboolean forward)
{
  g_autoptr (MftPageText) text = self->source->read (self->view, from.page);
  guint position = text != NULL ? mft_page_text_beside (text, from.position, forward) : 0;

  return position != from.position ? (Place){ from.page, position }
                                   : move_by_letter (self, from, forward);
}

/* The page in sight is where a selection by keys begins. */
static void
extend (MftTextSelection *self, Place (*move) (MftTextSelection *, Place, gboolean),
        gboolean forward)
{
  if (compare (self->anchor, self->head) == 0)
    self->anchor = self->head = (Place){ self->source->in_sight (self->view), 0 };
  set (self, self->anchor, move (self, self->head, forward));
  if (self->head.page != self->source->in_sight (self->view))
    self->source->show (self->view, self->head.page);
}

static gboolean
copy (MftTextSelection *self)
{
  g_autofree char *words = mft_text_selection_dup (self);

  if (words != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (self->area), words);
  return words != NULL;
}

static gboolean
with_control (MftTextSelection *self, guint key)
{
  guint count = self->source->count (self->view);

  if (key == GDK_KEY_c || key == GDK_KEY_C || key == GDK_KEY_Insert)
    return copy (self);
  if ((key != GDK_KEY_a && key != GDK_KEY_A) || count == 0)
    return FALSE;
  set (self, (Place){ 0, 0 }, end_of (self, count - 1));
  return TRUE;
}

static gboolean
with_shift (MftTextSelection *self, guint key, gboolean words)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      extend (self, words ? move_by_word : move_by_letter, key == GDK_KEY_Right);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      extend (self, move_by_line, key == GDK_KEY_Down);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (MftTextSelection *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  (void) code;
  if (self->source->count (self->view) == 0)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0)
    return with_shift (self, key, control);
  if (control)
    return with_control (self, key);
  if (key != GDK_KEY_Escape || compare (self->anchor, self->head) == 0)
    return GDK_EVENT_PROPAGATE;
  mft_text_selection_clear (self);
  return GDK_EVENT_STOP;
}

MftTextSelection *
mft_text_selection_new (GtkWidget *area, const MftPageSource *source, gpointer view)
{
  MftTextSelection *self = g_new0 (MftTextSelection, 1);
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->area = area;
  self->source = source;
  self->view = view;
  gtk_widget_set_focusable (area, TRUE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (area, keys);
  g_object_set_data (G_OBJECT (area), "mft-drag", drag);
  g_object_set_data (G_OBJECT (area), "mft-click", click);
  g_object_set_data (G_OBJECT (area), "mft-keys", keys);
  return self;
}

void
mft_text_selection_free (MftTextSelection *self)
{
  static const char *const names[] = { "mft-drag", "mft-click", "mft-keys" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_handlers_disconnect_by_data (g_object_get_data (G_OBJECT (self->area), names[i]),
                                          self);
  g_free (self);
}
