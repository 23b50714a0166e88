/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* decide: reads small organisations from standard input, an act a line, and prints what the conflict rules make
   of them (tests/conflict/organisations.py writes them and knows what must come out). Everything goes through the
   acts that pages use; each organisation is rolled back at its end. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/bar.h"
#include "domain/conflict.h"
#include "domain/night.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/score.h"
#include "domain/watch.h"
#include "sql_bar.h"
#include "sql_demo.h"
#include "sql_pair.h"
#include "sql_proposal.h"
#include "tests/unit/programme.h"

enum { PEOPLE = 8, FIRST = 2, WORDS = 12, LISTED = 16, ROUND_BYTES = 256 * 1024 * 1024 };

struct round {
	struct work work;
	const char *words[WORDS];
	const char *listed[LISTED];         /* names of the charity's list, with their numbers */
	int64_t listed_id[LISTED];
	size_t listed_count;
};

static int64_t number(const struct round *r, int at)
{
	return strtoll(r->words[at], NULL, 10);
}

/* One a line, as people type it. */
static const char *lines(struct round *r, int at)
{
	char *text = arena_copy(r->work.arena, r->words[at]);

	for (char *c = text; *c; c++)
		if (*c == '|')
			*c = '\n';
	return text;
}

static void put(struct round *r)
{
	bar_put(&r->work, number(r, 1), &(struct bar_lists){ .organisations = lines(r, 2), .departments = lines(r, 3), .lines = lines(r, 4),
		.posts = lines(r, 5), .posts_until = r->words[6], .family = lines(r, 7), .care = lines(r, 8), .friends = lines(r, 9),
		.people = lines(r, 10), .other = lines(r, 11) });
}

static void is_called(struct round *r)
{
	sql_demo_person(&r->work, &(struct demo_person_in){ .call_name = r->words[2], .full_name = r->words[3], .email = r->words[4],
		.phone = r->words[5], .address = r->words[6], .person_id = number(r, 1) });
	watch_person(&r->work, number(r, 1));
}

static int64_t bar_with(struct round *r)
{
	struct list bars = sql_bars_of(&r->work, &(struct bars_of_in){ number(r, 1) });

	for (size_t i = 0; i < bars.count; i++) {
		const struct bars_of *bar = list_row(&bars_of_view, bars, i);
		if (text_is(bar->kind, r->words[2]) && text_is(bar->words, r->words[3]))
			return bar->bar_id;
	}
	die("nobody typed %s", r->words[3]);
}

/* The first to be joined to a name of the list makes it. */
static void join(struct round *r)
{
	struct bar_one bar;
	int64_t bar_id = bar_with(r), id = 0;

	for (size_t i = 0; i < r->listed_count; i++)
		if (text_is(r->listed[i], r->words[4]))
			id = r->listed_id[i];
	bar_join(&r->work, bar_id, id, r->words[4]);
	if (!id && sql_bar_one(&r->work, &(struct bar_one_in){ bar_id }, &bar)) {
		r->listed[r->listed_count] = arena_copy(r->work.arena, r->words[4]);
		r->listed_id[r->listed_count++] = bar.organisation_id;
	}
}

static int64_t sent(struct round *r, int64_t mentor, int64_t mentee)
{
	const struct score score = { .weight = 0 };
	int64_t id = proposal_by_hand(&r->work, &(struct proposal_new){ .programme_id = 1, .ask_id = mentee, .offer_id = mentor, .mentor_id = mentor,
		.mentee_id = mentee }, &score, "a test");

	proposal_allow(&r->work, id, "a test");
	proposal_send(&r->work, id);
	return id;
}

static int64_t opened(struct round *r, int64_t mentor, int64_t mentee)
{
	int64_t id = sent(r, mentor, mentee);

	proposal_answer(&r->work, &(struct proposal_answer){ id, mentor, true, "", "self" });
	proposal_answer(&r->work, &(struct proposal_answer){ id, mentee, true, "", "self" });
	return proposal_open(&r->work, id);
}

/* A pair that a lead pauses for a concern, and ends. */
static void concern(struct round *r)
{
	int64_t pair_id = opened(r, number(r, 1), number(r, 2));

	if (!pair_id)
		return;
	pair_pause(&r->work, pair_id, PAUSE_CONCERN, ACTOR_LEAD);
	pair_step(&r->work, pair_id, "end", ACTOR_LEAD);
}

