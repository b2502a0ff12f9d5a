/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/revision-page.h"

#include <glib/gi18n.h>

#include "report/sentences.h"
#include "ui/document/document-view.h"
#include "ui/document/look.h"
#include "ui/wrap/label.h"
#include "ui/wrap/save-bytes.h"
#include "verify/revision.h"

struct _MftRevisionPage
{
  AdwBin parent_instance;

  /* Borrowed */
  MftDocumentView *before;
  MftDocumentView *now;
  GtkLabel *look;

  /* Owned */
  GBytes *signed_bytes;
  GBytes *current_bytes;
  char *name; /* of the file that the signed revision is saved as */
  MftJob *job;
};

G_DEFINE_FINAL_TYPE (MftRevisionPage, mft_revision_page, ADW_TYPE_BIN)

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftRevisionPage *self = MFT_REVISION_PAGE (widget);
  const MftSaveWords words
      = { _ ("Save the Signed Revision"), self->name, _ ("The signed revision was saved"),
          _ ("The signed revision could not be saved") };

  (void) action;
  (void) parameter;
  mft_save_bytes (widget, self->signed_bytes, MFT_FILE_PDF, &words);
}

static void
mft_revision_page_dispose (GObject *object)
{
  MftRevisionPage *self = MFT_REVISION_PAGE (object);

  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->job);
  G_OBJECT_CLASS (mft_revision_page_parent_class)->dispose (object);
}

static void
mft_revision_page_finalize (GObject *object)
{
  MftRevisionPage *self = MFT_REVISION_PAGE (object);

  g_clear_pointer (&self->signed_bytes, g_bytes_unref);
  g_clear_pointer (&self->current_bytes, g_bytes_unref);
  g_free (self->name);
  G_OBJECT_CLASS (mft_revision_page_parent_class)->finalize (object);
}

/* Left the window: a running comparison would keep the page alive. */
static void
mft_revision_page_unroot (GtkWidget *widget)
{
  if (MFT_REVISION_PAGE (widget)->job != NULL)
    mft_job_cancel (MFT_REVISION_PAGE (widget)->job);
  GTK_WIDGET_CLASS (mft_revision_page_parent_class)->unroot (widget);
}

static void
mft_revision_page_class_init (MftRevisionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_revision_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_revision_page_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = mft_revision_page_unroot;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "revision.save", NULL, save_cb);
}

static void
mft_revision_page_init (MftRevisionPage *self)
{
  (void) self;
}

typedef struct
{
  GBytes *before;
  GBytes *now;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_bytes_unref (pair->before);
  g_bytes_unref (pair->now);
  g_free (pair);
}

static gpointer
compare_func (MftJob *job, gpointer data, GError **error)
{
  const Pair *pair = data;

  return mft_look_compare (pair->before, pair->now, job, error);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftRevisionPage *self = MFT_REVISION_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pages = mft_job_run_finish (result, &error);
  g_autoptr (GString) list = g_string_new (NULL);

  (void) data;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->job);
  if (pages == NULL)
    {
      gtk_label_set_text (self->look, _ ("The pages could not be compared by their look."));
      return;
    }
  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", g_array_index (pages, guint, i));
  /* Translators: %s is a list of page numbers. */
  g_autofree char *text = pages->len > 0
                              ? g_strdup_printf (_ ("Pages that look different: %s"), list->str)
                              : g_strdup (_ ("All pages look the same."));
  gtk_label_set_text (self->look, text);
  if (pages->len > 0 && self->before != NULL)
    {
      guint first = g_array_index (pages, guint, 0);
      if (first <= mft_document_view_n_pages (self->before))
        mft_document_view_go (self->before, first);
      if (first <= mft_document_view_n_pages (self->now))
        mft_document_view_go (self->now, first);
    }
}

