/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A run, its proposals, and sending them. Nothing is told to anybody before Send is pressed. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk-match-views.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/hindrance.h"
#include "domain/proposal.h"
#include "domain/run.h"
#include "pages_desk.h"
#include "sql_desk.h"
#include "sql_programme.h"

/* Of those left out and of circles a page shows no more; all are counted in what would help. */
enum { HELPFUL_MOST = 5, LEFT_MOST = 200, CIRCLES_MOST = 40, CARDS_MOST = 50, DAY = 86400 };

struct outcome matching_show(struct request *q, void *into)
{
	struct desk_matching *view = into;

	view->programmes = sql_desk_to_match(&q->work, &(struct desk_to_match_in){ q->language.code });
	return shown;
}

static struct desk_proposal_row card_of(struct request *q, const struct proposals_of *row, int64_t years)
{
	return (struct desk_proposal_row){ .row = *row, .reasons = sql_reasons_of(&q->work, &(struct reasons_of_in){ row->proposal_id }),
		.may_keep = !row->warned || *row->friend_why, .reverse = is_reverse(row->mentor_age, row->mentee_age, years) };
}

static int64_t reverse_years(struct request *q, int64_t programme_id)
{
	struct programme_rules rules;

	return sql_programme_rules(&q->work, &(struct programme_rules_in){ programme_id }, &rules) ? rules.reverse_years : 0;
}

/* Proposals of one state after the number `after`, with their reasons: as many as there is room for. */
static void add_cards(struct request *q, struct desk_run *view, struct desk_proposal_row *cards, const char *state, int64_t after)
{
	struct list rows = sql_proposals_of(&q->work, &(struct proposals_of_in){ .programme_id = view->programme_id, .language = q->language.code,
		.state = state, .after = after });
	int64_t years = reverse_years(q, view->programme_id);

	for (size_t i = 0; i < rows.count; i++) {
		const struct proposals_of *row = list_row(&proposals_of_view, rows, i);
		if (view->proposals.count == CARDS_MOST) {
			view->further = state;
			view->after = cards[CARDS_MOST - 1].row.proposal_id;
			if (!text_is(cards[CARDS_MOST - 1].row.state, state))
				view->after = 0;
			return;
		}
		cards[view->proposals.count++] = card_of(q, row, years);
	}
	if (rows.count == CARDS_MOST) {
		view->further = state;
		view->after = cards[view->proposals.count - 1].row.proposal_id;
	}
}

/* What is still to be decided comes first. A page of them; the next begins where ?state= and ?after= say. */
static void show_cards(struct request *q, struct desk_run *view)
{
	static const char *const states[] = { "proposed", "kept", "agreed", "sent" };
	const char *from = query_value(q, "state");
	int64_t after = 0;
	bool begun = !*from;
	struct desk_proposal_row *cards = arena_array(q->work.arena, CARDS_MOST + 1, sizeof *cards);

	view->proposals.rows = cards;
	for (size_t i = 0; i < sizeof states / sizeof *states && !*view->further; i++) {
		bool here = text_is(states[i], from);
		begun = begun || here;
		if (here && !text_is_count(query_value(q, "after"), &after))
			after = 0;
		if (begun)
			add_cards(q, view, cards, states[i], here ? after : 0);
	}
}

const char *programme_name(struct request *q, int64_t programme_id)
{
	struct desk_programme_called row;

	return sql_desk_programme_called(&q->work, &(struct desk_programme_called_in){ .language = q->language.code, .programme_id = programme_id }, &row) ? row.words : NULL;
}

/* Those left out, and the offers that would serve most of them. */
static void show_left_out(struct request *q, struct desk_run *view)
{
	struct match_left_out_in in = { .programme_id = view->programme_id, .language = q->language.code };
	struct list rows = sql_match_left_out(&q->work, &in);
	struct desk_left *left = arena_array(q->work.arena, rows.count + 1, sizeof *left);

	for (size_t i = 0; i < rows.count; i++) {
		const struct match_left_out *row = list_row(&match_left_out_view, rows, i);
		bool in_person = text_is(row->ways, "in-person");
		left[i] = (struct desk_left){ *row, !in_person ? "" : *row->district ? row->district : row->place };
	}
	view->left_out = (struct list){ left, rows.count < LEFT_MOST ? rows.count : LEFT_MOST };
	view->helpful = hindrance_helpful(q->work.arena, rows, HELPFUL_MOST);
}

