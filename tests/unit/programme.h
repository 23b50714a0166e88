/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A programme of its own for a test: an empty site in a folder that goes away, and people put into it. */
#ifndef TESTS_UNIT_PROGRAMME_H
#define TESTS_UNIT_PROGRAMME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"
#include "site/site.h"

struct programme {
	struct arena *arena;
	struct site *site;
	struct work work;
	int64_t id;              /* of the first programme; the second is id + 1 */
	char folder[64];
};

/* Two programmes with `topics` topics each: 1 to topics, and from 1001. */
struct programme *programme_new(int topics);
void programme_free(struct programme *p);

/* What is not given is usual: can be met by phone, with room for one, waits since today. */
struct someone {
	const char *called, *age, *ways, *district, *tongues, *core_values, *time;
	int64_t asks, offers;    /* topics; 0: none */
	const char *ask_wish, *offer_wish;
	int64_t capacity;
	int days_waited;
	bool elsewhere;          /* in the second programme */
};
/* Each is approved. Returns the person's number; their ask and offer have the same number. */
int64_t programme_add(struct programme *p, const struct someone *who);

/* Any statement at all, between transactions. */
void programme_sql(struct programme *p, const char *sql);
int64_t programme_count(struct programme *p, const char *sql);

/* Whether the database itself refuses it. */
bool programme_refuses(struct programme *p, const char *sql);

/* Begins and commits what a page would. */
void programme_write(struct programme *p);
void programme_commit(struct programme *p);

/* Another day. */
void programme_later(struct programme *p, int days);

#endif
