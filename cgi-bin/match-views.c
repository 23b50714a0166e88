/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/match-views.h"

#include "cgi-bin/ring-views.h"
#include "sql_meeting.h"

static const struct member day_members[] = {
	VIEW_MEMBER(struct match_day, day),
	VIEW_MEMBER(struct match_day, value),
};
static const struct view match_day_view = VIEW(match_day, day_members);

static const struct member proposal_members[] = {
	VIEW_MEMBER(struct match_proposal, is_mentor),
	VIEW_MEMBER(struct match_proposal, proposal_id),
	VIEW_MEMBER(struct match_proposal, state),
	VIEW_MEMBER(struct match_proposal, given),
	VIEW_MEMBER(struct match_proposal, call_name),
	VIEW_MEMBER(struct match_proposal, topic),
	VIEW_MEMBER(struct match_proposal, words),
	VIEW_MEMBER(struct match_proposal, core_values),
	VIEW_MEMBER(struct match_proposal, ways),
	VIEW_MEMBER(struct match_proposal, near),
	VIEW_MEMBER(struct match_proposal, tongues),
	VIEW_MEMBER(struct match_proposal, other_tongue),
	VIEW_MEMBER(struct match_proposal, time_offered),
	VIEW_MEMBER(struct match_proposal, has_phone),
	VIEW_MEMBER(struct match_proposal, has_email),
	VIEW_MEMBER(struct match_proposal, asked_words),
	VIEW_MEMBER(struct match_proposal, asked),
	VIEW_MEMBER(struct match_proposal, due_at),
	VIEW_MEMBER(struct match_proposal, first_day),
	VIEW_LIST(struct match_proposal, days, match_day_view),
	VIEW_MEMBER(struct match_proposal, over),
};
const struct view match_proposal_view = VIEW(match_proposal, proposal_members);

static const struct member read_members[] = {
	VIEW_LIST(struct match_read, topics, everyday_topics_view),
};
const struct view match_read_view = VIEW(match_read, read_members);

static const struct member offer_members[] = {
	VIEW_MEMBER(struct match_offer, offer_id),
	VIEW_MEMBER(struct match_offer, number),
	VIEW_MEMBER(struct match_offer, words),
	VIEW_MEMBER(struct match_offer, ways),
	VIEW_MEMBER(struct match_offer, time_offered),
	VIEW_MEMBER(struct match_offer, near),
	VIEW_MEMBER(struct match_offer, level),
	VIEW_MEMBER(struct match_offer, group_most),
	VIEW_MEMBER(struct match_offer, weight),
};
const struct view match_offer_view = VIEW(match_offer, offer_members);

static const struct member topic_members[] = {
	VIEW_ROW(struct match_topic, topic, everyday_topic_view),
	VIEW_LIST(struct match_topic, offers, match_offer_view),
	VIEW_MEMBER(struct match_topic, way),
	VIEW_MEMBER(struct match_topic, only_near),
	VIEW_MEMBER(struct match_topic, further),
	VIEW_MEMBER(struct match_topic, nothing),
	VIEW_MEMBER(struct match_topic, after),
};
const struct view match_topic_view = VIEW(match_topic, topic_members);

static const struct member choose_members[] = {
	VIEW_ROW(struct match_choose, ask, ask_to_choose_view),
	VIEW_LIST(struct match_choose, offers, match_offer_view),
};
const struct view match_choose_view = VIEW(match_choose, choose_members);

static const struct member ask_members[] = {
	VIEW_ROW(struct match_ask, offer, offer_to_ask_view),
	VIEW_MEMBER(struct match_ask, ways),
	VIEW_MEMBER(struct match_ask, core_values),
	VIEW_MEMBER(struct match_ask, tongues),
	VIEW_MEMBER(struct match_ask, other_tongue),
	VIEW_MEMBER(struct match_ask, near),
	VIEW_MEMBER(struct match_ask, full),
	VIEW_MEMBER(struct match_ask, has_phone),
	VIEW_MEMBER(struct match_ask, has_email),
};
const struct view match_ask_view = VIEW(match_ask, ask_members);

static const struct member invitation_members[] = {
	VIEW_ROW(struct match_invitation, row, invitation_page_view),
	VIEW_MEMBER(struct match_invitation, open),
};
const struct view match_invitation_view = VIEW(match_invitation, invitation_members);

