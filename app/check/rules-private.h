/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/checker-private.h"

G_BEGIN_DECLS

/* Rules that look at the block the checker is at. Private to the room, as all here. */
void _mft_check_number_words (MftChecker *checker, const MftRule *rule);
void _mft_check_date_words (MftChecker *checker, const MftRule *rule);
void _mft_check_date_weekday (MftChecker *checker, const MftRule *rule);
void _mft_check_ref_dangling (MftChecker *checker, const MftRule *rule);
void _mft_check_ref_external (MftChecker *checker, const MftRule *rule);
void _mft_check_ref_forward (MftChecker *checker, const MftRule *rule);
void _mft_check_ref_style (MftChecker *checker, const MftRule *rule);
void _mft_check_term_case (MftChecker *checker, const MftRule *rule);
void _mft_check_party_role (MftChecker *checker, const MftRule *rule);
void _mft_check_list_mark (MftChecker *checker, const MftRule *rule);
void _mft_check_ayat_single (MftChecker *checker, const MftRule *rule);
void _mft_check_label_duplicate (MftChecker *checker, const MftRule *rule);
void _mft_check_placeholder (MftChecker *checker, const MftRule *rule);
void _mft_check_citation (MftChecker *checker, const MftRule *rule);
void _mft_check_pair (MftChecker *checker, const MftRule *rule);
void _mft_check_space (MftChecker *checker, const MftRule *rule);
void _mft_check_corrections (MftChecker *checker, const MftRule *rule);
void _mft_check_wording (MftChecker *checker, const MftRule *rule);

/* Rules that look at the whole agreement. */
void _mft_check_term_undefined (MftChecker *checker, const MftRule *rule);
void _mft_check_term_unused (MftChecker *checker, const MftRule *rule);
void _mft_check_term_once (MftChecker *checker, const MftRule *rule);
void _mft_check_term_twice (MftChecker *checker, const MftRule *rule);
void _mft_check_party_name (MftChecker *checker, const MftRule *rule);
void _mft_check_party_roles (MftChecker *checker, const MftRule *rule);
void _mft_check_mirror (MftChecker *checker, const MftRule *rule);
void _mft_check_field_empty (MftChecker *checker, const MftRule *rule);
void _mft_check_number_mask (MftChecker *checker, const MftRule *rule);
void _mft_check_minimum (MftChecker *checker, const MftRule *rule);
void _mft_check_foreign (MftChecker *checker, const MftRule *rule);
void _mft_check_sum (MftChecker *checker, const MftRule *rule);
void _mft_check_spelling (MftChecker *checker, const MftRule *rule);

G_END_DECLS
