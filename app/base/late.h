/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A function of a library that few need, loaded when the first of its functions is called. Loaded with
 * the program, poppler alone brings 20 more and is a twelfth of the time in which an agreement becomes
 * a PDF. A header of the room that uses the library names its functions once:
 *
 *   #define soup_session_send(...) MFT_LATE (MFT_LATE_SOUP, soup_session_send) (__VA_ARGS__)
 *
 * so that callers and the compiler's checks of their arguments stay as they are. `library`: the name
 * that a linker would note ("libsoup-3.0.so.0"), found by meson. Without the library the program ends,
 * as it would have at its start. Any thread. */
#define MFT_LATE(library, function)                                                                \
  (__extension__({                                                                                 \
    static gpointer address;                                                                       \
    (typeof (&(function))) mft_late_find (&address, library, #function);                           \
  }))

gpointer mft_late_find (gpointer *address, const char *library, const char *function);

G_END_DECLS
