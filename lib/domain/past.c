/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/past.h"

#include "sql_match.h"
#include "sql_proposal.h"

/* Two numbers by which rows are in order, as statements of this file sort them. */
struct two {
	int64_t first, second;
};

typedef struct two key_of_row(const void *row);

static struct two live_key(const void *row)
{
	const struct match_live *live = row;

	return (struct two){ live->mentor_id, live->mentee_id };
}

static struct two tried_key(const void *row)
{
	const struct match_tried *tried = row;

	return (struct two){ tried->ask_id, tried->mentor_id };
}

static struct two unseen_key(const void *row)
{
	const struct proposals_unseen *unseen = row;

	return (struct two){ unseen->ask_id, unseen->offer_id };
}

static bool comes_before(struct two a, struct two b)
{
	return a.first < b.first || (a.first == b.first && a.second < b.second);
}

static const void *find(const struct view *view, struct list list, key_of_row *key_of, struct two key)
{
	size_t low = 0, high = list.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (comes_before(key_of(list_row(view, list, middle)), key))
			low = middle + 1;
		else
			high = middle;
	}
	const void *row = low < list.count ? list_row(view, list, low) : NULL;
	return row && !comes_before(key, key_of(row)) ? row : NULL;
}

struct past past_of(struct work *work, int64_t programme_id, int64_t joined_id)
{
	return (struct past){
		.live = sql_match_live(work, &(struct match_live_in){ .programme_id = programme_id, .joined_id = joined_id }),
		.tried = sql_match_tried(work, &(struct match_tried_in){ .programme_id = programme_id, .joined_id = joined_id }),
		.unseen = sql_proposals_unseen(work, &(struct proposals_unseen_in){ programme_id }),
	};
}

bool past_is_live(const struct past *past, int64_t mentor_id, int64_t mentee_id)
{
	return find(&match_live_view, past->live, live_key, (struct two){ mentor_id, mentee_id }) != NULL;
}

bool past_was_tried(const struct past *past, int64_t ask_id, int64_t mentor_id, bool *dropped)
{
	const struct match_tried *row = find(&match_tried_view, past->tried, tried_key, (struct two){ ask_id, mentor_id });

	*dropped = row && row->dropped;
	return row != NULL;
}

int64_t past_unseen(const struct past *past, int64_t ask_id, int64_t offer_id)
{
	const struct proposals_unseen *row = find(&proposals_unseen_view, past->unseen, unseen_key, (struct two){ ask_id, offer_id });

	return row ? row->proposal_id : 0;
}
