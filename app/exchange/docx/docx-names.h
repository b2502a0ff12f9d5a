/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Shared by what this room writes into a DOCX and reads from one (ECMA-376-1). */
#define MFT_DOCX_SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define MFT_DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MFT_DOCX_PACKAGE_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

#define MFT_DOCX_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define MFT_DOCX_WORD_DRAWING MFT_DOCX_DRAWING "wordprocessingDrawing"

/* Relationships of pictures are named by this and their number. */
#define MFT_DOCX_PICTURE "rIdGambar"

/* Comments: what knows the paragraphs of a comment, and what says which answers which. */
#define MFT_DOCX_SPACE_2010 "http://schemas.microsoft.com/office/word/2010/wordml"
#define MFT_DOCX_SPACE_2012 "http://schemas.microsoft.com/office/word/2012/wordml"
#define MFT_DOCX_RELATIONS_2011 "http://schemas.microsoft.com/office/2011/relationships"
#define MFT_DOCX_COMMENT_FIRST 0x4d460000u /* paragraph of comment 0 */

/* The tag of a content control that stands for an empty field is the field's id behind this. */
#define MFT_DOCX_FIELD_TAG "mft:"