static void act(struct round *r)
{
	const char *verb = r->words[0];

	if (text_is(verb, "put"))
		put(r);
	else if (text_is(verb, "is"))
		is_called(r);
	else if (text_is(verb, "tie"))
		bar_tie(&r->work, bar_with(r), number(r, 4), "a test");
	else if (text_is(verb, "aside"))
		bar_set_aside(&r->work, bar_with(r), "a test");
	else if (text_is(verb, "join"))
		join(r);
	else if (text_is(verb, "line"))
		bar_line(&r->work, number(r, 1), number(r, 2));
	else if (text_is(verb, "open"))
		opened(r, number(r, 1), number(r, 2));
	else if (text_is(verb, "send"))
		sent(r, number(r, 1), number(r, 2));
	else if (text_is(verb, "concern"))
		concern(r);
	else if (text_is(verb, "today"))
		r->work.today = arena_copy(r->work.arena, r->words[1]);
	else if (text_is(verb, "night"))
		night_run(&r->work);
	else
		die("what is %s?", verb);
}

/* What each two are to each other, by the book of the programme; books of two people, of some, have to agree. */
static void print_two(struct round *r, const struct conflict_book *book, int64_t a, int64_t b)
{
	enum conflict kind = conflict_between(book, a, b);
	bool friend = conflict_is_friend(book, b, a);

	printf("%lld %lld %s%s\n", (long long)a, (long long)b, kind == CONFLICT_NONE ? "none" : conflict_name(kind), friend ? " friend" : "");
	if ((a + b) % 3)
		return;
	const struct conflict_book *two = conflict_book_between(&r->work, a, b);
	if (conflict_between(two, b, a) != kind || conflict_is_friend(two, a, b) != friend)
		printf("%lld %lld alone it is %s\n", (long long)a, (long long)b, conflict_name(conflict_between(two, b, a)));
}

static void print_all(struct round *r)
{
	const struct conflict_book *book = conflict_book_of(&r->work, 1), *live = conflict_book_live(&r->work);
	struct list met = sql_demo_met(&r->work);

	for (int64_t a = FIRST; a < FIRST + PEOPLE; a++)
		for (int64_t b = a + 1; b < FIRST + PEOPLE; b++)
			print_two(r, book, a, b);
	for (size_t i = 0; i < met.count; i++) {
		const struct demo_met *m = list_row(&demo_met_view, met, i);
		bool lives = !text_has_word("replaced ended", m->state);
		printf("met %lld %lld %s\n", (long long)m->mentor_id, (long long)m->mentee_id, m->state);
		if (lives && conflict_between(live, m->mentor_id, m->mentee_id) != conflict_between(book, m->mentor_id, m->mentee_id))
			printf("the book of the living says otherwise\n");
	}
	printf("end\n");
}

static void take_words(struct round *r, char *line)
{
	const char *rest = line;

	line[strcspn(line, "\n")] = '\0';
	for (int i = 0; i < WORDS; i++) {
		const char *word = text_piece(r->work.arena, &rest, '\t');
		r->words[i] = word ? word : "";
	}
}

static void run_round(struct programme *p, struct arena *arena, char *line, size_t size)
{
	struct round r = { .work = p->work };

	r.work.arena = arena;
	if (!db_begin_write(&r.work))
		die("a transaction cannot be begun");
	do {
		take_words(&r, line);
		if (text_is(r.words[0], "end"))
			break;
		act(&r);
	} while (fgets(line, (int)size, stdin));
	print_all(&r);
	if (r.work.trouble != TROUBLE_NONE)
		die("there was trouble");
	db_rollback(&r.work);
}

int main(void)
{
	static char line[16384];
	struct programme *p = programme_new(1);
	struct arena *arena = arena_new(ROUND_BYTES);

	for (int i = 0; i < PEOPLE; i++)
		programme_add(p, &(struct someone){ .asks = 1, .offers = 1, .capacity = 99 });
	while (fgets(line, sizeof line, stdin)) {
		run_round(p, arena, line, sizeof line);
		arena_reset(arena);
	}
	arena_free(arena);
	programme_free(p);
	return 0;
}
