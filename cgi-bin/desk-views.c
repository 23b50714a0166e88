/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-views.h"
#include "sql_bar.h"
#include "sql_review.h"

#include "cgi-bin/feedback-views.h"
#include "cgi-bin/held-views.h"
#include "cgi-bin/ring-views.h"
#include "sql_aim.h"
#include "sql_desk.h"
#include "sql_programme.h"

static const struct member proposal_row_members[] = {
	VIEW_ROW(struct desk_proposal_row, row, proposals_of_view),
	VIEW_LIST(struct desk_proposal_row, reasons, reasons_of_view),
	VIEW_MEMBER(struct desk_proposal_row, may_keep),
	VIEW_MEMBER(struct desk_proposal_row, reverse),
	VIEW_MEMBER(struct desk_proposal_row, circle),
	VIEW_MEMBER(struct desk_proposal_row, circle_names),
};
const struct view desk_proposal_row_view = VIEW(desk_proposal_row, proposal_row_members);

static const struct member point_members[] = {
	VIEW_MEMBER(struct desk_point, x),
	VIEW_MEMBER(struct desk_point, y),
};
const struct view desk_point_view = VIEW(desk_point, point_members);

static const struct member sum_members[] = {
	VIEW_MEMBER(struct desk_sum, day),
	VIEW_MEMBER(struct desk_sum, mentor),
	VIEW_MEMBER(struct desk_sum, mentee),
	VIEW_MEMBER(struct desk_sum, has_mentor),
	VIEW_MEMBER(struct desk_sum, has_mentee),
};
static const struct view desk_sum_view = VIEW(desk_sum, sum_members);

static const struct member request_members[] = {
	VIEW_ROW(struct desk_request, row, request_one_view),
	VIEW_MEMBER(struct desk_request, may_return),
	VIEW_MEMBER(struct desk_request, by_letter),
};
const struct view desk_request_view = VIEW(desk_request, request_members);

static const struct member signups_members[] = {
	VIEW_LIST(struct desk_signups, rows, desk_waiting_view),
	VIEW_MEMBER(struct desk_signups, further),
	VIEW_MEMBER(struct desk_signups, after),
};
const struct view desk_signups_view = VIEW(desk_signups, signups_members);

static const struct member signup_members[] = {
	VIEW_ROW(struct desk_signup, answers, signup_answers_view),
	VIEW_LIST(struct desk_signup, asks, signup_asks_view),
	VIEW_LIST(struct desk_signup, offers, signup_offers_view),
	VIEW_LIST(struct desk_signup, bars, bars_of_view),
	VIEW_MEMBER(struct desk_signup, may_decide),
};
const struct view desk_signup_view = VIEW(desk_signup, signup_members);

static const struct member card_members[] = {
	VIEW_ROW(struct desk_card, person, card_person_view),
	VIEW_LIST(struct desk_card, codes, card_codes_view),
};
const struct view desk_card_view = VIEW(desk_card, card_members);

static const struct member data_members[] = {
	VIEW_ROW(struct desk_data, person, data_person_view),
	VIEW_LIST(struct desk_data, groups, held_group_view),
	VIEW_MEMBER(struct desk_data, web),
};
const struct view desk_data_view = VIEW(desk_data, data_members);

static const struct member death_members[] = {
	VIEW_ROW(struct desk_death, person, death_person_view),
	VIEW_LIST(struct desk_death, pairs, death_pairs_view),
};
const struct view desk_death_view = VIEW(desk_death, death_members);

static const struct member bereaved_members[] = {
	VIEW_ROW(struct desk_bereaved, pair, bereaved_pair_view),
	VIEW_MEMBER(struct desk_bereaved, left_asked),
};
const struct view desk_bereaved_view = VIEW(desk_bereaved, bereaved_members);

static const struct member card_code_members[] = {
	VIEW_MEMBER(struct desk_card_code, number),
	VIEW_MEMBER(struct desk_card_code, code),
};
static const struct view desk_card_code_view = VIEW(desk_card_code, card_code_members);

static const struct member new_card_members[] = {
	VIEW_ROW(struct desk_new_card, person, card_person_view),
	VIEW_LIST(struct desk_new_card, codes, desk_card_code_view),
	VIEW_MEMBER(struct desk_new_card, sealed),
	VIEW_MEMBER(struct desk_new_card, address),
};
const struct view desk_new_card_view = VIEW(desk_new_card, new_card_members);

static const struct member invitation_members[] = {
	VIEW_ROW(struct desk_invitation, row, invitation_at_desk_view),
	VIEW_LIST(struct desk_invitation, people, invitation_people_view),
	VIEW_MEMBER(struct desk_invitation, by_post),
	VIEW_MEMBER(struct desk_invitation, code),
	VIEW_MEMBER(struct desk_invitation, web),
};
const struct view desk_invitation_view = VIEW(desk_invitation, invitation_members);

