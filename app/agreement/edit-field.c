/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/edit-field.h"

#include "agreement/agreement-private.h"
#include "agreement/command.h"

MftForm
mft_field_type_form (MftFieldType type)
{
  switch (type)
    {
    case MFT_FIELD_TEXT:
    case MFT_FIELD_YEAR:
    case MFT_FIELD_CHOICE:
      return MFT_FORM_TEXT;
    case MFT_FIELD_INTEGER:
      return MFT_FORM_NUMBER;
    case MFT_FIELD_PERCENT:
      return MFT_FORM_PERCENT;
    case MFT_FIELD_MONEY:
      return MFT_FORM_MONEY;
    case MFT_FIELD_DATE:
      return MFT_FORM_DATE;
    case MFT_FIELD_DURATION:
      return MFT_FORM_DURATION;
    }
  g_return_val_if_reached (MFT_FORM_TEXT);
}

MftText *
mft_field_new_atom (const MftField *field)
{
  return mft_text_new_atom (MFT_RUN_FIELD, mft_field_get_id (field),
                            (int) mft_field_type_form (mft_field_get_type (field)),
                            MFT_STYLE_PLAIN);
}

/* The text with the field in another form. */
static MftText *
reform (MftText *text, const char *id, MftForm form)
{
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      gboolean is_it = run->kind == MFT_RUN_FIELD && g_str_equal (run->value, id);
      mft_text_builder_add (&builder, run->kind, run->value, is_it ? (int) form : run->form,
                            run->style);
    }
  return mft_text_builder_end (&builder);
}

static void
reform_uses (MftAgreement *agreement, const char *id, MftForm form)
{
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      MftText *before = mft_block_get_text (at);
      g_autoptr (MftText) after = reform (before, id, form);
      if (!mft_text_equal (before, after))
        mft_edit_text (agreement, at, 0, mft_text_length (before), after, NULL);
    }
}

static guint
index_of (MftAgreement *agreement, const char *id)
{
  guint index = 0;

  while (index < mft_agreement_n_fields (agreement)
         && !g_str_equal (mft_field_get_id (mft_agreement_get_field_at (agreement, index)), id))
    index++;
  return index;
}

gboolean
mft_edit_define_field (MftAgreement *agreement, MftField *given, GError **error)
{
  g_autoptr (MftField) field = given;
  const char *id = mft_field_get_id (field);
  const char *initial = mft_field_get_default (field);
  const MftField *before = mft_agreement_get_field (agreement, id);

  if (!_mft_agreement_check_lock (agreement, NULL, error))
    return FALSE;
  if (before == NULL || (initial != NULL && !mft_field_is_value (field, initial)))
    {
      g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_FIELD,
                   "the field '%s' cannot be so", id);
      return FALSE;
    }
  const char *value = mft_field_get_value (before);
  gboolean retyped = mft_field_get_type (before) != mft_field_get_type (field);
  guint index = index_of (agreement, id);
  mft_field_set_value (field, value != NULL && mft_field_is_value (field, value) ? value : NULL);
  mft_edit_begin (agreement);
  _mft_agreement_do (agreement, mft_command_field_place (id, NULL, 0));
  if (retyped)
    reform_uses (agreement, id, mft_field_type_form (mft_field_get_type (field)));
  _mft_agreement_do (agreement, mft_command_field_place (id, g_steal_pointer (&field), index));
  mft_edit_end (agreement);
  return TRUE;
}
