/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who could help whom: few pairs are looked at, every bar holds, nothing is written. */
#include "domain/choice.h"

#include "domain/hindrance.h"
#include "domain/proposal.h"
#include "domain/run.h"
#include "sql_match.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

enum { TOPICS = 40, PAGE_BYTES = 32 * 1024 * 1024 };

/* `people` people of 40 topics with long tails, all over Wales and the Marches; some districts do not exist. */
static void fill(struct programme *p, int people)
{
	programme_sql(p, arena_printf(p->arena, "create temp table n as with recursive n(i) as (select 2 union all select i + 1 from n where i <= %d) select i from n;"
		"insert into person (id, state, call_name, full_name, created_at) select i, 'active', 'Person' || i, 'Person' || i || ' Surname' || i, 0 from n;"
		"insert into signup (id, person_id, programme_id, state, due_at, capacity, ways, district, tongues, core_values, started_at, changed_at)"
		" select i, i, 1, 'approved', 0, 1 + i %% 3, case i * 31 %% 7 when 0 then 'phone' when 1 then 'phone video' when 2 then 'in-person phone' when 3 then 'writing'"
		"  else 'in-person' end, case i * 13 %% 6 when 0 then 'NP' when 1 then 'CF' when 2 then 'SA' when 3 then 'LL' when 4 then 'BS' else 'HR' end || (1 + i * 17 %% 30),"
		" case i %% 9 when 0 then 'cy' when 1 then 'cy en' else 'en' end, case i %% 4 when 0 then 'patience calm' when 1 then 'kindness' else '' end, 0, 0 from n;"
		"insert into ask (id, signup_id, topic_id, since) select i, i, 1 + (i * 7919 %% 40) * (i * 6271 %% 41 %% 40) / 40, 0 from n;"
		"insert into offer (id, signup_id, topic_id) select i, i, 1 + (i * 5417 %% 40) * (i * 3571 %% 43 %% 40) / 40 from n;"
		"insert into offer (id, signup_id, topic_id) select i + 100000, i, 1 + (i * 2887 %% 41 %% 40) from n;"
		"drop table n;", people));
}

struct found {
	int64_t sums_wrong, full, two_ways, barred, twice;
};

/* What an answer must never be. */
static struct found check_answer(struct programme *p, struct choice_book *book, const struct choice_answer *answer)
{
	size_t people = (size_t)programme_count(p, "select max(id) from person") + 1;
	int64_t *load = arena_array(p->arena, people, sizeof *load), *mentor_of = arena_array(p->arena, people, sizeof *mentor_of);
	struct found found = { 0 };

	for (uint32_t i = 0; i < answer->met; i++) {
		struct choice c = choice_of(book, answer->chosen[i]);
		int64_t sum = 0;
		for (size_t r = 0; r < c.score.count; r++)
			sum += c.score.parts[r].points;
		found.sums_wrong += sum != c.score.weight;
		found.full += ++load[c.mentor_id] > 1 + c.mentor_id % 3;
		found.twice += mentor_of[c.mentee_id] != 0;
		mentor_of[c.mentee_id] = c.mentor_id;
	}
	for (size_t i = 0; i < people; i++)
		found.two_ways += mentor_of[i] && mentor_of[mentor_of[i]] == (int64_t)i;
	return found;
}

