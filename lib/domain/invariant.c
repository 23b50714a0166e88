/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/invariant.h"

#include <stddef.h>

#include "base/arena.h"
#include "domain/audit.h"
#include "domain/conflict.h"
#include "sql_check.h"

/* A statement whose rows are the numbers of what is wrong. */
struct numbered {
	const char *name, *noun;
	struct list (*find)(struct work *work);
	const struct view *view;
};

static const struct numbered numbered[] = {
	{ "pair-people", "pair", sql_check_pair_people, &check_pair_people_view },
	{ "pair-adults", "pair", sql_check_pair_adults, &check_pair_adults_view },
	{ "pair-consent", "pair", sql_check_pair_consent, &check_pair_consent_view },
	{ "pair-dates", "pair", sql_check_pair_dates, &check_pair_dates_view },
	{ "mentor-load", "person", sql_check_mentor_load, &check_mentor_load_view },
	{ "ask-pairs", "ask", sql_check_ask_pairs, &check_ask_pairs_view },
	{ "proposal-audit", "proposal", sql_check_proposal_audit, &check_proposal_audit_view },
	{ "pair-audit", "pair", sql_check_pair_audit, &check_pair_audit_view },
};

static struct list numbers(struct work *work, const struct numbered *check)
{
	struct list rows = check->find(work);
	struct broken *broken = arena_array(work->arena, rows.count + 1, sizeof *broken);

	for (size_t i = 0; i < rows.count; i++)
		broken[i] = (struct broken){ member_count(&check->view->members[0], list_row(check->view, rows, i)), "" };
	return (struct list){ broken, rows.count };
}

static struct list damages(struct work *work)
{
	struct list rows = sql_check_file(work);
	struct broken *broken = arena_array(work->arena, rows.count + 1, sizeof *broken);

	for (size_t i = 0; i < rows.count; i++)
		broken[i] = (struct broken){ 0, ((const struct check_file *)list_row(&check_file_view, rows, i))->said };
	return (struct list){ broken, rows.count };
}

static struct list dangling(struct work *work)
{
	struct list rows = sql_check_references(work);
	struct broken *broken = arena_array(work->arena, rows.count + 1, sizeof *broken);

	for (size_t i = 0; i < rows.count; i++) {
		const struct check_references *row = list_row(&check_references_view, rows, i);
		broken[i] = (struct broken){ 0, arena_printf(work->arena, "%s %lld", row->subject, (long long)row->n) };
	}
	return (struct list){ broken, rows.count };
}

/* Pairs that meet though a conflict bars the two. */
static struct list conflicts(struct work *work)
{
	struct list rows = sql_check_pairs_meeting(work);
	struct conflict_book *book = conflict_book_live(work);
	struct broken *broken = arena_array(work->arena, rows.count + 1, sizeof *broken);
	struct list list = { broken, 0 };

	for (size_t i = 0; i < rows.count; i++) {
		const struct check_pairs_meeting *row = list_row(&check_pairs_meeting_view, rows, i);
		if (conflict_between(book, row->mentor_id, row->mentee_id) != CONFLICT_NONE)
			broken[list.count++] = (struct broken){ row->number, "" };
	}
	return list;
}

void invariants_check(struct work *work, invariant_tell *tell, void *context)
{
	struct broken audit = { 0, "" };

	tell(context, "file", "", damages(work));
	tell(context, "references", "", dangling(work));
	bool holds = audit_holds(work, &audit.number);
	tell(context, "audit", "row", (struct list){ &audit, !holds && work->trouble == TROUBLE_NONE });
	tell(context, "pair-conflict", "pair", conflicts(work));
	for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
		tell(context, numbered[i].name, numbered[i].noun, numbers(work, &numbered[i]));
}
