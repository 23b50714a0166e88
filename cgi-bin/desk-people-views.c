/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-people-views.h"

#include "sql_programme.h"
#include "sql_report.h"

static const struct member people_members[] = {
	VIEW_MEMBER(struct desk_people, words),
	VIEW_MEMBER(struct desk_people, sort),
	VIEW_MEMBER(struct desk_people, state),
	VIEW_MEMBER(struct desk_people, lacks),
	VIEW_MEMBER(struct desk_people, programme_id),
	VIEW_LIST(struct desk_people, rows, people_some_view),
	VIEW_LIST(struct desk_people, programmes, report_programmes_view),
	VIEW_LIST(struct desk_people, open, programmes_open_view),
	VIEW_MEMBER(struct desk_people, asked),
	VIEW_MEMBER(struct desk_people, nothing),
	VIEW_MEMBER(struct desk_people, too_many),
	VIEW_MEMBER(struct desk_people, further),
	VIEW_MEMBER(struct desk_people, looked),
	VIEW_MEMBER(struct desk_people, after),
};
const struct view desk_people_view = VIEW(desk_people, people_members);

static const struct member done_members[] = {
	VIEW_MEMBER(struct desk_done, at),
	VIEW_MEMBER(struct desk_done, what),
	VIEW_MEMBER(struct desk_done, who),
	VIEW_MEMBER(struct desk_done, pair_id),
};
static const struct view desk_done_view = VIEW(desk_done, done_members);

static const struct member person_measure_members[] = {
	VIEW_MEMBER(struct desk_person_measure, signup_id),
	VIEW_MEMBER(struct desk_person_measure, programme),
};
static const struct view desk_person_measure_view = VIEW(desk_person_measure, person_measure_members);

static const struct member how_members[] = {
	VIEW_ROW(struct desk_how, row, measure_signup_view),
	VIEW_MEMBER(struct desk_how, programme),
	VIEW_MEMBER(struct desk_how, measures),
	VIEW_MEMBER(struct desk_how, given),
	VIEW_MEMBER(struct desk_how, nothing),
};
const struct view desk_how_you_are_view = VIEW(desk_how, how_members);
const struct view desk_how_sheet_view = VIEW(desk_how, how_members);

static const struct member person_members[] = {
	VIEW_ROW(struct desk_person, person, person_shown_view),
	VIEW_LIST(struct desk_person, signups, person_signups_view),
	VIEW_LIST(struct desk_person, asks, person_asks_view),
	VIEW_LIST(struct desk_person, offers, person_offers_view),
	VIEW_LIST(struct desk_person, pairs, person_pairs_view),
	VIEW_LIST(struct desk_person, bars, bars_of_view),
	VIEW_LIST(struct desk_person, lessons, lesson_view),
	VIEW_LIST(struct desk_person, measures, desk_person_measure_view),
	VIEW_LIST(struct desk_person, done, desk_done_view),
	VIEW_MEMBER(struct desk_person, older),
	VIEW_MEMBER(struct desk_person, has_twins),
	VIEW_MEMBER(struct desk_person, is_here),
};
const struct view desk_person_view = VIEW(desk_person, person_members);

static const struct member help_members[] = {
	VIEW_ROW(struct desk_help, person, person_shown_view),
	VIEW_MEMBER(struct desk_help, may),
};
const struct view desk_help_view = VIEW(desk_help, help_members);

static const struct member paragraph_members[] = {
	VIEW_MEMBER(struct desk_paragraph, words),
};
const struct view desk_paragraph_view = VIEW(desk_paragraph, paragraph_members);

static const struct member letter_members[] = {
	VIEW_MEMBER(struct desk_letter, outbox_id),
	VIEW_MEMBER(struct desk_letter, full_name),
	VIEW_MEMBER(struct desk_letter, address),
	VIEW_MEMBER(struct desk_letter, subject),
	VIEW_MEMBER(struct desk_letter, lang),
	VIEW_MEMBER(struct desk_letter, dir),
	VIEW_LIST(struct desk_letter, paragraphs, desk_paragraph_view),
	VIEW_MEMBER(struct desk_letter, ticked),
};
const struct view desk_letter_row_view = VIEW(desk_letter, letter_members);

static const struct member letters_members[] = {
	VIEW_LIST(struct desk_letters, rows, desk_letter_row_view),
	VIEW_MEMBER(struct desk_letters, further),
};
const struct view desk_letters_view = VIEW(desk_letters, letters_members);

static const struct member letter_kind_members[] = {
	VIEW_MEMBER(struct desk_letter_kind, kind),
	VIEW_MEMBER(struct desk_letter_kind, subject),
};
static const struct view desk_letter_kind_view = VIEW(desk_letter_kind, letter_kind_members);

static const struct member one_letter_members[] = {
	VIEW_ROW(struct desk_one_letter, person, person_shown_view),
	VIEW_LIST(struct desk_one_letter, kinds, desk_letter_kind_view),
	VIEW_LIST(struct desk_one_letter, letters, desk_letter_row_view),
	VIEW_MEMBER(struct desk_one_letter, is_here),
};
const struct view desk_letter_view = VIEW(desk_one_letter, one_letter_members);

static const struct member merge_members[] = {
	VIEW_ROW(struct desk_merge, person, person_shown_view),
	VIEW_LIST(struct desk_merge, twins, merge_twins_view),
};
const struct view desk_merge_view = VIEW(desk_merge, merge_members);

static const struct member import_members[] = {
	VIEW_ROW(struct desk_import, programme, desk_form_programme_view),
	VIEW_ROW(struct desk_import, end, intake_end_view),
	VIEW_MEMBER(struct desk_import, mark),
	VIEW_MEMBER(struct desk_import, looked),
	VIEW_MEMBER(struct desk_import, may_put),
	VIEW_MEMBER(struct desk_import, is_other),
	VIEW_LIST(struct desk_import, lines, intake_line_view),
	VIEW_LIST(struct desk_import, columns, intake_column_view),
};
const struct view desk_import_view = VIEW(desk_import, import_members);
