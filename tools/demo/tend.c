/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a coordinator does for pairs on a morning: the tasks of the list, endings, thanks. Not everything gets done. */
#include "base/day.h"
#include "base/text.h"
#include "domain/meeting.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "domain/task.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { SETTLES = 3, FOLLOW_UP_DAYS = 14, REOPENS_AFTER = 30 };

static const struct demo_pairs *pair_of(struct list pairs, int64_t pair_id)
{
	for (size_t i = 0; i < pairs.count; i++) {
		const struct demo_pairs *p = list_row(&demo_pairs_view, pairs, i);
		if (p->pair_id == pair_id)
			return p;
	}
	return NULL;
}

static void close_pair(struct demo *d, const struct demo_pairs *p)
{
	bool sudden = fate_of(d, p) == SUDDEN;
	const struct pair_closed in = { .pair_id = p->pair_id, .how = sudden ? "sudden" : "planned", .told_by = sudden ? say(d, "told", NULL, (unsigned)p->pair_id) : "",
		.follow_up = sudden ? day_add(d->work.arena, d->work.today, FOLLOW_UP_DAYS) : "" };

	pair_close(&d->work, &in);
}

/* Who was silent is rung, and says it by phone. */
static void ring_review(struct demo *d, const struct demo_tasks *task, const struct demo_pairs *p)
{
	bool mentor = task->person_id == p->mentor_id;
	const char *said = fate_of(d, p) == FADES ? "end" : "go-on";

	review_answer(&d->work, &(struct review_answer){ .pair_id = p->pair_id, .by_mentor = mentor, .answer = said, .words = "", .how = "phone" });
}

static void do_task(struct demo *d, const struct demo_tasks *task, const struct demo_pairs *p)
{
	if (text_is(task->kind, "review-phone"))
		ring_review(d, task, p);
	else if (text_is(task->kind, "closing"))
		close_pair(d, p);
	else if (text_is(task->kind, "quiet-long") && fate_of(d, p) == FADES)
		pair_step(&d->work, p->pair_id, "end", ACTOR_COORDINATOR);
	else
		task_done(&d->work, task->task_id);
}

static void do_tasks(struct demo *d, struct list pairs)
{
	struct list rows = sql_demo_tasks(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_tasks *task = list_row(&demo_tasks_view, rows, i);
		const struct demo_pairs *p = pair_of(pairs, task->pair_id);
		bool later = text_is(task->kind, "follow-up") && task->due_at > d->work.now;
		at(d, 10, some_coordinator(d, task->pair_id));
		if (p && !later && days_since(d, task->at) >= SETTLES && happens(d->day > 20 ? 45 : 25, "does", task->task_id, d->day))
			do_task(d, task, p);
	}
}

static void look_after(struct demo *d, const struct demo_pairs *p)
{
	if (!text_is(p->state, "ended") && p->held && happens(14, "thanks", p->pair_id, d->day))
		feedback_thank(&d->work, p->pair_id);
	else if (text_is(p->state, "ended") && fate_of(d, p) == SHORT && p->pair_id % 2 && days_since(d, p->ended_at) > REOPENS_AFTER)
		pair_reopen(&d->work, p->pair_id);
}

void tend_pairs(struct demo *d)
{
	at(d, 9, 0);
	struct list pairs = pairs_now(d);

	do_tasks(d, pairs);
	for (size_t i = 0; i < pairs.count; i++) {
		const struct demo_pairs *p = list_row(&demo_pairs_view, pairs, i);
		at(d, 11, some_coordinator(d, p->pair_id));
		look_after(d, p);
	}
}
