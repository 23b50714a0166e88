/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/meeting.h"

#include "base/text.h"
#include "domain/audit.h"
#include "sql_meeting.h"

int64_t meeting_note(struct work *work, const struct meeting *m)
{
	struct meeting_add row;
	struct meeting_on before;

	if (sql_meeting_on(work, &(struct meeting_on_in){ .pair_id = m->pair_id, .day = m->day }, &before))
		return before.meeting_id;
	struct meeting_add_in in = { .pair_id = m->pair_id, .day = m->day, .way = m->way, .person_id = work->person_id, .how = m->how,
		.now = work->now };
	if (!sql_meeting_add(work, &in, &row))
		return 0;
	audit_add(work, "meeting.note", "meeting", row.id, "");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

bool feedback_give(struct work *work, const struct feedback_given *f)
{
	struct feedback_put_in in = { .meeting_id = f->meeting_id, .side = f->by_mentor ? "mentor" : "mentee", .did_meet = f->did_meet,
		.productive = f->productive, .useful = f->useful, .energising = f->energising, .listened = f->by_mentor ? "" : f->listened,
		.split = f->by_mentor ? f->split : "", .next_time = f->next_time, .private_word = f->private_word, .how = f->how,
		.now = work->now };

	if (sql_feedback_put(work, &in) <= 0)
		return false;
	audit_add(work, "feedback.give", "meeting", f->meeting_id, in.side);
	return work->trouble == TROUBLE_NONE;
}

static int64_t tap(const char *answer)
{
	return text_is(answer, "yes") ? 2 : text_is(answer, "bit") ? 1 : 0;
}

int64_t feedback_sum(const char *productive, const char *useful, const char *energising)
{
	if (!*productive && !*useful && !*energising)
		return -1;
	return tap(productive) + tap(useful) + tap(energising);
}