static const struct member pairs_members[] = {
	VIEW_LIST(struct desk_pairs, rows, pairs_all_view),
	VIEW_LIST(struct desk_pairs, ended, pairs_ended_view),
	VIEW_MEMBER(struct desk_pairs, before),
};
const struct view desk_pairs_view = VIEW(desk_pairs, pairs_members);

static const struct member pair_members[] = {
	VIEW_ROW(struct desk_pair, pair, pair_one_view),
	VIEW_LIST(struct desk_pair, meetings, feedback_for_desk_view),
	VIEW_LIST(struct desk_pair, mentor_left, lesson_view),
	VIEW_LIST(struct desk_pair, mentee_left, lesson_view),
	VIEW_MEMBER(struct desk_pair, has_lessons),
	VIEW_MEMBER(struct desk_pair, has_trend),
	VIEW_MEMBER(struct desk_pair, crowded),
	VIEW_LIST(struct desk_pair, earlier, feedback_for_desk_view),
	VIEW_MEMBER(struct desk_pair, box),
	VIEW_MEMBER(struct desk_pair, mentor_line),
	VIEW_MEMBER(struct desk_pair, mentee_line),
	VIEW_LIST(struct desk_pair, mentor_points, desk_point_view),
	VIEW_LIST(struct desk_pair, mentee_points, desk_point_view),
	VIEW_LIST(struct desk_pair, sums, desk_sum_view),
	VIEW_LIST(struct desk_pair, tasks, tasks_of_pair_view),
	VIEW_LIST(struct desk_pair, reviews, reviews_of_view),
	VIEW_LIST(struct desk_pair, shared, aims_shared_view),
	VIEW_MEMBER(struct desk_pair, meets),
	VIEW_MEMBER(struct desk_pair, lasts),
	VIEW_MEMBER(struct desk_pair, asked),
	VIEW_MEMBER(struct desk_pair, to_thank),
	VIEW_MEMBER(struct desk_pair, mentor_to_agree),
	VIEW_MEMBER(struct desk_pair, mentee_to_agree),
	VIEW_MEMBER(struct desk_pair, may_ask),
	VIEW_MEMBER(struct desk_pair, may_resume),
	VIEW_MEMBER(struct desk_pair, may_reopen),
	VIEW_MEMBER(struct desk_pair, in_the_way),
};
const struct view desk_pair_view = VIEW(desk_pair, pair_members);

static const struct member one_pair_members[] = {
	VIEW_ROW(struct desk_pair, pair, pair_one_view),
};
const struct view desk_review_view = VIEW(desk_pair, one_pair_members);
const struct view desk_closing_view = VIEW(desk_pair, one_pair_members);

static const struct member sheet_members[] = {
	VIEW_ROW(struct desk_sheet, pair, pair_one_view),
	VIEW_MEMBER(struct desk_sheet, phone),
	VIEW_MEMBER(struct desk_sheet, concern_phone),
};
const struct view desk_sheet_view = VIEW(desk_sheet, sheet_members);

static const struct member gained_members[] = {
	VIEW_ROW(struct desk_gained, pair, pair_one_view),
	VIEW_MEMBER(struct desk_gained, gained),
	VIEW_MEMBER(struct desk_gained, next_step),
	VIEW_MEMBER(struct desk_gained, again),
	VIEW_MEMBER(struct desk_gained, is_mentor),
};
const struct view desk_gained_view = VIEW(desk_gained, gained_members);

static const struct member task_members[] = {
	VIEW_ROW(struct desk_task, task, task_one_view),
	VIEW_LIST(struct desk_task, lines, task_one_view),
};
const struct view desk_task_view = VIEW(desk_task, task_members);

static const struct member meeting_members[] = {
	VIEW_LIST(struct desk_meeting, days, recent_day_view),
	VIEW_MEMBER(struct desk_meeting, mentor),
	VIEW_MEMBER(struct desk_meeting, mentee),
	VIEW_MEMBER(struct desk_meeting, pair_id),
};
const struct view desk_meeting_view = VIEW(desk_meeting, meeting_members);
const struct view desk_plan_view = VIEW(desk_meeting, meeting_members);

static const struct member move_members[] = {
	VIEW_LIST(struct desk_move, days, recent_day_view),
	VIEW_MEMBER(struct desk_move, mentor),
	VIEW_MEMBER(struct desk_move, mentee),
	VIEW_MEMBER(struct desk_move, day),
	VIEW_MEMBER(struct desk_move, pair_id),
};
const struct view desk_move_view = VIEW(desk_move, move_members);

static const struct member says_members[] = {
	VIEW_ROW(struct desk_says, meeting, meeting_one_view),
	VIEW_ROW(struct desk_says, own, feedback_own_view),
	VIEW_MEMBER(struct desk_says, who),
	VIEW_MEMBER(struct desk_says, is_mentor),
};
const struct view desk_mentor_says_view = VIEW(desk_says, says_members);
const struct view desk_mentee_says_view = VIEW(desk_says, says_members);
