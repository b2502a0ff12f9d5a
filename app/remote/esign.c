/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/esign-answer.h"

#include <string.h>

#include "base/random.h"
#include "container/json.h"
#include "net/error.h"
#include "net/http.h"
#include "remote/body.h"

#define NIK_DIGITS 16
#define TIMEOUT 180               /* seconds: it signs, stamps and asks for evidence */
#define DOCUMENT_MOST (10u << 20) /* what fits into JSON of 16 MiB */
#define ANSWER_MOST (16u << 20)
#define V1_MOST (64u << 20)

gboolean
mft_nik_is_sound (MftSecret *nik)
{
  const char *digits = mft_secret_peek (nik);

  return mft_secret_size (nik) == NIK_DIGITS && strspn (digits, "0123456789") == NIK_DIGITS;
}

char *
mft_nik_mask (MftSecret *nik)
{
  const char *digits = mft_secret_peek (nik);

  return mft_nik_is_sound (nik) ? g_strdup_printf ("%.4s••••••••%.4s", digits, digits + 12)
                                : g_strdup ("••••••••••••••••");
}

/* An error tells the address; what stands behind the service's own may be a NIK. */
static void
hide_path (const MftEsignService *service, GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain != MFT_NET_ERROR)
    return;
  int code = (*error)->code;
  g_clear_error (error);
  g_set_error (error, MFT_NET_ERROR, code, "'%s': the exchange failed", service->url);
}

static GBytes *
exchange (const MftEsignService *service, const char *path, const char *type, GBytes *body,
          gsize limit, MftJob *job, GError **error)
{
  g_autofree char *base = g_strdup (service->url);
  guint status = 0;

  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  g_autofree char *url = g_strconcat (base, path, NULL);
  const MftHttpRequest request = { .url = url,
                                   .content_type = type,
                                   .body = body,
                                   .user = service->user,
                                   .password = service->password,
                                   .is_confidential = TRUE,
                                   .timeout = TIMEOUT,
                                   .status = &status };
  g_autoptr (GBytes) answer = mft_http_exchange (&request, limit, job, error);
  if (answer == NULL)
    hide_path (service, error);
  if (answer == NULL || status == 200)
    return g_steal_pointer (&answer);
  mft_esign_refuse (status, answer, error);
  return NULL;
}

static gboolean
check_nik (MftSecret *nik, GError **error)
{
  if (mft_nik_is_sound (nik))
    return TRUE;
  g_set_error_literal (error, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_NOT_REGISTERED,
                       "a NIK has 16 digits");
  return FALSE;
}

static gboolean
fail_answer (GError **error, const char *why)
{
  g_set_error (error, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_ANSWER, "the service's answer: %s", why);
  return FALSE;
}

static GBytes *
ask_status (const MftEsignService *service, MftSecret *nik, MftJob *job, GError **error)
{
  g_auto (MftBody) body = { 0 };

  if (service->version == 1)
    {
      /* The protocol wants it in the path; it is not shown anywhere. */
      g_autofree char *path = g_strconcat ("/api/user/status/", mft_secret_peek (nik), NULL);
      GBytes *answer = exchange (service, path, NULL, NULL, ANSWER_MOST, job, error);
      mft_wipe (path, strlen (path));
      return answer;
    }
  mft_body_append_text (&body, "{");
  mft_body_append_member (&body, "nik", mft_secret_peek (nik));
  mft_body_append_text (&body, "}");
  g_autoptr (GBytes) bytes = mft_body_steal (&body);
  return exchange (service, "/api/v2/user/check/status", "application/json", bytes, ANSWER_MOST,
                   job, error);
}

