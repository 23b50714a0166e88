/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "tests/unit/pair-scene.h"

#include <stdlib.h>

#include "domain/proposal.h"

struct programme *p;

int64_t scene_count(const char *sql)
{
	return programme_count(p, sql);
}

int64_t scene_tasks(const char *kind)
{
	return scene_count(arena_printf(p->arena, "select count(*) from task where state = 'open' and kind = '%s'", kind));
}

int64_t scene_mails(const char *kind)
{
	return scene_count(arena_printf(p->arena, "select count(*) from outbox where kind = '%s'", kind));
}

void scene_begin(const char *first_day)
{
	p = programme_new(2);
	programme_add(p, &(struct someone){ .called = "Owen", .offers = 1 });
	programme_add(p, &(struct someone){ .called = "Margaret", .asks = 1 });
	programme_sql(p, arena_printf(p->arena, "update person set email = 'p' || id || '@example.org';"
		"insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, first_day, changed_at)"
		" values (1, 1, 3, 2, 2, 3, 0, 'agreed', 0, '%s', 0)", first_day));
	programme_write(p);
	int64_t pair_id = proposal_open(&p->work, 1);
	programme_commit(p);
	if (pair_id != PAIR)
		exit(1);
}

void scene_end(void)
{
	programme_free(p);
}

bool scene_done(bool result)
{
	programme_commit(p);
	return result;
}

void scene_put(const char *state, const char *before, const char *why)
{
	programme_sql(p, arena_printf(p->arena, "update pair set state = '%s', before_pause = '%s', paused_why = '%s', review_state = '', mentor_says = '',"
		" mentee_says = ''", state, before, why));
}
