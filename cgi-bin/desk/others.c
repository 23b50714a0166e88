/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who else could help somebody, putting two forward by hand, and two proposals exchanging mentors: every bar
   is checked as a run does. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cgi-bin/desk-match-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/choice.h"
#include "domain/proposal.h"
#include "domain/swap.h"
#include "pages_desk.h"
#include "sql_person.h"

/* All who could fit are looked at; of those looked for, no more are shown. */
enum { CANDIDATES_MOST = 400, SHOWN_MOST = 20 };

static struct list reasons_shown(struct arena *arena, const struct score *score)
{
	struct reasons_of *reasons = arena_array(arena, score->count + 1, sizeof *reasons);

	for (size_t i = 0; i < score->count; i++)
		reasons[i] = (struct reasons_of){ part_lines[score->parts[i].part].kind, score->parts[i].points, score_words(arena, &score->parts[i]) };
	return (struct list){ reasons, score->count };
}

static const char *called(struct request *q, int64_t person_id)
{
	struct person_called person;

	return sql_person_called(&q->work, &(struct person_called_in){ person_id }, &person) ? person.call_name : "";
}

/* What a run has put forward for others counts as well. */
static bool is_full(struct request *q, const struct desk_others *view, const struct choice_candidate *c)
{
	struct mentor_room room;
	const struct mentor_room_in in = { .mentor_id = c->choice.mentor_id, .programme_id = view->ask.programme_id, .ask_id = view->ask.ask_id };

	return c->full || (sql_mentor_room(&q->work, &in, &room) && room.room < 1);
}

static struct desk_other other_of(struct request *q, const struct desk_others *view, const struct choice_candidate *c)
{
	bool may_lift = c->bar == BAR_TWO_WAYS || c->bar == BAR_DROPPED, full = is_full(q, view, c);

	return (struct desk_other){ .offer_id = c->choice.offer_id, .mentor = called(q, c->choice.mentor_id),
		.reasons = reasons_shown(q->work.arena, &c->choice.score), .kind = c->bar != BAR_NONE ? bar_name(c->bar) : full ? "full" : c->helped_first ? "helped-first" : "",
		.may = !full && (c->bar == BAR_NONE || may_lift), .two_ways = c->bar == BAR_TWO_WAYS, .friend = c->choice.warned };
}

static size_t candidates_of(struct request *q, const struct ask_by_hand *ask, struct choice_candidate *into)
{
	struct choice_book *book = choice_book_of(&q->work, ask->programme_id, &(struct choice_change){ 0 });
	size_t count = choice_candidates(book, ask->ask_id, into, CANDIDATES_MOST);

	choice_book_free(book);
	return count;
}

static bool is_called(struct request *q, int64_t person_id, const char *folded)
{
	struct person_names person;

	return sql_person_names(&q->work, &(struct person_names_in){ person_id }, &person)
		&& (strstr(utf8_folded(q->work.arena, person.call_name), folded) || strstr(utf8_folded(q->work.arena, person.full_name), folded));
}

/* Of all who would fit, those whose name was looked for; of none looked for, those who suit best. */
static size_t looked_for(struct request *q, struct desk_others *view, struct choice_candidate *candidates)
{
	const char *folded = utf8_folded(q->work.arena, view->name);
	size_t count = candidates_of(q, &view->ask, candidates), kept = 0;

	for (size_t i = 0; *folded && i < count; i++)
		if (is_called(q, candidates[i].choice.mentor_id, folded))
			candidates[kept++] = candidates[i];
	view->found = kept > 0;
	if (!*folded)
		kept = count;
	return kept < SHOWN_MOST ? kept : SHOWN_MOST;
}

struct outcome others_show(struct request *q, void *into)
{
	struct desk_others *view = into;
	struct choice_candidate candidates[CANDIDATES_MOST];

	if (!sql_ask_by_hand(&q->work, &(struct ask_by_hand_in){ .language = q->language.code, .ask_id = param_id(q) }, &view->ask))
		return missing;
	view->name = utf8_trimmed(q->work.arena, query_value(q, "name"));
	size_t count = looked_for(q, view, candidates);
	struct desk_other *may = arena_array(q->work.arena, count + 1, sizeof *may), *barred = arena_array(q->work.arena, count + 1, sizeof *barred);
	for (size_t i = 0; i < count; i++) {
		struct desk_other other = other_of(q, view, &candidates[i]);
		if (other.may)
			may[view->candidates.count++] = other;
		else
			barred[view->barred.count++] = other;
	}
	view->candidates.rows = may;
	view->barred.rows = barred;
	q->formless = view->candidates.count == 0;
	return shown;
}

/* Looked at once more, inside the write: two coordinators may have pressed at once. */
struct outcome others_keep(struct request *q, const void *answers)
{
	const struct desk_others_form *f = answers;
	const struct desk_others *view = q->view;
	struct choice_candidate candidates[CANDIDATES_MOST];
	size_t count = candidates_of(q, &view->ask, candidates);

	for (size_t i = 0; i < count; i++) {
		const struct choice *c = &candidates[i].choice;
		struct desk_other other;
		if (c->offer_id != f->offer_id)
			continue;
		other = other_of(q, view, &candidates[i]);
		if (other.may && (other.two_ways || other.friend) && !*f->why)
			return blamed(q, "why", REASON_NONE_CHOSEN);
		const struct proposal_new p = { .programme_id = view->ask.programme_id, .ask_id = c->ask_id, .offer_id = c->offer_id,
			.mentor_id = c->mentor_id, .mentee_id = c->mentee_id, .warned = c->warned };
		int64_t proposal_id = other.may ? proposal_by_hand(&q->work, &p, &c->score, other.two_ways ? f->why : "") : 0;
		if (proposal_id && other.friend)
			proposal_allow(&q->work, proposal_id, f->why);
		return when(q, proposal_id != 0, go_to(q, "desk", arena_printf(q->work.arena, "/proposal/%lld", (long long)proposal_id)));
	}
	return changed;
}

struct outcome swap_show(struct request *q, void *into)
{
	struct desk_swap *view = into;
	struct proposal_card one;
	const char *wrong;

	if (!sql_proposal_card(&q->work, &(struct proposal_card_in){ .proposal_id = param_id(q), .language = q->language.code }, &one)
	    || !view_copy(q->work.arena, &proposal_card_view, &one, &proposals_of_view, &view->row, &wrong)
	    || !text_is(view->row.state, "proposed"))
		return missing;
	view->swaps = swaps_of(&q->work, param_id(q));
	q->formless = view->swaps.count == 0;
	return shown;
}

struct outcome swap_keep(struct request *q, const void *answers)
{
	const struct desk_swap_form *f = answers;
	const struct desk_swap *view = q->view;

	return when(q, swap_make(&q->work, param_id(q), f->other_id),
		    go_to(q, "desk", arena_printf(q->work.arena, "/run/%lld#proposals", (long long)view->row.programme_id)));
}
