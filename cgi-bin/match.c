/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Proposals and invitations to answer, offers to ask for, one's own pairs: the table of the program's pages. */
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "pages_match.h"

static const struct page pages[] = {
	/* path                         who     reads                    keeps                     next */
	{ "/proposal/:proposal_id",     PERSON, SHOW(proposal_show),     KEEP(answer_keep),        NULL },
	{ "/withdraw/:proposal_id",     PERSON, READS(match_withdraw),   KEEP(withdraw_keep),      NULL },
	{ "/suggest/:proposal_id",      PERSON, READS(match_suggest),    KEEP(suggest_keep),       "/suggested", .counts = suggest_count },
	{ "/read",                      PERSON, SHOW(read_show),       NOTHING,                  NULL },
	{ "/topic/:topic_id",           PERSON, SHOW(topic_show),        NOTHING,                  NULL },
	{ "/choose/:ask_id",            PERSON, SHOW(choose_show),       NOTHING,                  NULL },
	{ "/ask/:offer_id",             PERSON, SHOW(ask_show),          KEEP(ask_keep),           NULL },
	{ "/invite/:ask_id",            PERSON, READS(match_invite),     KEEP(invite_keep),        "/suggested", .counts = invite_count },
	{ "/suggested",                 PERSON, NOTHING,                 NOTHING,                  NULL },
	{ "/invited",                   ANYONE, NOTHING,                 KEEP(invited_keep),       NULL, .counts = invited_count },
	{ "/invitation/:key",           ANYONE, SHOW(invitation_show),   KEEP(invitation_keep),    NULL },
	{ "/declined",                  ANYONE, NOTHING,                 NOTHING,                  NULL },
	{ "/help/:invitation_id",       PERSON, READS(match_help),       KEEP(help_keep),          NULL },
	{ "/take-back/:invitation_id",  PERSON, READS(match_take_back),  KEEP(take_back_keep),     NULL },
	{ "/pair/:pair_id",         PERSON, SHOW(pair_show),      KEEP(pair_press),           NULL },
	{ "/agreement/:pair_id",    PERSON, SHOW(agreement_show), KEEP(agreement_keep),       NULL },
	{ "/sheet/:pair_id",        PERSON, SHOW(sheet_show),     NOTHING,                    NULL },
	{ "/aims/:pair_id",         PERSON, SHOW(aims_show),      KEEP(aims_keep),            NULL },
	{ "/review/:pair_id",       PERSON, SHOW(review_show),    KEEP(review_keep),          NULL },
	{ "/change/:pair_id",       PERSON, SHOW(change_show),    KEEP(change_keep),          NULL },
	{ "/closing/:pair_id",      PERSON, SHOW(closing_show),   KEEP(closing_keep),         NULL },
	{ "/balance/:pair_id",      PERSON, SHOW(balance_show),   NOTHING,                    NULL },
	{ "/circle",                PERSON, SHOW(circle_show),    NOTHING,                    NULL },
};

const struct program page_program = {
	.name = "match", .pages = pages, .page_count = sizeof pages / sizeof *pages, .templates = match_templates,
	.template_count = &match_template_count, .home = "/",
};