static void match_many(void)
{
	struct programme *p = programme_new(TOPICS);

	fill(p, 10000);
	int64_t pairs = programme_count(p, "select sum(a.n * o.n) from (select topic_id, count(*) as n from ask group by 1) a"
		" join (select topic_id, count(*) as n from offer group by 1) o using (topic_id)");
	programme_write(p);
	struct choice_book *book = choice_book_of(&p->work, 1, &(struct choice_change){ 0 });
	struct choice_answer answer = choice_solve(book);
	printf("# %llu of %lld pairs of one topic looked at, %u of %u asks met\n", (unsigned long long)choice_looked(book), (long long)pairs, answer.met, answer.asks);
	ok(answer.people == 10000 && answer.asks == 10000, "a programme of 10,000 people is read whole");
	ok(choice_looked(book) <= 400u * 10000u, "no ask is looked at with more than 400 offers");
	ok((int64_t)choice_looked(book) * 2 < pairs && choice_looked(book) > 10000, "not half the pairs of one topic are looked at, of all pairs not one in twenty");
	ok(answer.met > 6000 && answer.met <= answer.bound, "most asks are met, and no more than could be");
	struct found found = check_answer(p, book, &answer);
	is_count(found.sums_wrong, 0, "the reasons of each chosen pair come to its weight");
	is_count(found.full + found.twice, 0, "nobody mentors more than they have room for, and no ask is met twice");
	is_count(found.two_ways, 0, "of no two people each mentors the other");
	choice_book_free(book);
	size_t before = arena_used(p->arena);
	ok(run_match(&p->work, 1) != 0, "Match is pressed for all of them");
	printf("# %zu bytes of the request's arena\n", arena_used(p->arena) - before);
	ok(arena_used(p->arena) - before < PAGE_BYTES, "within what a page's request may use");
	programme_commit(p);
	is_count(programme_count(p, "select count(*) from proposal"), answer.met, "each pair is kept");
	is_count(programme_count(p, "select count(*) from proposal x where weight <> (select sum(points) from reason where proposal_id = x.id)"), 0,
		 "with reasons that come to its weight");
	programme_free(p);
}

/* Where many offer one topic, the shelves find somebody for each whom a look at everybody would find. */
static void look_where_it_counts(void)
{
	struct programme *p = programme_new(1);
	uint32_t none = 0, found = 0;

	fill(p, 1200);
	programme_sql(p, "update ask set topic_id = 1; update offer set topic_id = 1; delete from offer where id > 100000");
	programme_write(p);
	struct choice_book *book = choice_book_of(&p->work, 1, &(struct choice_change){ 0 });
	/* The nearest of the squares, by the districts themselves: everybody against everybody. */
	struct list rows = sql_match_people(&p->work, &(struct match_people_in){ .programme_id = 1 });
	struct parts parts = parts_usual();
	for (size_t i = 0; i < rows.count; i++) {
		struct score_person mentee = score_person_of(list_row(&match_people_view, rows, i));
		bool could = false;
		for (size_t j = 0; j < rows.count && !could; j++) {
			struct score_person mentor = score_person_of(list_row(&match_people_view, rows, j));
			struct score score;
			could = j != i && score_of(&parts, &(struct score_question){ .mentor = &mentor, .mentee = &mentee }, &score) == FIT_GOOD;
		}
		bool seen = choice_tally(book, (uint32_t)i)->fit > 0;
		none += could && !seen;
		found += seen;
	}
	ok(found > 1000, "where 1,200 offer the same, somebody suits nearly everybody");
	is_count(none, 0, "and nobody whom somebody suits is passed over by looking near first");
	ok(choice_looked(book) < 1200u * 400u, "while few are looked at");
	choice_book_free(book);
	programme_commit(p);
	programme_free(p);
}

static int64_t proposal_with(struct programme *p, int64_t ask, const char *state)
{
	return programme_count(p, arena_printf(p->arena, "select count(*) from proposal where ask_id = %lld and state = '%s'", (long long)ask, state));
}

static void press_match(struct programme *p)
{
	programme_write(p);
	ok(run_match(&p->work, 1) != 0, "Match is pressed");
	programme_commit(p);
}

static void match_again(void)
{
	struct programme *p = programme_new(2);
	int64_t owen = programme_add(p, &(struct someone){ .called = "Owen", .offers = 1 }), joan = programme_add(p, &(struct someone){ .called = "Joan", .asks = 1 });

	press_match(p);
	is_count(proposal_with(p, joan, "proposed"), 1, "Joan is put forward to Owen");
	int64_t first = programme_count(p, "select id from proposal");
	press_match(p);
	is_count(programme_count(p, "select max(id) from proposal where state = 'proposed'"), first, "pressed again, it is the same proposal");
	is_count(programme_count(p, "select count(*) from reason where kind = 'seen'"), 1, "which counts as seen before");
	is_count(programme_count(p, "select weight - (select sum(points) from reason) from proposal"), 0, "and its reasons still come to its weight");
	programme_write(p);
	ok(proposal_drop(&p->work, first), "a coordinator drops it");
	programme_commit(p);
	press_match(p);
	is_count(proposal_with(p, joan, "proposed"), 0, "what was dropped is not put forward again");
	is_count(programme_count(p, arena_printf(p->arena, "select left_why = 'dropped' and missed = 0 from ask where id = %lld", (long long)joan)), 1,
		 "Joan is told left out because the pair was dropped; the day is not counted twice");
	programme_later(p, 1);
	press_match(p);
	press_match(p);
	is_count(programme_count(p, "select missed from ask"), 1, "another day on which nobody was found counts once");
	int64_t mair = programme_add(p, &(struct someone){ .called = "Mair", .asks = 1 });
	int64_t tom = programme_add(p, &(struct someone){ .called = "Tom", .offers = 1 });
	press_match(p);
	is_count(programme_count(p, arena_printf(p->arena, "select count(*) from proposal where state = 'proposed' and ask_id = %lld and mentor_id = %lld", (long long)joan,
						 (long long)tom)), 1, "when somebody new can help, Joan who missed out comes to him");
	is_count(programme_count(p, arena_printf(p->arena, "select count(*) from proposal where state = 'proposed' and ask_id = %lld and mentor_id = %lld", (long long)mair,
						 (long long)owen)), 1, "and Mair to Owen, so that both are met");
	programme_free(p);
}

