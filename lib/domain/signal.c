/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/signal.h"

#include "base/text.h"
#include "base/view.h"
#include "domain/audit.h"
#include "domain/task.h"
#include "sql_pair.h"
#include "sql_review.h"

enum { FALLING = 3, SIGNAL_DAYS = 7 };

static int64_t tap(const char *answer)
{
	return text_is(answer, "yes") ? 2 : text_is(answer, "bit") ? 1 : 0;
}

int64_t taps_sum(const struct taps *t)
{
	if (!*t->productive && !*t->useful && !*t->energising)
		return -1;
	return tap(t->productive) + tap(t->useful) + tap(t->energising);
}

static bool both_no(const char *one, const char *other)
{
	return text_is(one, "no") && text_is(other, "no");
}

enum signal signal_in(const struct taps *t, size_t count)
{
	if (count > 1 && (both_no(t[0].productive, t[1].productive) || both_no(t[0].useful, t[1].useful) || both_no(t[0].energising, t[1].energising)))
		return SIGNAL_TWO_NO;
	if (count >= FALLING && taps_sum(&t[0]) < taps_sum(&t[1]) && taps_sum(&t[1]) < taps_sum(&t[2]))
		return SIGNAL_FALL;
	return SIGNAL_NONE;
}

bool signal_open(struct work *work, int64_t pair_id, bool to_mentor)
{
	int64_t opened = to_mentor
		? sql_pair_mentor_signal(work, &(struct pair_mentor_signal_in){ .now = work->now, .pair_id = pair_id })
		: sql_pair_mentee_signal(work, &(struct pair_mentee_signal_in){ .now = work->now, .pair_id = pair_id });

	if (opened <= 0)
		return false;
	audit_add(work, "pair.signal", "pair", pair_id, to_mentor ? "mentor_signal" : "mentee_signal");
	return work->trouble == TROUBLE_NONE;
}

void signal_close(struct work *work, int64_t pair_id, bool of_mentor)
{
	if (of_mentor)
		sql_pair_mentor_answered(work, &(struct pair_mentor_answered_in){ pair_id });
	else
		sql_pair_mentee_answered(work, &(struct pair_mentee_answered_in){ pair_id });
}

void signal_look(struct work *work, int64_t pair_id, bool by_mentor)
{
	struct list rows = sql_feedback_recent(work, &(struct feedback_recent_in){ .pair_id = pair_id, .side = by_mentor ? "mentor" : "mentee" });
	struct taps taps[FALLING];
	struct pair_state p;

	for (size_t i = 0; i < rows.count && i < FALLING; i++) {
		const struct feedback_recent *row = list_row(&feedback_recent_view, rows, i);
		taps[i] = (struct taps){ row->productive, row->useful, row->energising };
	}
	if (signal_in(taps, rows.count) == SIGNAL_NONE || !signal_open(work, pair_id, by_mentor)
	    || !sql_pair_state(work, &(struct pair_state_in){ pair_id }, &p))
		return;
	task_add(work, &(struct task_new){ .kind = "signal", .role = "coordinator", .owner_id = p.coordinator_id,
		.person_id = by_mentor ? p.mentor_id : p.mentee_id, .subject = "pair", .subject_id = pair_id, .days = SIGNAL_DAYS });
}
