/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "command/command.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_OPTION_FLAG,  /* target: gboolean */
  MFT_OPTION_VALUE, /* target: const char *; given twice: refused */
  MFT_OPTION_LIST,  /* target: GPtrArray * of const char *, made when needed */
} MftOptionKind;

/* "--force", "-o". The values are borrowed from argv. */
typedef struct
{
  const char *name;
  MftOptionKind kind;
  gpointer target;
} MftOption;

#define MFT_OPTION_END                                                                             \
  {                                                                                                \
    NULL, MFT_OPTION_FLAG, NULL                                                                    \
  }

/* Reads argv[1…]. What is no option goes into `inputs` (of const char *), everything after "--" too;
 * "-" is an input. `--name=value` is read as well. What is unknown is refused, never ignored: says
 * so and returns USAGE. */
MftExit mft_options_parse (const MftOption *options, int argc, char **argv, GPtrArray *inputs);

/* The number of inputs is between the two, else says so. */
MftExit mft_options_count (GPtrArray *inputs, guint least, guint most);

G_END_DECLS
