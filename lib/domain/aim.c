/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/aim.h"

#include "base/text.h"
#include "domain/audit.h"
#include "sql_aim.h"
#include "sql_pair.h"

static bool has_room(const struct aims_count *count, const struct aim *a, const struct aim_one *before)
{
	bool was_open = before && text_is(before->state, "open");

	return !text_is(a->state, "open") || was_open || count->open < AIMS_OPEN;
}

bool aim_put(struct work *work, const struct aim *a)
{
	struct pair_state p;
	struct aims_count count;
	struct aim_one before;

	if (!sql_pair_state(work, &(struct pair_state_in){ a->pair_id }, &p) || text_is(p.state, "ended")
	    || !sql_aims_count(work, &(struct aims_count_in){ a->pair_id }, &count))
		return false;
	if (a->number && !sql_aim_one(work, &(struct aim_one_in){ .pair_id = a->pair_id, .number = a->number }, &before))
		return false;
	if (!has_room(&count, a, a->number ? &before : NULL))
		return false;
	const struct aim_put_in in = { .pair_id = a->pair_id, .number = a->number ? a->number : count.last + 1, .kind = a->kind, .words = a->words,
		.shared = a->shared, .state = a->state, .now = work->now };
	if (sql_aim_put(work, &in) <= 0)
		return false;
	audit_add(work, a->number ? "aim.change" : "aim.begin", "pair", a->pair_id, "");
	return work->trouble == TROUBLE_NONE;
}