static void replace_quietly(void)
{
	struct programme *p = programme_new(1);
	int64_t joan = programme_add(p, &(struct someone){ .asks = 1, .ways = "in-person phone", .district = "NP20" });
	programme_add(p, &(struct someone){ .offers = 1, .ways = "phone" });
	press_match(p);
	int64_t near = programme_add(p, &(struct someone){ .offers = 1, .ways = "in-person phone", .district = "NP20" });
	press_match(p);
	is_count(programme_count(p, "select mentor_id from proposal where state = 'proposed'"), near, "somebody nearer takes the place of one that nobody has decided on");
	is_count(proposal_with(p, joan, "replaced"), 1, "which is then replaced, and nobody's no");
	programme_sql(p, arena_printf(p->arena, "update signup set state = 'withdrawn' where id = %lld", (long long)near));
	press_match(p);
	is_count(proposal_with(p, joan, "proposed"), 1, "so the first may be put forward once more");
	programme_free(p);
}

/* What putting this ask's first fit forward would weigh. */
static int64_t weight_of(struct programme *p, int64_t ask)
{
	struct choice_book *book = choice_book_of(&p->work, 1, &(struct choice_change){ 0 });
	int64_t weight = 0;

	for (uint32_t arc = 0; arc < choice_arcs(book); arc++) {
		struct choice c = choice_of(book, arc);
		if (c.ask_id == ask && !weight)
			weight = c.score.weight;
	}
	choice_book_free(book);
	return weight;
}

/* Alike in all but this. */
static void who_comes_first(void)
{
	struct programme *p = programme_new(1);
	int64_t fresh = programme_add(p, &(struct someone){ .asks = 1 }), waited = programme_add(p, &(struct someone){ .asks = 1, .days_waited = 30 });
	int64_t some = programme_add(p, &(struct someone){ .asks = 1, .days_waited = 15 }), missed = programme_add(p, &(struct someone){ .asks = 1 });
	programme_add(p, &(struct someone){ .offers = 1 });
	programme_sql(p, arena_printf(p->arena, "update ask set missed = 1 where id = %lld", (long long)missed));
	programme_write(p);
	ok(weight_of(p, waited) > weight_of(p, some) && weight_of(p, some) > weight_of(p, fresh), "of two alike, who has waited longer weighs more");
	ok(weight_of(p, missed) > weight_of(p, some), "who missed out weighs more than who has waited two weeks");
	programme_commit(p);
	int64_t helper = programme_add(p, &(struct someone){ .asks = 1, .offers = 2 }), helped = programme_add(p, &(struct someone){ .asks = 2 });
	programme_sql(p, arena_printf(p->arena, "insert into proposal (programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (1, %lld, %lld, %lld, %lld, 1, 'kept', 0, 0)", (long long)helped, (long long)helper, (long long)helper, (long long)helped));
	programme_write(p);
	is_count(weight_of(p, helper) - weight_of(p, fresh), 40, "who helps somebody already, and has nobody, weighs more than who does not");
	programme_commit(p);
	programme_sql(p, "insert into part (programme_id, kind, points) values (1, 'waited', 0), (1, 'missed', 900)");
	programme_write(p);
	is_count(weight_of(p, waited), weight_of(p, fresh), "a programme may have it that waiting does not count");
	is_count(weight_of(p, missed) - weight_of(p, fresh), 40, "what it sets out of bounds counts as the nearest within");
	programme_commit(p);
	programme_free(p);
}

