/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What may be chosen; several are joined in one filter, and each has its own below it. 0: any file. */
typedef enum
{
  MFT_FILE_AGREEMENT = 1 << 0, /* .pks */
  MFT_FILE_TEXT = 1 << 1,      /* what can be taken in as an agreement */
  MFT_FILE_PDF = 1 << 2,
  MFT_FILE_IDENTITY = 1 << 3,     /* .p12 .pfx */
  MFT_FILE_CERTIFICATE = 1 << 4,  /* .pem .crt .cer .der */
  MFT_FILE_TABLE = 1 << 5,        /* .xlsx .html .csv */
  MFT_FILE_WORD = 1 << 6,         /* .docx */
  MFT_FILE_OPENDOCUMENT = 1 << 7, /* .odt */
  MFT_FILE_PAGE = 1 << 8,         /* .html */
  MFT_FILE_PLAIN = 1 << 9,        /* .txt */
  MFT_FILE_PICTURE = 1 << 10,     /* .png .jpg */
} MftFileKinds;

/* Shaped like GtkFileDialog (GTK 4.10). The folder of the last choice is remembered. */
void mft_file_dialog_open_async (GtkWindow *parent, const char *title, MftFileKinds kinds,
                                 GAsyncReadyCallback callback, gpointer user_data);
void mft_file_dialog_save_async (GtkWindow *parent, const char *title, MftFileKinds kinds,
                                 const char *name, GAsyncReadyCallback callback,
                                 gpointer user_data);

/* A folder instead of a file. */
void mft_file_dialog_folder_async (GtkWindow *parent, const char *title,
                                   GAsyncReadyCallback callback, gpointer user_data);

/* Several files at once: a list of GFile, owned by the caller; empty where the person took it back. */
void mft_file_dialog_open_several_async (GtkWindow *parent, const char *title, MftFileKinds kinds,
                                         GAsyncReadyCallback callback, gpointer user_data);
GListModel *mft_file_dialog_finish_several (GAsyncResult *result);

/* The file, owned by the caller; NULL where the person took it back. */
GFile *mft_file_dialog_finish (GAsyncResult *result);

/* Its path, owned by the caller; NULL also where it is not on this machine. */
char *mft_file_dialog_finish_path (GAsyncResult *result);

G_END_DECLS
