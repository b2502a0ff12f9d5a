/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/sign-arguments.h"

#include <glib/gi18n.h>

#include "command/subcommand.h"

static gboolean
read_number (const char **at, double *value)
{
  char *end;

  *value = g_ascii_strtod (*at, &end);
  if (end == *at || *value < 0 || *value > 14400)
    return FALSE;
  *at = end;
  return TRUE;
}

/* "X,Y,W,H" in points, the decimals with a point. */
static MftExit
read_place (const MftSignArguments *arguments, MftSigningRequest *request)
{
  double numbers[4];
  const char *at = arguments->rect;
  guint64 page;

  if ((arguments->page == NULL) != (arguments->rect == NULL))
    return mft_command_misuse (_ ("%s and %s go together"), "--page", "--rect");
  if (arguments->page == NULL)
    return MFT_EXIT_DONE;
  if (!g_ascii_string_to_unsigned (arguments->page, 10, 1, 100000, &page, NULL))
    return mft_command_misuse (_ ("%s is no page number"), arguments->page);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!read_number (&at, &numbers[i]) || *at != (i < 3 ? ',' : '\0') || (i < 3 && *at++ != ','))
      return mft_command_misuse (_ ("%s is no rectangle X,Y,WIDTH,HEIGHT"), arguments->rect);
  if (numbers[2] <= 0 || numbers[3] <= 0)
    return mft_command_misuse (_ ("%s is no rectangle X,Y,WIDTH,HEIGHT"), arguments->rect);
  request->page = (guint) page;
  request->rect
      = (MftPdfRect){ numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3] };
  return MFT_EXIT_DONE;
}

static MftExit
read_certify (const char *word, MftCertify *certify)
{
  static const char *const words[] = { "none", "fill", "annotate", "locked" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word == NULL || g_str_equal (word, words[i]))
      {
        *certify = (MftCertify) i;
        return MFT_EXIT_DONE;
      }
  return mft_command_misuse (_ ("%s must be one of: %s"), "--certify",
                             "none, fill, annotate, locked");
}

static MftExit
read_algorithm (const MftSignArguments *arguments, MftSignatureWish *wish)
{
  static const char *const words[] = { "sha256", "sha384", "sha512", NULL };

  wish->pss = arguments->pss;
  if (arguments->digest == NULL)
    return MFT_EXIT_DONE;
  if (!g_strv_contains (words, arguments->digest))
    return mft_command_misuse (_ ("%s must be one of: %s"), "--digest", "sha256, sha384, sha512");
  wish->digest_bits = (guint) g_ascii_strtoull (arguments->digest + 3, NULL, 10);
  return MFT_EXIT_DONE;
}

/* The service makes its own level and takes its own algorithm; the name is what its answer is held against. */
static MftExit
check_esign (const MftSignArguments *arguments)
{
  if (arguments->esign == NULL
      && (arguments->nik_file != NULL || arguments->totp_file != NULL
          || arguments->esign_version != NULL || arguments->esign_account_file != NULL))
    return mft_command_misuse (_ ("%s is missing"), "--esign");
  if (arguments->esign == NULL)
    return MFT_EXIT_DONE;
  if (arguments->nik_file == NULL || arguments->name == NULL)
    return mft_command_misuse (_ ("%s is missing"),
                               arguments->nik_file == NULL ? "--nik-file" : "--name");
  if (arguments->esign_version != NULL && !g_str_equal (arguments->esign_version, "1")
      && !g_str_equal (arguments->esign_version, "2"))
    return mft_command_misuse (_ ("%s must be one of: %s"), "--esign-version", "1, 2");
  if (arguments->totp_file != NULL && g_strcmp0 (arguments->esign_version, "1") == 0)
    return mft_command_misuse (_ ("%s and %s go together"), "--totp-file", "--esign-version 2");
  if (arguments->completion.level != NULL || arguments->certify != NULL)
    return mft_command_misuse (_ ("%s and %s do not go together"), "--esign", "--level, --certify");
  if (arguments->digest != NULL || arguments->pss)
    return mft_command_misuse (_ ("%s and %s do not go together"), "--esign", "--digest, --pss");
  return MFT_EXIT_DONE;
}

