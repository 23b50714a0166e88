/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How long things are kept: of each rule, a day before nothing goes and a day after it does; the dry run says so before, and
   touches nothing; a second run finds nothing more; no more goes in a night than may. */
#include "base/buffer.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/retention.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

/* What there is to forget, put in as it was when its time began; and how much of it is still there. */
struct thing {
	const char *rule, *put, *left;
};

/* {at} is the moment from which it is kept. */
static const struct thing things[] = {
	{ "unfinished", "insert into person (id, state, full_name, created_at) values (90, 'new', 'Zq', 0);"
		"insert into signup (person_id, programme_id, state, due_at, district, started_at, changed_at) values (90, 1, 'open', 0, 'Zq', 0, {at})",
		"select count(*) from person where id = 90 and state = 'new'" },
	{ "applicant", "insert into person (id, state, full_name, created_at) values (91, 'new', 'Zq', 0);"
		"insert into signup (person_id, programme_id, state, due_at, district, started_at, changed_at) values (91, 1, 'declined', 0, 'Zq', 0, {at})",
		"select count(*) from person where id = 91 and full_name = 'Zq'" },
	{ "person", "insert into person (id, state, full_name, created_at) values (92, 'left', 'Zq', 0);"
		"insert into audit (id, at, person_id, verb, subject, subject_id, hash) values (100000, {at}, 92, 'person.leave', 'person', 92, '')",
		"select count(*) from person where id = 92 and state = 'left'" },
	{ "pair", "insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, words, changed_at) values (93, 1, {mentee}, {mentor}, {mentor}, {mentee}, 1, 'opened', 0, 'Zq', 0);"
		"insert into pair (id, proposal_id, state, due_at, opened_at, trial_until, ended_at, told_by) values (93, 93, 'ended', 0, 0, '2026-01-01', {at}, 'Zq');"
		"insert into aim (pair_id, number, kind, words, since, changed_at) values (93, 1, 'practical', 'Zq', 0, 0);"
		"insert into review (pair_id, number, side, kind, gained, given_at) values (93, 1, 'mentee', 'closing', 'Zq', 0);"
		"insert into meeting (id, pair_id, day, noted_by, created_at) values (93, 93, '2026-01-01', {mentor}, 0);"
		"insert into feedback (meeting_id, side, did_meet, useful, private_word, given_at) values (93, 'mentee', 'yes', 'yes', 'Zq', 0)",
		"select (select count(*) from pair where told_by = 'Zq') + (select count(*) from aim) + (select count(*) from review where gained = 'Zq')"
		" + (select count(*) from feedback where private_word = 'Zq') + (select count(*) from proposal where words = 'Zq') > 0" },
	{ "question", "update signup set question = 'Zq', reply = 'Zq', changed_at = {at} where id = {mentor}",
		"select count(*) from signup where id = {mentor} and question || reply <> ''" },
	{ "invitation", "insert into invitation (id, by_id, kind, name, email, words, state, due_at, at) values (94, {mentor}, 'invite', 'Zq', 'Zq', 'Zq', 'declined', {at} + 2592000, 0)",
		"select count(*) from invitation where id = 94 and name || email || words <> ''" },
	{ "task", "insert into task (id, kind, role, subject, words, state, due_at, at, done_at) values (95, 'data-request', 'coordinator', 'person', 'Zq', 'done', 0, 0, {at})",
		"select count(*) from task where id = 95 and words <> ''" },
	{ "mail", "insert into outbox (id, kind, recipient, language, state, not_before, created_at) values (96, 'news', 'Zq', 'en', 'sent', 0, {at})",
		"select count(*) from outbox where id = 96" },
	{ "login", "insert into browser (token, created_at, seen_at) values ('Zq', 0, {at})", "select count(*) from browser where token = 'Zq'" },
	{ "code", "insert into sign_in_code (email, code, link, browser, expires_at) values ('Zq', '', '', '', {at})", "select count(*) from sign_in_code where email = 'Zq'" },
	{ "typed", "insert into unsent (person_id, path, sealed, at) values ({mentor}, 'Zq', 'Zq', {at})", "select count(*) from unsent where path = 'Zq'" },
	{ "count", "insert into counter (kind, who, began_at, times) values ('Zq', '', {at}, 1)", "select count(*) from counter where kind = 'Zq'" },
};
enum { THINGS = sizeof things / sizeof *things, DAY = 86400 };

static int64_t mentor, mentee;

static const char *filled(struct programme *p, const char *sql, int64_t at)
{
	struct buffer out = buffer_in(p->arena, 512);

	for (; *sql; sql++) {
		if (text_starts(sql, "{at}"))
			buffer_printf(&out, "%lld", (long long)at);
		else if (text_starts(sql, "{mentor}"))
			buffer_printf(&out, "%lld", (long long)mentor);
		else if (text_starts(sql, "{mentee}"))
			buffer_printf(&out, "%lld", (long long)mentee);
		else {
			buffer_char(&out, *sql);
			continue;
		}
		sql += strcspn(sql, "}");
	}
	return buffer_string(&out);
}

