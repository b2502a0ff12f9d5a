/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/certificates-page.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "store/certificate-store.h"
#include "ui/certificates/certificate-details.h"
#include "ui/certificates/change-passphrase-dialog.h"
#include "ui/certificates/export.h"
#include "ui/certificates/import.h"
#include "ui/certificates/practice-dialog.h"
#include "ui/certificates/request-dialog.h"
#include "ui/certificates/trust-dialog.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

struct _MftCertificatesPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkWidget *right;
  AdwBin *details;
  GtkLabel *unreadable;
  GtkWidget *trust_above;
  GtkWidget *trust_this;
  GtkWidget *own_buttons;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (MftCertificatesPage, mft_certificates_page, ADW_TYPE_BIN)

static GtkWindow *
window (MftCertificatesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static MftCertificateRow *
selected (MftCertificatesPage *self)
{
  return MFT_CERTIFICATE_ROW (gtk_list_box_get_selected_row (self->list));
}

/* The authority above an identity, where it came along with it; borrowed, or NULL. */
static MftCertificate *
authority_above (MftCertificateRow *row)
{
  const MftIdentity *identity = mft_certificate_row_get_identity (row);

  for (guint i = 0; identity != NULL && i < identity->chain->len; i++)
    {
      MftCertificate *link = g_ptr_array_index (identity->chain, i);
      if (mft_certificate_is_ca (link) && mft_certificate_is_self_issued (link))
        return link;
    }
  return NULL;
}

static void
row_selected_cb (MftCertificatesPage *self, GtkListBoxRow *row)
{
  g_autoptr (MftAnchors) anchors = mft_certificate_store_anchors (NULL);
  MftCertificate *above;

  if (row == NULL || anchors == NULL)
    return;
  above = authority_above (MFT_CERTIFICATE_ROW (row));
  adw_bin_set_child (self->details,
                     mft_certificate_details_new (MFT_CERTIFICATE_ROW (row), anchors));
  gtk_widget_set_visible (self->trust_above,
                          above != NULL && !mft_anchors_contain (anchors, above, NULL));
  MftCertificateRowKind kind = mft_certificate_row_get_kind (MFT_CERTIFICATE_ROW (row));
  gtk_widget_set_visible (self->own_buttons, kind == MFT_CERTIFICATE_ROW_IDENTITY);
  gtk_widget_set_visible (self->trust_this,
                          kind == MFT_CERTIFICATE_ROW_OTHER
                              && mft_certificate_is_ca (
                                  mft_certificate_row_get_certificate (MFT_CERTIFICATE_ROW (row))));
  gtk_widget_set_visible (self->remove, kind == MFT_CERTIFICATE_ROW_IDENTITY
                                            || kind == MFT_CERTIFICATE_ROW_TRUSTED);
}

static void
row_activated_cb (MftCertificatesPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->right);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  static const char *const titles[] = {
    [MFT_CERTIFICATE_ROW_IDENTITY] = N_ ("Your certificates"),
    [MFT_CERTIFICATE_ROW_OTHER] = N_ ("Other certificates"),
    [MFT_CERTIFICATE_ROW_TRUSTED] = N_ ("Authorities you trust"),
    [MFT_CERTIFICATE_ROW_PINNED] = N_ ("Known to the program"),
  };
  MftCertificateRowKind kind = mft_certificate_row_get_kind (MFT_CERTIFICATE_ROW (row));
  GtkWidget *title = NULL;

  (void) data;
  if (before == NULL || mft_certificate_row_get_kind (MFT_CERTIFICATE_ROW (before)) != kind)
    {
      title = g_object_new (GTK_TYPE_LABEL, "label", _ (titles[kind]), "xalign", 0.0, NULL);
      gtk_widget_add_css_class (title, "list-heading");
    }
  gtk_list_box_row_set_header (row, title);
}

static void
add_row (MftCertificatesPage *self, GtkWidget *row, const char *sha256)
{
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (mft_certificate_row_get_sha256 (MFT_CERTIFICATE_ROW (row)), sha256) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/* `failure` NULL: what is kept could be read, all but `count`. */
static void
tell_unreadable (MftCertificatesPage *self, guint count, const GError *failure)
{
  g_autofree char *text
      = failure != NULL ? mft_failure_sentence (failure)
                        : g_strdup_printf (
                            ngettext ("%u certificate cannot be read. Import it again.",
                                      "%u certificates cannot be read. Import them again.", count),
                            count);

  gtk_label_set_text (self->unreadable, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unreadable), failure != NULL || count > 0);
}