static void
start_comparing (MftRevisionPage *self)
{
  Pair *pair = g_new0 (Pair, 1);

  pair->before = g_bytes_ref (self->signed_bytes);
  pair->now = g_bytes_ref (self->current_bytes);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, compare_func, pair, pair_free, (GDestroyNotify) g_array_unref,
                     compared_cb, NULL);
}

static GtkWidget *
side_new (const char *title, GtkWidget *view)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = mft_label_new (title, "heading");

  gtk_widget_set_margin_start (heading, 12);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (side), heading);
  gtk_box_append (GTK_BOX (side), view);
  return side;
}

/* The changes, each sentence once. */
static GtkWidget *
changes_new (MftRevisionPage *self, const MftSignatureReport *signature)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 12, NULL);
  for (guint i = 0; i < signature->changes->len; i++)
    {
      const MftVerifyChange *change = g_ptr_array_index (signature->changes, i);
      g_autofree char *sentence = mft_sentence_change (change);
      char *text = g_strdup_printf (
          "%s: %s", change->permitted ? _ ("Permitted") : _ ("Not permitted"), sentence);
      if (g_hash_table_add (told, text))
        gtk_box_append (GTK_BOX (box),
                        mft_label_new (text, change->permitted ? "body" : "heading"));
    }
  self->look
      = GTK_LABEL (mft_label_new (_ ("The pages are being compared by their look…"), "body"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->look));
  return box;
}

static GtkWidget *
header_new (const char *name)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = g_object_new (GTK_TYPE_BUTTON, "icon-name", "go-previous-symbolic",
                                  "tooltip-text", _ ("Back"), "action-name", "win.back", NULL);
  GtkWidget *save = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Save the Signed Revision…"),
                                  "use-underline", TRUE, "action-name", "revision.save", NULL);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Signed and now"), name));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  return header;
}

/* "naskah-revisi-2.pdf" */
static char *
revision_name (const char *path, guint revision)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  /* Translators: 1 a file's name without ending, 2 a number; it becomes a file's name. */
  return g_strdup_printf (_ ("%s-revision-%u.pdf"), base, revision);
}

static gboolean
load (MftRevisionPage *self, const char *path, const MftSignatureReport *signature, GError **error)
{
  GMappedFile *file;

  self->signed_bytes = mft_signed_revision (path, signature, error);
  if (self->signed_bytes == NULL)
    return FALSE;
  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return FALSE;
  self->current_bytes = g_mapped_file_get_bytes (file);
  g_mapped_file_unref (file);
  return mft_document_view_load_bytes (self->before, self->signed_bytes, error)
         && mft_document_view_load_bytes (self->now, self->current_bytes, error);
}

GtkWidget *
mft_revision_page_new (const char *path, const MftSignatureReport *signature, GError **error)
{
  MftRevisionPage *self = g_object_ref_sink (g_object_new (MFT_TYPE_REVISION_PAGE, NULL));
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 6, NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *signer = mft_sentence_signer (signature);
  /* Translators: %s is a person. */
  g_autofree char *left = g_strdup_printf (_ ("As signed by %s"), signer);

  self->before = MFT_DOCUMENT_VIEW (mft_document_view_new ());
  self->now = MFT_DOCUMENT_VIEW (mft_document_view_new ());
  mft_document_view_hide_thumbs (self->before);
  mft_document_view_hide_thumbs (self->now);
  self->name = revision_name (path, signature->revision);
  gtk_box_append (GTK_BOX (sides), side_new (left, GTK_WIDGET (self->before)));
  gtk_box_append (GTK_BOX (sides), side_new (_ ("As it is now"), GTK_WIDGET (self->now)));
  gtk_box_append (GTK_BOX (page), header_new (name));
  gtk_box_append (GTK_BOX (page), changes_new (self, signature));
  gtk_box_append (GTK_BOX (page), sides);
  adw_bin_set_child (ADW_BIN (self), page);
  if (!load (self, path, signature, error))
    {
      g_object_unref (self);
      return NULL;
    }
  start_comparing (self);
  return GTK_WIDGET (g_steal_pointer (&self));
}
