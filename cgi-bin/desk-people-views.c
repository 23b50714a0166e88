/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-people-views.h"

#include "sql_report.h"

static const struct member people_members[] = {
	VIEW_MEMBER(struct desk_people, words),
	VIEW_MEMBER(struct desk_people, sort),
	VIEW_MEMBER(struct desk_people, state),
	VIEW_MEMBER(struct desk_people, lacks),
	VIEW_MEMBER(struct desk_people, programme_id),
	VIEW_LIST(struct desk_people, rows, people_some_view),
	VIEW_LIST(struct desk_people, programmes, report_programmes_view),
	VIEW_MEMBER(struct desk_people, asked),
	VIEW_MEMBER(struct desk_people, nothing),
	VIEW_MEMBER(struct desk_people, too_many),
	VIEW_MEMBER(struct desk_people, further),
	VIEW_MEMBER(struct desk_people, looked),
	VIEW_MEMBER(struct desk_people, after),
	VIEW_MEMBER(struct desk_people, after_id),
};
const struct view desk_people_view = VIEW(desk_people, people_members);

static const struct member done_members[] = {
	VIEW_MEMBER(struct desk_done, at),
	VIEW_MEMBER(struct desk_done, what),
	VIEW_MEMBER(struct desk_done, who),
	VIEW_MEMBER(struct desk_done, pair_id),
	VIEW_MEMBER(struct desk_done, signup_id),
};
static const struct view desk_done_view = VIEW(desk_done, done_members);

static const struct member person_members[] = {
	VIEW_ROW(struct desk_person, person, person_shown_view),
	VIEW_LIST(struct desk_person, signups, person_signups_view),
	VIEW_LIST(struct desk_person, asks, person_asks_view),
	VIEW_LIST(struct desk_person, offers, person_offers_view),
	VIEW_LIST(struct desk_person, pairs, person_pairs_view),
	VIEW_LIST(struct desk_person, bars, bars_of_view),
	VIEW_LIST(struct desk_person, done, desk_done_view),
	VIEW_MEMBER(struct desk_person, older),
	VIEW_MEMBER(struct desk_person, is_here),
};
const struct view desk_person_view = VIEW(desk_person, person_members);
