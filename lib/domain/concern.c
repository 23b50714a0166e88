/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/concern.h"

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/name.h"
#include "domain/pair.h"
#include "domain/tell.h"
#include "sql_concern.h"

enum { HOUR = 3600, READER = ACTOR_LEAD | ACTOR_TRUSTEE };

static const struct step concern_steps[] = {
	/* from        event        who     to          told    next act      days */
	{ "new",      "take",      READER, "taken",    "",     READER,       7 },
	{ "reopened", "take",      READER, "taken",    "",     READER,       7 },
	{ "taken",    "take-over", READER, "taken",    "",     READER,       7 },
	{ "taken",    "write",     READER, "taken",    "",     READER,       7 },
	{ "taken",    "close",     READER, "closed",   "",     ACTOR_NOBODY, 0 },
	{ "closed",   "reopen",    READER, "reopened", "news", READER,       2 },
};
const struct life concern_life = { "concern", concern_steps, sizeof concern_steps / sizeof *concern_steps };

/* That there is something to read; not what. */
static void tell_readers(struct work *work, int64_t concern_id)
{
	struct list people = sql_concern_readers(work, &(struct concern_readers_in){ concern_id });

	for (size_t i = 0; i < people.count; i++) {
		const struct concern_readers *reader = list_row(&concern_readers_view, people, i);
		tell(work, reader->person_id, "news");
	}
}

static void add_entry(struct work *work, const struct concern_entry_add_in *entry)
{
	struct concern_entry_add_in in = *entry;

	in.now = work->now;
	sql_concern_entry_add(work, &in);
}

/* The one lead whose name it gives; 0: none. */
static int64_t named_lead(struct work *work, const char *who_about, size_t *named)
{
	struct list leads = sql_concern_leads(work);
	struct name typed = name_read(work->arena, who_about);
	int64_t person_id = 0;

	for (size_t i = 0; i < leads.count; i++) {
		const struct concern_leads *lead = list_row(&concern_leads_view, leads, i);
		struct name full = name_read(work->arena, lead->full_name), called = name_read(work->arena, lead->call_name);
		if (name_could_be(&typed, &full, &called) && ++*named)
			person_id = lead->person_id;
	}
	return person_id;
}

/* Never one whom it names, even where nobody ticked that it is about somebody who runs the programme: one lead
   that is named is left out, for several the trustee reads it. A namesake does not bury it: the last who could
   read it may. */
static void guard(struct work *work, struct concern_add_in *in)
{
	struct concern_guards guards = { 0 };
	size_t named = 0;
	int64_t lead_id = named_lead(work, in->who_about, &named);

	if (in->about_us || !named || !sql_concern_guards(work, &guards) || guards.leads - (int64_t)named + guards.trustees < 1)
		return;
	in->about_us = guards.leads <= (int64_t)named;
	in->not_for = lead_id;
}

/* In the same step, and looking like any other pause. */
static void stop_meetings(struct work *work, int64_t concern_id, struct texts pairs)
{
	int64_t pair_id;

	for (size_t i = 0; i < pairs.count; i++)
		if (text_is_count(pairs.values[i], &pair_id) && pair_pause(work, pair_id, PAUSE_CONCERN, ACTOR_EITHER))
			add_entry(work, &(struct concern_entry_add_in){ .concern_id = concern_id, .kind = "pause", .words = "", .pair_id = pair_id });
}

