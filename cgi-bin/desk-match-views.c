/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of matching show: a run, its proposals, who else could help, what would change if. */
#include "cgi-bin/desk-match-views.h"
#include "domain/swap.h"
#include "cgi-bin/desk-views.h"

#include "cgi-bin/ring-views.h"
#include "domain/hindrance.h"
#include "sql_desk.h"
#include "sql_programme.h"

static const struct member matching_members[] = {
	VIEW_LIST(struct desk_matching, programmes, desk_to_match_view),
};
const struct view desk_matching_view = VIEW(desk_matching, matching_members);

static const struct member circle_members[] = {
	VIEW_MEMBER(struct desk_circle, closed),
	VIEW_MEMBER(struct desk_circle, drawn),
	VIEW_MEMBER(struct desk_circle, people),
	VIEW_LIST(struct desk_circle, arrows, ring_arrow_view),
	VIEW_LIST(struct desk_circle, names, ring_name_view),
	VIEW_LIST(struct desk_circle, ties, match_ties_view),
};
const struct view desk_circle_view = VIEW(desk_circle, circle_members);

static const struct member left_members[] = {
	VIEW_ROW(struct desk_left, row, match_left_out_view),
	VIEW_MEMBER(struct desk_left, near),
};
static const struct view desk_left_view = VIEW(desk_left, left_members);

static const struct member helpful_members[] = {
	VIEW_MEMBER(struct helpful_offer, topic_id),
	VIEW_MEMBER(struct helpful_offer, topic),
	VIEW_MEMBER(struct helpful_offer, district),
	VIEW_MEMBER(struct helpful_offer, people),
};
static const struct view helpful_offer_view = VIEW(helpful_offer, helpful_members);

static const struct member other_members[] = {
	VIEW_MEMBER(struct desk_other, offer_id),
	VIEW_MEMBER(struct desk_other, mentor),
	VIEW_LIST(struct desk_other, reasons, reasons_of_view),
	VIEW_MEMBER(struct desk_other, kind),
	VIEW_MEMBER(struct desk_other, may),
	VIEW_MEMBER(struct desk_other, two_ways),
	VIEW_MEMBER(struct desk_other, friend),
};
static const struct view desk_other_view = VIEW(desk_other, other_members);

static const struct member others_members[] = {
	VIEW_ROW(struct desk_others, ask, ask_by_hand_view),
	VIEW_LIST(struct desk_others, candidates, desk_other_view),
	VIEW_LIST(struct desk_others, barred, desk_other_view),
	VIEW_MEMBER(struct desk_others, name),
	VIEW_MEMBER(struct desk_others, found),
};
const struct view desk_others_view = VIEW(desk_others, others_members);

static const struct member swap_row_members[] = {
	VIEW_MEMBER(struct swap, other_id),
	VIEW_MEMBER(struct swap, other_mentor),
	VIEW_MEMBER(struct swap, other_mentee),
	VIEW_MEMBER(struct swap, points),
};
static const struct view swap_view = VIEW(swap, swap_row_members);

static const struct member swap_members[] = {
	VIEW_ROW(struct desk_swap, row, proposals_of_view),
	VIEW_LIST(struct desk_swap, swaps, swap_view),
};
const struct view desk_swap_view = VIEW(desk_swap, swap_members);

static const struct member lift_members[] = {
	VIEW_ROW(struct desk_lift, bar, run_bars_view),
	VIEW_MEMBER(struct desk_lift, tie),
};
const struct view desk_lift_view = VIEW(desk_lift, lift_members);

static const struct member what_if_members[] = {
	VIEW_MEMBER(struct desk_what_if, words),
	VIEW_MEMBER(struct desk_what_if, programme_id),
	VIEW_LIST(struct desk_what_if, topics, topics_offered_view),
	VIEW_LIST(struct desk_what_if, programmes, desk_to_match_view),
	VIEW_LIST(struct desk_what_if, bars, desk_lift_view),
	VIEW_MEMBER(struct desk_what_if, what),
	VIEW_MEMBER(struct desk_what_if, topic_id),
	VIEW_MEMBER(struct desk_what_if, joined_id),
	VIEW_MEMBER(struct desk_what_if, near),
	VIEW_MEMBER(struct desk_what_if, tie),
	VIEW_MEMBER(struct desk_what_if, asked),
	VIEW_MEMBER(struct desk_what_if, helps),
	VIEW_MEMBER(struct desk_what_if, topic),
	VIEW_MEMBER(struct desk_what_if, mentor),
	VIEW_MEMBER(struct desk_what_if, mentee),
	VIEW_MEMBER(struct desk_what_if, joined),
	VIEW_MEMBER(struct desk_what_if, met_now),
	VIEW_MEMBER(struct desk_what_if, met_then),
	VIEW_MEMBER(struct desk_what_if, met_more),
	VIEW_MEMBER(struct desk_what_if, both_now),
	VIEW_MEMBER(struct desk_what_if, both_then),
	VIEW_MEMBER(struct desk_what_if, both_more),
};
const struct view desk_what_if_view = VIEW(desk_what_if, what_if_members);

