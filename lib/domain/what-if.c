/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/what-if.h"

#include "base/arena.h"
#include "base/text.h"
#include "sql_match.h"

static struct choice_answer tried(struct work *work, int64_t programme_id, const struct choice_change *change)
{
	struct choice_book *book = choice_book_of(work, programme_id, change);
	struct choice_answer answer = choice_solve(book);

	choice_book_free(book);
	return answer;
}

struct what_if what_if_of(struct work *work, int64_t programme_id, const struct choice_change *change)
{
	const struct choice_change none = { 0 };
	struct choice_answer now = tried(work, programme_id, &none), then = tried(work, programme_id, change);

	if (change->joined_id) {
		struct choice_answer other = tried(work, change->joined_id, &none);
		now.met += other.met;
		now.both += other.both;
	}
	return (struct what_if){ .met_now = now.met, .met_then = then.met, .both_now = now.both, .both_then = then.both };
}

struct list what_if_bars(struct work *work, int64_t programme_id)
{
	struct match_run_last last = { 0 };

	sql_match_run_last(work, &(struct match_run_last_in){ programme_id }, &last);
	struct list all = sql_run_bars(work, &(struct run_bars_in){ last.run_id });
	struct run_bars *bars = arena_array(work->arena, all.count + 1, sizeof *bars);
	struct list list = { bars, 0 };

	for (size_t i = 0; i < all.count; i++) {
		const struct run_bars *bar = list_row(&run_bars_view, all, i);
		if (text_is(bar->kind, bar_name(BAR_TWO_WAYS)) || text_is(bar->kind, bar_name(BAR_DROPPED)))
			bars[list.count++] = *bar;
	}
	return list;
}
