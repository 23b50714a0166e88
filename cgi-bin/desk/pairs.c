/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pairs, their meetings, and what was said by phone or on paper. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/meeting-days.h"
#include "domain/lesson.h"
#include "domain/meeting.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "domain/signal.h"
#include "pages_desk.h"
#include "sql_aim.h"
#include "sql_review.h"

/* Of a pair's meetings the newest are shown at once; a chart of many has small dots. */
enum { SHOWN_MOST = 50, NEWEST = 10, CROWD = 16 };

struct outcome pairs_show(struct request *q, void *into)
{
	struct desk_pairs *view = into;

	int64_t before = 0;

	bool older = text_is_count(query_value(q, "before"), &before) && before > 0;
	view->rows = sql_pairs_all(&q->work, &(struct pairs_all_in){ .language = q->language.code, .before = older ? before : INT64_MAX });
	if (view->rows.count > SHOWN_MOST) {
		view->rows.count = SHOWN_MOST;
		const struct pairs_all *last = list_row(&pairs_all_view, view->rows, SHOWN_MOST - 1);
		view->before = last->pair_id;
	}
	if (!older)
		view->ended = sql_pairs_ended(&q->work, &(struct pairs_ended_in){ q->language.code });
	return shown;
}

/* The picture: 600 wide, a line for each sum from 0 to 6, 30 apart. */
enum { WIDE = 600, LEFT = 40, TOP = 20, STEP = 30, MOST = 6 };

static int64_t place(size_t meeting, size_t meetings)
{
	return meetings < 2 ? WIDE / 2 : LEFT + (int64_t)(meeting * (WIDE - 2 * LEFT) / (meetings - 1));
}

struct line {
	struct buffer points;
	struct desk_point *dots;
	size_t count;
};

static void add_point(struct line *line, int64_t x, int64_t sum)
{
	int64_t y = TOP + (MOST - sum) * STEP;

	if (sum < 0)
		return;
	buffer_printf(&line->points, "%s%lld,%lld", line->count ? " " : "", (long long)x, (long long)y);
	line->dots[line->count++] = (struct desk_point){ x, y };
}

/* What both sides' three answers came to, meeting by meeting. */
static void draw_trend(struct request *q, struct desk_pair *view)
{
	struct arena *arena = q->work.arena;
	size_t meetings = view->meetings.count;
	struct desk_sum *sums = arena_array(arena, meetings + 1, sizeof *sums);
	struct line mentor = { buffer_in(arena, 64), arena_array(arena, meetings + 1, sizeof(struct desk_point)), 0 };
	struct line mentee = { buffer_in(arena, 64), arena_array(arena, meetings + 1, sizeof(struct desk_point)), 0 };

	for (size_t i = 0; i < meetings; i++) {
		const struct feedback_for_desk *m = list_row(&feedback_for_desk_view, view->meetings, meetings - 1 - i);
		int64_t by_mentor = taps_sum(&(struct taps){ m->mentor_productive, m->mentor_useful, m->mentor_energising });
		int64_t by_mentee = taps_sum(&(struct taps){ m->mentee_productive, m->mentee_useful, m->mentee_energising });
		sums[i] = (struct desk_sum){ m->day, by_mentor, by_mentee, by_mentor >= 0, by_mentee >= 0 };
		add_point(&mentor, place(i, meetings), by_mentor);
		add_point(&mentee, place(i, meetings), by_mentee);
	}
	view->has_trend = mentor.count || mentee.count;
	view->crowded = meetings > CROWD;
	view->sums = (struct list){ sums, meetings };
	view->mentor_line = buffer_string(&mentor.points);
	view->mentee_line = buffer_string(&mentee.points);
	view->mentor_points = (struct list){ mentor.dots, mentor.count };
	view->mentee_points = (struct list){ mentee.dots, mentee.count };
}

bool find_pair(struct request *q, int64_t pair_id, struct pair_one *pair)
{
	return sql_pair_one(&q->work, &(struct pair_one_in){ .pair_id = pair_id, .language = q->language.code }, pair);
}

struct outcome to_pair(struct request *q, int64_t pair_id)
{
	return go_to(q, "desk", arena_printf(q->work.arena, "/pair/%lld", (long long)pair_id));
}

static void part_meetings(struct desk_pair *view)
{
	if (view->meetings.count <= NEWEST)
		return;
	view->earlier = (struct list){ list_row(&feedback_for_desk_view, view->meetings, NEWEST), view->meetings.count - NEWEST };
	view->meetings.count = NEWEST;
}

static bool all_thanked(struct list meetings)
{
	for (size_t i = 0; i < meetings.count; i++) {
		const struct feedback_for_desk *m = list_row(&feedback_for_desk_view, meetings, i);
		if (!m->thanked)
			return false;
	}
	return true;
}

/* What a coordinator may press. */
static void what_to_do(struct request *q, struct desk_pair *view)
{
	const struct pair_one *pair = &view->pair;

	view->lasts = !text_is(pair->state, "ended");
	view->meets = text_is(pair->state, "trial") || text_is(pair->state, "active");
	view->asked = pair->mentor_waits || pair->mentee_waits;
	view->to_thank = !all_thanked(view->meetings);
	view->mentor_to_agree = view->lasts && !pair->mentor_agreed;
	view->mentee_to_agree = view->lasts && !pair->mentee_agreed;
	view->may_ask = view->meets && !*pair->review_state;
	view->may_resume = pair->may_resume;
	view->in_the_way = view->lasts ? "" : pair_in_the_way(&q->work, pair->pair_id);
	view->may_reopen = !view->lasts && !*view->in_the_way;
}

