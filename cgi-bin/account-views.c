/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/account-views.h"

#include "cgi-bin/held-views.h"

#include "sql_invitation.h"
#include "sql_pair.h"
#include "sql_person.h"
#include "sql_programme.h"
#include "sql_proposal.h"

static const struct member code_members[] = {
	VIEW_MEMBER(struct account_code, email),
	VIEW_MEMBER(struct account_code, dead),
};
const struct view account_code_view = VIEW(account_code, code_members);

static const struct member link_members[] = {
	VIEW_LIST(struct account_link, people, people_by_email_view),
	VIEW_MEMBER(struct account_link, person_id),
};
const struct view account_link_view = VIEW(account_link, link_members);
const struct view account_who_view = VIEW(account_link, link_members);

static const struct member enrol_code_members[] = {
	VIEW_MEMBER(struct account_enrol_code, number),
	VIEW_MEMBER(struct account_enrol_code, code),
};
static const struct view enrol_code_view = VIEW(account_enrol_code, enrol_code_members);

static const struct member enrol_members[] = {
	VIEW_MEMBER(struct account_enrol, key),
	VIEW_MEMBER(struct account_enrol, picture),
	VIEW_MEMBER(struct account_enrol, box),
	VIEW_LIST(struct account_enrol, codes, enrol_code_view),
	VIEW_MEMBER(struct account_enrol, sealed),
};
const struct view account_enrol_view = VIEW(account_enrol, enrol_members);

static const struct member measure_members[] = {
	VIEW_MEMBER(struct account_measure, programme_id),
	VIEW_MEMBER(struct account_measure, programme),
	VIEW_MEMBER(struct account_measure, measures),
	VIEW_MEMBER(struct account_measure, moment),
};
const struct view account_how_you_are_view = VIEW(account_measure, measure_members);

static const struct member me_members[] = {
	VIEW_ROW(struct account_me, person, account_person_view),
	VIEW_LIST(struct account_me, signups, account_signups_view),
	VIEW_LIST(struct account_me, things, account_things_view),
	VIEW_LIST(struct account_me, waiting, proposals_for_view),
	VIEW_LIST(struct account_me, invited, invitations_by_view),
	VIEW_LIST(struct account_me, pairs, pairs_for_view),
	VIEW_LIST(struct account_me, lessons, lesson_view),
	VIEW_LIST(struct account_me, measures, account_how_you_are_view),
	VIEW_MEMBER(struct account_me, nothing_to_do),
	VIEW_MEMBER(struct account_me, first_time_mentor),
	VIEW_MEMBER(struct account_me, may_ask),
	VIEW_MEMBER(struct account_me, may_read),
	VIEW_MEMBER(struct account_me, may_join),
};
const struct view account_me_view = VIEW(account_me, me_members);

static const struct member lesson_members[] = {
	VIEW_MEMBER(struct lesson, slug),
	VIEW_MEMBER(struct lesson, day),
};
const struct view account_lesson_view = VIEW(lesson, lesson_members);

static const struct member details_members[] = {
	VIEW_ROW(struct account_details, person, account_details_person_view),
	VIEW_ROW(struct account_details, answers, account_answers_view),
	VIEW_LIST(struct account_details, signups, account_meets_view),
};
const struct view account_details_view = VIEW(account_details, details_members);

static const struct member reach_members[] = {
	VIEW_ROW(struct account_reach, row, account_reach_row_view),
};
const struct view account_reach_view = VIEW(account_reach, reach_members);

static const struct member meet_members[] = {
	VIEW_ROW(struct account_meet, row, account_meet_row_view),
	VIEW_LIST(struct account_meet, places, places_offered_view),
};
const struct view account_meet_view = VIEW(account_meet, meet_members);

static const struct member in_programme_members[] = {
	VIEW_ROW(struct account_asks_in_programme, row, account_programmes_view),
	VIEW_MEMBER(struct account_asks_in_programme, may_ask),
	VIEW_MEMBER(struct account_asks_in_programme, helped_first),
};
static const struct view in_programme_view = VIEW(account_asks_in_programme, in_programme_members);

