/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/watch.h"

#include "domain/conflict.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "sql_bar.h"

/* Two who meet, or are on the way to it, and must not. */
static void part(struct work *work, int64_t pair_id, int64_t proposal_id)
{
	if (pair_id)
		pair_pause(work, pair_id, PAUSE_CONFLICT, ACTOR_CLOCK);
	else
		proposal_bar(work, proposal_id);
}

void watch_person(struct work *work, int64_t person_id)
{
	struct list rows = sql_watched_of(work, &(struct watched_of_in){ person_id });

	for (size_t i = 0; i < rows.count; i++) {
		const struct watched_of *row = list_row(&watched_of_view, rows, i);
		if (conflict_now(work, row->mentor_id, row->mentee_id) != CONFLICT_NONE)
			part(work, row->pair_id, row->proposal_id);
	}
}

void watch_all(struct work *work)
{
	struct list rows = sql_watched_all(work);
	const struct conflict_book *book = conflict_book_live(work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct watched_all *row = list_row(&watched_all_view, rows, i);
		if (conflict_between(book, row->mentor_id, row->mentee_id) != CONFLICT_NONE)
			part(work, row->pair_id, row->proposal_id);
	}
}