static const struct retention_rule *rule_named(const char *name)
{
	for (size_t i = 0; i < retention_rule_count; i++)
		if (text_is(retention_rules[i].name, name))
			return &retention_rules[i];
	return NULL;
}

static struct programme *scene(void)
{
	struct programme *p = programme_new(2);

	mentor = programme_add(p, &(struct someone){ .called = "Owen", .offers = 1 });
	mentee = programme_add(p, &(struct someone){ .called = "Margaret", .asks = 1 });
	return p;
}

static int64_t run(struct programme *p)
{
	programme_write(p);
	int64_t went = retention_run(&p->work);
	programme_commit(p);
	return went;
}

static int64_t planned_on(struct programme *p, const struct retention_rule *rule, const char *day)
{
	struct list days = retention_plan(&p->work, rule, 30);
	int64_t count = 0;

	for (size_t i = 0; i < days.count; i++)
		count += text_is(((const struct retention_day *)days.rows)[i].day, day) ? ((const struct retention_day *)days.rows)[i].count : 0;
	return count;
}

static int64_t left(struct programme *p, const struct thing *t)
{
	return programme_count(p, filled(p, t->left, 0));
}

/* One day too young, then one day older. */
static void test_rule(const struct thing *t)
{
	struct programme *p = scene();
	const struct retention_rule *rule = rule_named(t->rule);
	int64_t young = p->work.now - (int64_t)(rule->days - 1) * DAY;

	programme_sql(p, filled(p, t->put, young));
	is_count(planned_on(p, rule, day_add(p->arena, p->work.today, 1)), 1, arena_printf(p->arena, "%s: the dry run says that one goes tomorrow", t->rule));
	is_count(planned_on(p, rule, p->work.today), 0, arena_printf(p->arena, "%s: and none today", t->rule));
	run(p);
	is_count(left(p, t), 1, arena_printf(p->arena, "%s: a day before, nothing goes", t->rule));
	programme_later(p, 2);
	is_count(planned_on(p, rule, p->work.today), 1, arena_printf(p->arena, "%s: then one is due", t->rule));
	is_count(left(p, t), 1, arena_printf(p->arena, "%s: and the dry run has touched nothing", t->rule));
	run(p);
	is_count(left(p, t), 0, arena_printf(p->arena, "%s: a day after, it is gone", t->rule));
	is_count(run(p), 0, arena_printf(p->arena, "%s: a second run finds nothing more", t->rule));
	programme_free(p);
}

/* Whoever a worry is about that is open stays, and so does a worry. */
static void test_holds(void)
{
	struct programme *p = scene();

	programme_sql(p, filled(p, "insert into person (id, state, call_name, full_name, created_at) values (92, 'left', 'Gwen', 'Gwen Price', 0);"
		"insert into audit (id, at, person_id, verb, subject, subject_id, hash) values (100000, 1, 92, 'person.leave', 'person', 92, '');"
		"insert into concern (id, who_about, what, state, due_at, raised_at) values (1, 'Gwen Price', 'Zq', 'taken', 0, 0)", 0));
	run(p);
	is_count(programme_count(p, "select count(*) from person where id = 92 and state = 'left'"), 1, "while a worry about them is open, nothing goes");
	programme_sql(p, "update concern set state = 'closed'; insert into concern_entry (concern_id, number, at, kind, words) values (1, 1, 1, 'close', 'Zq')");
	run(p);
	is_count(programme_count(p, "select count(*) from person where id = 92 and state = 'erased'"), 1, "then they go");
	is_count(programme_count(p, "select count(*) from concern where what = 'Zq'"), 1, "and never the worry: a person looks at that");
	programme_free(p);
}

static void test_bounds(void)
{
	struct programme *p = scene();

	programme_sql(p, "with recursive n (i) as (select 1 union all select i + 1 from n where i < 450)"
		" insert into outbox (kind, recipient, language, state, not_before, created_at) select 'news', 'Zq', 'en', 'sent', 0, 0 from n");
	is_count(run(p), RETENTION_MOST, "so many go in a night");
	is_count(run(p), RETENTION_MOST, "and as many in the next");
	is_count(run(p), 50, "until there are no more");
	is_count(run(p), 0, "then none");
	programme_free(p);
}

int main(void)
{
	for (size_t i = 0; i < THINGS; i++)
		test_rule(&things[i]);
	is_count((int64_t)retention_rule_count, THINGS + 1, "each rule is tried, and the one that waits for a person");
	test_holds();
	test_bounds();
	return done();
}