void
mft_certificates_page_reload (MftCertificatesPage *self, const char *sha256)
{
  guint unreadable = 0, more = 0;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) identities = mft_certificate_store_identities (&unreadable, &failure);
  g_autoptr (GPtrArray) others = mft_certificate_store_others (NULL);
  g_autoptr (GPtrArray) trusted = mft_certificate_store_trusted (&more, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; identities != NULL && i < identities->len; i++)
    add_row (self, mft_certificate_row_new_identity (g_ptr_array_index (identities, i)), sha256);
  for (guint i = 0; others != NULL && i < others->len; i++)
    add_row (self, mft_certificate_row_new_other (g_ptr_array_index (others, i)), sha256);
  for (guint i = 0; trusted != NULL && i < trusted->len; i++)
    add_row (self, mft_certificate_row_new_trusted (g_ptr_array_index (trusted, i)), sha256);
  for (const MftPinnedAnchor *pinned = mft_pinned_anchors (); pinned->name != NULL; pinned++)
    add_row (self, mft_certificate_row_new_pinned (pinned), sha256);
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  tell_unreadable (self, unreadable + more, failure);
}

static void
take_in (MftCertificatesPage *self, MftIdentity *identity)
{
  g_autofree char *text = NULL;

  if (identity == NULL)
    return;
  /* Translators: %s is a person's name. */
  text = g_strdup_printf (_ ("The certificate of %s was added"),
                          mft_certificate_common_name (identity->certificate));
  mft_certificates_page_reload (self, mft_certificate_sha256 (identity->certificate));
  mft_toast (GTK_WIDGET (self), text);
}

/* "2 certificates were added, 1 was there already" */
static void
tell_import (MftCertificatesPage *self, const MftCertificateImport *import)
{
  guint added = import->identities->len + import->certificates->len;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u certificate was imported", "%u certificates were imported", added), added);
  g_autofree char *known
      = import->known > 0 ? g_strdup_printf (
            ngettext ("%s; %u was there already", "%s; %u were there already", import->known), text,
            import->known)
                          : g_strdup (text);

  mft_toast (GTK_WIDGET (self), known);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftCertificatesPage) self = data;
  g_autoptr (MftCertificateImport) import = mft_import_certificates_finish (result);
  MftCertificate *shown = NULL;

  (void) source;
  if (import == NULL)
    return;
  if (import->identities->len > 0)
    shown = ((MftIdentity *) g_ptr_array_index (import->identities, 0))->certificate;
  else if (import->certificates->len > 0)
    shown = g_ptr_array_index (import->certificates, 0);
  mft_certificates_page_reload (self, shown != NULL ? mft_certificate_sha256 (shown) : NULL);
  tell_import (self, import);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_import_certificates_async (window (MFT_CERTIFICATES_PAGE (widget)), NULL, imported_cb,
                                 g_object_ref (widget));
}

static gboolean
drop_cb (MftCertificatesPage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (list, link->data);
  mft_import_certificates_async (window (self), G_LIST_MODEL (list), imported_cb,
                                 g_object_ref (self));
  return TRUE;
}

static void
request_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_request_dialog_present (window (MFT_CERTIFICATES_PAGE (widget)));
}

static void
change_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftCertificatesPage *self = MFT_CERTIFICATES_PAGE (widget);

  (void) action;
  (void) parameter;
  mft_change_passphrase_dialog_present (window (self),
                                        mft_certificate_row_get_identity (selected (self)));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftCertificatesPage *self = MFT_CERTIFICATES_PAGE (widget);

  (void) action;
  (void) parameter;
  mft_export_identity (window (self), mft_certificate_row_get_identity (selected (self)));
}

static void
practice_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftCertificatesPage) self = data;
  g_autoptr (MftIdentity) identity = mft_practice_dialog_finish (result);

  (void) source;
  take_in (self, identity);
}

static void
practice_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_practice_dialog_async (window (MFT_CERTIFICATES_PAGE (widget)), practice_made_cb,
                             g_object_ref (widget));
}

static void
trusted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftCertificatesPage) self = data;
  g_autoptr (MftCertificate) certificate = mft_trust_dialog_finish (result);

  (void) source;
  if (certificate == NULL)
    return;
  mft_certificates_page_reload (self, mft_certificate_sha256 (certificate));
  mft_toast (GTK_WIDGET (self), _ ("The authority is trusted on this computer"));
}

