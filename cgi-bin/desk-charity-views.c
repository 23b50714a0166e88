/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-charity-views.h"

static const struct member staff_person_members[] = {
	VIEW_ROW(struct desk_staff_person, row, staff_all_view),
	VIEW_MEMBER(struct desk_staff_person, away_from),
	VIEW_MEMBER(struct desk_staff_person, away_until),
	VIEW_MEMBER(struct desk_staff_person, deputy),
	VIEW_MEMBER(struct desk_staff_person, is_silent),
};
static const struct view desk_staff_person_view = VIEW(desk_staff_person, staff_person_members);

static const struct member staff_members[] = {
	VIEW_LIST(struct desk_staff, rows, desk_staff_person_view),
};
const struct view desk_staff_view = VIEW(desk_staff, staff_members);

static const struct member invite_members[] = {
	VIEW_MEMBER(struct desk_invite, may_coordinator),
	VIEW_MEMBER(struct desk_invite, may_keeper),
	VIEW_MEMBER(struct desk_invite, may_guard),
	VIEW_MEMBER(struct desk_invite, roles),
};
const struct view desk_invite_view = VIEW(desk_invite, invite_members);

static const struct member role_members[] = {
	VIEW_ROW(struct desk_role, row, staff_one_view),
	VIEW_MEMBER(struct desk_role, may_coordinator),
	VIEW_MEMBER(struct desk_role, may_keeper),
	VIEW_MEMBER(struct desk_role, may_guard),
	VIEW_MEMBER(struct desk_role, may_end),
	VIEW_MEMBER(struct desk_role, roles),
	VIEW_LIST(struct desk_role, logins, logins_of_view),
	VIEW_MEMBER(struct desk_role, may_card),
	VIEW_MEMBER(struct desk_role, is_self),
};
const struct view desk_role_view = VIEW(desk_role, role_members);

static const struct member schemes_members[] = {
	VIEW_LIST(struct desk_programmes, rows, programmes_all_view),
};
const struct view desk_programmes_view = VIEW(desk_programmes, schemes_members);

static const struct member programme_members[] = {
	VIEW_ROW(struct desk_programme, row, programme_settings_view),
	VIEW_MEMBER(struct desk_programme, words),
	VIEW_LIST(struct desk_programme, topics, topics_of_view),
};
const struct view desk_programme_view = VIEW(desk_programme, programme_members);

static const struct member words_of_members[] = {
	VIEW_MEMBER(struct desk_scheme_words_of, code),
	VIEW_MEMBER(struct desk_scheme_words_of, name),
	VIEW_MEMBER(struct desk_scheme_words_of, dir),
	VIEW_MEMBER(struct desk_scheme_words_of, words),
	VIEW_MEMBER(struct desk_scheme_words_of, more),
	VIEW_MEMBER(struct desk_scheme_words_of, address),
	VIEW_MEMBER(struct desk_scheme_words_of, current),
};
static const struct view desk_scheme_words_of_view = VIEW(desk_scheme_words_of, words_of_members);

static const struct member charity_members[] = {
	VIEW_MEMBER(struct desk_charity, language),
	VIEW_MEMBER(struct desk_charity, site_name),
	VIEW_MEMBER(struct desk_charity, phone),
	VIEW_MEMBER(struct desk_charity, phone_hours),
	VIEW_MEMBER(struct desk_charity, concern_phone),
	VIEW_MEMBER(struct desk_charity, email),
	VIEW_MEMBER(struct desk_charity, post_address),
	VIEW_MEMBER(struct desk_charity, concern_hours),
};
const struct view desk_charity_view = VIEW(desk_charity, charity_members);

static const struct member colours_members[] = {
	VIEW_MEMBER(struct desk_colours, colour),
	VIEW_MEMBER(struct desk_colours, colour_dark),
	VIEW_MEMBER(struct desk_colours, light),
	VIEW_MEMBER(struct desk_colours, dark),
	VIEW_MEMBER(struct desk_colours, looking),
	VIEW_MEMBER(struct desk_colours, own),
};
const struct view desk_colours_view = VIEW(desk_colours, colours_members);

static const struct member words_members[] = {
	VIEW_MEMBER(struct desk_scheme_words, programme_id),
	VIEW_MEMBER(struct desk_scheme_words, language_name),
	VIEW_MEMBER(struct desk_scheme_words, in),
	VIEW_MEMBER(struct desk_scheme_words, words),
	VIEW_MEMBER(struct desk_scheme_words, more),
	VIEW_LIST(struct desk_scheme_words, all, desk_scheme_words_of_view),
	VIEW_MEMBER(struct desk_scheme_words, position),
};
const struct view desk_topic_view = VIEW(desk_scheme_words, words_members);
const struct view desk_programme_words_view = VIEW(desk_scheme_words, words_members);
const struct view desk_new_topic_view = VIEW(desk_scheme_words, words_members);
