/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The coordinator's pages: the table of all of them. */
#include "cgi-bin/desk/backups.h"
#include "cgi-bin/desk/charity.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/desk/people.h"
#include "cgi-bin/desk/reports.h"
#include "cgi-bin/desk/safety.h"
#include "pages_desk.h"

enum { STAFF = COORDINATOR | LEAD | TRUSTEE | KEEPER, SAFETY = LEAD | TRUSTEE, OVERSEERS = COORDINATOR | LEAD | KEEPER, REPORTED = COORDINATOR | TRUSTEE | KEEPER };

static const struct page pages[] = {
	/* path                        who          reads                     keeps                    next */
	{ "/todo",                     STAFF,       SHOW(todo_show),          KEEP(todo_keep),         NULL },
	{ "/away",                     COORDINATOR, SHOW(away_show),          KEEP(away_keep),         "/away" },
	{ "/staff",                    STAFF,       SHOW(staff_show),         NOTHING,                 NULL },
	{ "/invite",                   STAFF,       SHOW(invite_show),        KEEP(invite_keep),       NULL },
	{ "/role/:person_id",          STAFF,       SHOW(role_show),          KEEP(role_keep),         NULL },
	{ "/signups",                  COORDINATOR, SHOW(signups_show),       NOTHING,                 NULL },
	{ "/signup/:signup_id",        COORDINATOR, SHOW(signup_show),        KEEP(signup_decide),     "/signups" },
	{ "/people",                   COORDINATOR, SHOW(people_show),        KEEP(people_ask),        NULL },
	{ "/person/:person_id",        COORDINATOR, SHOW(person_show),        NOTHING,                 NULL },
	{ "/new-person/:programme_id", COORDINATOR, SHOW(new_person_show),    KEEP(new_person_keep),   NULL },
	{ "/blank-form/:programme_id", COORDINATOR, SHOW(new_person_show),    NOTHING,                 NULL },
	{ "/help/:person_id",          COORDINATOR, SHOW(help_show),          KEEP(help_keep),         NULL },
	{ "/letters",                  COORDINATOR, SHOW(letters_show),       KEEP(letters_posted),    "/letters" },
	{ "/card/:person_id",          COORDINATOR, SHOW(card_show),          KEEP(card_strike),       NULL },
	{ "/new-card/:person_id",      COORDINATOR, SHOW(new_card_show),      KEEP(new_card_keep),     NULL, .slow = new_card_slow },
	{ "/matching",                 COORDINATOR, SHOW(matching_show),      NOTHING,                 NULL },
	{ "/run/:programme_id",        COORDINATOR, SHOW(run_show),           KEEP(run_press),         NULL },
	{ "/send/:programme_id",       COORDINATOR, SHOW(send_show),          KEEP(send_press),        NULL },
	{ "/others/:ask_id",           COORDINATOR, SHOW(others_show),        KEEP(others_keep),       NULL },
	{ "/swap/:proposal_id",        COORDINATOR, SHOW(swap_show),          KEEP(swap_keep),         NULL },
	{ "/what-if/:programme_id",    COORDINATOR, SHOW(what_if_show),       KEEP(what_if_ask),       NULL },
	{ "/weights/:programme_id",    COORDINATOR, SHOW(weights_show),       KEEP(weights_keep),      NULL },
	{ "/proposal/:proposal_id",    COORDINATOR, SHOW(proposal_show),      KEEP(proposal_press),    NULL },
	{ "/answer/:proposal_id",      COORDINATOR, SHOW(proposal_show),      KEEP(answer_keep),       NULL },
	{ "/invitation/:invitation_id", COORDINATOR, SHOW(invitation_show),   KEEP(invitation_press),  "/todo" },
	{ "/pairs",                    COORDINATOR, SHOW(pairs_show),         NOTHING,                 NULL },
	{ "/pair/:pair_id",            COORDINATOR, SHOW(pair_show),          KEEP(pair_press),        NULL },
	{ "/review/:pair_id",          COORDINATOR, SHOW(review_show),        KEEP(review_keep),       NULL },
	{ "/closing/:pair_id",         COORDINATOR, SHOW(closing_show),       KEEP(closing_keep),      NULL },
	{ "/gained/:pair_id",          COORDINATOR, SHOW(gained_show),        KEEP(gained_keep),       NULL },
	{ "/death/:person_id",         COORDINATOR, SHOW(death_show),         KEEP(death_keep),        NULL },
	{ "/bereaved/:pair_id",        COORDINATOR, SHOW(bereaved_show),      KEEP(bereaved_keep),     NULL },
	{ "/sheet/:pair_id",           COORDINATOR, SHOW(sheet_show),         NOTHING,                 NULL },
	{ "/plan/:pair_id",            COORDINATOR, SHOW(plan_show),          KEEP(plan_keep),         NULL },
	{ "/move/:meeting_id",         COORDINATOR, SHOW(move_show),          KEEP(move_keep),         NULL },
	{ "/task/:task_id",            STAFF,       SHOW(task_show),          KEEP(task_keep),         "/todo" },
	{ "/meeting/:pair_id",         COORDINATOR, SHOW(meeting_show),       KEEP(meeting_keep),      NULL },
	{ "/mentor-says/:meeting_id",  COORDINATOR, SHOW(mentor_says_show),   KEEP(mentor_says_keep),  NULL },
	{ "/mentee-says/:meeting_id",  COORDINATOR, SHOW(mentee_says_show),   KEEP(mentee_says_keep),  NULL },
	{ "/request/:task_id",         COORDINATOR, SHOW(request_show),       KEEP(request_press),     "/todo" },
	{ "/data/:person_id",          COORDINATOR, SHOW(print_show),         NOTHING,                 NULL, .noted = print_noted },
	{ "/organisations",            COORDINATOR, SHOW(organisations_show), NOTHING,                 NULL },
	{ "/join/:bar_id",             COORDINATOR, SHOW(join_show),          KEEP(join_keep),         "/organisations" },
	{ "/organisation/:organisation_id", COORDINATOR, SHOW(organisation_show), KEEP(organisation_keep), "/organisations" },
	{ "/ties",                     COORDINATOR, SHOW(ties_show),          NOTHING,                 NULL },
	{ "/tie/:bar_id",              COORDINATOR, SHOW(tie_show),           KEEP(tie_keep),          "/ties" },
	{ "/lines",                    COORDINATOR, SHOW(lines_show),         KEEP(lines_keep),        "/lines" },
	{ "/names",                    LEAD,        SHOW(names_show),         NOTHING,                 NULL },
	{ "/name/:bar_id",             LEAD,        SHOW(name_show),          KEEP(name_keep),         "/names" },
	{ "/concerns",                 SAFETY,      SHOW(concerns_show),      NOTHING,                 NULL },
	{ "/concern/:concern_id",      SAFETY,      SHOW(concern_show),       KEEP(concern_keep),      "/concerns", .noted = concern_noted },
	{ "/concern-think/:concern_id", SAFETY,     SHOW(concern_think_show), KEEP(concern_think_keep), NULL, .noted = concern_noted },
	{ "/concern-pairs/:concern_id", SAFETY,     SHOW(concern_pairs_show), KEEP(concern_pairs_keep), NULL, .noted = concern_noted },
	{ "/concern-close/:concern_id", SAFETY,     SHOW(concern_close_show), KEEP(concern_close_keep), "/concerns", .noted = concern_noted },
	{ "/audit",                    OVERSEERS,   SHOW(audit_show),         KEEP(audit_keep),        NULL },
	{ "/audit-chain",              OVERSEERS,   SHOW(audit_chain_show),   NOTHING,                 NULL },
	{ "/report",                   REPORTED,    SHOW(report_show),        KEEP(report_keep),       NULL },
	{ "/report-file",              REPORTED,    SHOW(report_file_show),   NOTHING,                 NULL, .type = "text/csv; charset=utf-8" },
	{ "/report-sheet",             REPORTED,    SHOW(report_show),        NOTHING,                 NULL },
	{ "/standards",                REPORTED,    SHOW(standards_show),     NOTHING,                 NULL },
	{ "/leave/:person_id",         COORDINATOR | LEAD, SHOW(leave_show),  KEEP(leave_keep),        NULL },
	{ "/erase",                    LEAD,        NOTHING,                  KEEP(erase_keep),        NULL },
	{ "/erasures",                 LEAD,        SHOW(erasures_show),      KEEP(erasures_keep),     "/erasures" },
	{ "/retention",                OVERSEERS,   SHOW(retention_show),     NOTHING,                 NULL },
	{ "/backups",                  KEEPER,      SHOW(backups_show),       KEEP(backups_keep),      "/backups", .slow = backups_slow },
	{ "/take-away",                KEEPER,      SHOW(take_away_show),     KEEP(take_away_keep),    "/take-away", .slow = take_away_slow },
	{ "/take-away-file",           KEEPER,      SHOW(take_away_file_show), NOTHING,                NULL, .type = "application/octet-stream" },
	{ "/restore",                  KEEPER,      SHOW(restore_show),       KEEP(restore_keep),      NULL, .slow = restore_slow },
	{ "/hand-over",                LEAD,        SHOW(hand_over_show),     KEEP(hand_over_keep),    "/hand-over", .slow = hand_over_slow },
	{ "/hand-over-file",           LEAD,        SHOW(hand_over_file_show), NOTHING,                NULL, .type = "application/zip" },
	{ "/lead-find",                LEAD,        SHOW(lead_find_show),     KEEP(lead_find_keep),    NULL },
	{ "/lead-person/:person_id",   LEAD,        SHOW(lead_person_show),   NOTHING,                 NULL, .noted = lead_person_noted },
	{ "/lead-pair/:pair_id",       LEAD,        SHOW(lead_pair_show),     NOTHING,                 NULL, .noted = lead_pair_noted },
	{ "/rests",                    LEAD,        SHOW(rests_show),         KEEP(rests_keep),        "/rests" },
};

const struct program page_program = {
	.name = "desk", .pages = pages, .page_count = sizeof pages / sizeof *pages, .templates = desk_templates,
	.template_count = &desk_template_count, .home = "/todo", .section = SECTION_DESK,
};