/* How many mentors two asks come to, when one mentor has room for both and suits them better by `points`. */
static int64_t mentors_given(int points)
{
	struct programme *p = programme_new(1);

	for (int i = 0; i < 2; i++)
		programme_add(p, &(struct someone){ .asks = 1, .time = "hour-month" });
	programme_add(p, &(struct someone){ .offers = 1, .time = "hour-month", .capacity = 2 });
	programme_add(p, &(struct someone){ .offers = 1, .time = "hour-week", .capacity = 2 });
	programme_sql(p, arena_printf(p->arena, "insert into part (programme_id, kind, points) values (1, 'rhythm', %d)", points));
	press_match(p);
	int64_t mentors = programme_count(p, "select count(distinct mentor_id) from proposal where state = 'proposed'");
	int64_t wrong = programme_count(p, "select count(*) from proposal where weight <> (select sum(points) from reason where proposal_id = proposal.id)");
	programme_free(p);
	return wrong ? -1 : mentors;
}

static void spread_load(void)
{
	is_count(mentors_given(10), 2, "rather than a second person to one mentor, each of two has one");
	is_count(mentors_given(50), 1, "but not when the second suits them much better");
}

static const char *why(struct programme *p, int64_t ask)
{
	struct choice_book *book = choice_book_of(&p->work, 1, &(struct choice_change){ 0 });
	const char *kind = "";

	for (uint32_t i = 0; i < choice_solve(book).asks; i++)
		if (choice_ask_id(book, i) == ask)
			kind = hindrance_of(choice_tally(book, i)).kind;
	choice_book_free(book);
	return kind;
}

static void say_why(void)
{
	struct programme *p = programme_new(9);
	int64_t nobody = programme_add(p, &(struct someone){ .asks = 9 });
	int64_t far = programme_add(p, &(struct someone){ .asks = 1, .ways = "in-person", .district = "LL57" });
	programme_add(p, &(struct someone){ .offers = 1, .ways = "in-person", .district = "NP20" });
	int64_t tongue = programme_add(p, &(struct someone){ .asks = 2, .tongues = "pl" });
	programme_add(p, &(struct someone){ .offers = 2, .tongues = "en" });
	int64_t wish = programme_add(p, &(struct someone){ .asks = 3, .age = "30-44", .ask_wish = "older" });
	programme_add(p, &(struct someone){ .offers = 3, .age = "18-29" });
	int64_t named = programme_add(p, &(struct someone){ .asks = 4 });
	int64_t boss = programme_add(p, &(struct someone){ .called = "Bartek Nowak", .offers = 4 });
	int64_t colleague = programme_add(p, &(struct someone){ .asks = 5 });
	int64_t other = programme_add(p, &(struct someone){ .offers = 5 });

	programme_sql(p, arena_printf(p->arena, "insert into bar (person_id, kind, words, folded) values (%lld, 'person', 'Bartek Nowak', 'bartek nowak'),"
		"(%lld, 'organisation', 'Hafan', 'hafan'), (%lld, 'organisation', 'Hafan', 'hafan')", (long long)named, (long long)colleague, (long long)other));
	programme_write(p);
	is(why(p, nobody), "nobody", "nobody offers it");
	is(why(p, far), "apart", "somebody offers it, and is too far");
	is(why(p, tongue), "tongue", "somebody offers it, in another language");
	is(why(p, wish), "wish", "somebody offers it, and is not older");
	is(why(p, named), "private", "a name on somebody's own list is a private reason, and no more is told");
	is(why(p, colleague), "organisation", "one organisation bars the only one");
	programme_commit(p);
	programme_sql(p, arena_printf(p->arena, "delete from bar; insert into proposal (programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (1, %lld, %lld, %lld, %lld, 1, 'kept', 0, 0)", (long long)colleague, (long long)other, (long long)other, (long long)colleague));
	int64_t second = programme_add(p, &(struct someone){ .asks = 5 });
	int64_t swap = programme_add(p, &(struct someone){ .asks = 4, .offers = 8 });
	programme_write(p);
	is(why(p, second), "full", "one could, and has no room: what a coordinator keeps takes it");
	is(why(p, swap), "crowded", "one could and has room; whether they help this one or another is a choice");
	programme_commit(p);
	(void)boss;
	programme_free(p);
}

