/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/death.h"

#include "domain/ask.h"
#include "domain/pair.h"
#include "domain/person.h"
#include "domain/proposal.h"
#include "domain/signup.h"
#include "domain/task.h"
#include "sql_outbox.h"
#include "sql_pair.h"
#include "sql_person.h"

static void decline_signups(struct work *work, int64_t person_id)
{
	struct list rows = sql_death_signups(work, &(struct death_signups_in){ person_id });

	for (size_t i = 0; i < rows.count; i++) {
		const struct death_signups *row = list_row(&death_signups_view, rows, i);
		signup_decline(work, row->signup_id, "");
	}
}

bool death_heard(struct work *work, int64_t person_id)
{
	/* First of all: whatever follows writes to them no more. */
	if (!person_step(work, person_id, "die", ACTOR_COORDINATOR))
		return false;
	sql_outbox_stop(work, &(struct outbox_stop_in){ person_id });
	proposal_rest_all(work, person_id);
	decline_signups(work, person_id);
	struct list rows = sql_death_pairs(work, &(struct death_pairs_in){ person_id });
	for (size_t i = 0; i < rows.count; i++) {
		const struct death_pairs *row = list_row(&death_pairs_view, rows, i);
		pair_death(work, row->pair_id, row->left_id);
		if (row->left_mentors)
			ask_step(work, row->ask_id, "close", ACTOR_COORDINATOR);
	}
	return work->trouble == TROUBLE_NONE;
}

bool death_mistaken(struct work *work, int64_t person_id)
{
	if (!person_step(work, person_id, "undo", ACTOR_COORDINATOR))
		return false;
	struct list rows = sql_death_pairs(work, &(struct death_pairs_in){ person_id });
	for (size_t i = 0; i < rows.count; i++) {
		const struct death_pairs *row = list_row(&death_pairs_view, rows, i);
		if (row->left_mentors)
			ask_step(work, row->ask_id, "meet", ACTOR_COORDINATOR);
		/* Where the two have become conflicted meanwhile, they rest for that. */
		if (!pair_step(work, row->pair_id, "undo", ACTOR_COORDINATOR))
			sql_pair_pause_why(work, &(struct pair_pause_why_in){ .paused_why = pause_why_name(PAUSE_CONFLICT), .pair_id = row->pair_id });
	}
	return work->trouble == TROUBLE_NONE;
}

bool death_told(struct work *work, const struct death_told *t)
{
	const struct pair_closed closed = { .pair_id = t->pair_id, .how = "death", .told_by = t->told_by, .follow_up = t->follow_up };
	struct bereaved_pair pair;

	if (!sql_bereaved_pair(work, &(struct bereaved_pair_in){ t->pair_id }, &pair) || !pair_step(work, t->pair_id, "told", ACTOR_COORDINATOR)
	    || !pair_close(work, &closed))
		return false;
	if (t->look && !pair.left_mentors)
		ask_step(work, pair.ask_id, "open", ACTOR_COORDINATOR);
	return work->trouble == TROUBLE_NONE;
}
