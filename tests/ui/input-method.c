/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An input method that does what the test says, in good order and in bad. */
#include "sync-support.h"

#include "agreement/edit.h"

#include <gtk/gtkimmodule.h>

#define SCRIPTED_TYPE_IM (scripted_im_get_type ())
G_DECLARE_FINAL_TYPE (ScriptedIm, scripted_im, SCRIPTED, IM, GtkIMContext)

struct _ScriptedIm
{
  GtkIMContext parent_instance;
  char *preedit;
};

/* The one that the text view made last. */
static ScriptedIm *im;

G_DEFINE_FINAL_TYPE_WITH_CODE (ScriptedIm, scripted_im, GTK_TYPE_IM_CONTEXT,
                               g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME,
                                                               g_define_type_id, "scripted", 0))

static void
scripted_im_get_preedit_string (GtkIMContext *context, char **words, PangoAttrList **attributes,
                                int *cursor)
{
  const char *preedit = SCRIPTED_IM (context)->preedit;

  *words = g_strdup (preedit != NULL ? preedit : "");
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) g_utf8_strlen (*words, -1);
}

static void
scripted_im_finalize (GObject *object)
{
  if (im == SCRIPTED_IM (object))
    im = NULL;
  g_free (SCRIPTED_IM (object)->preedit);
  G_OBJECT_CLASS (scripted_im_parent_class)->finalize (object);
}

static void
scripted_im_class_init (ScriptedImClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scripted_im_finalize;
  GTK_IM_CONTEXT_CLASS (klass)->get_preedit_string = scripted_im_get_preedit_string;
}

static void
scripted_im_init (ScriptedIm *self)
{
  im = self;
}

static void
compose (const char *preedit)
{
  gboolean starts = im->preedit == NULL && preedit != NULL;
  gboolean ends = im->preedit != NULL && preedit == NULL;

  g_free (im->preedit);
  im->preedit = g_strdup (preedit);
  if (starts)
    g_signal_emit_by_name (im, "preedit-start");
  g_signal_emit_by_name (im, "preedit-changed");
  if (ends)
    g_signal_emit_by_name (im, "preedit-end");
}

static void
commit (const char *words)
{
  g_signal_emit_by_name (im, "commit", words);
}

static gboolean
delete_surrounding (int offset, int characters)
{
  gboolean done = FALSE;

  g_signal_emit_by_name (im, "delete-surrounding", offset, characters, &done);
  return done;
}

static void
set_up (Editor *editor, gconstpointer data)
{
  editor_set_up (editor, data);
  g_object_set (editor->paper, "im-module", "scripted", NULL);
}

/* The view asks its context for nothing before it has the cursor. */
static void
begin (Editor *editor)
{
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (editor->paper));
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), 0);
  g_assert_nonnull (im);
}

/* ´ and e, as a dead key does it; what changes elsewhere meanwhile waits. */
static void
test_dead_key (Editor *editor, gconstpointer data)
{
  (void) data;
  begin (editor);
  g_autofree char *before = editor_shown (editor);
  compose ("´");
  g_assert_true (mft_edit_field (editor->agreement, "jangka_waktu", "5 tahun", NULL));
  g_autofree char *during = editor_shown (editor);
  g_assert_cmpstr (during, ==, before);
  compose (NULL);
  commit ("é");
  editor_assert_line (editor, "Pasal 1\u2028éRUANG LINGKUP");
  g_autofree char *after = editor_shown (editor);
  g_assert_nonnull (strstr (after, "5 (lima) tahun"));
}

/* Some methods commit first and end the composition afterwards. */
static void
test_commit_before_the_end (Editor *editor, gconstpointer data)
{
  (void) data;
  begin (editor);
  compose ("に");
  compose ("にほ");
  g_assert_true (mft_edit_field (editor->agreement, "jangka_waktu", "5 tahun", NULL));
  commit ("日本");
  compose (NULL);
  editor_assert_line (editor, "Pasal 1\u2028日本RUANG LINGKUP");
  g_assert_true (mft_agreement_undo (editor->agreement));
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
}

/* Live words wait as well: "ayat (2)" that an input method writes stays until it is done. */
static void
test_given_up (Editor *editor, gconstpointer data)
{
  (void) data;
  begin (editor);
  g_autofree char *before = mft_test_dump (editor->agreement);
  compose ("kata");
  compose (NULL);
  g_autofree char *after = mft_test_dump (editor->agreement);
  g_assert_cmpstr (after, ==, before);
  editor_assert_in_step (editor);
  compose (NULL);
  editor_assert_in_step (editor);
}

/* It takes back what it committed before; a label it cannot take. */
static void
test_delete_surrounding (Editor *editor, gconstpointer data)
{
  (void) data;
  begin (editor);
  commit ("ab");
  compose ("c");
  delete_surrounding (-2, 2);
  compose (NULL);
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
  delete_surrounding (-3, 3);
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
  delete_surrounding (0, 6);
  editor_assert_line (editor, "Pasal 1\u2028LINGKUP");
  delete_surrounding (-100, 1000);
  editor_assert_in_step (editor);
  while (mft_agreement_undo (editor->agreement))
    ;
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
}

/* Over a selection, with line ends, and with nothing. */
static void
test_odd_commits (Editor *editor, gconstpointer data)
{
  GtkTextIter from, to;

  (void) data;
  begin (editor);
  mft_sync_get_iter (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), 0, &from);
  mft_sync_get_iter (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), 6, &to);
  gtk_text_buffer_select_range (editor->buffer, &from, &to);
  compose ("x");
  commit ("X");
  compose (NULL);
  editor_assert_line (editor, "Pasal 1\u2028XLINGKUP");
  /* GTK takes the selection away as the composition starts: a step of its own. */
  while (mft_agreement_undo (editor->agreement))
    ;
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
  commit ("");
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
  commit ("a\nb");
  editor_assert_in_step (editor);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Editor *, gconstpointer);
  } tests[] = {
    { "/ui/input-method/dead-key", test_dead_key },
    { "/ui/input-method/commit-before-the-end", test_commit_before_the_end },
    { "/ui/input-method/given-up", test_given_up },
    { "/ui/input-method/delete-surrounding", test_delete_surrounding },
    { "/ui/input-method/odd-commits", test_odd_commits },
  };

  mft_ui_test_init (&argc, &argv);
  g_type_ensure (SCRIPTED_TYPE_IM);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Editor, NULL, set_up, tests[i].run, editor_tear_down);
  return g_test_run ();
}
