/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Two mornings a week: sign-ups on one, a match every four weeks, proposals and pairs on both. */
#include "base/arena.h"
#include "base/text.h"
#include "domain/bar.h"
#include "domain/choice.h"
#include "domain/proposal.h"
#include "domain/run.h"
#include "domain/signup.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { WEEK = 7, LONG_MORNING = 4, SHORT_MORNING = 1, MATCH_EVERY = 28, MATCH_ON = 8, CANDIDATES = 40, WAITS_LONG = 6 };

static void read_signups(struct demo *d)
{
	struct list rows = sql_demo_signups(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_signups *row = list_row(&demo_signups_view, rows, i);
		const struct soul *s = soul_of_signup(d, row->signup_id);
		int64_t id = row->signup_id;
		if (!text_is(row->state, "sent"))
			continue;
		at(d, 9, some_coordinator(d, id));
		if (s && (s->waits == WAITS_ASKED || (!s->ring && happens(5, "asks again", id, d->day))))
			must(d, signup_ask_again(&d->work, id, say(d, "again", NULL, (unsigned)id)), "ask again");
		else if (s && !s->ring && s->number > 62 && happens(4, "declines", id, 0))
			must(d, signup_decline(&d->work, id, say(d, "decline", NULL, (unsigned)id)), "decline");
		else
			must(d, signup_approve(&d->work, id), "approve");
	}
}

/* Organisations as they were typed are joined, ties are settled: two in three by today. A coordinator who is alone has not come to it. */
static void settle_ties(struct demo *d)
{
	struct list rows = sql_demo_bars(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_bars *row = list_row(&demo_bars_view, rows, i);
		bool of_lead = text_is(row->kind, "person");
		struct demo_person_named person;
		if (!happens(d->day > 60 ? 12 : 3, "settles", row->bar_id, d->day))
			continue;
		at(d, 10, of_lead ? d->leads[0] : some_coordinator(d, row->bar_id));
		if (text_has_word("organisation department post", row->kind))
			bar_join(&d->work, row->bar_id, 0, row->words);
		else if (sql_demo_person_named(&d->work, &(struct demo_person_named_in){ row->words }, &person))
			bar_tie(&d->work, row->bar_id, person.person_id, say(d, "tie", NULL, 0));
		else
			bar_set_aside(&d->work, row->bar_id, say(d, "tie", NULL, 1));
	}
}

static void keep_or_drop(struct demo *d, const struct demo_proposals *p)
{
	if (happens(8, "drops", p->proposal_id, 0)) {
		proposal_drop(&d->work, p->proposal_id);
		return;
	}
	if (!proposal_keep(&d->work, p->proposal_id)
	    && (!proposal_allow(&d->work, p->proposal_id, say(d, "why", NULL, (unsigned)p->proposal_id)) || !proposal_keep(&d->work, p->proposal_id))) {
		proposal_drop(&d->work, p->proposal_id);
		return;
	}
	/* Of the last ones most are kept and not sent yet. */
	if (!happens(d->day == LONG_MORNING ? 60 : 15, "sends later", p->proposal_id, 0))
		proposal_send(&d->work, p->proposal_id);
}

/* Some are looked at on the first morning, the others on the next. On the last one there was no time. */
static void look_at_proposals(struct demo *d)
{
	struct list rows = sql_demo_proposals(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_proposals *p = list_row(&demo_proposals_view, rows, i);
		int days = days_since(d, p->changed_at);
		at(d, 10, some_coordinator(d, p->proposal_id));
		if (text_is(p->state, "proposed") && days >= 2 && (days >= WAITS_LONG || happens(65, "looks", p->proposal_id, 0)))
			keep_or_drop(d, p);
		else if (text_is(p->state, "kept") && days >= 3)
			proposal_send(&d->work, p->proposal_id);
		else if (text_is(p->state, "agreed") && !proposal_open(&d->work, p->proposal_id) && days > 14)
			proposal_step(&d->work, p->proposal_id, "drop", ACTOR_COORDINATOR);
	}
}

static void match(struct demo *d)
{
	for (int i = 0; i < d->programme_count; i++) {
		at(d, 11, some_coordinator(d, d->day));
		must(d, run_match(&d->work, d->programmes[i].id) != 0, "match");
	}
}

/* Somebody whom no run served, put forward by hand: the best of those who may. */
static void by_hand(struct demo *d, const struct demo_programme *p)
{
	struct list asks = sql_demo_asks(&d->work, &(struct demo_asks_in){ p->id });
	struct choice_candidate *found = arena_array(d->work.arena, CANDIDATES, sizeof *found);

	if (!asks.count)
		return;
	const struct demo_asks *ask = list_row(&demo_asks_view, asks, chance("by hand", d->day, p->id) % asks.count);
	struct choice_book *book = choice_book_of(&d->work, p->id, &(struct choice_change){ 0 });
	size_t count = choice_candidates(book, ask->ask_id, found, CANDIDATES);
	choice_book_free(book);
	for (size_t i = 0; i < count; i++) {
		const struct choice *c = &found[i].choice;
		const struct proposal_new new = { .programme_id = p->id, .ask_id = c->ask_id, .offer_id = c->offer_id, .mentor_id = c->mentor_id,
			.mentee_id = c->mentee_id, .warned = c->warned };
		if (found[i].full || found[i].bar != BAR_NONE || c->warned)
			continue;
		at(d, 11, d->coordinators[0]);
		must(d, proposal_by_hand(&d->work, &new, &c->score, "") != 0, "by hand");
		return;
	}
}

void desk_morning(struct demo *d)
{
	bool is_long = d->day % WEEK == LONG_MORNING;

	if (!is_long && d->day % WEEK != SHORT_MORNING)
		return;
	if (is_long) {
		read_signups(d);
		if (d->coordinator_count > 1)
			settle_ties(d);
	}
	if (d->day != SHORT_MORNING) {
		look_at_proposals(d);
		ring_about_proposals(d);
		tend_pairs(d);
	}
	rings_close(d);
	if (d->day % MATCH_EVERY == MATCH_ON % MATCH_EVERY || d->day == SHORT_MORNING)
		match(d);
	else if (d->day % MATCH_EVERY == MATCH_ON + LONG_MORNING + WEEK && d->day > MATCH_EVERY)
		by_hand(d, &d->programmes[chance("by hand", d->day, 0) % (unsigned)d->programme_count]);
}
