/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/task.h"

#include "domain/audit.h"
#include "sql_task.h"

enum { DAY_SECONDS = 86400 };

static const char *or_none(const char *text)
{
	return text ? text : "";
}

int64_t task_add(struct work *work, const struct task_new *t)
{
	struct task_same same;
	struct task_add row;
	const struct task_same_in like = { .kind = t->kind, .subject = or_none(t->subject), .subject_id = t->subject_id, .person_id = t->person_id };
	const struct task_add_in in = { .kind = t->kind, .role = t->role, .owner_id = t->owner_id, .person_id = t->person_id, .subject = like.subject,
		.subject_id = t->subject_id, .words = or_none(t->words), .due_at = work->now + (int64_t)t->days * DAY_SECONDS, .now = work->now };

	if (sql_task_same(work, &like, &same))
		return same.task_id;
	if (!sql_task_add(work, &in, &row))
		return 0;
	audit_add(work, "task.begin", "task", row.id, "");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

bool task_done(struct work *work, int64_t task_id)
{
	if (sql_task_done(work, &(struct task_done_in){ .now = work->now, .task_id = task_id }) <= 0)
		return false;
	audit_add(work, "task.done", "task", task_id, "state");
	return work->trouble == TROUBLE_NONE;
}

void task_over(struct work *work, const struct task_new *like)
{
	sql_tasks_over(work, &(struct tasks_over_in){ .now = work->now, .subject = or_none(like->subject), .subject_id = like->subject_id,
		.kind = or_none(like->kind), .person_id = like->person_id });
}