static void
trust_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftCertificatesPage *self = MFT_CERTIFICATES_PAGE (widget);
  MftCertificate *authority = NULL;

  (void) parameter;
  if (g_str_equal (action, "certificates.trust-above"))
    authority = authority_above (selected (self));
  else if (g_str_equal (action, "certificates.trust-this"))
    authority = mft_certificate_row_get_certificate (selected (self));
  mft_trust_dialog_async (window (self), authority, trusted_cb, g_object_ref (self));
}

static void
remove_confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftCertificatesPage) self = data;
  MftCertificateRow *row = selected (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  (void) source;
  if (!mft_confirm_finish (result) || row == NULL)
    return;
  if (mft_certificate_row_get_kind (row) == MFT_CERTIFICATE_ROW_IDENTITY)
    done = mft_certificate_store_remove (mft_certificate_row_get_identity (row), &error);
  else
    done = mft_certificate_store_distrust (mft_certificate_row_get_certificate (row), &error);
  if (!done)
    mft_tell_error (GTK_WIDGET (self), _ ("The certificate was not removed"), error);
  mft_certificates_page_reload (self, NULL);
}

/* The key is gone for good then: asked a second time. */
static void
remove_asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftCertificatesPage) self = data;
  MftCertificateRow *row = selected (self);

  (void) source;
  if (!mft_confirm_finish (result) || row == NULL)
    return;
  mft_confirm_async (window (self), _ ("Really delete the private key?"),
                     _ ("It cannot be brought back. Without a copy of it nobody can sign with this "
                        "certificate any more."),
                     _ ("_Delete for good"), remove_confirmed_cb, g_object_ref (self));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftCertificatesPage *self = MFT_CERTIFICATES_PAGE (widget);
  MftCertificateRow *row = selected (self);
  gboolean own = mft_certificate_row_get_kind (row) == MFT_CERTIFICATE_ROW_IDENTITY;
  /* Translators: %s is a name. */
  g_autofree char *heading
      = g_strdup_printf (own ? _ ("Remove the certificate of %s?") : _ ("No longer trust %s?"),
                         mft_certificate_common_name (mft_certificate_row_get_certificate (row)));

  (void) action;
  (void) parameter;
  mft_confirm_async (window (self), heading,
                     own ? _ ("Its private key is deleted from this computer for good. Documents "
                              "signed with it stay valid.")
                         : _ ("Signatures that rest on it will be “not certain yet”."),
                     own ? _ ("_Remove") : _ ("_No longer trust"),
                     own ? remove_asked_cb : remove_confirmed_cb, g_object_ref (self));
}

static void
list_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  adw_leaflet_navigate (MFT_CERTIFICATES_PAGE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
mft_certificates_page_map (GtkWidget *widget)
{
  MftCertificatesPage *self = MFT_CERTIFICATES_PAGE (widget);
  MftCertificateRow *row = selected (self);
  g_autofree char *shown = row != NULL ? g_strdup (mft_certificate_row_get_sha256 (row)) : NULL;

  /* Elsewhere one may have been added. */
  mft_certificates_page_reload (self, shown);
  GTK_WIDGET_CLASS (mft_certificates_page_parent_class)->map (widget);
}

static void
mft_certificates_page_class_init (MftCertificatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = mft_certificates_page_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/id/mufakat/Mufakat/certificates/certificates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, list);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, right);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, details);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, unreadable);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, trust_above);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, trust_this);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, own_buttons);
  gtk_widget_class_bind_template_child (widget_class, MftCertificatesPage, remove);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "certificates.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "certificates.practice", NULL, practice_cb);
  gtk_widget_class_install_action (widget_class, "certificates.trust", NULL, trust_cb);
  gtk_widget_class_install_action (widget_class, "certificates.trust-above", NULL, trust_cb);
  gtk_widget_class_install_action (widget_class, "certificates.trust-this", NULL, trust_cb);
  gtk_widget_class_install_action (widget_class, "certificates.request", NULL, request_cb);
  gtk_widget_class_install_action (widget_class, "certificates.change", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "certificates.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "certificates.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "certificates.list", NULL, list_cb);
}

static void
mft_certificates_page_init (MftCertificatesPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

GtkWidget *
mft_certificates_page_new (void)
{
  return g_object_new (MFT_TYPE_CERTIFICATES_PAGE, NULL);
}
