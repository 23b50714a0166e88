/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/signup-views.h"

#include "sql_programme.h"

static const struct member start_members[] = {
	VIEW_MEMBER(struct signup_start, programme),
	VIEW_MEMBER(struct signup_start, invited),
	VIEW_MEMBER(struct signup_start, has_open),
};
const struct view signup_start_view = VIEW(signup_start, start_members);

static const struct member which_members[] = {
	VIEW_LIST(struct signup_which, programmes, programmes_open_view),
	VIEW_MEMBER(struct signup_which, programme_id),
};
const struct view signup_which_view = VIEW(signup_which, which_members);

static const struct member ask_members[] = {
	VIEW_ROW(struct signup_ask, of, signup_of_view),
	VIEW_LIST(struct signup_ask, topics, topics_offered_view),
	VIEW_ROW(struct signup_ask, row, signup_ask_row_view),
};
const struct view signup_ask_view = VIEW(signup_ask, ask_members);

static const struct member offer_members[] = {
	VIEW_ROW(struct signup_offer, of, signup_of_view),
	VIEW_LIST(struct signup_offer, topics, topics_offered_view),
	VIEW_ROW(struct signup_offer, row, signup_offer_row_view),
};
const struct view signup_offer_view = VIEW(signup_offer, offer_members);

static const struct member meet_members[] = {
	VIEW_ROW(struct signup_meet, row, signup_meet_row_view),
	VIEW_LIST(struct signup_meet, places, places_offered_view),
};
const struct view signup_meet_view = VIEW(signup_meet, meet_members);

static const struct member bars_members[] = {
	VIEW_MEMBER(struct bar_lists, organisations),
	VIEW_MEMBER(struct bar_lists, departments),
	VIEW_MEMBER(struct bar_lists, lines),
	VIEW_MEMBER(struct bar_lists, posts),
	VIEW_MEMBER(struct bar_lists, posts_until),
	VIEW_MEMBER(struct bar_lists, family),
	VIEW_MEMBER(struct bar_lists, care),
	VIEW_MEMBER(struct bar_lists, friends),
	VIEW_MEMBER(struct bar_lists, people),
	VIEW_MEMBER(struct bar_lists, other),
};
const struct view bar_lists_view = VIEW(bar_lists, bars_members);
const struct view signup_work_view = VIEW(bar_lists, bars_members);
const struct view signup_bars_view = VIEW(bar_lists, bars_members);
const struct view account_bars_view = VIEW(bar_lists, bars_members);

static const struct member check_members[] = {
	VIEW_ROW(struct signup_check, answers, signup_answers_view),
	VIEW_ROW(struct signup_check, bars, bar_lists_view),
	VIEW_LIST(struct signup_check, asks, signup_asks_view),
	VIEW_LIST(struct signup_check, offers, signup_offers_view),
	VIEW_MEMBER(struct signup_check, offer_words),
	VIEW_MEMBER(struct signup_check, no_ask),
	VIEW_MEMBER(struct signup_check, no_offer),
	VIEW_MEMBER(struct signup_check, several),
	VIEW_MEMBER(struct signup_check, unfinished),
	VIEW_MEMBER(struct signup_check, no_work),
	VIEW_MEMBER(struct signup_check, nobody),
};
const struct view signup_check_view = VIEW(signup_check, check_members);

static const struct member done_members[] = {
	VIEW_ROW(struct signup_done, row, signup_sent_view),
	VIEW_MEMBER(struct signup_done, number),
	VIEW_MEMBER(struct signup_done, by_phone),
	VIEW_MEMBER(struct signup_done, by_post),
};
const struct view signup_done_view = VIEW(signup_done, done_members);

static const struct member save_members[] = {
	VIEW_MEMBER(struct signup_save, code),
	VIEW_MEMBER(struct signup_save, address),
};
const struct view signup_save_view = VIEW(signup_save, save_members);

static const struct member line_members[] = {
	VIEW_MEMBER(struct signup_line, kind),
	VIEW_MEMBER(struct signup_line, points),
};
static const struct view signup_line_view = VIEW(signup_line, line_members);

static const struct member slug_members[] = {
	VIEW_MEMBER(struct signup_slug, slug),
};
static const struct view signup_slug_view = VIEW(signup_slug, slug_members);

static const struct member counted_members[] = {
	VIEW_MEMBER(struct signup_counted, words),
	VIEW_ROW(struct signup_counted, row, programme_settings_view),
	VIEW_LIST(struct signup_counted, mentor_lessons, signup_slug_view),
	VIEW_LIST(struct signup_counted, mentee_lessons, signup_slug_view),
	VIEW_MEMBER(struct signup_counted, waited),
	VIEW_MEMBER(struct signup_counted, in_groups),
	VIEW_LIST(struct signup_counted, lines, signup_line_view),
};
const struct view signup_counted_view = VIEW(signup_counted, counted_members);

static const struct member matching_members[] = {
	VIEW_LIST(struct signup_matching, programmes, signup_counted_view),
};
const struct view signup_matching_view = VIEW(signup_matching, matching_members);
