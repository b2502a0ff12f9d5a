/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/late.h"

#include <dlfcn.h>

/* Never closed again: GObject's types cannot be taken back. */
static gpointer
load (const char *library, const char *function)
{
  void *loaded = dlopen (library, RTLD_LAZY);
  gpointer address = loaded != NULL ? dlsym (loaded, function) : NULL;

  if (address == NULL)
    g_error ("%s", dlerror ());
  return address;
}

gpointer
mft_late_find (gpointer *address, const char *library, const char *function)
{
  gpointer found = g_atomic_pointer_get (address);

  if (found == NULL)
    {
      found = load (library, function);
      g_atomic_pointer_set (address, found);
    }
  return found;
}
