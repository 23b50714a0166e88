/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the pages of what waits, and of who is away, show. */
#ifndef DESK_TODO_VIEWS_H
#define DESK_TODO_VIEWS_H

#include "base/view.h"
#include "domain/todo.h"

/* What waits, worst first: a page of it, and how it was asked for. */
struct desk_todo_programme {
	int64_t programme_id, n;
	const char *words;
};

struct desk_todo {
	struct list lines;         /* struct todo_line */
	struct list groups;        /* struct todo_count */
	struct list programmes;    /* struct desk_todo_programme */
	struct list by_phone;
	const char *group;         /* asked for; "" */
	const char *programme;     /* the same: its number; "" */
	const char *whose;         /* all; "" : one's own */
	int64_t things, found, others; /* all; lines; waiting for other coordinators */
	int64_t first, last, before, after;   /* of how many from which to which; pages before and after, 0: none */
	int64_t unjoined, untied, named, concerns;
	bool several, asked, begins, ends, unguarded, news, nothing;
};
extern const struct view desk_todo_view;

/* When a coordinator is away. */
struct desk_away_person {
	int64_t person_id;
	const char *call_name, *away_from, *away_until, *deputy;
	int64_t seen_at;
	bool is_away, is_silent;
};

struct desk_away {
	const char *away_from, *away_until;
	int64_t deputy_id;
	struct list others;        /* coordinators who could stand in: struct desk_away_person */
	struct list away;          /* who is away, or will be, or was not signed in for long */
	bool is_planned;           /* one's own absence, to call off */
};
extern const struct view desk_away_view;

#endif
