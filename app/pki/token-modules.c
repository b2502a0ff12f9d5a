/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/token-modules.h"

#include "pki/error.h"

static GMutex lock;
static char *own_path;
static CK_FUNCTION_LIST **known_modules; /* ends with NULL; kept until the program ends */

void
mft_token_modules_set_own (const char *path)
{
  g_mutex_lock (&lock);
  g_free (own_path);
  own_path = path != NULL && path[0] != '\0' ? g_strdup (path) : NULL;
  g_mutex_unlock (&lock);
}

static char *
dup_own_path (void)
{
  g_mutex_lock (&lock);
  char *path = g_strdup (own_path);
  g_mutex_unlock (&lock);
  return path;
}

static gboolean
is_known (const MftTokenModules *modules, const char *path)
{
  for (guint i = 0; modules->known[i] != NULL; i++)
    {
      g_autofree char *known = p11_kit_module_get_filename (modules->known[i]);
      if (g_strcmp0 (known, path) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
load_own (MftTokenModules *modules, const char *path, GError **error)
{
  CK_FUNCTION_LIST *own = p11_kit_module_load (path, 0);

  if (own != NULL && p11_kit_module_initialize (own) == CKR_OK)
    {
      modules->own = own;
      return TRUE;
    }
  if (own != NULL)
    p11_kit_module_release (own);
  g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DRIVER, "'%s' is no driver of tokens", path);
  return FALSE;
}

/* Loaded once: drivers leave threads and handlers behind, and do not survive being unloaded. */
static gboolean
load_known (GError **error)
{
  if (known_modules == NULL)
    known_modules = p11_kit_modules_load_and_initialize (0);
  if (known_modules == NULL)
    g_set_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_FAILED, "no modules for tokens: %s",
                 p11_kit_message ());
  return known_modules != NULL;
}

MftTokenModules *
mft_token_modules_new (GError **error)
{
  g_autoptr (MftTokenModules) modules = g_new0 (MftTokenModules, 1);
  g_autofree char *path = dup_own_path ();

  g_mutex_lock (&lock);
  gboolean loaded = load_known (error);
  g_mutex_unlock (&lock);
  if (!loaded)
    return NULL;
  modules->known = known_modules;
  if (path != NULL && !is_known (modules, path) && !load_own (modules, path, error))
    return NULL;
  return g_steal_pointer (&modules);
}

void
mft_token_modules_free (MftTokenModules *modules)
{
  if (modules->own != NULL)
    {
      p11_kit_module_finalize (modules->own);
      p11_kit_module_release (modules->own);
    }
  g_free (modules);
}

CK_FUNCTION_LIST *
mft_token_modules_get (const MftTokenModules *modules, guint index)
{
  guint i = 0;

  while (i < index && modules->known[i] != NULL)
    i++;
  return modules->known[i] != NULL ? modules->known[i] : i == index ? modules->own : NULL;
}
