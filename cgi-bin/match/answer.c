/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A proposal to answer, and to take one's answer back. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "domain/proposal.h"
#include "domain/score.h"
#include "pages_match.h"
#include "sql_person.h"

/* Near days for the first meeting: time enough for a coordinator to open the pair. */
enum { FIRST_DAY_AFTER = 3, FIRST_DAYS = 10 };

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

/* The day that the other would like, if it is still to come, then the near ones, then none. */
static struct list first_days(struct request *q, const char *wished)
{
	struct match_day *days = arena_array(q->work.arena, FIRST_DAYS + 2, sizeof *days);
	struct list list = { days, 0 };
	const char *from = day_add(q->work.arena, q->work.today, FIRST_DAY_AFTER);

	if (*wished && day_between(q->work.today, wished) > 0 && (day_between(from, wished) < 0 || day_between(from, wished) >= FIRST_DAYS))
		days[list.count++] = (struct match_day){ wished, wished };
	for (int i = 0; i < FIRST_DAYS; i++) {
		const char *day = day_add(q->work.arena, from, i);
		days[list.count++] = (struct match_day){ day, day };
	}
	days[list.count++] = (struct match_day){ "", "arrange" };
	return list;
}

static struct outcome over(struct request *q, struct match_proposal *view)
{
	struct proposal_past past;

	if (!sql_proposal_past(&q->work, &(struct proposal_past_in){ .person_id = q->visitor.person_id, .proposal_id = param_id(q) }, &past))
		return missing;
	*view = (struct match_proposal){ .over = true, .proposal_id = past.proposal_id, .is_mentor = past.is_mentor, .state = past.state, .given = "",
		.call_name = "", .topic = "", .words = "", .core_values = "", .ways = "", .tongues = "", .other_tongue = "", .time_offered = "",
		.asked_words = "", .first_day = "" };
	q->formless = true;
	return shown;
}

struct outcome proposal_show(struct request *q, void *into)
{
	struct match_proposal *view = into;
	struct arena *arena = q->work.arena;
	struct card_for_mentor card = { .state = "" };
	struct person_reach own;

	if (!read_card(q, view, &card))
		return over(q, view);
	if (!sql_person_reach(&q->work, &(struct person_reach_in){ q->visitor.person_id }, &own))
		return missing;
	const char *ways = set_common(arena, card.ways, card.own_ways);
	*view = (struct match_proposal){ .is_mentor = view->is_mentor, .proposal_id = card.proposal_id, .state = card.state, .given = card.answer,
		.call_name = card.call_name, .topic = card.topic, .words = card.words, .asked_words = card.asked_words,
		.core_values = set_common(arena, card.core_values, card.own_values), .ways = ways, .near = text_has_word(ways, "in-person"),
		.tongues = set_common(arena, card.tongues, card.own_tongues), .other_tongue = "", .time_offered = card.time_offered,
		.has_phone = *own.phone != '\0', .has_email = *own.email != '\0', .due_at = card.due_at,
		.asked = text_is(card.origin, "asked") && !view->is_mentor,
		.first_day = *card.first_day && day_between(q->work.today, card.first_day) > 0 ? card.first_day : "" };
	view->days = first_days(q, view->first_day);
	q->formless = *view->given != '\0';
	return shown;
}

struct outcome answer_keep(struct request *q, const void *answers)
{
	const struct match_proposal_form *f = answers;
	int64_t proposal_id = param_id(q);
	const struct proposal_answer answer = { .proposal_id = proposal_id, .person_id = q->visitor.person_id,
		.yes = text_is(f->answer, "yes"), .shows = texts_joined(q->work.arena, f->shows), .how = "self",
		.first_day = text_is(f->first_day, "arrange") ? "" : f->first_day };

	if (text_is(f->answer, "suggest"))
		return go_to(q, "match", arena_printf(q->work.arena, "/suggest/%lld", (long long)proposal_id));
	bool answered = proposal_answer(&q->work, &answer);
	/* Told at once what has come of it: the page of the proposal says so. */
	return when(q, answered, answer.yes ? go_to(q, "match", arena_printf(q->work.arena, "/proposal/%lld", (long long)proposal_id))
		: go_to(q, "account", "/me"));
}

struct outcome withdraw_keep(struct request *q, const void *answers)
{
	(void)answers;
	return when(q, proposal_withdraw(&q->work, param_id(q), q->visitor.person_id), go_to(q, "account", "/me"));
}
