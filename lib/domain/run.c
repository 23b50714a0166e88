/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/run.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/choice.h"
#include "domain/hindrance.h"
#include "domain/proposal.h"
#include "sql_match.h"

/* Several runs of one day are one day on which nobody was found. */
static bool is_first_today(struct work *work, int64_t programme_id)
{
	struct match_run_last last;

	return !sql_match_run_last(work, &(struct match_run_last_in){ programme_id }, &last)
		|| !text_is(day_of(work->arena, last.at), work->today);
}

static void save_proposals(struct work *work, const struct choice_book *book, const struct choice_answer *answer, const struct proposal_new *run)
{
	for (uint32_t i = 0; i < answer->met; i++) {
		const struct choice c = choice_of(book, answer->chosen[i]);
		struct proposal_new p = *run;
		p.ask_id = c.ask_id;
		p.offer_id = c.offer_id;
		p.mentor_id = c.mentor_id;
		p.mentee_id = c.mentee_id;
		p.warned = c.warned;
		if (c.again)
			proposal_put_again(work, c.again, &p, &c.score);
		else
			proposal_put_forward(work, &p, &c.score);
	}
	proposal_replace_others(work, run->programme_id, run->run_id);
}

static bool *asks_met(struct work *work, const struct choice_book *book, const struct choice_answer *answer)
{
	bool *met = arena_array(work->arena, (size_t)answer->asks + 1, sizeof *met);

	for (uint32_t i = 0; i < answer->met; i++)
		met[choice_ask(book, answer->chosen[i])] = true;
	return met;
}

static struct hindrance why_left(const struct choice_book *book, uint32_t ask, bool met)
{
	return met ? (struct hindrance){ "", 0 } : hindrance_of(choice_tally(book, ask));
}

/* What each ask was told by the run: found, or why not. */
static void save_asks(struct work *work, const struct choice_book *book, const struct choice_answer *answer, bool first_today)
{
	const bool *met = asks_met(work, book, answer);

	for (uint32_t i = 0; i < answer->asks; i++) {
		struct hindrance why = why_left(book, i, met[i]);
		sql_match_ask_left(work, &(struct match_ask_left_in){ .more = !met[i] && first_today, .left_why = why.kind, .left_count = why.count,
			.ask_id = choice_ask_id(book, i) });
	}
}

static void save_bars(struct work *work, const struct choice_book *book, int64_t run_id)
{
	size_t count;
	const struct choice_bar *bars = choice_bars(book, &count);

	for (size_t i = 0; i < count; i++)
		sql_run_bar_add(work, &(struct run_bar_add_in){ .run_id = run_id, .mentor_id = bars[i].mentor_id, .mentee_id = bars[i].mentee_id,
			.kind = bar_name(bars[i].bar) });
}

int64_t run_match(struct work *work, int64_t programme_id)
{
	struct choice_book *book = choice_book_of(work, programme_id, &(struct choice_change){ 0 });
	const struct choice_answer answer = choice_solve(book);
	bool first_today = is_first_today(work, programme_id);
	struct match_run_add row = { 0 };
	const struct match_run_add_in in = { .programme_id = programme_id, .person_id = work->person_id, .now = work->now,
		.people = answer.people, .asks = answer.asks, .met = answer.met, .both_sides = answer.both, .bound = answer.bound };

	if (sql_match_run_add(work, &in, &row)) {
		save_proposals(work, book, &answer, &(struct proposal_new){ .programme_id = programme_id, .run_id = row.id });
		save_asks(work, book, &answer, first_today);
		save_bars(work, book, row.id);
		audit_add(work, "run.match", "match_run", row.id, "");
	}
	choice_book_free(book);
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

/* Whether each ask would be told what it was told before. */
static bool tells_the_same(struct work *work, const struct choice_book *book, const struct choice_answer *answer)
{
	const bool *met = asks_met(work, book, answer);
	bool same = true;

	for (uint32_t i = 0; i < answer->asks && same; i++) {
		struct hindrance why = why_left(book, i, met[i]);
		struct match_ask_told told = { .left_why = "" };
		same = sql_match_ask_told(work, &(struct match_ask_told_in){ choice_ask_id(book, i) }, &told)
			&& text_is(told.left_why, why.kind) && told.left_count == why.count;
	}
	return same;
}

/* Whether what is chosen is just what lies undecided. */
static bool chooses_the_same(struct work *work, const struct choice_book *book, const struct choice_answer *answer, int64_t programme_id)
{
	struct match_undecided undecided = { 0 };
	bool same = sql_match_undecided(work, &(struct match_undecided_in){ programme_id }, &undecided) && undecided.n == answer->met;

	for (uint32_t i = 0; i < answer->met && same; i++)
		same = choice_of(book, answer->chosen[i]).again != 0;
	return same;
}

bool run_would_change(struct work *work, int64_t programme_id)
{
	struct match_run_last last = { 0 };

	if (!sql_match_run_last(work, &(struct match_run_last_in){ programme_id }, &last))
		return true;
	struct choice_book *book = choice_book_of(work, programme_id, &(struct choice_change){ 0 });
	const struct choice_answer answer = choice_solve(book);
	bool same = last.people == answer.people && last.asks == answer.asks && last.both_sides == answer.both && last.bound == answer.bound
		&& chooses_the_same(work, book, &answer, programme_id) && tells_the_same(work, book, &answer)
		&& !(answer.met < answer.asks && is_first_today(work, programme_id));
	choice_book_free(book);
	return !same;
}
