/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "ui/document/document-view.h"
#include "ui/signing/signing-page.h"
#include "ui/signing/signing-steps.h"

G_BEGIN_DECLS

struct _MftSigningPage
{
  AdwBin parent_instance;

  /* Borrowed */
  AdwWindowTitle *title;
  GtkButton *back_button;
  AdwBin *document_place;
  MftDocumentView *document;
  AdwBin *side_place;
  MftSigningSteps *steps;
  GtkButton *sign_button;
  GtkProgressBar *progress;
  GtkLabel *hint, *output_label;
  GtkWidget *output_box;
  AdwLeaflet *leaflet;
  GtkWidget *stamp;

  /* Owned */
  char *path;
  char *seen; /* its mark, see MftSigningRequest */
  char *output;
  MftJob *job;       /* while signing */
  MftJob *look_job;  /* while earlier signatures are looked at */
  MftJob *field_job; /* while the signer's field is looked for */
  char *signer;      /* whose field that is; NULL: nobody yet */

  gboolean placing;
  gboolean may_replace; /* the output, if it exists */
  guint stamp_page;
};

/* What is missing, and where the result goes. */
void _mft_signing_page_show_hint (MftSigningPage *self);

/* How many other documents wait; the first of them, owned by the caller, where `next` is wanted. */
guint _mft_signing_page_n_more (MftSigningPage *self, char **next);

/* Looks for the field of who is chosen to sign now. */
void _mft_signing_page_follow_signer (MftSigningPage *self);

/* The actions of the page and of its result. */
void _mft_signing_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
