/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One ask, looked at by a coordinator: everybody who would fit, whatever stands in the way. */
#include "domain/choice-book.h"

static const struct taker *ask_with(const struct choice_book *book, int64_t ask_id, uint32_t *number)
{
	for (uint32_t i = 0; i < book->ask_count; i++)
		if (book->asks[i].ask_id == ask_id) {
			*number = i;
			return &book->asks[i];
		}
	return NULL;
}

static bool candidate_of(const struct choice_book *book, const struct taker *ask, const struct giver *offer, struct choice_candidate *c)
{
	const struct score_question question = choice_question(book, ask, offer);
	struct choice choice = { .ask_id = ask->ask_id, .offer_id = offer->offer_id, .mentor_id = question.mentor->person_id,
		.mentee_id = question.mentee->person_id };

	if (offer->mentor == ask->mentee || score_of(&book->parts, &question, &choice.score) != FIT_GOOD)
		return false;
	choice.warned = conflict_is_friend(book->conflicts, choice.mentor_id, choice.mentee_id);
	*c = (struct choice_candidate){ choice, choice_bar_between(book, ask, choice.mentor_id), book->sides[offer->mentor].room == 0,
		book->sides[offer->mentor].helped_first };
	return true;
}

size_t choice_candidates(struct choice_book *book, int64_t ask_id, struct choice_candidate *into, size_t most)
{
	uint32_t offers[NEARBY_MOST], number;
	const struct taker *ask = ask_with(book, ask_id, &number);
	struct choice_candidate candidate;
	size_t kept = 0, found = ask ? nearby_look(book->nearby, ask->topic_id, &book->people[ask->mentee], number, offers) : 0;

	for (size_t i = 0; i < found; i++) {
		if (!candidate_of(book, ask, &book->offers[offers[i]], &candidate))
			continue;
		if (kept == most && candidate.choice.score.weight <= into[kept - 1].choice.score.weight)
			continue;
		size_t at = kept < most ? kept++ : kept - 1;
		for (; at > 0 && into[at - 1].choice.score.weight < candidate.choice.score.weight; at--)
			into[at] = into[at - 1];
		into[at] = candidate;
	}
	return kept;
}
