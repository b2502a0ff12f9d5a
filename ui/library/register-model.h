/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/library/register-item.h"

G_BEGIN_DECLS

/* The register as a GListModel of MftRegisterItem: only the pages that are looked at are read, so that
 * a hundred thousand agreements open at once. */
#define MFT_TYPE_REGISTER_MODEL (mft_register_model_get_type ())
G_DECLARE_FINAL_TYPE (MftRegisterModel, mft_register_model, MFT, REGISTER_MODEL, GObject)

MftRegisterModel *mft_register_model_new (void);

/* What fits `query` in the library as it is now. The library must outlive the model or be replaced;
 * NULL: nothing. Errors: MFT_STORE_ERROR; the model is empty then. */
gboolean mft_register_model_show (MftRegisterModel *self, MftLibrary *library,
                                  const MftRegisterQuery *query, GError **error);

G_END_DECLS
