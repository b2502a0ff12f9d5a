/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that are never right here; the compiler reads this before every file.
 * Locale-dependent number printing breaks PDF, SQL and JSON under id_ID: use g_ascii_*. */
#pragma once

#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MFT_BANNED(name) mft_banned_##name

#undef strcpy
#define strcpy(d, s) MFT_BANNED (strcpy)
#undef strcat
#define strcat(d, s) MFT_BANNED (strcat)
#undef strncpy
#define strncpy(d, s, n) MFT_BANNED (strncpy)
#undef sprintf
#define sprintf(...) MFT_BANNED (sprintf)
#undef vsprintf
#define vsprintf(...) MFT_BANNED (vsprintf)
#undef strtok
#define strtok(s, d) MFT_BANNED (strtok)
#undef atoi
#define atoi(s) MFT_BANNED (atoi)
#undef atol
#define atol(s) MFT_BANNED (atol)
#undef atof
#define atof(s) MFT_BANNED (atof)
#undef gmtime
#define gmtime(t) MFT_BANNED (gmtime)
#undef localtime
#define localtime(t) MFT_BANNED (localtime)
#undef rand
#define rand() MFT_BANNED (rand)
