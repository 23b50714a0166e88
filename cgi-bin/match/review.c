/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Going on, changing, ending; how a mentor spends the time. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "domain/review.h"
#include "pages_match.h"
#include "sql_meeting.h"
#include "sql_review.h"

struct outcome review_show(struct request *q, void *into)
{
	struct match_pair *view = into;

	return own_pair(q, &view->pair) && (view->pair.review_waits || view->pair.has_said) ? shown : missing;
}

struct outcome review_keep(struct request *q, const void *answers)
{
	const struct match_review_form *f = answers;
	const struct match_pair *view = q->view;

	if (text_is(f->answer, "pause") && !text_is(view->pair.state, "active"))
		return blamed(q, "answer", REASON_NOT_ALLOWED);
	const struct review_answer answer = { .pair_id = param_id(q), .by_mentor = view->pair.is_mentor, .answer = f->answer, .words = f->words,
		.how = "self" };
	return when(q, review_answer(&q->work, &answer), to_pair(q));
}

struct outcome change_show(struct request *q, void *into)
{
	struct match_pair *view = into;

	return own_pair(q, &view->pair) && !text_is(view->pair.state, "ended") ? shown : missing;
}

static enum change change_named(const char *what)
{
	static const char *const names[] = { "talk", "rhythm", "something", "pause", "end" };

	for (int i = 0; i < CHANGE_NOT_NOW; i++)
		if (text_is(names[i], what))
			return (enum change)i;
	return CHANGE_NOT_NOW;
}

struct outcome change_keep(struct request *q, const void *answers)
{
	const struct match_change_form *f = answers;
	const struct match_pair *view = q->view;
	const struct review_change change = { .pair_id = param_id(q), .by_mentor = view->pair.is_mentor, .what = change_named(f->what),
		.rhythm = f->rhythm, .words = *f->talk_words ? f->talk_words : f->change_words };

	if (text_is(view->pair.state, "paused") && change.what != CHANGE_TALK && change.what != CHANGE_END)
		return blamed(q, "what", REASON_NOT_ALLOWED);
	return when(q, review_change(&q->work, &change), to_pair(q));
}

struct outcome closing_show(struct request *q, void *into)
{
	struct match_closing *view = into;
	struct review_closing_own own = { .gained = "", .next_step = "", .again = "" };

	if (!own_pair(q, &view->pair) || !text_is(view->pair.state, "ended"))
		return missing;
	sql_review_closing_own(&q->work, &(struct review_closing_own_in){ .pair_id = view->pair.pair_id,
		.side = view->pair.is_mentor ? "mentor" : "mentee" }, &own);
	view->gained = own.gained;
	view->next_step = own.next_step;
	view->again = own.again;
	return shown;
}

struct outcome closing_keep(struct request *q, const void *answers)
{
	const struct match_closing_form *f = answers;
	const struct match_closing *view = q->view;
	const struct review_closing closing = { .pair_id = param_id(q), .by_mentor = view->pair.is_mentor, .gained = f->gained,
		.next_step = f->next_step, .again = f->again, .look = f->look, .how = "self" };

	return when(q, review_closing(&q->work, &closing), to_pair(q));
}

/* The picture: 400 wide, so that its words can be read on a phone; a line for each answer, 60 apart. */
enum { WIDE = 400, EDGE = 40, FIRST_LINE = 50, LINE_STEP = 60, CROWD = 16 };

static int64_t *count_of(struct match_balance *view, const char *split, int64_t *line)
{
	int64_t *counts[] = { &view->listening, &view->asking, &view->advising, &view->even };
	static const char *const names[] = { "listening", "asking", "advising", "even" };

	for (*line = 0; *line < 3 && !text_is(names[*line], split); ++*line)
		;
	return counts[*line];
}

static void draw(struct request *q, struct match_balance *view, struct list newest_first)
{
	size_t count = newest_first.count;
	struct feedback_split *rows = arena_array(q->work.arena, count + 1, sizeof *rows);
	struct match_dot *dots = arena_array(q->work.arena, count + 1, sizeof *dots);
	struct buffer line = buffer_in(q->work.arena, 64);

	for (size_t i = 0; i < count; i++) {
		int64_t number;
		rows[i] = *(const struct feedback_split *)list_row(&feedback_split_view, newest_first, count - 1 - i);
		++*count_of(view, rows[i].split, &number);
		dots[i].x = count < 2 ? WIDE / 2 : EDGE + (int64_t)(i * (WIDE - 2 * EDGE) / (count - 1));
		dots[i].y = FIRST_LINE + number * LINE_STEP;
		buffer_printf(&line, "%s%lld,%lld", i ? " " : "", (long long)dots[i].x, (long long)dots[i].y);
	}
	view->rows = (struct list){ rows, count };
	view->dots = (struct list){ dots, count };
	view->line = buffer_string(&line);
	view->crowded = count > CROWD;
}

struct outcome balance_show(struct request *q, void *into)
{
	struct match_balance *view = into;

	if (!own_pair(q, &view->pair) || !view->pair.is_mentor)
		return missing;
	draw(q, view, sql_feedback_split(&q->work, &(struct feedback_split_in){ view->pair.pair_id }));
	return shown;
}