int64_t concern_raise(struct work *work, const struct concern_told *told)
{
	struct concern_add row;
	struct concern_add_in in = { .person_id = work->person_id, .who_about = told->who_about, .what = told->what, .reply_to = told->reply_to,
		.about_us = told->about_us, .not_for = told->about_us ? told->not_for : 0, .due_at = work->now + told->hours * HOUR, .now = work->now };

	guard(work, &in);
	if (!sql_concern_add(work, &in, &row))
		return 0;
	audit_add_unsaid(work, "concern.raise", "concern", row.id);
	stop_meetings(work, row.id, told->stop);
	tell_readers(work, row.id);
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

static bool find(struct work *work, int64_t concern_id, struct concern_one *c)
{
	return sql_concern_one(work, &(struct concern_one_in){ .concern_id = concern_id, .person_id = work->person_id }, c);
}

bool concern_may_read(struct work *work, int64_t concern_id)
{
	struct concern_one c;

	return find(work, concern_id, &c);
}

void concern_looked(struct work *work, int64_t concern_id)
{
	sql_concern_look_add(work, &(struct concern_look_add_in){ .concern_id = concern_id, .person_id = work->person_id, .now = work->now,
		.since = work->now - HOUR });
}

/* The promise to answer stands until it is kept. */
static int64_t due_of(const struct work *work, const struct concern_one *c, const struct step *step)
{
	bool promised = !c->replied_at && text_is(step->to, "taken");

	return promised && c->due_at > 0 ? c->due_at : life_due(work->now, step);
}

struct entry {
	const char *kind, *words;
	int64_t pair_id;
};

/* Takes a step of its life, and writes down what it was. */
static bool take_step(struct work *work, int64_t concern_id, const char *event, const struct entry *entry)
{
	struct concern_one c;

	if (!find(work, concern_id, &c))
		return false;
	const struct step *step = life_step(&concern_life, c.state, event, READER);
	bool takes = text_is(event, "take") || text_is(event, "take-over");
	if (!step || (text_is(event, "take-over") && c.owner_id == work->person_id))
		return false;
	const struct concern_step_in in = { .state = step->to, .due_at = due_of(work, &c, step), .owner_id = takes ? work->person_id : c.owner_id,
		.concern_id = concern_id, .from_state = step->from };
	if (!sql_concern_step(work, &in))
		return false;
	add_entry(work, &(struct concern_entry_add_in){ .concern_id = concern_id, .person_id = work->person_id, .kind = entry->kind,
		.words = entry->words, .pair_id = entry->pair_id });
	audit_add(work, arena_printf(work->arena, "concern.%s", event), "concern", concern_id, "");
	if (*step->told)
		tell_readers(work, concern_id);
	return work->trouble == TROUBLE_NONE;
}

bool concern_take(struct work *work, int64_t concern_id)
{
	return take_step(work, concern_id, "take", &(struct entry){ "take", "", 0 });
}

bool concern_take_over(struct work *work, int64_t concern_id)
{
	return take_step(work, concern_id, "take-over", &(struct entry){ "take-over", "", 0 });
}

bool concern_close(struct work *work, int64_t concern_id, const char *why)
{
	return take_step(work, concern_id, "close", &(struct entry){ "close", why, 0 });
}

bool concern_reopen(struct work *work, int64_t concern_id, const char *why)
{
	return take_step(work, concern_id, "reopen", &(struct entry){ "reopen", why, 0 });
}

bool concern_write(struct work *work, int64_t concern_id, const char *kind, const char *words)
{
	if (text_is(kind, "reply") && concern_may_read(work, concern_id))
		sql_concern_replied(work, &(struct concern_replied_in){ .now = work->now, .concern_id = concern_id });
	return take_step(work, concern_id, "write", &(struct entry){ kind, words, 0 });
}

bool concern_think(struct work *work, int64_t concern_id, const struct concern_thought *t)
{
	struct concern_one c;
	const struct concern_think_in in = { .needs = t->needs, .risk = t->risk, .protect = t->protect, .wants = t->wants, .serious = t->serious,
		.serious_why = t->serious_why, .serious_day = t->serious_day, .concern_id = concern_id };

	if (!find(work, concern_id, &c))
		return false;
	bool of_care = !text_is(c.needs, t->needs) || !text_is(c.risk, t->risk) || !text_is(c.protect, t->protect) || !text_is(c.wants, t->wants);
	bool of_serious = !text_is(c.serious, t->serious) || !text_is(c.serious_why, t->serious_why) || !text_is(c.serious_day, t->serious_day);
	sql_concern_think(work, &in);
	if (of_care && !take_step(work, concern_id, "write", &(struct entry){ "care", t->wants, 0 }))
		return false;
	return !of_serious || take_step(work, concern_id, "write", &(struct entry){ "serious", t->serious_why, 0 });
}

bool concern_tie(struct work *work, int64_t concern_id, int64_t person_id)
{
	struct list pairs = sql_concern_pairs_of(work, &(struct concern_pairs_of_in){ person_id });
	bool tied = false;

	for (size_t i = 0; i < pairs.count; i++) {
		const struct concern_pairs_of *row = list_row(&concern_pairs_of_view, pairs, i);
		tied |= take_step(work, concern_id, "write", &(struct entry){ "tie", "", row->pair_id });
	}
	return tied;
}

static bool is_of(struct work *work, int64_t concern_id, int64_t pair_id)
{
	struct list pairs = sql_concern_pairs(work, &(struct concern_pairs_in){ concern_id });

	for (size_t i = 0; i < pairs.count; i++) {
		const struct concern_pairs *row = list_row(&concern_pairs_view, pairs, i);
		if (row->pair_id == pair_id)
			return true;
	}
	return false;
}

bool concern_act(struct work *work, int64_t concern_id, int64_t pair_id, const char *event, const char *why)
{
	if (!concern_may_read(work, concern_id) || !is_of(work, concern_id, pair_id))
		return false;
	/* What ends because of a concern was paused for it: the two are not matched again. */
	bool done = text_is(event, "release") || pair_pause(work, pair_id, PAUSE_CONCERN, ACTOR_LEAD);
	if (done && !text_is(event, "pause"))
		done = pair_step(work, pair_id, event, ACTOR_LEAD);
	return done && take_step(work, concern_id, "write", &(struct entry){ event, why, pair_id });
}

void concern_nightly(struct work *work)
{
	struct list late = sql_concerns_late(work, &(struct concerns_late_in){ work->now });

	for (size_t i = 0; i < late.count; i++) {
		const struct concerns_late *row = list_row(&concerns_late_view, late, i);
		sql_concern_late_told(work, &(struct concern_late_told_in){ .due_at = row->due_at, .concern_id = row->concern_id });
		tell_readers(work, row->concern_id);
	}
}
