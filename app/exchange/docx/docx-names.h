/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Shared by what this room writes into a DOCX and reads from one (ECMA-376-1). */
#define MFT_DOCX_SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define MFT_DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MFT_DOCX_PACKAGE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

/* The tag of a content control that stands for an empty field is the field's id behind this. */
#define MFT_DOCX_FIELD_TAG "mft:"
