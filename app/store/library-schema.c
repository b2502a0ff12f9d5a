/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library-private.h"

static const char *const migrations[] = {
  "CREATE TABLE agreement ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  title TEXT NOT NULL,"
  "  created INTEGER NOT NULL,"
  "  changed INTEGER NOT NULL,"
  "  naskah BLOB NOT NULL"
  ") STRICT;"
  "CREATE INDEX agreement_changed ON agreement (changed);",

  /* What the register shows stands apart from the long texts. `place` is the row in `words`: higher is
   * later, so that the newest come first without sorting; `stale` says that `words` is behind. */
  "ALTER TABLE agreement RENAME TO old;"
  "DROP INDEX agreement_changed;"
  "CREATE TABLE agreement ("
  "  id TEXT PRIMARY KEY NOT NULL,"
  "  title TEXT NOT NULL,"
  "  number TEXT NOT NULL,"
  "  parties TEXT NOT NULL,"
  "  status TEXT NOT NULL,"
  "  created INTEGER NOT NULL,"
  "  changed INTEGER NOT NULL,"
  "  revision INTEGER NOT NULL,"
  "  removed INTEGER NOT NULL,"
  "  stale INTEGER NOT NULL,"
  "  place INTEGER UNIQUE"
  ") STRICT;"
  "CREATE TABLE content ("
  "  agreement TEXT PRIMARY KEY NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,"
  "  naskah BLOB NOT NULL"
  ") STRICT;"
  "INSERT INTO agreement SELECT id, title, '', '', 'draft', created, changed, 1, 0, 1, NULL FROM "
  "old;"
  "INSERT INTO content SELECT id, naskah FROM old;"
  "DROP TABLE old;"
  "CREATE INDEX agreement_order ON agreement (removed, changed DESC, id, status);"
  "CREATE INDEX agreement_stale ON agreement (id) WHERE stale = 1;"
  "CREATE TABLE version ("
  "  number INTEGER PRIMARY KEY,"
  "  agreement TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,"
  "  kind TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  created INTEGER NOT NULL,"
  "  changes INTEGER NOT NULL,"
  "  naskah BLOB NOT NULL"
  ") STRICT;"
  "CREATE INDEX version_agreement ON version (agreement, number);"
  "CREATE TABLE document ("
  "  sha256 TEXT PRIMARY KEY NOT NULL,"
  "  agreement TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE"
  ") STRICT, WITHOUT ROWID;"
  "CREATE VIRTUAL TABLE words USING fts5 ("
  "  title, number, parties, text, status, detail = column, columnsize = 0, prefix = '1 2 3',"
  "  tokenize = 'unicode61 remove_diacritics 2');",

  /* Versions that went to the other party. */
  "CREATE TABLE sent ("
  "  version INTEGER PRIMARY KEY REFERENCES version (number) ON DELETE CASCADE,"
  "  sha256 TEXT NOT NULL,"
  "  receiver TEXT NOT NULL,"
  "  file TEXT NOT NULL"
  ") STRICT;",

  /* What can be undone, step by step; of one history an agreement. */
  "CREATE TABLE history ("
  "  agreement TEXT PRIMARY KEY NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,"
  "  id TEXT NOT NULL,"
  "  format INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE step ("
  "  agreement TEXT NOT NULL REFERENCES history (agreement) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL,"
  "  undone INTEGER NOT NULL,"
  "  commands BLOB NOT NULL,"
  "  PRIMARY KEY (agreement, number)"
  ") STRICT;",
};

const MftSchema _mft_library_schema = { migrations, G_N_ELEMENTS (migrations), "WAL" };
