/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/account-views.h"

#include "sql_meeting.h"
#include "sql_pair.h"
#include "sql_person.h"
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

static const struct member me_members[] = {
	VIEW_ROW(struct account_me, signup, account_signup_view),
	VIEW_LIST(struct account_me, proposals, proposals_for_view),
	VIEW_LIST(struct account_me, due, feedback_due_view),
	VIEW_LIST(struct account_me, things, pair_things_view),
	VIEW_LIST(struct account_me, pairs, pairs_for_view),
	VIEW_MEMBER(struct account_me, nothing_to_do),
	VIEW_MEMBER(struct account_me, first_time_mentor),
};
const struct view account_me_view = VIEW(account_me, me_members);

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
