/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* race ROUNDS: two processes at once on one proposal or one mentor's last place, again and again, and who won.
   race worker: is one of the two; takes orders from its input, one a line, and says what came of each. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/proposal.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

enum { ARENA_BYTES = 64 * 1024 * 1024, MENTOR = 2, FIRST = 3, SECOND = 4 };

/* An order: `yes 1 3` is person 3's yes to proposal 1. */
static bool obey(struct work *work, const char *what, int64_t proposal_id, int64_t person_id)
{
	work->person_id = person_id;
	if (text_is(what, "yes"))
		return proposal_answer(work, &(struct proposal_answer){ .proposal_id = proposal_id, .person_id = person_id, .yes = true, .shows = "", .how = "self",
			.first_day = "" });
	if (text_is(what, "withdraw"))
		return proposal_withdraw(work, proposal_id, person_id);
	if (text_is(what, "open"))
		return proposal_open(work, proposal_id) != 0;
	return proposal_drop(work, proposal_id);
}

static int work_on(void)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct site *site = site_open("race");
	char what[16];
	long long proposal_id, person_id;

	while (scanf("%15s %lld %lld", what, &proposal_id, &person_id) == 3) {
		struct work work = { .arena = arena, .db = site->db, .key = &site->key, .request = "race", .now = clock_now(), .today = "2026-11-26" };
		bool done = db_begin_write(&work) && obey(&work, what, proposal_id, person_id);
		if (done)
			done = db_commit(&work);
		else
			db_rollback(&work);
		printf("%d\n", done);
		fflush(stdout);
		arena_reset(arena);
	}
	site_close(site);
	arena_free(arena);
	return 0;
}

struct worker {
	FILE *orders, *answers;
	pid_t process;
};

static struct worker begin(char *program)
{
	int orders[2], answers[2];

	if (pipe(orders) || pipe(answers))
		die("no pipe");
	/* Neither worker holds the other's ends. */
	for (int i = 0; i < 2; i++) {
		fcntl(orders[i], F_SETFD, FD_CLOEXEC);
		fcntl(answers[i], F_SETFD, FD_CLOEXEC);
	}
	pid_t process = fork();
	if (process == 0) {
		dup2(orders[0], STDIN_FILENO);
		dup2(answers[1], STDOUT_FILENO);
		execv(program, (char *[]){ program, (char[]){ "worker" }, NULL });
		_exit(127);
	}
	close(orders[0]);
	close(answers[1]);
	return (struct worker){ fdopen(orders[1], "w"), fdopen(answers[0], "r"), process };
}

/* Both at once, the one or the other told first. How many of the two were done. */
static int both(struct worker *w, const char *one, const char *other, int round)
{
	const char *orders[] = { one, other };
	int done = 0, said = 0;

	for (int i = 0; i < 2; i++) {
		int n = (i + round) % 2;
		fprintf(w[n].orders, "%s\n", orders[n]);
		fflush(w[n].orders);
	}
	for (int i = 0; i < 2; i++)
		if (fscanf(w[i].answers, "%d", &said) != 1)
			die("a worker has ended");
		else
			done += said;
	return done;
}

static void set_up(struct programme *p, const char *state, const char *mentor_says, const char *mentee_says)
{
	programme_sql(p, arena_printf(p->arena, "delete from pair; delete from proposal; delete from outbox; update ask set state = 'open';"
		"insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, mentor_answer, mentee_answer, changed_at)"
		" values (1, 1, %d, %d, %d, %d, 1, '%s', 0, '%s', '%s', 0), (2, 1, %d, %d, %d, %d, 1, '%s', 0, '%s', '%s', 0)",
		FIRST, MENTOR, MENTOR, FIRST, state, mentor_says, mentee_says, SECOND, MENTOR, MENTOR, SECOND, state, mentor_says, mentee_says));
}

static int64_t pairs(struct programme *p)
{
	return programme_count(p, "select count(*) from pair where state = 'trial'");
}

/* Rounds of each race, and in how many there was not exactly one winner, and it shown everywhere alike. */
static void race(struct programme *p, struct worker *w, int rounds)
{
	int wrong_withdraw = 0, wrong_place = 0, wrong_desk = 0;
	int64_t opened = 0, withdrawn = 0;

	for (int i = 0; i < rounds; i++) {
		set_up(p, "sent", "", "yes");
		int done = both(w, "yes 1 2", "withdraw 1 3", i);
		int64_t is_open = programme_count(p, "select count(*) from proposal where id = 1 and state = 'opened'");
		wrong_withdraw += done != 1 || pairs(p) != is_open || is_open + programme_count(p, "select count(*) from proposal where id = 1 and state = 'withdrawn'") != 1;
		opened += is_open;
		withdrawn += !is_open;
		set_up(p, "sent", "yes", "");
		both(w, "yes 1 3", "yes 2 4", i);
		wrong_place += pairs(p) != 1 || programme_count(p, "select count(*) from proposal where state = 'opened'") != 1
			|| programme_count(p, "select count(*) from proposal where state = 'replaced'") != 1;
		set_up(p, "agreed", "yes", "yes");
		done = both(w, "open 1 1", "drop 1 1", i);
		wrong_desk += done != 1 || pairs(p) != programme_count(p, "select count(*) from proposal where id = 1 and state = 'opened'");
	}
	is_count(wrong_withdraw, 0, arena_printf(p->arena, "accept against withdraw: exactly one winner in each of %d rounds", rounds));
	ok(rounds < 20 || (opened && withdrawn), arena_printf(p->arena, "now the one, now the other wins (%lld, %lld)", (long long)opened, (long long)withdrawn));
	is_count(wrong_place, 0, arena_printf(p->arena, "the last place taken twice: one pair in each of %d rounds", rounds));
	is_count(wrong_desk, 0, arena_printf(p->arena, "two coordinators, Open against Drop: exactly one winner in each of %d rounds", rounds));
}

int main(int argc, char **argv)
{
	if (argc == 2 && text_is(argv[1], "worker"))
		return work_on();
	struct programme *p = programme_new(1);
	const char *rounds = getenv("ROUNDS");

	programme_add(p, &(struct someone){ .called = "Owen", .offers = 1 });
	programme_add(p, &(struct someone){ .called = "Margaret", .asks = 1 });
	programme_add(p, &(struct someone){ .called = "Fred", .asks = 1 });
	programme_sql(p, "update programme set moderation = 'light'");
	struct worker workers[2] = { begin(argv[0]), begin(argv[0]) };
	race(p, workers, rounds ? (int)strtol(rounds, NULL, 10) : 1);
	for (int i = 0; i < 2; i++) {
		fclose(workers[i].orders);
		waitpid(workers[i].process, NULL, 0);
	}
	programme_free(p);
	return done();
}
