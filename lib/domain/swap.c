/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/swap.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/choice.h"
#include "domain/proposal.h"
#include "sql_proposal.h"

enum { CANDIDATES_MOST = 400 };

/* Everybody who fits an ask and is not barred. Room is no matter: each mentor gives up one for one. */
struct fits {
	struct choice_candidate *list;
	size_t count;
};

/* What a look for swaps holds: the proposal, and whom its ask could have instead. */
struct look {
	struct work *work;
	struct choice_book *book;
	struct proposal_one own;
	struct fits fits;
};

static struct fits fits_of(struct look *look, int64_t ask_id)
{
	struct fits fits = { arena_array(look->work->arena, CANDIDATES_MOST, sizeof *fits.list), 0 };

	fits.count = choice_candidates(look->book, ask_id, fits.list, CANDIDATES_MOST);
	return fits;
}

static const struct choice *with_mentor(const struct fits *fits, int64_t mentor_id)
{
	for (size_t i = 0; i < fits->count; i++)
		if (fits->list[i].choice.mentor_id == mentor_id && fits->list[i].bar == BAR_NONE)
			return &fits->list[i].choice;
	return NULL;
}

static bool is_undecided(const char *state)
{
	return text_is(state, "proposed");
}

static bool begin(struct look *look, struct work *work, int64_t proposal_id)
{
	*look = (struct look){ .work = work };
	if (!sql_proposal_one(work, &(struct proposal_one_in){ proposal_id }, &look->own) || !is_undecided(look->own.state))
		return false;
	look->book = choice_book_of(work, look->own.programme_id, &(struct choice_change){ 0 });
	look->fits = fits_of(look, look->own.ask_id);
	return true;
}

/* Nor may one of the two new ones go against a third that is put forward. */
static bool is_two_ways(const struct look *look, const struct choice *c, int64_t other_id)
{
	struct proposal_between row;
	const struct proposal_between_in in = { .mentor_id = c->mentee_id, .mentee_id = c->mentor_id, .own_id = look->own.proposal_id, .other_id = other_id };

	return sql_proposal_between(look->work, &in, &row);
}

/* Both new pairs, where the two may exchange. */
static bool exchange(struct look *look, const struct proposal_one *other, const struct choice *into[2])
{
	if (!is_undecided(other->state) || other->programme_id != look->own.programme_id || other->mentor_id == look->own.mentor_id)
		return false;
	into[0] = with_mentor(&look->fits, other->mentor_id);
	if (!into[0] || is_two_ways(look, into[0], other->proposal_id))
		return false;
	struct fits others = fits_of(look, other->ask_id);
	into[1] = with_mentor(&others, look->own.mentor_id);
	/* The two new ones must not be each other's reverse. */
	return into[1] && !is_two_ways(look, into[1], other->proposal_id)
		&& !(into[0]->mentor_id == into[1]->mentee_id && into[0]->mentee_id == into[1]->mentor_id);
}

static void insert(struct swap *swaps, size_t *count, const struct swap *one)
{
	size_t at = *count < SWAPS_MOST ? (*count)++ : SWAPS_MOST - 1;

	if (at == SWAPS_MOST - 1 && *count == SWAPS_MOST && swaps[at].other_id && swaps[at].points >= one->points)
		return;
	for (; at > 0 && swaps[at - 1].points < one->points; at--)
		swaps[at] = swaps[at - 1];
	swaps[at] = *one;
}

struct list swaps_of(struct work *work, int64_t proposal_id)
{
	struct swap *swaps = arena_array(work->arena, SWAPS_MOST + 1, sizeof *swaps);
	struct list found = { swaps, 0 };
	struct look look;

	if (!begin(&look, work, proposal_id))
		return found;
	struct list rows = sql_proposals_undecided(work, &(struct proposals_undecided_in){ look.own.programme_id });
	for (size_t i = 0; i < rows.count; i++) {
		const struct proposals_undecided *row = list_row(&proposals_undecided_view, rows, i);
		const struct choice *then[2];
		const struct proposal_one other = { .proposal_id = row->proposal_id, .programme_id = look.own.programme_id, .ask_id = row->ask_id,
			.mentor_id = row->mentor_id, .mentee_id = row->mentee_id, .state = row->state };
		if (row->proposal_id == proposal_id || !exchange(&look, &other, then))
			continue;
		const struct swap one = { row->proposal_id, row->mentor, row->mentee,
			then[0]->score.weight + then[1]->score.weight - row->weight - look.own.weight };
		insert(swaps, &found.count, &one);
	}
	choice_book_free(look.book);
	return found;
}

static bool put_forward(struct work *work, int64_t programme_id, const struct choice *c)
{
	const struct proposal_new p = { .programme_id = programme_id, .ask_id = c->ask_id, .offer_id = c->offer_id, .mentor_id = c->mentor_id,
		.mentee_id = c->mentee_id, .warned = c->warned };

	return proposal_by_hand(work, &p, &c->score, "") != 0;
}

bool swap_make(struct work *work, int64_t proposal_id, int64_t other_id)
{
	const struct choice *then[2];
	struct proposal_one other;
	struct look look;
	bool made = false;

	if (!begin(&look, work, proposal_id))
		return false;
	if (sql_proposal_one(work, &(struct proposal_one_in){ other_id }, &other) && exchange(&look, &other, then))
		made = proposal_replace(work, proposal_id) && proposal_replace(work, other_id)
			&& put_forward(work, look.own.programme_id, then[0]) && put_forward(work, look.own.programme_id, then[1]);
	choice_book_free(look.book);
	return made && work->trouble == TROUBLE_NONE;
}
