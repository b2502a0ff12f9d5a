/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/support.h"

#include "template/error.h"
#include "template/instantiate.h"

static gboolean
add (MftClauseLibrary *library, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mft_clause_library_add (library, "uji.txt", bytes, error);
}

static gboolean
has_label (const MftUnit *unit, const char *label)
{
  for (guint f = 0; f < unit->forms->len; f++)
    {
      const MftWording *wording = g_ptr_array_index (unit->forms, f);
      for (guint i = 0; i < wording->passages->len; i++)
        if (g_strcmp0 (((MftPassage *) wording->passages->pdata[i])->label, label) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
check_reference (const MftClauseLibrary *library, const MftUnit *unit, const MftToken *token)
{
  if (token->kind != MFT_TOKEN_REFERENCE || token->unit == NULL)
    return;
  const MftUnit *target = mft_clause_library_get (library, token->unit);
  if (target == NULL || (token->text != NULL && !has_label (target, token->text)))
    g_error ("%s refers to %s#%s", unit->id, token->unit, token->text);
}

static void
check_passages (const MftClauseLibrary *library, const MftUnit *unit)
{
  for (guint f = 0; f < unit->forms->len; f++)
    {
      const MftWording *wording = g_ptr_array_index (unit->forms, f);
      for (guint i = 0; i < wording->passages->len; i++)
        {
          GPtrArray *tokens = mft_passage_get_tokens (wording->passages->pdata[i]);
          for (guint t = 0; t < tokens->len; t++)
            check_reference (library, unit, tokens->pdata[t]);
        }
    }
}

/* Whatever one of our clauses refers to or needs is there. */
static void
test_own_references (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (GPtrArray) units = mft_clause_library_list (library, "");

  g_assert_cmpuint (units->len, >, 100);
  for (guint i = 0; i < units->len; i++)
    {
      const MftUnit *unit = g_ptr_array_index (units, i);
      MftEntry *needs = mft_entries_find (unit->entries, "butuh");
      g_assert_true (needs == NULL || mft_clause_library_get (library, needs->value) != NULL);
      check_passages (library, unit);
    }
}

static MftUnit *
own_text (const MftUnit *template, const char *id)
{
  for (guint i = 0; i < template->entries->len; i++)
    {
      MftEntry *entry = g_ptr_array_index (template->entries, i);
      if (entry->own != NULL && g_str_equal (entry->own->id, id))
        return entry->own;
    }
  return NULL;
}

/* "pasangan: P-kewajiban#data ↔ P-hak#h_data": both sides are there. */
static void
test_own_pairs (void)
{
  const MftUnit *unit = mft_template_get ("pks-bsre")->unit;
  guint pairs = 0;

  for (guint i = 0; i < unit->entries->len; i++)
    {
      MftEntry *entry = g_ptr_array_index (unit->entries, i);
      if (!g_str_equal (entry->key, "pasangan"))
        continue;
      g_auto (GStrv) sides = mft_split_list (entry->value, "↔");
      for (guint s = 0; s < 2; s++)
        {
          g_auto (GStrv) place = g_strsplit (sides[s], "#", 2);
          g_assert_true (has_label (own_text (unit, place[0]), place[1]));
        }
      pairs++;
    }
  g_assert_cmpuint (pairs, ==, 14);
}

static void
test_twice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftClauseLibrary) library = mft_clause_library_new ();

  g_assert_false (add (library, "=== X-1 | A\nnaskah: N\n=== K-25 | B\nTeks.", &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "uji.txt:3: \"K-25\" stands already at "));
  g_assert_null (mft_clause_library_get (library, "X-1"));
}

static const char template_text[] = "=== bersama | Naskah bersama\n"
                                    "naskah: Perjanjian Kerja Sama\n"
                                    "pihak: 2\n"
                                    "judul: B-judul\n"
                                    "pembukaan: B-pembukaan\n"
                                    "komparisi: B-komparisi\n"
                                    "kolektif: B-kolektif\n"
                                    "premis: B-premis\n"
                                    "kesepakatan: B-kesepakatan\n"
                                    "pasal: K-39=tertulis | KEADAAN KAHAR\n"
                                    "pasal: K-41 | LANJUTAN\n"
                                    "penutup: K-58\n"
                                    "ttd: B-ttd\n";

/* A template of someone else's, over our clauses; its Pasal refers to another Pasal. */
static void
test_own_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftClauseLibrary) library = mft_clause_library_new ();

  g_assert_true (add (library, template_text, &error));
  g_autoptr (MftTemplate) template
      = mft_template_new (library, mft_clause_library_get (library, "bersama"), &error);
  g_assert_no_error (error);
  const MftTemplateRequest request = { .template = template, .incomplete = TRUE };
  g_autoptr (MftAgreement) agreement = mft_template_instantiate (&request, &error);
  g_assert_no_error (error);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *second = mft_block_get_child (body, 1);
  g_assert_cmpuint (mft_block_n_children (body), ==, 2);
  MftText *text = mft_block_get_text (mft_block_get_child (second, 0));
  const MftRun *reference = mft_text_get_run (text, 1);
  g_assert_cmpint (reference->kind, ==, MFT_RUN_REFERENCE);
  g_assert_cmpint (reference->form, ==, MFT_REFERENCE_IN);
  MftBlock *target = mft_agreement_get_block (agreement, reference->value);
  g_assert_true (mft_block_get_parent (target) == mft_block_get_child (body, 0));
}

