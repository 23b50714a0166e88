/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/erase.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/find.h"
#include "domain/leave.h"
#include "domain/name.h"
#include "domain/person.h"
#include "domain/task.h"
#include "domain/tell.h"
#include "sql_backup.h"
#include "sql_erase.h"
#include "sql_person.h"

enum { DAY_SECONDS = 86400, TOLD_DAYS = 23 };

void erase_ask(struct work *work, int64_t person_id)
{
	task_add(work, &(struct task_new){ .kind = "erase", .role = "lead", .person_id = person_id, .subject = "person", .subject_id = person_id,
		.days = ERASE_DAYS });
}

static bool could_mean(struct work *work, const char *typed, const struct person_names *person)
{
	const struct name full = name_read(work->arena, person->full_name), called = name_read(work->arena, person->call_name);
	struct texts names = name_split(work->arena, typed);

	for (size_t i = 0; i < names.count; i++) {
		const struct name name = name_read(work->arena, names.values[i]);
		if (name_could_be(&name, &full, &called))
			return true;
	}
	return false;
}

static bool is_there(struct list rows, int64_t concern_id)
{
	for (size_t i = 0; i < rows.count; i++)
		if (((const struct erase_tied *)list_row(&erase_tied_view, rows, i))->concern_id == concern_id)
			return true;
	return false;
}

struct list erase_held(struct work *work, int64_t person_id)
{
	struct list tied = sql_erase_tied(work, &(struct erase_tied_in){ person_id }), open = sql_erase_concerns(work);
	struct erase_tied *held = arena_array(work->arena, tied.count + open.count + 1, sizeof *held);
	struct list list = { held, 0 };
	struct person_names person;

	for (size_t i = 0; i < tied.count; i++)
		held[list.count++] = *(const struct erase_tied *)list_row(&erase_tied_view, tied, i);
	if (!sql_person_names(work, &(struct person_names_in){ person_id }, &person))
		return list;
	for (size_t i = 0; i < open.count; i++) {
		const struct erase_concerns *row = list_row(&erase_concerns_view, open, i);
		if (!is_there(list, row->concern_id) && could_mean(work, row->who_about, &person))
			held[list.count++] = (struct erase_tied){ row->concern_id };
	}
	return list;
}

/* In this order: what is found by their address goes before the address does. */
static const struct statement *const forgetting[] = {
	&erase_mails_statement, &erase_invitations_statement, &erase_bars_statement, &erase_named_statement, &erase_asks_statement,
	&erase_offers_statement, &erase_signups_statement, &erase_proposals_statement, &erase_reasons_statement, &erase_mentor_feedback_statement,
	&erase_mentee_feedback_statement, &erase_mentor_reviews_statement, &erase_mentee_reviews_statement, &erase_aims_statement, &erase_measures_statement,
	&erase_pairs_statement, &erase_tasks_statement, &erase_roles_statement, &erase_person_statement,
};

bool erase_person(struct work *work, int64_t person_id)
{
	const struct erase_person_in in = { person_id };

	if (!person_step(work, person_id, "erase", ACTOR_CLOCK))
		return false;
	leave_sign_out(work, person_id);
	/* Each of them has the one parameter. */
	for (size_t i = 0; i < sizeof forgetting / sizeof *forgetting; i++)
		db_run(work, forgetting[i], &in);
	find_learn(work, person_id);
	task_over(work, &(struct task_new){ .kind = "erase", .subject = "person", .subject_id = person_id });
	task_over(work, &(struct task_new){ .kind = "left", .subject = "person", .subject_id = person_id });
	return work->trouble == TROUBLE_NONE;
}

bool erase_again(struct work *work, int64_t person_id, int64_t at)
{
	const struct leaving leaving = { .person_id = person_id };
	struct erased_who who;

	/* A number can have been given anew since: whoever came later is somebody else. */
	if (!sql_erased_who(work, &(struct erased_who_in){ person_id }, &who) || text_is(who.state, "erased") || who.created_at > at)
		return false;
	sql_erase_roles(work, &(struct erase_roles_in){ person_id });
	leave_now(work, &leaving, ACTOR_COORDINATOR);
	return erase_person(work, person_id);
}

void erase_nightly(struct work *work)
{
	struct list rows = sql_erase_due(work, &(struct erase_due_in){ work->now - (int64_t)ERASE_WAIT_DAYS * DAY_SECONDS });

	for (size_t i = 0; i < rows.count && work->trouble == TROUBLE_NONE; i++) {
		const struct erase_due *row = list_row(&erase_due_view, rows, i);
		if (!erase_held(work, row->person_id).count)
			erase_person(work, row->person_id);
		else if (row->at <= work->now - (int64_t)TOLD_DAYS * DAY_SECONDS
			 && sql_erase_later(work, &(struct erase_later_in){ .due_at = row->due_at + (int64_t)ERASE_LONGER_DAYS * DAY_SECONDS, .task_id = row->task_id }) > 0)
			tell(work, row->person_id, "erase-later");
	}
}
