/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "validation-world.h"

static GBytes *
der_of (const MftTestAuthority *authority)
{
  return mft_certificate_der (mft_test_authority_certificate (authority));
}

static GBytes *
answer (const char *path, GBytes *body, guint *status, gpointer data)
{
  MftValidationWorld *world = data;
  int today = world->today;

  g_atomic_int_inc (&world->asked);
  if (g_str_equal (path, "/tsa"))
    return mft_test_answer_stamp (world->tsa, body, g_get_real_time ());
  if (!world->is_silent && g_str_equal (path, "/akar.crt"))
    return der_of (world->root);
  if (!world->is_silent && g_str_equal (path, "/psre.crt"))
    return der_of (world->authority);
  if (!world->is_silent && g_str_equal (path, "/akar.crl"))
    return mft_test_authority_crl (world->root, today, today + 7, NULL, 0, NULL);
  if (!world->is_silent && g_str_equal (path, "/ocsp") && body != NULL)
    return mft_test_authority_ocsp (
        world->authority, NULL,
        world->other != NULL ? world->other : mft_key_get_certificate (world->signer),
        world->is_revoked ? MFT_TEST_ANSWER_REVOKED : MFT_TEST_ANSWER_GOOD, today, today + 7,
        today - 1);
  *status = 404;
  return NULL;
}

MftValidationWorld *
mft_validation_world_new (void)
{
  MftValidationWorld *world = g_new0 (MftValidationWorld, 1);

  world->today = (int) ((g_get_real_time () - MFT_TEST_START) / MFT_TEST_DAY);
  world->server = mft_test_server_new (answer, world);
  g_autofree char *tsa_list = mft_validation_world_url (world, "/akar.crl");
  g_autofree char *list = g_strconcat ("URI:", tsa_list, NULL);
  g_autofree char *root_url = mft_validation_world_url (world, "/akar.crt");
  g_autofree char *root_access = g_strconcat ("caIssuers;URI:", root_url, NULL);
  g_autofree char *ocsp = mft_validation_world_url (world, "/ocsp");
  g_autofree char *issuer = mft_validation_world_url (world, "/psre.crt");
  world->access = g_strconcat ("OCSP;URI:", ocsp,
                               ",caIssuers;URI:ldap://x.example/c=ID,caIssuers;URI:", issuer, NULL);

  world->root = mft_test_authority_new ("Akar Uji");
  world->authority = mft_test_authority_issue_ca (
      world->root, &(MftTestIdentity){ .name = "PSrE Uji",
                                       .days = 3600,
                                       .extensions = { "crlDistributionPoints", list,
                                                       "authorityInfoAccess", root_access } });
  world->signer = mft_validation_world_issue (world, NULL);
  world->other = NULL;
  world->tsa = mft_test_authority_issue (
      world->root, &(MftTestIdentity){ .name = "TSA Uji",
                                       .days = 3500,
                                       .usage = "critical,digitalSignature",
                                       .extended = "critical,timeStamping",
                                       .extensions = { "crlDistributionPoints", list } });
  return world;
}

MftKey *
mft_validation_world_issue (MftValidationWorld *world, const char *key)
{
  MftKey *signer = mft_test_authority_issue (
      world->authority,
      &(MftTestIdentity){ .name = "Wulan Hapsari Tirtanegara",
                          .days = 3500,
                          .key = key,
                          .extensions = { "authorityInfoAccess", world->access } });

  world->other = mft_key_get_certificate (signer);
  return signer;
}

void
mft_validation_world_free (MftValidationWorld *world)
{
  mft_test_server_free (world->server);
  g_object_unref (world->signer);
  g_object_unref (world->tsa);
  mft_test_authority_free (world->authority);
  mft_test_authority_free (world->root);
  g_free (world->access);
  g_free (world);
}

char *
mft_validation_world_url (MftValidationWorld *world, const char *path)
{
  return mft_test_server_url (world->server, path);
}