gboolean
mft_esign_check (const MftEsignService *service, MftSecret *nik, MftJob *job, GError **error)
{
  if (!check_nik (nik, error))
    return FALSE;
  g_autoptr (GBytes) bytes = ask_status (service, nik, job, error);
  if (bytes == NULL)
    return FALSE;
  g_autoptr (JsonObject) answer = mft_json_parse_object (bytes, "the answer", NULL);
  g_autofree char *word = mft_esign_text (answer, "status");
  if (word == NULL)
    return fail_answer (error, "no status");
  return mft_esign_state_may_sign (mft_esign_state_of (word), word, error);
}

gboolean
mft_esign_send_totp (const MftEsignService *service, MftSecret *nik, MftJob *job, GError **error)
{
  g_auto (MftBody) body = { 0 };

  if (!check_nik (nik, error))
    return FALSE;
  mft_body_append_text (&body, "{");
  mft_body_append_member (&body, "nik", mft_secret_peek (nik));
  mft_body_append_text (&body, ",\"data\":1}");
  g_autoptr (GBytes) bytes = mft_body_steal (&body);
  g_autoptr (GBytes) answer = exchange (service, "/api/v2/sign/get/totp", "application/json", bytes,
                                        ANSWER_MOST, job, error);
  return answer != NULL;
}

static void
append_number (MftBody *body, const char *key, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.2f", value);
  mft_body_append_text (body, ",\"");
  mft_body_append_text (body, key);
  mft_body_append_text (body, "\":");
  mft_body_append_text (body, digits);
}

/* v2: the origin is above, the sizes are sizes. */
static void
append_properties (MftBody *body, const MftEsignRequest *request)
{
  mft_body_append_text (body, ",\"signatureProperties\":[{");
  mft_body_append_member (body, "tampilan", request->page > 0 ? "VISIBLE" : "INVISIBLE");
  if (request->reason != NULL)
    mft_body_append_member (body, "reason", request->reason);
  if (request->location != NULL)
    mft_body_append_member (body, "location", request->location);
  if (request->page > 0)
    {
      g_autofree char *page = g_strdup_printf (",\"page\":%u", request->page);
      mft_body_append_text (body, page);
      append_number (body, "originX", request->left);
      append_number (body, "originY", request->page_height - request->bottom - request->height);
      append_number (body, "width", request->width);
      append_number (body, "height", request->height);
      mft_body_append_text (body, ",\"imageBase64\":\"");
      mft_body_append_base64 (body, request->image);
      mft_body_append_text (body, "\"");
    }
  mft_body_append_text (body, "}]");
}

static GBytes *
sign_v2 (const MftEsignService *service, const MftEsignRequest *request, GBytes *pdf, MftJob *job,
         GError **error)
{
  g_auto (MftBody) body = { 0 };

  mft_body_append_text (&body, "{");
  mft_body_append_member (&body, "nik", mft_secret_peek (request->nik));
  if (request->totp != NULL)
    mft_body_append_member (&body, "totp", mft_secret_peek (request->totp));
  else
    mft_body_append_member (&body, "passphrase", mft_secret_peek (request->passphrase));
  append_properties (&body, request);
  mft_body_append_text (&body, ",\"file\":[\"");
  mft_body_append_base64 (&body, pdf);
  mft_body_append_text (&body, "\"]}");
  g_autoptr (GBytes) bytes = mft_body_steal (&body);
  g_autoptr (GBytes) answer
      = exchange (service, "/api/v2/sign/pdf", "application/json", bytes, ANSWER_MOST, job, error);
  if (answer == NULL)
    return NULL;
  g_autoptr (JsonObject) object = mft_json_parse_object (answer, "the answer", NULL);
  JsonNode *node = object != NULL ? json_object_get_member (object, "file") : NULL;
  JsonArray *files
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *first = files != NULL && json_array_get_length (files) == 1
                        ? json_array_get_element (files, 0)
                        : NULL;
  if (first == NULL || json_node_get_value_type (first) != G_TYPE_STRING)
    return fail_answer (error, "not one file"), NULL;
  gsize size;
  guchar *data = g_base64_decode (json_node_get_string (first), &size);
  return g_bytes_new_take (data, size);
}