static MftExit
check (const MftSignArguments *arguments)
{
  if (arguments->output == NULL)
    return mft_command_misuse (_ ("%s is missing"), "-o");
  if ((arguments->p12 != NULL) + (arguments->identity != NULL) + (arguments->token != NULL)
          + (arguments->esign != NULL)
      != 1)
    return mft_command_misuse (_ ("whose signature? one of: %s"),
                               "--p12, --identity, --token, --esign");
  if (arguments->token_module != NULL && arguments->token == NULL)
    return mft_command_misuse (_ ("%s is missing"), "--token");
  if ((arguments->field != NULL) + (arguments->page != NULL) + (arguments->anchor != NULL)
          + arguments->invisible
      > 1)
    return mft_command_misuse (_ ("only one place: %s"),
                               "--field, --page --rect, --anchor, --invisible");
  return check_esign (arguments);
}

MftExit
mft_sign_arguments_parse (MftSignArguments *arguments, int argc, char **argv, GPtrArray *inputs,
                          MftSigningRequest *request)
{
  const MftOption options[] = {
    MFT_COMPLETION_OPTIONS (&arguments->completion),
    { "-o", MFT_OPTION_VALUE, &arguments->output },
    { "--p12", MFT_OPTION_VALUE, &arguments->p12 },
    { "--identity", MFT_OPTION_VALUE, &arguments->identity },
    { "--token", MFT_OPTION_VALUE, &arguments->token },
    { "--token-module", MFT_OPTION_VALUE, &arguments->token_module },
    { "--esign", MFT_OPTION_VALUE, &arguments->esign },
    { "--esign-version", MFT_OPTION_VALUE, &arguments->esign_version },
    { "--esign-account-file", MFT_OPTION_VALUE, &arguments->esign_account_file },
    { "--nik-file", MFT_OPTION_VALUE, &arguments->nik_file },
    { "--totp-file", MFT_OPTION_VALUE, &arguments->totp_file },
    { "--passphrase-file", MFT_OPTION_VALUE, &arguments->passphrase_file },
    { "--field", MFT_OPTION_VALUE, &arguments->field },
    { "--page", MFT_OPTION_VALUE, &arguments->page },
    { "--rect", MFT_OPTION_VALUE, &arguments->rect },
    { "--anchor", MFT_OPTION_VALUE, &arguments->anchor },
    { "--invisible", MFT_OPTION_FLAG, &arguments->invisible },
    { "--certify", MFT_OPTION_VALUE, &arguments->certify },
    { "--digest", MFT_OPTION_VALUE, &arguments->digest },
    { "--pss", MFT_OPTION_FLAG, &arguments->pss },
    { "--office", MFT_OPTION_VALUE, &arguments->office },
    { "--name", MFT_OPTION_VALUE, &arguments->name },
    { "--reason", MFT_OPTION_VALUE, &arguments->reason },
    { "--location", MFT_OPTION_VALUE, &arguments->location },
    { "--yes", MFT_OPTION_FLAG, &arguments->yes },
    { "--force", MFT_OPTION_FLAG, &arguments->force },
    { "--json", MFT_OPTION_FLAG, &arguments->json },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, G_MAXUINT);
  if (status == MFT_EXIT_DONE)
    status = check (arguments);
  if (status == MFT_EXIT_DONE)
    status = mft_completion_check (&arguments->completion, MFT_SIGN_B_B, MFT_SIGN_B_B,
                                   &request->completion.level);
  if (status == MFT_EXIT_DONE)
    status = read_place (arguments, request);
  if (status == MFT_EXIT_DONE)
    status = read_certify (arguments->certify, &request->certify);
  if (status == MFT_EXIT_DONE)
    status = read_algorithm (arguments, &request->algorithm);
  request->basis = MFT_BASIS_COMMAND;
  request->replace = arguments->force;
  request->field = arguments->field;
  request->anchor = arguments->anchor;
  request->invisible = arguments->invisible;
  request->office = arguments->office;
  request->name = arguments->name;
  request->reason = arguments->reason;
  request->location = arguments->location;
  return status;
}
