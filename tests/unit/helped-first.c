/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Weeks in which somebody is helped before they help: whom a run and everyday asking pass over meanwhile, and who is told. */
#include "domain/choice.h"

#include "domain/hindrance.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

/* How many who have room fit an ask, as a run sees it. */
static uint32_t fits(struct programme *p, int64_t ask_id)
{
	uint32_t fit = 0;

	programme_write(p);
	struct choice_book *book = choice_book_of(&p->work, 1, &(struct choice_change){ 0 });
	for (uint32_t i = 0; choice_ask_id(book, i) && i < (uint32_t)programme_count(p, "select count(*) from ask where state = 'open'"); i++)
		if (choice_ask_id(book, i) == ask_id)
			fit = choice_tally(book, i)->fit;
	choice_book_free(book);
	programme_commit(p);
	return fit;
}

static bool shown_to(struct programme *p, int64_t person_id, int64_t offer_id)
{
	struct choice_seeker seeker;
	struct choice_candidate c;

	programme_write(p);
	bool shown = choice_seeker_of_ask(&p->work, person_id, &seeker) && choice_one(&p->work, &seeker, offer_id, &c) && !c.helped_first;
	programme_commit(p);
	return shown;
}

static void helped_first(void)
{
	struct programme *p = programme_new(4);
	int64_t joan = programme_add(p, &(struct someone){ .asks = 1 }), gwen = programme_add(p, &(struct someone){ .asks = 2, .offers = 1 });
	int64_t tom = programme_add(p, &(struct someone){ .offers = 2 });

	ok(fits(p, joan) == 1 && shown_to(p, joan, gwen), "who asks and offers does both at once, where the programme says nothing");
	programme_sql(p, "update programme set mentee_weeks = 4 where id = 1");
	ok(fits(p, joan) == 0 && !shown_to(p, joan, gwen), "where it says so they are helped first");
	ok(fits(p, gwen) == 1, "who only offers helps from the first day");
	programme_write(p);
	struct choice_book *book = choice_book_of(&p->work, 1, &(struct choice_change){ 0 });
	struct choice_candidate by_hand[4];
	is_count((int64_t)choice_candidates(book, joan, by_hand, 4), 1, "a coordinator is shown them");
	ok(by_hand[0].helped_first && !by_hand[0].full && by_hand[0].bar == BAR_NONE, "and told that it is not their turn");
	is(hindrance_of(choice_tally(book, 0)).kind, "helped-first", "which is what stands in the way of the ask");
	choice_book_free(book);
	programme_commit(p);
	programme_later(p, 27);
	ok(fits(p, joan) == 0, "27 days after the ask they still wait");
	programme_later(p, 1);
	ok(fits(p, joan) == 1 && shown_to(p, joan, gwen), "after four weeks in which nobody was found they help");
	programme_sql(p, arena_printf(p->arena, "insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (1, 1, %lld, %lld, %lld, %lld, 1, 'opened', 0, 0); insert into pair (id, proposal_id, due_at, opened_at, trial_until) values (1, 1, 0, %lld, '2030-01-01');"
		"update ask set state = 'met' where id = %lld", (long long)gwen, (long long)tom, (long long)tom, (long long)gwen, (long long)p->work.now, (long long)gwen));
	ok(fits(p, joan) == 0, "once they have a mentor their weeks as a mentee begin");
	programme_later(p, 28);
	ok(fits(p, joan) == 1, "and end");
	programme_sql(p, arena_printf(p->arena, "update pair set opened_at = %lld; insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (2, 1, %lld, %lld, %lld, %lld, 1, 'opened', 0, 0); insert into pair (id, proposal_id, state, due_at, opened_at, trial_until, ended_how) values (2, 2, 'ended', 0, 0, '2030-01-01', 'planned')",
		(long long)p->work.now, (long long)tom, (long long)gwen, (long long)gwen, (long long)tom));
	ok(fits(p, joan) == 1, "who has mentored before goes on doing so");
	programme_sql(p, "update pair set ended_how = 'mistake' where id = 2");
	ok(fits(p, joan) == 0, "but a pair begun by mistake is none");
	programme_sql(p, arena_printf(p->arena, "update ask set state = 'closed' where id = %lld", (long long)gwen));
	ok(fits(p, joan) == 1, "and who asks for nothing any more need not wait");
	programme_free(p);
}

int main(void)
{
	helped_first();
	return done();
}