static void
append_part (MftBody *body, const char *boundary, const char *name, const char *value)
{
  mft_body_append_text (body, "--");
  mft_body_append_text (body, boundary);
  mft_body_append_text (body, "\r\nContent-Disposition: form-data; name=\"");
  mft_body_append_text (body, name);
  mft_body_append_text (body, "\"\r\n\r\n");
  mft_body_append_text (body, value);
  mft_body_append_text (body, "\r\n");
}

static void
append_number_part (MftBody *body, const char *boundary, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  append_part (body, boundary, name, g_ascii_formatd (digits, sizeof digits, "%.2f", value));
}

static void
append_file (MftBody *body, const char *boundary, const char *name, const char *file,
             const char *type, GBytes *bytes)
{
  g_autofree char *head
      = g_strdup_printf ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                         "Content-Type: %s\r\n\r\n",
                         boundary, name, file, type);

  mft_body_append_text (body, head);
  mft_body_append (body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  mft_body_append_text (body, "\r\n");
}

/* v1: the origin is below; "width" and "height" are the upper right corner, as the manual's figure and
 * its clients have it. */
static void
append_place (MftBody *body, const char *boundary, const MftEsignRequest *request)
{
  g_autofree char *page = g_strdup_printf ("%u", request->page);

  append_part (body, boundary, "image", "true");
  append_part (body, boundary, "page", page);
  append_number_part (body, boundary, "xAxis", request->left);
  append_number_part (body, boundary, "yAxis", request->bottom);
  append_number_part (body, boundary, "width", request->left + request->width);
  append_number_part (body, boundary, "height", request->bottom + request->height);
  append_file (body, boundary, "imageTTD", "ttd.png", "image/png", request->image);
}

static GBytes *
sign_v1 (const MftEsignService *service, const MftEsignRequest *request, GBytes *pdf, MftJob *job,
         GError **error)
{
  g_auto (MftBody) body = { 0 };
  guint8 random[16];

  mft_random_bytes (random, sizeof random);
  g_autofree char *digits = g_base64_encode (random, sizeof random);
  g_autofree char *boundary = g_strconcat ("mufakat-", g_strdelimit (digits, "+/=", '-'), NULL);
  g_autofree char *type = g_strconcat ("multipart/form-data; boundary=", boundary, NULL);
  append_part (&body, boundary, "nik", mft_secret_peek (request->nik));
  append_part (&body, boundary, "passphrase", mft_secret_peek (request->passphrase));
  append_part (&body, boundary, "tampilan", request->page > 0 ? "visible" : "invisible");
  if (request->reason != NULL)
    append_part (&body, boundary, "reason", request->reason);
  if (request->location != NULL)
    append_part (&body, boundary, "location", request->location);
  if (request->page > 0)
    append_place (&body, boundary, request);
  append_file (&body, boundary, "file", "dokumen.pdf", "application/pdf", pdf);
  mft_body_append_text (&body, "--");
  mft_body_append_text (&body, boundary);
  mft_body_append_text (&body, "--\r\n");
  g_autoptr (GBytes) bytes = mft_body_steal (&body);
  return exchange (service, "/api/sign/pdf", type, bytes, V1_MOST, job, error);
}

GBytes *
mft_esign_sign (const MftEsignService *service, const MftEsignRequest *request, GBytes *pdf,
                MftJob *job, GError **error)
{
  gsize most = service->version == 1 ? V1_MOST / 2 : DOCUMENT_MOST;

  if (!check_nik (request->nik, error))
    return NULL;
  if (g_bytes_get_size (pdf) > most)
    {
      g_set_error (error, MFT_REMOTE_ERROR, MFT_REMOTE_ERROR_DOCUMENT,
                   "the service says 'more than %u MiB'", (guint) (most >> 20));
      return NULL;
    }
  return service->version == 1 ? sign_v1 (service, request, pdf, job, error)
                               : sign_v2 (service, request, pdf, job, error);
}
