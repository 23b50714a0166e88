/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/person.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/find.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/staff.h"
#include "domain/tell.h"
#include "domain/watch.h"
#include "sql_person.h"

enum { SIDES = ACTOR_SELF | ACTOR_COORDINATOR, REST_DAYS = 90, KEPT_DAYS = 730 };

static const struct step person_steps[] = {
	/* from     event      who                   to        told    next act           days */
	{ "new",    "approve", SIDES,                "active", "",     ACTOR_NOBODY,      0 },
	{ "active", "pause",   SIDES,                "paused", "",     ACTOR_COORDINATOR, REST_DAYS },
	{ "paused", "resume",  SIDES | ACTOR_CLOCK,  "active", "back", ACTOR_NOBODY,      0 },
	{ "new",    "die",     ACTOR_COORDINATOR,    "died",   "",     ACTOR_NOBODY,      0 },
	{ "active", "die",     ACTOR_COORDINATOR,    "died",   "",     ACTOR_NOBODY,      0 },
	{ "paused", "die",     ACTOR_COORDINATOR,    "died",   "",     ACTOR_NOBODY,      0 },
	{ "died",   "undo",    ACTOR_COORDINATOR,    "active", "",     ACTOR_NOBODY,      0 },
	{ "new",    "leave",   SIDES,                "left",   "",     ACTOR_CLOCK,       KEPT_DAYS },
	{ "active", "leave",   SIDES,                "left",   "",     ACTOR_CLOCK,       KEPT_DAYS },
	{ "paused", "leave",   SIDES,                "left",   "",     ACTOR_CLOCK,       KEPT_DAYS },
	{ "left",   "return",  ACTOR_COORDINATOR,    "active", "",     ACTOR_NOBODY,      0 },
	{ "left",   "erase",   ACTOR_CLOCK,          "erased", "",     ACTOR_NOBODY,      0 },
	{ "died",   "erase",   ACTOR_CLOCK,          "erased", "",     ACTOR_NOBODY,      0 },
	{ "new",    "erase",   ACTOR_CLOCK,          "erased", "",     ACTOR_NOBODY,      0 },
};
const struct life person_life = { "person", person_steps, sizeof person_steps / sizeof *person_steps };

/* Whoever presses it knows. */
static bool take(struct work *work, int64_t person_id, const char *event, unsigned actor, const char *until)
{
	struct person_state p;
	const struct step *step = sql_person_state(work, &(struct person_state_in){ person_id }, &p)
		? life_step(&person_life, p.state, event, actor) : NULL;

	if (!step || !sql_person_step(work, &(struct person_step_in){ .state = step->to, .paused_until = until, .person_id = person_id,
			.due_at = *until ? day_end(until) : life_due(work->now, step), .from_state = step->from }))
		return false;
	audit_add(work, arena_printf(work->arena, "person.%s", event), "person", person_id, "state");
	if (actor != ACTOR_SELF)
		tell(work, person_id, step->told);
	return work->trouble == TROUBLE_NONE;
}

bool person_step(struct work *work, int64_t person_id, const char *event, unsigned actor)
{
	return take(work, person_id, event, actor, "");
}

/* The actor of a pair's life that this person is. */
static unsigned side_of(int64_t person_id, int64_t mentor_id, unsigned actor)
{
	return actor != ACTOR_SELF ? actor : person_id == mentor_id ? ACTOR_MENTOR : ACTOR_MENTEE;
}

bool person_pause(struct work *work, int64_t person_id, const char *until, bool pairs, unsigned actor)
{
	if ((*until && day_between(work->today, until) < 1) || staff_is_only_lead(work, person_id) || !take(work, person_id, "pause", actor, until))
		return false;
	proposal_rest_all(work, person_id);
	struct list rows = sql_pairs_to_rest(work, &(struct pairs_to_rest_in){ person_id });
	for (size_t i = 0; pairs && i < rows.count; i++) {
		const struct pairs_to_rest *row = list_row(&pairs_to_rest_view, rows, i);
		pair_pause(work, row->pair_id, PAUSE_PERSON, side_of(person_id, row->mentor_id, actor));
	}
	return work->trouble == TROUBLE_NONE;
}

bool person_resume(struct work *work, int64_t person_id, unsigned actor)
{
	if (!take(work, person_id, "resume", actor, ""))
		return false;
	struct list rows = sql_pairs_rested(work, &(struct pairs_rested_in){ person_id });
	for (size_t i = 0; i < rows.count; i++) {
		const struct pairs_rested *row = list_row(&pairs_rested_view, rows, i);
		pair_step(work, row->pair_id, "resume", actor == ACTOR_CLOCK ? side_of(person_id, row->mentor_id, ACTOR_SELF)
			  : side_of(person_id, row->mentor_id, actor));
	}
	return work->trouble == TROUBLE_NONE;
}

bool person_rename(struct work *work, int64_t person_id, const char *call_name, const char *full_name)
{
	const struct person_rename_in in = { .call_name = call_name, .full_name = full_name, .person_id = person_id };

	if (sql_person_rename(work, &in) <= 0)
		return false;
	find_learn(work, person_id);
	audit_add(work, "person.change", "person", person_id, "call_name full_name");
	watch_person(work, person_id);
	return work->trouble == TROUBLE_NONE;
}

bool person_reached_by(struct work *work, int64_t person_id, const struct person_reached *r)
{
	struct person_mail before;
	const struct person_reached_by_in in = { .reach = r->reach, .email = r->email, .phone = r->phone, .address = r->address, .person_id = person_id };

	if (!sql_person_mail(work, &(struct person_mail_in){ person_id }, &before))
		return false;
	tell(work, person_id, "reach");
	if (sql_person_reached_by(work, &in) <= 0)
		return false;
	if (!text_is(before.email, r->email))
		tell(work, person_id, "reach");
	find_learn(work, person_id);
	audit_add(work, "person.change", "person", person_id, "reach email phone address");
	watch_person(work, person_id);
	return work->trouble == TROUBLE_NONE;
}

void person_nightly(struct work *work)
{
	struct list rows = sql_people_rested(work, &(struct people_rested_in){ work->today });

	for (size_t i = 0; i < rows.count; i++) {
		const struct people_rested *row = list_row(&people_rested_view, rows, i);
		person_resume(work, row->person_id, ACTOR_CLOCK);
	}
}
