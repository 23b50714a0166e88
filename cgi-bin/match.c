/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A proposal to answer; the table of the program's pages. */
#include "base/text.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "domain/proposal.h"
#include "domain/score.h"
#include "pages_match.h"
#include "sql_person.h"

/* Two cards of the same shape: what the mentee may know, what the mentor may know. */
static bool read_card(struct request *q, struct match_proposal *view, struct card_for_mentor *card)
{
	struct card_for_mentee_in in = { .proposal_id = param_id(q), .person_id = q->visitor.person_id, .language = q->language.code };
	struct card_for_mentee mentors;
	const char *wrong;

	if (sql_card_for_mentor(&q->work, &(struct card_for_mentor_in){ .proposal_id = in.proposal_id, .person_id = in.person_id,
			.language = in.language }, card)) {
		view->is_mentor = true;
		return true;
	}
	return sql_card_for_mentee(&q->work, &in, &mentors)
		&& view_copy(q->work.arena, &card_for_mentee_view, &mentors, &card_for_mentor_view, card, &wrong);
}

static struct outcome proposal_show(struct request *q, void *into)
{
	struct match_proposal *view = into;
	struct arena *arena = q->work.arena;
	struct card_for_mentor card = { .state = "" };
	struct person_reach own;

	if (!read_card(q, view, &card) || !sql_person_reach(&q->work, &(struct person_reach_in){ q->visitor.person_id }, &own))
		return missing;
	view->proposal_id = card.proposal_id;
	view->state = card.state;
	view->given = card.answer;
	view->call_name = card.call_name;
	view->topic = card.topic;
	view->words = card.words;
	view->core_values = set_common(arena, card.core_values, card.own_values);
	view->ways = set_common(arena, card.ways, card.own_ways);
	view->near = text_has_word(view->ways, "in-person");
	view->tongues = set_common(arena, card.tongues, card.own_tongues);
	view->other_tongue = "";
	view->time_offered = card.time_offered;
	view->has_phone = *own.phone != '\0';
	view->has_email = *own.email != '\0';
	return shown;
}

static struct outcome proposal_keep_answer(struct request *q, const void *answers)
{
	const struct match_proposal_form *f = answers;
	const struct proposal_answer answer = { .proposal_id = param_id(q), .person_id = q->visitor.person_id,
		.yes = text_is(f->answer, "yes"), .shows = texts_joined(q->work.arena, f->shows), .how = "self" };

	return when(q, proposal_answer(&q->work, &answer), go_to(q, "account", "/me"));
}

static const struct page pages[] = {
	/* path                     who     reads                 keeps                       next */
	{ "/proposal/:proposal_id", PERSON, SHOW(proposal_show),  KEEP(proposal_keep_answer), NULL },
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