static const struct member asks_members[] = {
	VIEW_LIST(struct account_asks, signups, in_programme_view),
	VIEW_MEMBER(struct account_asks, several),
	VIEW_LIST(struct account_asks, asks, asks_of_person_view),
	VIEW_LIST(struct account_asks, offers, offers_of_person_view),
};
const struct view account_asks_view = VIEW(account_asks, asks_members);

static const struct member new_ask_members[] = {
	VIEW_ROW(struct account_new_ask, page, ask_page_view),
	VIEW_LIST(struct account_new_ask, topics, topics_offered_view),
	VIEW_ROW(struct account_new_ask, row, signup_ask_row_view),
};
const struct view account_new_ask_view = VIEW(account_new_ask, new_ask_members);

static const struct member new_offer_members[] = {
	VIEW_ROW(struct account_new_offer, page, ask_page_view),
	VIEW_LIST(struct account_new_offer, topics, topics_offered_view),
	VIEW_ROW(struct account_new_offer, row, signup_offer_row_view),
};
const struct view account_new_offer_view = VIEW(account_new_offer, new_offer_members);

static const struct member ask_members[] = {
	VIEW_ROW(struct account_ask, row, ask_own_view),
	VIEW_MEMBER(struct account_ask, is_closed),
};
const struct view account_ask_view = VIEW(account_ask, ask_members);

static const struct member offer_members[] = {
	VIEW_ROW(struct account_offer, row, offer_own_view),
	VIEW_MEMBER(struct account_offer, is_closed),
};
const struct view account_offer_view = VIEW(account_offer, offer_members);

static const struct member pause_members[] = {
	VIEW_ROW(struct account_pause, person, account_person_view),
	VIEW_MEMBER(struct account_pause, pairs),
	VIEW_MEMBER(struct account_pause, only_lead),
};
const struct view account_pause_view = VIEW(account_pause, pause_members);

static const struct member join_members[] = {
	VIEW_LIST(struct account_join, programmes, programmes_to_join_view),
};
const struct view account_join_view = VIEW(account_join, join_members);

static const struct member data_members[] = {
	VIEW_LIST(struct account_data, groups, held_group_view),
};
const struct view account_data_view = VIEW(account_data, data_members);

static const struct member leave_members[] = {
	VIEW_LIST(struct account_leave, pairs, leave_pairs_view),
	VIEW_MEMBER(struct account_leave, works_here),
};
const struct view account_leave_view = VIEW(account_leave, leave_members);
const struct view account_erase_view = VIEW(account_leave, leave_members);

static const struct member complaint_members[] = {
	VIEW_MEMBER(struct account_complaint, is_visitor),
};
const struct view account_complaint_view = VIEW(account_complaint, complaint_members);

static const struct member complaint_sent_members[] = {
	VIEW_MEMBER(struct account_complaint_sent, by_day),
};
const struct view account_complaint_sent_view = VIEW(account_complaint_sent, complaint_sent_members);

static const struct member demo_members[] = {
	VIEW_MEMBER(struct account_demo, name),
	VIEW_MEMBER(struct account_demo, is_staff),
};
const struct view account_demo_view = VIEW(account_demo, demo_members);

static const struct member mail_members[] = {
	VIEW_MEMBER(struct account_mail, name),
	VIEW_MEMBER(struct account_mail, text),
};
static const struct view account_mail_view = VIEW(account_mail, mail_members);

static const struct member outgoing_members[] = {
	VIEW_LIST(struct account_outgoing, mails, account_mail_view),
};
const struct view account_outgoing_view = VIEW(account_outgoing, outgoing_members);

static const struct member login_members[] = {
	VIEW_MEMBER(struct account_login_row, key),
	VIEW_MEMBER(struct account_login_row, created_at),
	VIEW_MEMBER(struct account_login_row, seen_at),
	VIEW_MEMBER(struct account_login_row, own_device),
	VIEW_MEMBER(struct account_login_row, current),
	VIEW_MEMBER(struct account_login_row, all),
};
static const struct view account_login_row_view = VIEW(account_login_row, login_members);

static const struct member logins_members[] = {
	VIEW_LIST(struct account_logins, logins, account_login_row_view),
	VIEW_MEMBER(struct account_logins, several),
};
const struct view account_logins_view = VIEW(account_logins, logins_members);
