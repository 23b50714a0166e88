/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "intake/intake.h"
#include "intake/new-person.h"
#include "sql_programme.h"

static const struct member language_members[] = {
	VIEW_MEMBER(struct desk_spoken, language),
};
static const struct view desk_spoken_view = VIEW(desk_spoken, language_members);

static const struct member enrolment_members[] = {
	VIEW_MEMBER(struct enrolment, how),
	VIEW_MEMBER(struct enrolment, call_name),
	VIEW_MEMBER(struct enrolment, full_name),
	VIEW_MEMBER(struct enrolment, reach),
	VIEW_MEMBER(struct enrolment, email),
	VIEW_MEMBER(struct enrolment, phone),
	VIEW_MEMBER(struct enrolment, address),
	VIEW_MEMBER(struct enrolment, language),
	VIEW_MEMBER(struct enrolment, age_band),
	VIEW_MEMBER(struct enrolment, ask_topic_id),
	VIEW_MEMBER(struct enrolment, ask_words),
	VIEW_MEMBER(struct enrolment, ask_wish),
	VIEW_MEMBER(struct enrolment, talk_ask),
	VIEW_MEMBER(struct enrolment, offer_words),
	VIEW_MEMBER(struct enrolment, offer_wish),
	VIEW_MEMBER(struct enrolment, talk_offer),
	VIEW_MEMBER(struct enrolment, time_offered),
	VIEW_MEMBER(struct enrolment, capacity),
	VIEW_MEMBER(struct enrolment, ways),
	VIEW_MEMBER(struct enrolment, district),
	VIEW_MEMBER(struct enrolment, place_id),
	VIEW_MEMBER(struct enrolment, tongues),
	VIEW_MEMBER(struct enrolment, other_tongue),
	VIEW_MEMBER(struct enrolment, core_values),
	VIEW_ROW(struct enrolment, bars, bar_lists_view),
};
static const struct view enrolment_view = VIEW(enrolment, enrolment_members);

static const struct member new_person_members[] = {
	VIEW_ROW(struct desk_new_person, programme, desk_form_programme_view),
	VIEW_ROW(struct desk_new_person, row, enrolment_view),
	VIEW_LIST(struct desk_new_person, topics, topics_offered_view),
	VIEW_LIST(struct desk_new_person, places, places_offered_view),
	VIEW_LIST(struct desk_new_person, languages, desk_spoken_view),
	VIEW_MEMBER(struct desk_new_person, several_languages),
};
const struct view desk_new_person_view = VIEW(desk_new_person, new_person_members);
const struct view desk_blank_form_view = VIEW(desk_new_person, new_person_members);

static const struct member mistake_members[] = {
	VIEW_MEMBER(struct intake_mistake, column),
	VIEW_MEMBER(struct intake_mistake, words),
	VIEW_MEMBER(struct intake_mistake, lang),
	VIEW_MEMBER(struct intake_mistake, kind),
};
static const struct view intake_mistake_view = VIEW(intake_mistake, mistake_members);

static const struct member line_members[] = {
	VIEW_MEMBER(struct intake_line, row),
	VIEW_MEMBER(struct intake_line, state),
	VIEW_MEMBER(struct intake_line, name),
	VIEW_MEMBER(struct intake_line, by),
	VIEW_MEMBER(struct intake_line, known_id),
	VIEW_MEMBER(struct intake_line, known_name),
	VIEW_MEMBER(struct intake_line, known_row),
	VIEW_LIST(struct intake_line, mistakes, intake_mistake_view),
};
const struct view intake_line_view = VIEW(intake_line, line_members);

static const struct member column_members[] = {
	VIEW_MEMBER(struct intake_column, name),
	VIEW_MEMBER(struct intake_column, takes),
};
const struct view intake_column_view = VIEW(intake_column, column_members);

static const struct member end_members[] = {
	VIEW_MEMBER(struct intake_end, trouble),
	VIEW_MEMBER(struct intake_end, row),
	VIEW_MEMBER(struct intake_end, column),
	VIEW_MEMBER(struct intake_end, added),
	VIEW_MEMBER(struct intake_end, known),
	VIEW_MEMBER(struct intake_end, wrong),
	VIEW_MEMBER(struct intake_end, blank),
	VIEW_MEMBER(struct intake_end, passed_over),
};
const struct view intake_end_view = VIEW(intake_end, end_members);
