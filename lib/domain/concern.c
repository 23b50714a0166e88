/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/concern.h"

#include "domain/audit.h"
#include "domain/tell.h"
#include "sql_concern.h"

enum { HOUR = 3600 };

/* That there is something to read; not what. */
static void tell_readers(struct work *work, const char *role)
{
	struct list people = sql_concern_readers(work, &(struct concern_readers_in){ role });

	for (size_t i = 0; i < people.count; i++) {
		const struct concern_readers *reader = list_row(&concern_readers_view, people, i);
		tell(work, reader->person_id, "news");
	}
}

int64_t concern_raise(struct work *work, const struct concern_told *told)
{
	struct concern_add row;
	struct concern_add_in in = { .person_id = work->person_id, .who_about = told->who_about, .what = told->what, .reply_to = told->reply_to,
		.about_us = told->about_us, .due_at = work->now + told->hours * HOUR, .now = work->now };

	if (!sql_concern_add(work, &in, &row))
		return 0;
	/* The audit is read by others than leads: it does not say who raised it. */
	struct work nobody = *work;
	nobody.person_id = 0;
	audit_add(&nobody, "concern.raise", "concern", row.id, "");
	work->trouble = nobody.trouble;
	tell_readers(work, told->about_us ? "trustee" : "lead");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

void concern_looked(struct work *work, int64_t concern_id)
{
	sql_concern_look_add(work, &(struct concern_look_add_in){ .concern_id = concern_id, .person_id = work->person_id, .now = work->now,
		.since = work->now - HOUR });
}

static bool step(struct work *work, int64_t concern_id, const char *from, const char *to, const char *verb)
{
	if (!sql_concern_state(work, &(struct concern_state_in){ .state = to, .concern_id = concern_id, .from_state = from }))
		return false;
	audit_add(work, verb, "concern", concern_id, "state");
	return work->trouble == TROUBLE_NONE;
}

bool concern_take(struct work *work, int64_t concern_id)
{
	return step(work, concern_id, "new", "taken", "concern.take");
}

bool concern_close(struct work *work, int64_t concern_id)
{
	return step(work, concern_id, "taken", "closed", "concern.close");
}
