/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/bounce.h"

#include "domain/audit.h"
#include "domain/task.h"
#include "sql_outbox.h"

enum { RING_DAYS = 7 };

static void ring(struct work *work, int64_t person_id)
{
	task_add(work, &(struct task_new){ .kind = "bounced", .role = "coordinator", .person_id = person_id, .subject = "person",
		.subject_id = person_id, .days = RING_DAYS });
}

void bounce_nightly(struct work *work)
{
	struct list rows = sql_outbox_given_up(work);

	for (size_t i = 0; i < rows.count; i++)
		ring(work, ((const struct outbox_given_up *)list_row(&outbox_given_up_view, rows, i))->person_id);
}

bool bounce_note(struct work *work, int64_t outbox_id, int64_t sent_at)
{
	struct outbox_came_back mail;
	struct outbox_back_count count = { 0 };

	if (!sql_outbox_came_back(work, &(struct outbox_came_back_in){ .outbox_id = outbox_id, .sent_at = sent_at }, &mail))
		return false;
	sql_outbox_back_count(work, &(struct outbox_back_count_in){ mail.recipient }, &count);
	/* Somebody else's address, or one that they have changed since, says nothing of them. */
	if (mail.person_id && count.n >= BOUNCES_MOST && sql_outbox_no_more(work, &(struct outbox_no_more_in){ .person_id = mail.person_id, .recipient = mail.recipient }) > 0) {
		audit_add(work, "person.email-back", "person", mail.person_id, "email_checked_at");
		ring(work, mail.person_id);
	}
	return work->trouble == TROUBLE_NONE;
}