static const struct member weights_members[] = {
	VIEW_MEMBER(struct desk_weights, words),
	VIEW_MEMBER(struct desk_weights, programme_id),
	VIEW_MEMBER(struct desk_weights, topic),
	VIEW_MEMBER(struct desk_weights, values),
	VIEW_MEMBER(struct desk_weights, place),
	VIEW_MEMBER(struct desk_weights, district),
	VIEW_MEMBER(struct desk_weights, near),
	VIEW_MEMBER(struct desk_weights, far),
	VIEW_MEMBER(struct desk_weights, way),
	VIEW_MEMBER(struct desk_weights, tongue),
	VIEW_MEMBER(struct desk_weights, rhythm),
	VIEW_MEMBER(struct desk_weights, wish),
	VIEW_MEMBER(struct desk_weights, waited),
	VIEW_MEMBER(struct desk_weights, missed),
	VIEW_MEMBER(struct desk_weights, both),
	VIEW_MEMBER(struct desk_weights, free),
	VIEW_MEMBER(struct desk_weights, seen),
};
const struct view desk_weights_view = VIEW(desk_weights, weights_members);

static const struct member outlook_members[] = {
	VIEW_MEMBER(struct outlook, pairs),
	VIEW_MEMBER(struct outlook, people),
	VIEW_MEMBER(struct outlook, both),
	VIEW_MEMBER(struct outlook, circles),
	VIEW_MEMBER(struct outlook, in_circles),
	VIEW_MEMBER(struct outlook, reverse),
};
static const struct view outlook_view = VIEW(outlook, outlook_members);

static const struct member run_members[] = {
	VIEW_MEMBER(struct desk_run, words),
	VIEW_MEMBER(struct desk_run, programme_id),
	VIEW_ROW(struct desk_run, last, match_run_last_view),
	VIEW_LIST(struct desk_run, proposals, desk_proposal_row_view),
	VIEW_LIST(struct desk_run, bars, run_bars_view),
	VIEW_LIST(struct desk_run, left_out, desk_left_view),
	VIEW_LIST(struct desk_run, helpful, helpful_offer_view),
	VIEW_LIST(struct desk_run, circles, desk_circle_view),
	VIEW_MEMBER(struct desk_run, more_circles),
	VIEW_MEMBER(struct desk_run, alone),
	VIEW_MEMBER(struct desk_run, tied),
	VIEW_MEMBER(struct desk_run, kept),
	VIEW_ROW(struct desk_run, now, outlook_view),
	VIEW_ROW(struct desk_run, then, outlook_view),
	VIEW_ROW(struct desk_run, waiting, match_waiting_view),
	VIEW_MEMBER(struct desk_run, longest_now),
	VIEW_MEMBER(struct desk_run, longest_then),
	VIEW_LIST(struct desk_run, dropped, proposals_dropped_view),
	VIEW_MEMBER(struct desk_run, further),
	VIEW_MEMBER(struct desk_run, after),
};
const struct view desk_run_view = VIEW(desk_run, run_members);
const struct view desk_send_view = VIEW(desk_run, run_members);

static const struct member proposal_members[] = {
	VIEW_ROW(struct desk_proposal, row, proposals_of_view),
	VIEW_LIST(struct desk_proposal, cards, desk_proposal_row_view),
	VIEW_MEMBER(struct desk_proposal, in_the_way),
	VIEW_LIST(struct desk_proposal, mentor_left, lesson_view),
	VIEW_LIST(struct desk_proposal, mentee_left, lesson_view),
	VIEW_MEMBER(struct desk_proposal, has_lessons),
	VIEW_MEMBER(struct desk_proposal, is_warned),
	VIEW_MEMBER(struct desk_proposal, mentor_waits),
	VIEW_MEMBER(struct desk_proposal, mentee_waits),
	VIEW_MEMBER(struct desk_proposal, may_open),
	VIEW_MEMBER(struct desk_proposal, may_drop),
	VIEW_MEMBER(struct desk_proposal, may_lapse),
};
const struct view desk_proposal_view = VIEW(desk_proposal, proposal_members);
const struct view desk_answer_view = VIEW(desk_proposal, proposal_members);