static struct choice_answer with(struct programme *p, struct choice_change change)
{
	struct choice_book *book = choice_book_of(&p->work, 1, &change);
	struct choice_answer answer = choice_solve(book);

	choice_book_free(book);
	return answer;
}

static void what_if(void)
{
	struct programme *p = programme_new(3);
	programme_add(p, &(struct someone){ .asks = 1, .ways = "in-person", .district = "NP20" });
	int64_t elsewhere = programme_add(p, &(struct someone){ .offers = 1002, .elsewhere = true });
	int64_t a = programme_add(p, &(struct someone){ .asks = 2 }), b = programme_add(p, &(struct someone){ .offers = 3, .asks = 3 });
	int64_t c = programme_add(p, &(struct someone){ .offers = 2 });
	programme_sql(p, arena_printf(p->arena, "update offer set topic_id = 3 where id = %lld;"
		"insert into proposal (programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (1, %lld, %lld, %lld, %lld, 1, 'kept', 0, 0);"
		"insert into ask (id, signup_id, topic_id, since) values (500, %lld, 3, 0); delete from ask where id = %lld",
		(long long)c, (long long)a, (long long)b, (long long)b, (long long)a, (long long)b, (long long)b));
	int64_t before = programme_count(p, "select (select count(*) from proposal) + (select count(*) from audit) + (select count(*) from match_run)");
	programme_write(p);
	uint32_t now = with(p, (struct choice_change){ 0 }).met;
	is_count(with(p, (struct choice_change){ .topic_id = 1, .district = "NP19" }).met, now + 1, "one more mentor near Newport would serve one more person");
	is_count(with(p, (struct choice_change){ .topic_id = 1, .district = "LL57" }).met, now, "one in Bangor would not");
	is_count(with(p, (struct choice_change){ .topic_id = 1, .district = "" }).met, now, "nor one by phone, for somebody who meets in person alone");
	programme_commit(p);
	is_count(programme_count(p, "select (select count(*) from proposal) + (select count(*) from audit) + (select count(*) from match_run)"), before, "asking what would be writes nothing");
	(void)elsewhere;
	programme_free(p);
}

static void lift_and_join(void)
{
	struct programme *p = programme_new(3);
	int64_t margaret = programme_add(p, &(struct someone){ .offers = 1 }), owen = programme_add(p, &(struct someone){ .asks = 1, .offers = 2 });
	int64_t joan = programme_add(p, &(struct someone){ .asks = 3 });
	programme_add(p, &(struct someone){ .offers = 1003, .elsewhere = true });
	programme_add(p, &(struct someone){ .asks = 1001, .elsewhere = true });
	/* Owen helps Margaret already, so that she may not help him. */
	programme_sql(p, arena_printf(p->arena, "insert into ask (id, signup_id, topic_id, since, state) values (700, %lld, 2, 0, 'met');"
		"insert into proposal (programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at) values (1, 700, %lld, %lld, %lld, 1, 'kept', 0, 0)",
		(long long)margaret, (long long)owen, (long long)owen, (long long)margaret));
	programme_write(p);
	struct choice_answer now = with(p, (struct choice_change){ 0 });
	is_count(now.met, 0, "nobody can be met as it is");
	is(why(p, owen), "two-ways", "Owen's only helper is helped by him");
	struct choice_answer lifted = with(p, (struct choice_change){ .lift_mentor_id = margaret, .lift_mentee_id = owen });
	is_count(lifted.met, 1, "were that lifted by hand, he would be met");
	is_count(lifted.both, 2, "and both would give and receive");
	is_count(with(p, (struct choice_change){ .lift_mentor_id = owen, .lift_mentee_id = margaret }).met, 0, "lifting it the other way round does nothing");
	struct choice_answer joined = with(p, (struct choice_change){ .joined_id = 2 });
	is_count(joined.people, 5, "with the other programme joined, all take part");
	is_count(joined.met, 2, "and topics of the same words are one: Joan is met, and somebody of theirs by Margaret");
	programme_commit(p);
	(void)joan;
	programme_free(p);
}

