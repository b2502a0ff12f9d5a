/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/token.h"

#include <string.h>

#include "template/error.h"

#define TOKENS_MOST 400

typedef struct
{
  const char *at;
  GPtrArray *tokens;
  GString *words; /* collected, not yet a token */
  gboolean italic;
} Scanner;

static const char *const time_units[]
    = { "tahun", "bulan", "minggu", "hari kalender", "hari kerja", "hari", "jam", "menit", NULL };

/* Fields whose kind is given by what they are. */
static const char *const plain_fields[] = { "NASKAH", "TENTANG", NULL };

static const char *const ordinals[] = { "KESATU", "KEDUA",   "KETIGA",    "KEEMPAT",   "KELIMA",
                                        "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN" };

void
mft_token_free (MftToken *token)
{
  g_free (token->text);
  g_free (token->unit);
  g_free (token);
}

gboolean
mft_is_time_unit (const char *text)
{
  return g_strv_contains (time_units, text);
}

static gboolean
fault (GError **error, const char *format, const char *subject)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX, format, subject);
#pragma GCC diagnostic pop
  return FALSE;
}

static MftToken *
append (Scanner *scanner, MftTokenKind kind)
{
  MftToken *token = g_new0 (MftToken, 1);

  token->kind = kind;
  token->italic = scanner->italic;
  g_ptr_array_add (scanner->tokens, token);
  return token;
}

static void
flush (Scanner *scanner)
{
  if (scanner->words->len == 0)
    return;
  append (scanner, MFT_TOKEN_TEXT)->text = g_strdup (scanner->words->str);
  g_string_truncate (scanner->words, 0);
}