static const struct member pair_members[] = {
	VIEW_ROW(struct match_pair, pair, pair_mine_view),
	VIEW_MEMBER(struct match_pair, core_values),
	VIEW_MEMBER(struct match_pair, no_way),
	VIEW_LIST(struct match_pair, meetings, feedback_mine_view),
	VIEW_LIST(struct match_pair, aims, aims_of_view),
	VIEW_LIST(struct match_pair, earlier, feedback_mine_view),
	VIEW_LIST(struct match_pair, waiting, feedback_mine_view),
	VIEW_MEMBER(struct match_pair, meets),
	VIEW_MEMBER(struct match_pair, lasts),
	VIEW_MEMBER(struct match_pair, to_do),
	VIEW_MEMBER(struct match_pair, to_agree),
	VIEW_MEMBER(struct match_pair, to_aim),
	VIEW_MEMBER(struct match_pair, to_close),
};
const struct view match_pair_view = VIEW(match_pair, pair_members);
/* What shows no more than the pair. */
const struct view match_review_view = VIEW(match_pair, pair_members);
const struct view match_change_view = VIEW(match_pair, pair_members);

static const struct member agreement_members[] = {
	VIEW_ROW(struct match_agreement, pair, pair_mine_view),
	VIEW_MEMBER(struct match_agreement, to_agree),
};
const struct view match_agreement_view = VIEW(match_agreement, agreement_members);

static const struct member sheet_members[] = {
	VIEW_ROW(struct match_sheet, pair, pair_mine_view),
	VIEW_LIST(struct match_sheet, aims, aims_of_view),
	VIEW_MEMBER(struct match_sheet, first_day),
	VIEW_MEMBER(struct match_sheet, thanks_to),
	VIEW_MEMBER(struct match_sheet, phone),
	VIEW_MEMBER(struct match_sheet, concern_phone),
};
const struct view match_sheet_view = VIEW(match_sheet, sheet_members);

static const struct member aims_members[] = {
	VIEW_ROW(struct match_aims, pair, pair_mine_view),
	VIEW_LIST(struct match_aims, aims, aims_of_view),
	VIEW_MEMBER(struct match_aims, editing),
	VIEW_MEMBER(struct match_aims, number),
	VIEW_MEMBER(struct match_aims, kind),
	VIEW_MEMBER(struct match_aims, words),
	VIEW_MEMBER(struct match_aims, state),
	VIEW_MEMBER(struct match_aims, shared),
};
const struct view match_aims_view = VIEW(match_aims, aims_members);

static const struct member closing_members[] = {
	VIEW_ROW(struct match_closing, pair, pair_mine_view),
	VIEW_MEMBER(struct match_closing, gained),
	VIEW_MEMBER(struct match_closing, next_step),
	VIEW_MEMBER(struct match_closing, again),
};
const struct view match_closing_view = VIEW(match_closing, closing_members);

static const struct member dot_members[] = {
	VIEW_MEMBER(struct match_dot, x),
	VIEW_MEMBER(struct match_dot, y),
};
static const struct view match_dot_view = VIEW(match_dot, dot_members);

static const struct member balance_members[] = {
	VIEW_ROW(struct match_balance, pair, pair_mine_view),
	VIEW_LIST(struct match_balance, rows, feedback_split_view),
	VIEW_LIST(struct match_balance, dots, match_dot_view),
	VIEW_MEMBER(struct match_balance, line),
	VIEW_MEMBER(struct match_balance, crowded),
	VIEW_MEMBER(struct match_balance, listening),
	VIEW_MEMBER(struct match_balance, asking),
	VIEW_MEMBER(struct match_balance, advising),
	VIEW_MEMBER(struct match_balance, even),
};
const struct view match_balance_view = VIEW(match_balance, balance_members);

static const struct member tie_members[] = {
	VIEW_MEMBER(struct match_tie, kind),
	VIEW_MEMBER(struct match_tie, mentor),
	VIEW_MEMBER(struct match_tie, mentee),
};
static const struct view match_tie_view = VIEW(match_tie, tie_members);

static const struct member circle_row_members[] = {
	VIEW_MEMBER(struct match_circle_row, closed),
	VIEW_MEMBER(struct match_circle_row, drawn),
	VIEW_MEMBER(struct match_circle_row, people),
	VIEW_LIST(struct match_circle_row, arrows, ring_arrow_view),
	VIEW_LIST(struct match_circle_row, names, ring_name_view),
	VIEW_LIST(struct match_circle_row, ties, match_tie_view),
};
const struct view match_circle_row_view = VIEW(match_circle_row, circle_row_members);

static const struct member circle_members[] = {
	VIEW_LIST(struct match_circle, circles, match_circle_row_view),
};
const struct view match_circle_view = VIEW(match_circle, circle_members);
