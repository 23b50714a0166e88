/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/request.h"

#include "base/arena.h"
#include "domain/audit.h"
#include "domain/tell.h"
#include "sql_task.h"

enum { DAY_SECONDS = 86400 };

int64_t request_make(struct work *work, const struct request_new *r)
{
	struct task_add row;
	const char *words = *r->reply_to ? arena_printf(work->arena, "%s\n\n%s", r->words, r->reply_to) : r->words;
	const struct task_add_in in = { .kind = r->kind, .role = "coordinator", .person_id = work->person_id, .subject = "person",
		.subject_id = work->person_id, .words = words, .due_at = work->now + (int64_t)REQUEST_DAYS * DAY_SECONDS, .now = work->now };

	if (!sql_task_add(work, &in, &row))
		return 0;
	audit_add(work, "request.make", "task", row.id, "");
	if (work->person_id)
		tell(work, work->person_id, "request");
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}