/* Circles, and on each card the one that it is part of. */
static void show_circles(struct request *q, struct desk_run *view)
{
	struct desk_circles shown_circles = circles_shown(q, view->programme_id);
	struct desk_proposal_row *cards = arena_array(q->work.arena, view->proposals.count + 1, sizeof *cards);

	for (size_t i = 0; i < view->proposals.count; i++) {
		cards[i] = *(const struct desk_proposal_row *)list_row(&desk_proposal_row_view, view->proposals, i);
		circle_on_card(q, &shown_circles, &cards[i]);
	}
	view->proposals.rows = cards;
	view->circles = shown_circles.circles;
	if (view->circles.count > CIRCLES_MOST) {
		view->more_circles = (int64_t)view->circles.count - CIRCLES_MOST;
		view->circles.count = CIRCLES_MOST;
	}
	view->alone = shown_circles.alone;
	view->tied = view->circles.count || view->alone;
}

static int64_t days_since(const struct request *q, int64_t moment)
{
	return moment ? (q->work.now - moment) / DAY : 0;
}

/* As it is, and as it would be: what a coordinator compares before anything is sent. */
static void show_outlook(struct request *q, struct desk_run *view)
{
	struct list ties = sql_match_ties(&q->work, &(struct match_ties_in){ view->programme_id });
	int64_t years = reverse_years(q, view->programme_id);

	view->now = outlook_of(q->work.arena, ties, true, years);
	view->then = outlook_of(q->work.arena, ties, false, years);
	sql_match_waiting(&q->work, &(struct match_waiting_in){ view->programme_id }, &view->waiting);
	view->longest_now = days_since(q, view->waiting.oldest_now);
	view->longest_then = days_since(q, view->waiting.oldest_then);
}

struct outcome run_show(struct request *q, void *into)
{
	struct desk_run *view = into;
	struct desk_kept kept = { 0 };

	view->programme_id = param_id(q);
	view->words = programme_name(q, view->programme_id);
	if (!view->words)
		return missing;
	sql_match_run_last(&q->work, &(struct match_run_last_in){ view->programme_id }, &view->last);
	view->further = "";
	show_cards(q, view);
	view->bars = sql_run_bars(&q->work, &(struct run_bars_in){ view->last.run_id });
	show_left_out(q, view);
	show_circles(q, view);
	sql_desk_kept(&q->work, &(struct desk_kept_in){ view->programme_id }, &kept);
	view->kept = kept.n;
	show_outlook(q, view);
	view->dropped = sql_proposals_dropped(&q->work, &(struct proposals_dropped_in){ view->programme_id });
	return shown;
}

struct outcome run_press(struct request *q, const void *answers)
{
	int64_t programme_id = param_id(q);

	(void)answers;
	return when(q, run_match(&q->work, programme_id) != 0,
		    go_to(q, "desk", arena_printf(q->work.arena, "/run/%lld#proposals", (long long)programme_id)));
}

struct outcome send_show(struct request *q, void *into)
{
	struct desk_run *view = into;
	struct desk_proposal_row *cards = arena_array(q->work.arena, CARDS_MOST + 1, sizeof *cards);

	view->programme_id = param_id(q);
	view->words = programme_name(q, view->programme_id);
	if (!view->words)
		return missing;
	view->further = "";
	view->proposals.rows = cards;
	add_cards(q, view, cards, "kept", 0);
	view->kept = (int64_t)view->proposals.count;
	return shown;
}

struct outcome send_press(struct request *q, const void *answers)
{
	const struct desk_run *view = q->view;