static gboolean
is_name (const char *text, const char *more)
{
  if (!g_ascii_isalpha (*text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr (more, *c) == NULL)
      return FALSE;
  return TRUE;
}

/* {=4 tahun}, {=2} */
static gboolean
take_quantity (Scanner *scanner, const char *inside, GError **error)
{
  char *end = NULL;
  guint64 number = g_ascii_isdigit (*inside) ? g_ascii_strtoull (inside, &end, 10) : 0;
  gsize digits = end != NULL ? (gsize) (end - inside) : 0;
  const char *unit = digits > 0 && *end == ' ' ? end + 1 : NULL;

  if (digits == 0 || digits > 15 || (unit == NULL && *end != '\0')
      || (unit != NULL && !mft_is_time_unit (unit)))
    return fault (error, "\"{=%s}\" is not a number with a unit of time", inside);
  MftToken *token = append (scanner, MFT_TOKEN_QUANTITY);
  token->number = number;
  token->unit = g_strdup (unit);
  return TRUE;
}

/* {@ayat:usul}, {@huruf:data}, {@pasal:K-25#jangka}, {@lampiran:L-data} */
static gboolean
take_reference (Scanner *scanner, const char *inside, GError **error)
{
  static const char *const levels[] = { "ayat:", "huruf:", "pasal:", "lampiran:" };
  guint level = 0;

  while (level < G_N_ELEMENTS (levels) && !g_str_has_prefix (inside, levels[level]))
    level++;
  if (level == G_N_ELEMENTS (levels))
    return fault (error, "\"{@%s}\" points to neither ayat, huruf, pasal nor lampiran", inside);

  const char *target = inside + strlen (levels[level]);
  gboolean inner = level == MFT_POINTER_AYAT || level == MFT_POINTER_HURUF;
  g_auto (GStrv) parts = g_strsplit (target, "#", 2);
  const char *unit = inner ? NULL : parts[0] != NULL ? parts[0] : "";
  const char *label = inner ? target : g_strv_length (parts) > 1 ? parts[1] : NULL;

  if ((unit != NULL && !is_name (unit, "-")) || (label != NULL && !is_name (label, "_"))
      || (level == MFT_POINTER_LAMPIRAN && (label != NULL || !g_str_has_prefix (unit, "L-"))))
    return fault (error, "\"{@%s}\" names no place", inside);
  MftToken *token = append (scanner, MFT_TOKEN_REFERENCE);
  token->points = (MftPointer) level;
  token->unit = g_strdup (unit);
  token->text = g_strdup (label);
  return TRUE;
}

static gboolean
has_own_kind (const char *id)
{
  return g_strv_contains (plain_fields, id) || g_str_has_prefix (id, "induk.")
         || (id[0] == 'p' && (g_ascii_isdigit (id[1]) || id[1] == 'N') && id[2] == '.');
}

/* {jangka_waktu:durasi}, {p1.nama} */
static gboolean
take_field (Scanner *scanner, const char *inside, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (inside, ":", 2);
  MftSlotKind slot = MFT_SLOT_NONE;

  if (parts[0] == NULL || !is_name (parts[0], "_."))
    return fault (error, "\"{%s}\" is not a field", inside);
  if (parts[1] == NULL && !has_own_kind (parts[0]))
    return fault (error, "field \"%s\" has no kind", parts[0]);
  if (parts[1] != NULL && !mft_slot_kind_parse (parts[1], &slot))
    return fault (error, "\"%s\" is not a kind of field", parts[1]);
  MftToken *token = append (scanner, MFT_TOKEN_FIELD);
  token->text = g_strdup (parts[0]);
  token->slot = slot;
  return TRUE;
}

static gboolean
take_braces (Scanner *scanner, GError **error)
{
  gsize size = strcspn (scanner->at + 1, "{}");
  g_autofree char *inside = g_strndup (scanner->at + 1, size);

  if (scanner->at[1 + size] != '}')
    return fault (error, "\"{%s\" is not closed", inside);
  flush (scanner);
  scanner->at += size + 2;
  switch (inside[0])
    {
    case '=':
      return take_quantity (scanner, inside + 1, error);
    case '@':
      return take_reference (scanner, inside + 1, error);
    default:
      return take_field (scanner, inside, error);
    }
}

/* TRUE and past it if `word` stands here as a whole word. */
static gboolean
accept_word (const char **at, const char *word)
{
  gsize size = strlen (word);

  if (strncmp (*at, word, size) != 0 || g_unichar_isalnum (g_utf8_get_char (*at + size)))
    return FALSE;
  *at += size;
  return TRUE;
}

/* The fixed words that stand for parties; they follow the house's style in the agreement. */
static gboolean
take_party (Scanner *scanner)
{
  const char *start = scanner->at;
  const char *end = start;
  guint party = MFT_TOKEN_PARTY_ANY;

  if (scanner->words->len > 0 && g_ascii_isalnum (scanner->words->str[scanner->words->len - 1]))
    return FALSE;
  if (accept_word (&end, "PARA PIHAK"))
    party = MFT_TOKEN_PARTY_ALL;
  else if (!accept_word (&end, "PIHAK"))
    return FALSE;
  else if (*end == ' ')
    for (guint i = 0; i < G_N_ELEMENTS (ordinals) && party == MFT_TOKEN_PARTY_ANY; i++)
      {
        const char *after = end + 1;
        if (accept_word (&after, ordinals[i]))
          {
            party = i + 1;
            end = after;
          }
      }
  flush (scanner);
  MftToken *token = append (scanner, MFT_TOKEN_PARTY);
  token->party = party;
  token->text = g_strndup (start, (gsize) (end - start));
  scanner->at = end;
  return TRUE;
}

static gboolean
take_piece (Scanner *scanner, GError **error)
{
  switch (*scanner->at)
    {
    case '{':
      return take_braces (scanner, error);
    case '}':
      return fault (error, "\"}\" without \"{\"%s", "");
    case '*':
      flush (scanner);
      scanner->italic = !scanner->italic;
      scanner->at++;
      return TRUE;
    case ' ':
      if (scanner->at[1] == ' ' || scanner->at[1] == '\0')
        return fault (error, "a space too many%s", "");
      break;
    case 'P':
      if (take_party (scanner))
        return TRUE;
      break;
    default:
      break;
    }
  const char *next = g_utf8_next_char (scanner->at);
  g_string_append_len (scanner->words, scanner->at, next - scanner->at);
  scanner->at = next;
  return TRUE;
}

GPtrArray *
mft_tokens_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_token_free);
  g_autoptr (GString) words = g_string_new (NULL);
  Scanner scanner = { .at = text, .tokens = tokens, .words = words };

  while (*scanner.at != '\0')
    {
      if (!take_piece (&scanner, error))
        return NULL;
      if (tokens->len > TOKENS_MOST)
        {
          fault (error, "too many pieces in one line%s", "");
          return NULL;
        }
    }
  if (scanner.italic)
    {
      fault (error, "\"*\" is not closed%s", "");
      return NULL;
    }
  flush (&scanner);
  return g_steal_pointer (&tokens);
}
