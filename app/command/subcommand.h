/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"

#include "command/command.h"
#include "command/options.h"

G_BEGIN_DECLS

/* One subcommand. `usage` is what stands behind its name, a line for each form, `summary` one line
 * (both N_()). */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  MftExit (*run) (int argc, char **argv);
} MftSubcommand;

extern const MftSubcommand mft_subcommand_amend;
extern const MftSubcommand mft_subcommand_apply;
extern const MftSubcommand mft_subcommand_certificate;
extern const MftSubcommand mft_subcommand_check;
extern const MftSubcommand mft_subcommand_compare;
extern const MftSubcommand mft_subcommand_demo;
extern const MftSubcommand mft_subcommand_export;
extern const MftSubcommand mft_subcommand_extend;
extern const MftSubcommand mft_subcommand_import;
extern const MftSubcommand mft_subcommand_library;
extern const MftSubcommand mft_subcommand_new;
extern const MftSubcommand mft_subcommand_repair;
extern const MftSubcommand mft_subcommand_report;
extern const MftSubcommand mft_subcommand_settings;
extern const MftSubcommand mft_subcommand_show;
extern const MftSubcommand mft_subcommand_sign;
extern const MftSubcommand mft_subcommand_template;
extern const MftSubcommand mft_subcommand_verify;

/* Says what went wrong on standard error, in the person's language, and returns the status. `subject`
 * is the file or thing it is about, may be NULL. An interrupted job is always INTERRUPTED. */
MftExit mft_command_fail (MftExit status, const char *subject, const GError *error);

/* A wrong use of the command: says the sentence (printf) and where help is. Returns USAGE. */
MftExit mft_command_misuse (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The job that Ctrl+C stops; borrowed. */
MftJob *mft_command_job (void);

/* While it waits for a person or a pipe there is nothing to clear up: Ctrl+C ends the program at
 * once. */
void mft_command_set_waiting (gboolean waiting);

/* Prints on standard output; a text without line end gets one. Refused output (a full disk behind a
 * pipe) gives FALSE. */
gboolean mft_command_print (const char *text);

G_END_DECLS
