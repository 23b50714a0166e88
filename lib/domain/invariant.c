/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/invariant.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "domain/audit.h"
#include "domain/conflict.h"
#include "domain/find.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/signup.h"
#include "sql_check.h"

/* What looking at one person may use: some kilobytes of text, however many people there are. */
enum { ONE_BYTES = 1024 * 1024 };

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
};

/* A life, each of whose steps is a row of the audit. The three views have the members of check_pair_steps. */
struct lived {
	const char *name;
	const struct life *life;
	struct list (*find)(struct work *work);
	const struct view *view;
};

static const struct lived lives[] = {
	{ "signup-audit", &signup_life, sql_check_signup_steps, &check_signup_steps_view },
	{ "proposal-audit", &proposal_life, sql_check_proposal_steps, &check_proposal_steps_view },
	{ "pair-audit", &pair_life, sql_check_pair_steps, &check_pair_steps_view },
};

/* How a life begins, and in which state. */
static const struct { const char *verb, *state; } begins[] = {
	{ "signup.start", "open" },
	{ "signup.join", "open" },
	{ "proposal.put-forward", "proposed" },
	{ "proposal.by-hand", "kept" },
	{ "proposal.asked", "proposed" },
	{ "proposal.suggested", "proposed" },
	{ "proposal.invited", "proposed" },
	{ "pair.begin", "trial" },
};

static struct list numbers(struct work *work, const struct numbered *check)
{
	struct list rows = check->find(work);
	struct broken *broken = arena_array(work->arena, rows.count + 1, sizeof *broken);

	for (size_t i = 0; i < rows.count; i++)
		broken[i] = (struct broken){ member_count(&check->view->members[0], list_row(check->view, rows, i)), "" };
	return (struct list){ broken, rows.count };
}

static bool leads_to(const struct step *step, const char *state)
{
	return step->to == pair_as_before ? text_is(state, "trial") || text_is(state, "active") : text_is(step->to, state);
}

/* Whether this verb is a step or a beginning of the life; *there: that it leads to the state. */
static bool is_step(const struct life *life, const char *verb, const char *state, bool *there)
{
	bool found = false, leads = false;
	size_t noun = strlen(life->noun);

	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (text_is(begins[i].verb, verb)) {
			*there = text_is(begins[i].state, state);
			return true;
		}
	for (size_t i = 0; i < life->count && strncmp(verb, life->noun, noun) == 0 && verb[noun] == '.'; i++)
		if (text_is(life->steps[i].event, verb + noun + 1)) {
			found = true;
			leads = leads || leads_to(&life->steps[i], state);
		}
	*there = found ? leads : *there;
	return found;
}

/* Those whose last step in the audit does not lead to where they are. */
static struct list astray(struct work *work, const struct lived *lived)
{
	struct list rows = lived->find(work);
	struct broken *broken = arena_array(work->arena, rows.count + 1, sizeof *broken);
	struct list list = { broken, 0 };
	const struct member *m = lived->view->members;
	int64_t number = 0;
	bool there = false;

	for (size_t i = 0; i <= rows.count; i++) {
		const void *row = i < rows.count ? list_row(lived->view, rows, i) : NULL;
		if (i > 0 && (!row || member_count(&m[0], row) != number)) {
			if (!there)
				broken[list.count++] = (struct broken){ number, "" };
			there = false;
		}
		if (!row)
			break;
		number = member_count(&m[0], row);
		is_step(lived->life, member_text(&m[2], row), member_text(&m[1], row), &there);
	}
	return list;
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

/* People whom the desk would not find by what they are called. */
static struct list unfound(struct work *work)
{
	struct list rows = sql_check_people_known(work);
	struct broken *broken = arena_array(work->arena, rows.count + 1, sizeof *broken);
	struct list list = { broken, 0 };
	struct work one = *work;

	one.arena = arena_new(ONE_BYTES);
	for (size_t i = 0; i < rows.count; i++) {
		const struct check_people_known *row = list_row(&check_people_known_view, rows, i);
		if (!find_is_true(&one, row->person_id))
			broken[list.count++] = (struct broken){ row->person_id, "" };
		arena_reset(one.arena);
	}
	arena_free(one.arena);
	work->trouble = one.trouble;
	return list;
}

void invariants_check(struct work *work, invariant_tell *tell, void *context)
{
	struct broken audit = { 0, "" };

	tell(context, "file", "", damages(work));
	tell(context, "references", "", dangling(work));
	bool holds = audit_holds(work, &audit.number);
	tell(context, "audit", "row", (struct list){ &audit, !holds && work->trouble == TROUBLE_NONE });
	tell(context, "people-found", "person", unfound(work));
	tell(context, "pair-conflict", "pair", conflicts(work));
	for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
		tell(context, numbered[i].name, numbered[i].noun, numbers(work, &numbered[i]));
	for (size_t i = 0; i < sizeof lives / sizeof *lives; i++)
		tell(context, lives[i].name, lives[i].life->noun, astray(work, &lives[i]));
}
