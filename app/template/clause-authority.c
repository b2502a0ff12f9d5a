/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/clause.h"

#include "agreement/edit.h"
#include "template/saying-private.h"

#define AUTHORITIES "B-komparisi"

static MftBlock *
find_person (MftAgreement *agreement, guint party)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI);

  for (guint i = 0; part != NULL && i < mft_block_n_children (part); i++)
    {
      MftBlock *block = mft_block_get_child (part, i);
      if (mft_block_get_kind (block) == MFT_BLOCK_PERSON && mft_block_get_party (block) == party)
        return block;
    }
  return NULL;
}

const MftUnit *
mft_clause_get_authorities (MftAgreement *agreement, const MftClauseLibrary *library, guint party,
                            const char **form)
{
  MftBlock *person = find_person (agreement, party);

  if (form != NULL)
    *form = person != NULL && _mft_saying_is_of (person, AUTHORITIES)
                ? mft_block_get_alternative (person)
                : NULL;
  return mft_clause_library_get (library, AUTHORITIES);
}

gboolean
mft_clause_set_authority (MftAgreement *agreement, const MftClauseLibrary *library, guint party,
                          const char *form, GError **error)
{
  MftBlock *person = find_person (agreement, party);
  guint64 revision = mft_agreement_get_revision (agreement);
  gboolean done = FALSE;
  MftSaying self;

  if (person == NULL)
    return _mft_saying_refuse_unknown (error, "person of party", form);
  mft_edit_begin (agreement);
  if (_mft_saying_start (&self, agreement, library, AUTHORITIES, form, error))
    {
      MftBlock *said
          = mft_draft_append (self.draft, self.draft->root, MFT_BLOCK_PERSON, "komparisi/orang");
      mft_draft_say (self.draft, said, mft_passage_get_tokens (self.form->passages->pdata[0]),
                     self.unit, party);
      done = mft_draft_write (self.draft, error)
             && mft_edit_text (agreement, person, 0, G_MAXUINT, mft_block_get_text (said), error);
      if (done)
        {
          _mft_saying_add_fields (&self);
          mft_edit_clause (agreement, person, AUTHORITIES, self.form->id);
        }
    }
  _mft_saying_end (&self);
  _mft_saying_end_step (agreement, revision, done);
  return done;
}