	(void)answers;
	for (size_t i = 0; i < view->proposals.count; i++) {
		const struct desk_proposal_row *card = list_row(&desk_proposal_row_view, view->proposals, i);
		if (!proposal_send(&q->work, card->row.proposal_id))
			return when(q, false, shown);
	}
	/* Many go a page at a time. */
	return go_to(q, "desk", *view->further ? arena_printf(q->work.arena, "/send/%lld", (long long)view->programme_id) : "/todo");
}

struct outcome proposal_show(struct request *q, void *into)
{
	struct desk_proposal *view = into;
	struct proposal_card one;
	struct desk_proposal_row *card = arena_alloc(q->work.arena, sizeof *card);
	const char *wrong;

	if (!sql_proposal_card(&q->work, &(struct proposal_card_in){ .proposal_id = param_id(q), .language = q->language.code }, &one)
	    || !view_copy(q->work.arena, &proposal_card_view, &one, &proposals_of_view, &view->row, &wrong))
		return missing;
	const struct proposals_of *row = &view->row;
	*card = card_of(q, row, reverse_years(q, row->programme_id));
	struct desk_circles circles = circles_shown(q, row->programme_id);
	circle_on_card(q, &circles, card);
	view->cards = (struct list){ card, 1 };
	bool sent = text_is(row->state, "sent"), agreed = text_is(row->state, "agreed");
	view->mentor_waits = sent && !*row->mentor_answer;
	view->mentee_waits = sent && !*row->mentee_answer;
	view->in_the_way = agreed ? proposal_in_the_way(&q->work, row->proposal_id) : "";
	struct lessons_two lessons = lessons_of(&q->work, row->proposal_id);
	view->mentor_left = lessons.mentor_left;
	view->mentee_left = lessons.mentee_left;
	view->has_lessons = lessons.wanted;
	view->is_warned = (row->warned && !*row->friend_why) || text_is(view->in_the_way, "friend");
	view->may_open = agreed && (!*view->in_the_way || text_is(view->in_the_way, "friend"));
	view->may_drop = !text_is(row->state, "dropped");
	view->may_lapse = sent && row->due_at < q->work.now;
	return shown;
}

struct outcome proposal_press(struct request *q, const void *answers)
{
	const struct desk_proposal_form *f = answers;
	const struct desk_proposal *view = q->view;
	int64_t proposal_id = param_id(q);
	/* Back to the run, at the place where this one stands. */
	struct outcome board = go_to(q, "desk", arena_printf(q->work.arena, "/run/%lld#proposal-%lld", (long long)view->row.programme_id,
							     (long long)proposal_id));

	if (view->is_warned && !text_is(f->act, "drop")) {
		if (!*f->why)
			return blamed(q, "why", REASON_NONE_CHOSEN);
		proposal_allow(&q->work, proposal_id, f->why);
	}
	if (text_is(f->act, "keep"))
		return when(q, proposal_keep(&q->work, proposal_id), board);
	if (text_is(f->act, "drop"))
		return when(q, proposal_drop(&q->work, proposal_id), board);
	if (text_is(f->act, "undo"))
		return when(q, proposal_undo(&q->work, proposal_id), board);
	if (text_is(f->act, "lapse"))
		return when(q, proposal_lapse(&q->work, proposal_id), board);
	int64_t pair_id = proposal_open(&q->work, proposal_id);
	return when(q, pair_id != 0, go_to(q, "desk", arena_printf(q->work.arena, "/pair/%lld", (long long)pair_id)));
}

struct outcome answer_keep(struct request *q, const void *answers)
{
	const struct desk_answer_form *f = answers;
	const struct desk_proposal *view = q->view;
	bool for_mentor = text_is(f->side, "mentor");
	const struct proposal_answer answer = { .proposal_id = param_id(q), .yes = text_is(f->answer, "yes"),
		.person_id = for_mentor ? view->row.mentor_id : view->row.mentee_id,
		.shows = texts_joined(q->work.arena, f->shows), .how = f->how, .first_day = "" };

	return when(q, proposal_answer(&q->work, &answer), go_to(q, "desk", "/todo"));
}
