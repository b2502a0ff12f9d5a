/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program from its start until the first frame of its window. */
#include "base/language.h"
#include "base/secret.h"
#include "ui/application.h"

#include "first-frame.h"

int
main (void)
{
  mft_language_init ();
  mft_secret_init ();
  gtk_disable_setlocale ();
  gtk_init ();
  g_autoptr (MftApplication) application = mft_application_new (G_APPLICATION_NON_UNIQUE);
  return run_until_first_frame (G_APPLICATION (application));
}