static void
test_broken_templates (void)
{
  const struct
  {
    const char *from;
    const char *to;
    const char *part;
  } breaks[] = {
    { "pihak: 2", "pihak: 1", "uji.txt:3: " },
    { "pihak: 2", "pihak: banyak", "uji.txt:3: " },
    { "pihak: 2\n", "", "has no \"pihak\"" },
    { "ttd: B-ttd\n", "", "has no \"ttd\"" },
    { "judul: B-judul", "judul: B-kepala", "uji.txt:4: there is no clause 'B-kepala'" },
    { "K-39=tertulis", "K-39=rahasia", "uji.txt:10: there is no alternative" },
    { "pasal: K-41 | LANJUTAN", "pasal: ", "uji.txt:11: no clause is named" },
    { "pasal: K-41 | LANJUTAN", "pasal: | LANJUTAN", "uji.txt:11: no clause is named" },
    { "K-41 |", "K-41 + rinci |", "uji.txt:11: no clause stands before" },
    { "K-41 |", "rinci |", "uji.txt:11: no clause stands before" },
    { "penutup:", "varian: gaya\npenutup:", "uji.txt:12: a variant is" },
    { "penutup:", "varian: x = a / b → K-1 / K-2 / K-3\npenutup:", "uji.txt:12: a variant is" },
  };

  g_autoptr (MftClauseLibrary) library = mft_clause_library_new ();

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = g_strdup_printf ("bersama-%u", i);
      g_auto (GStrv) parts = g_strsplit (template_text, breaks[i].from, 2);
      g_autofree char *broken = g_strjoinv (breaks[i].to, parts);
      g_autofree char *text = g_strconcat ("=== ", id, broken + strlen ("=== bersama"), NULL);
      g_assert_true (add (library, text, &error));
      g_assert_null (mft_template_new (library, mft_clause_library_get (library, id), &error));
      g_assert_nonnull (error);
      if (strstr (error->message, breaks[i].part) == NULL)
        g_error ("\"%s\" does not say \"%s\"", error->message, breaks[i].part);
    }
}

/* A clause that refers to what is left out cannot come in. */
static void
test_needs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftClauseLibrary) library = mft_clause_library_new ();
  g_auto (GStrv) parts = g_strsplit (template_text, "K-39=tertulis", 2);
  g_autofree char *text = g_strjoinv ("K-12", parts);

  g_assert_true (add (library, text, &error));
  g_autoptr (MftTemplate) template
      = mft_template_new (library, mft_clause_library_get (library, "bersama"), &error);
  g_assert_no_error (error);
  const MftTemplateRequest request = { .template = template, .incomplete = TRUE };
  g_assert_null (mft_template_instantiate (&request, &error));
  g_assert_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_NEEDS);
  g_assert_nonnull (strstr (error->message, "clause 'K-41' needs clause 'K-39'"));
}

/* Where a template offers one clause or another ("K-50/K-51"), each may take the other's place later. */
static void
check_offer (const MftClauseLibrary *library, const char *offer)
{
  g_auto (GStrv) parts = g_strsplit_set (offer, "/=?! ", -1);
  const MftUnit *first = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "K-"))
      {
        const MftUnit *unit = mft_clause_library_get (library, parts[i]);
        g_assert_nonnull (unit);
        g_autoptr (GPtrArray) others = mft_clause_library_list_stand_ins (library, unit);
        g_assert_true (first == NULL || g_ptr_array_find (others, first, NULL));
        first = first != NULL ? first : unit;
      }
}

static void
test_stand_ins (void)
{
  const MftClauseLibrary *library = mft_clause_library_get_default ();
  g_autoptr (GPtrArray) templates = mft_clause_library_list_templates (library);

  for (guint t = 0; t < templates->len; t++)
    {
      const MftUnit *template = g_ptr_array_index (templates, t);
      for (guint i = 0; i < template->entries->len; i++)
        {
          const MftEntry *entry = g_ptr_array_index (template->entries, i);
          g_auto (GStrv) offers = g_strsplit (entry->value, "+", -1);
          for (guint o = 0; g_str_equal (entry->key, "pasal") && offers[o] != NULL; o++)
            check_offer (library, offers[o]);
        }
    }
}

/* A clause that is no longer used is not offered in another's place. */
static void
test_retired (void)
{
  g_autoptr (MftClauseLibrary) library = mft_clause_library_new ();
  const MftUnit *unit = mft_clause_library_get (library, "K-26");

  g_assert_true (add (library,
                      "=== K-u | Uji | status: konsep\nsetara: perpanjangan\nSatu.\n"
                      "=== K-v | Usang | status: tidak dipakai\nsetara: perpanjangan\n"
                      "Dua.\n",
                      NULL));
  g_autoptr (GPtrArray) others = mft_clause_library_list_stand_ins (library, unit);
  g_assert_cmpuint (others->len, ==, 2);
  g_assert_cmpstr (((MftUnit *) others->pdata[1])->id, ==, "K-u");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/template/library/own-references", test_own_references);
  g_test_add_func ("/template/library/own-pairs", test_own_pairs);
  g_test_add_func ("/template/library/twice", test_twice);
  g_test_add_func ("/template/library/own-template", test_own_template);
  g_test_add_func ("/template/library/broken-templates", test_broken_templates);
  g_test_add_func ("/template/library/needs", test_needs);
  g_test_add_func ("/template/library/stand-ins", test_stand_ins);
  g_test_add_func ("/template/library/retired", test_retired);
  return g_test_run ();
}
