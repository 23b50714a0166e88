/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/coordinator.h"

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "domain/audit.h"
#include "sql_todo.h"

enum { DAY_SECONDS = 86400 };

struct list coordinators(struct work *work)
{
	struct list rows = sql_coordinators_all(work);
	struct coordinator *all = arena_array(work->arena, rows.count + 1, sizeof *all);

	for (size_t i = 0; i < rows.count; i++) {
		const struct coordinators_all *row = list_row(&coordinators_all_view, rows, i);
		bool away = *row->away_until && strcmp(row->away_from, work->today) <= 0 && strcmp(work->today, row->away_until) <= 0;
		all[i] = (struct coordinator){ row->person_id, row->deputy_id, row->call_name, row->away_from, row->away_until, row->seen_at,
			row->is_active, away, row->seen_at < work->now - COORDINATOR_SILENT_DAYS * DAY_SECONDS };
	}
	return (struct list){ all, rows.count };
}

const struct coordinator *coordinator_of(struct list all, int64_t person_id)
{
	const struct coordinator *rows = all.rows;

	for (size_t i = 0; i < all.count; i++)
		if (rows[i].person_id == person_id)
			return &rows[i];
	return NULL;
}

bool coordinator_is_there(const struct coordinator *c)
{
	return c && c->is_active && !c->is_away && !c->is_silent;
}

bool coordinator_answers_for(struct list all, int64_t person_id, int64_t owner_id)
{
	const struct coordinator *owner = coordinator_of(all, owner_id);

	if (!owner_id || owner_id == person_id)
		return true;
	if (coordinator_is_there(owner))
		return false;
	return !owner || owner->deputy_id == person_id || !coordinator_is_there(coordinator_of(all, owner->deputy_id));
}

bool coordinator_go_away(struct work *work, int64_t person_id, const char *first, const char *last, int64_t deputy_id)
{
	bool away = *first || *last;
	const struct coordinator_away_in in = { .away_from = first, .away_until = last, .deputy_id = deputy_id, .person_id = person_id };

	if (away && (!*first || !*last || day_between(first, last) < 0 || day_between(work->today, last) < 0))
		return false;
	if (deputy_id && (deputy_id == person_id || !coordinator_of(coordinators(work), deputy_id)))
		return false;
	if (sql_coordinator_away(work, &in) <= 0)
		return false;
	audit_add(work, "coordinator.away", "person", person_id, "away_from away_until deputy_id");
	return work->trouble == TROUBLE_NONE;
}

bool coordinator_stand_in(struct work *work, int64_t person_id)
{
	struct list all = coordinators(work);
	const struct coordinator *c = coordinator_of(all, person_id);

	if (!c || coordinator_is_there(c) || person_id == work->person_id || coordinator_is_there(coordinator_of(all, c->deputy_id)))
		return false;
	if (sql_coordinator_stand_in(work, &(struct coordinator_stand_in_in){ .deputy_id = work->person_id, .person_id = person_id }) <= 0)
		return false;
	audit_add(work, "coordinator.stand-in", "person", person_id, "deputy_id");
	return work->trouble == TROUBLE_NONE;
}
