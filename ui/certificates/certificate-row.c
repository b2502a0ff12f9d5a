/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/certificate-row.h"

#include <glib/gi18n.h>

#include "ui/certificates/validity.h"

struct _MftCertificateRow
{
  GtkListBoxRow parent_instance;

  MftCertificateRowKind kind;
  const MftPinnedAnchor *pinned; /* static */

  /* Owned */
  MftIdentity *identity;
  MftCertificate *certificate;
};

G_DEFINE_FINAL_TYPE (MftCertificateRow, mft_certificate_row, GTK_TYPE_LIST_BOX_ROW)

static void
mft_certificate_row_finalize (GObject *object)
{
  MftCertificateRow *self = MFT_CERTIFICATE_ROW (object);

  g_clear_pointer (&self->identity, mft_identity_free);
  g_clear_pointer (&self->certificate, mft_certificate_unref);
  G_OBJECT_CLASS (mft_certificate_row_parent_class)->finalize (object);
}

static void
mft_certificate_row_class_init (MftCertificateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_certificate_row_finalize;
}

static void
mft_certificate_row_init (MftCertificateRow *self)
{
  (void) self;
}

static GtkWidget *
row_new (MftCertificateRowKind kind, const char *icon, const char *name, MftTone tone,
         const char *words)
{
  MftCertificateRow *self = g_object_new (MFT_TYPE_CERTIFICATE_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize",
                                   PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *state = mft_tone_label_new (tone, words);

  self->kind = kind;
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (line, "certificate-line");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), state);
  gtk_box_append (GTK_BOX (line),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return GTK_WIDGET (self);
}

static GtkWidget *
row_new_for (MftCertificateRowKind kind, const char *icon, MftCertificate *certificate)
{
  g_autofree char *words = NULL;
  MftTone tone = mft_validity (certificate, &words);
  GtkWidget *row = row_new (kind, icon, mft_certificate_common_name (certificate), tone, words);

  MFT_CERTIFICATE_ROW (row)->certificate = mft_certificate_ref (certificate);
  return row;
}

GtkWidget *
mft_certificate_row_new_identity (const MftIdentity *identity)
{
  GtkWidget *row = row_new_for (MFT_CERTIFICATE_ROW_IDENTITY, "avatar-default-symbolic",
                                identity->certificate);

  MFT_CERTIFICATE_ROW (row)->identity = mft_identity_copy (identity);
  return row;
}

GtkWidget *
mft_certificate_row_new_other (MftCertificate *certificate)
{
  return row_new_for (MFT_CERTIFICATE_ROW_OTHER,
                      mft_certificate_is_ca (certificate) ? "application-certificate-symbolic"
                                                          : "avatar-default-symbolic",
                      certificate);
}

GtkWidget *
mft_certificate_row_new_trusted (MftCertificate *certificate)
{
  return row_new_for (MFT_CERTIFICATE_ROW_TRUSTED, "application-certificate-symbolic", certificate);
}

GtkWidget *
mft_certificate_row_new_pinned (const MftPinnedAnchor *pinned)
{
  GtkWidget *row
      = row_new (MFT_CERTIFICATE_ROW_PINNED, "application-certificate-symbolic", pinned->name,
                 pinned->proven_times_only ? MFT_TONE_UNSURE : MFT_TONE_GOOD,
                 pinned->proven_times_only ? _ ("For proven times only") : _ ("Trusted"));

  MFT_CERTIFICATE_ROW (row)->pinned = pinned;
  return row;
}

MftCertificateRowKind
mft_certificate_row_get_kind (MftCertificateRow *self)
{
  return self->kind;
}

const MftIdentity *
mft_certificate_row_get_identity (MftCertificateRow *self)
{
  return self->identity;
}

MftCertificate *
mft_certificate_row_get_certificate (MftCertificateRow *self)
{
  return self->certificate;
}

const MftPinnedAnchor *
mft_certificate_row_get_pinned (MftCertificateRow *self)
{
  return self->pinned;
}

const char *
mft_certificate_row_get_sha256 (MftCertificateRow *self)
{
  return self->pinned != NULL ? self->pinned->sha256 : mft_certificate_sha256 (self->certificate);
}