static struct choice_candidate candidate(struct programme *p, int64_t ask, int64_t mentor)
{
	struct choice_candidate all[10], found = { .bar = BAR_COUNT };
	struct choice_book *book = choice_book_of(&p->work, 1, &(struct choice_change){ 0 });
	size_t count = choice_candidates(book, ask, all, 10);

	for (size_t i = 0; i < count; i++)
		if (all[i].choice.mentor_id == mentor)
			found = all[i];
	choice_book_free(book);
	return found;
}

static int64_t put_by_hand(struct programme *p, const struct choice_candidate *c, const char *allowed_why)
{
	const struct choice *choice = &c->choice;

	return proposal_by_hand(&p->work, &(struct proposal_new){ 1, 0, choice->ask_id, choice->offer_id, choice->mentor_id, choice->mentee_id },
				&choice->score, allowed_why);
}

static void both_say_yes(struct programme *p, int64_t proposal_id, const struct choice *c)
{
	proposal_send(&p->work, proposal_id);
	proposal_answer(&p->work, &(struct proposal_answer){ proposal_id, c->mentor_id, true, "", "self" });
	proposal_answer(&p->work, &(struct proposal_answer){ proposal_id, c->mentee_id, true, "", "self" });
}

static void by_hand(void)
{
	struct programme *p = programme_new(2);
	int64_t owen = programme_add(p, &(struct someone){ .offers = 1, .asks = 2, .time = "hour-week" });
	int64_t joan = programme_add(p, &(struct someone){ .asks = 1, .offers = 2, .time = "hour-week" });
	int64_t tom = programme_add(p, &(struct someone){ .offers = 1 }), far = programme_add(p, &(struct someone){ .offers = 1, .ways = "writing" });

	press_match(p);
	programme_write(p);
	struct choice_candidate with_tom = candidate(p, joan, tom);
	ok(with_tom.bar == BAR_NONE && !with_tom.full, "whoever else fits an ask can be seen");
	is_count(candidate(p, joan, far).bar, BAR_COUNT, "and who does not fit is not among them");
	int64_t kept = put_by_hand(p, &with_tom, "");
	programme_commit(p);
	is_count(proposal_with(p, joan, "kept"), 1, "who is put forward by hand is kept at once");
	is_count(proposal_with(p, joan, "proposed"), 0, "and takes the place of whom Match put forward");
	press_match(p);
	is_count(proposal_with(p, joan, "kept") + proposal_with(p, owen, "proposed"), 2, "Match pressed again leaves it, and meets the other ask");
	programme_write(p);
	both_say_yes(p, kept, &with_tom.choice);
	ok(proposal_open(&p->work, kept) != 0, "it goes the way of any proposal");
	programme_commit(p);
	programme_free(p);
}

static void allow_both_ways(void)
{
	struct programme *p = programme_new(2);
	int64_t owen = programme_add(p, &(struct someone){ .offers = 1, .asks = 2 }), joan = programme_add(p, &(struct someone){ .asks = 1, .offers = 2 });

	programme_write(p);
	struct choice_candidate one = candidate(p, joan, owen);
	int64_t first = put_by_hand(p, &one, "");
	both_say_yes(p, first, &one.choice);
	ok(proposal_open(&p->work, first) != 0, "Owen helps Joan");
	struct choice_candidate other = candidate(p, owen, joan);
	is_count(other.bar, BAR_TWO_WAYS, "that Joan helps Owen is barred");
	int64_t second = put_by_hand(p, &other, "");
	both_say_yes(p, second, &other.choice);
	is(proposal_in_the_way(&p->work, second), "two-ways", "and where nobody has said why, it is not opened");
	programme_commit(p);
	programme_sql(p, arena_printf(p->arena, "update proposal set allowed_why = 'They both wish it' where id = %lld", (long long)second));
	programme_write(p);
	is(proposal_in_the_way(&p->work, second), "", "a coordinator may allow it, with the reason kept");
	ok(proposal_open(&p->work, second) != 0, "and then it is opened");
	programme_commit(p);
	programme_free(p);
}

int main(void)
{
	match_many();
	look_where_it_counts();
	match_again();
	replace_quietly();
	who_comes_first();
	spread_load();
	say_why();
	what_if();
	lift_and_join();
	by_hand();
	allow_both_ways();
	return done();
}