struct outcome pair_show(struct request *q, void *into)
{
	struct desk_pair *view = into;

	if (!find_pair(q, param_id(q), &view->pair))
		return missing;
	int64_t pair_id = view->pair.pair_id;
	view->meetings = sql_feedback_for_desk(&q->work, &(struct feedback_for_desk_in){ .today = q->work.today, .pair_id = pair_id });
	view->tasks = sql_tasks_of_pair(&q->work, &(struct tasks_of_pair_in){ .now = q->work.now, .pair_id = pair_id });
	view->reviews = sql_reviews_of(&q->work, &(struct reviews_of_in){ pair_id });
	view->shared = sql_aims_shared(&q->work, &(struct aims_shared_in){ pair_id });
	struct lessons_two lessons = lessons_of(&q->work, view->pair.proposal_id);
	view->mentor_left = lessons.mentor_left;
	view->mentee_left = lessons.mentee_left;
	view->has_lessons = lessons.wanted;
	what_to_do(q, view);
	draw_trend(q, view);
	part_meetings(view);
	return shown;
}

static bool press(struct work *work, const char *act, int64_t pair_id)
{
	if (text_is(act, "thank"))
		return feedback_thank(work, pair_id);
	if (text_is(act, "mentor-agreed") || text_is(act, "mentee-agreed"))
		return pair_agree(work, pair_id, text_is(act, "mentor-agreed"));
	if (text_is(act, "ask"))
		return review_ask(work, pair_id, ACTOR_COORDINATOR);
	if (text_is(act, "pause"))
		return pair_pause(work, pair_id, PAUSE_ASKED, ACTOR_COORDINATOR);
	if (text_is(act, "reopen"))
		return pair_reopen(work, pair_id);
	return pair_step(work, pair_id, act, ACTOR_COORDINATOR);
}

struct outcome pair_press(struct request *q, const void *answers)
{
	const struct desk_pair_form *f = answers;

	return when(q, press(&q->work, f->act, param_id(q)), to_pair(q, param_id(q)));
}

struct outcome meeting_show(struct request *q, void *into)
{
	struct desk_meeting *view = into;
	struct pair_one pair;

	if (!find_pair(q, param_id(q), &pair) || text_is(pair.state, "ended"))
		return missing;
	view->days = meeting_days(q);
	view->mentor = pair.mentor;
	view->mentee = pair.mentee;
	view->pair_id = pair.pair_id;
	return shown;
}

struct outcome meeting_keep(struct request *q, const void *answers)
{
	const struct desk_meeting_form *f = answers;
	const char *day = *f->other_day ? f->other_day : f->day;
	enum reason wrong = meeting_day_wrong(q, day);
	int64_t pair_id = param_id(q);

	if (wrong != REASON_NONE)
		return blamed(q, *f->other_day ? "other_day" : "day", wrong);
	int64_t meeting_id = meeting_note(&q->work, &(struct meeting){ .pair_id = pair_id, .day = day, .way = f->way, .how = f->how });
	return when(q, meeting_id != 0, to_pair(q, pair_id));
}

static struct outcome says_show(struct request *q, struct desk_says *view, bool by_mentor)
{
	if (!sql_meeting_one(&q->work, &(struct meeting_one_in){ param_id(q) }, &view->meeting) || text_is(view->meeting.meeting_state, "off")
	    || strcmp(view->meeting.day, q->work.today) > 0)
		return missing;
	/* Empty even where something was said before: a coordinator does not see it all. */
	view->own = (struct feedback_own){ .did_meet = "", .productive = "", .useful = "", .energising = "", .listened = "", .split = "",
		.next_time = "", .private_word = "" };
	view->is_mentor = by_mentor;
	view->who = by_mentor ? view->meeting.mentor : view->meeting.mentee;
	return shown;
}

struct outcome mentor_says_show(struct request *q, void *into)
{
	return says_show(q, into, true);
}

struct outcome mentee_says_show(struct request *q, void *into)
{
	return says_show(q, into, false);
}

static struct outcome says_keep(struct request *q, const struct feedback_given *given)
{
	const struct desk_says *view = q->view;

	return when(q, feedback_give(&q->work, given), to_pair(q, view->meeting.pair_id));
}

struct outcome mentor_says_keep(struct request *q, const void *answers)
{
	const struct desk_mentor_says_form *f = answers;

	return says_keep(q, &(struct feedback_given){ .meeting_id = param_id(q), .by_mentor = true, .did_meet = f->did_meet,
		.productive = f->productive, .useful = f->useful, .energising = f->energising, .listened = "", .split = f->split,
		.next_time = f->next_time, .private_word = f->private_word, .how = f->how });
}

struct outcome mentee_says_keep(struct request *q, const void *answers)
{
	const struct desk_mentee_says_form *f = answers;

	return says_keep(q, &(struct feedback_given){ .meeting_id = param_id(q), .by_mentor = false, .did_meet = f->did_meet,
		.productive = f->productive, .useful = f->useful, .energising = f->energising, .listened = f->listened, .split = "",
		.next_time = f->next_time, .private_word = f->private_word, .how = f->how });
}
