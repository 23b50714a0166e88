/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/invitation.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "domain/audit.h"
#include "domain/choice.h"
#include "domain/name.h"
#include "domain/proposal.h"
#include "domain/task.h"
#include "domain/tell.h"
#include "sql_invitation.h"
#include "sql_person.h"
#include "sql_signup.h"

enum { DAY_SECONDS = 86400, OPEN_DAYS = 30, FORGET_DAYS = 30, STUCK_DAYS = 7 };

static const struct step invitation_steps[] = {
	/* from         event       who                               to           told next act     days */
	{ "open",      "accept",   ACTOR_GUEST,                      "accepted",  "",  ACTOR_CLOCK,  FORGET_DAYS },
	{ "open",      "decline",  ACTOR_GUEST | ACTOR_COORDINATOR,  "declined",  "",  ACTOR_CLOCK,  FORGET_DAYS },
	{ "open",      "withdraw", ACTOR_HOST,                       "withdrawn", "",  ACTOR_CLOCK,  FORGET_DAYS },
	{ "open",      "lapse",    ACTOR_COORDINATOR | ACTOR_CLOCK,  "lapsed",    "invited-over", ACTOR_CLOCK, FORGET_DAYS },
	{ "accepted",  "forget",   ACTOR_CLOCK,                      "accepted",  "",  ACTOR_NOBODY, 0 },
	{ "declined",  "forget",   ACTOR_CLOCK,                      "declined",  "",  ACTOR_NOBODY, 0 },
	{ "withdrawn", "forget",   ACTOR_CLOCK,                      "withdrawn", "",  ACTOR_NOBODY, 0 },
	{ "lapsed",    "forget",   ACTOR_CLOCK,                      "lapsed",    "",  ACTOR_NOBODY, 0 },
};
const struct life invitation_life = { "invitation", invitation_steps, sizeof invitation_steps / sizeof *invitation_steps };

const char *invitation_code(struct work *work, int64_t invitation_id)
{
	return crypto_code_for(work->arena, work->key, "invitation", arena_printf(work->arena, "%lld", (long long)invitation_id));
}

bool invitation_opens(struct work *work, int64_t invitation_id, const char *typed)
{
	const char *code = crypto_code_read(work->arena, typed);

	return invitation_id > 0 && code && crypto_same(code, invitation_code(work, invitation_id));
}

const char *invitation_key(struct work *work, int64_t invitation_id)
{
	return arena_printf(work->arena, "%lld-%s", (long long)invitation_id, invitation_code(work, invitation_id));
}

int64_t invitation_of_key(struct work *work, const char *key)
{
	const char *code = strchr(key, '-');
	int64_t invitation_id = code ? text_count(arena_slice(work->arena, key, (size_t)(code - key))) : 0;

	return code && invitation_opens(work, invitation_id, code + 1) ? invitation_id : 0;
}

static bool find(struct work *work, int64_t invitation_id, struct invitation_one *i)
{
	return sql_invitation_one(work, &(struct invitation_one_in){ invitation_id }, i);
}

/* By e-mail: to somebody whom we know by that address as one of ours, to others as a guest. */
static void write_to(struct work *work, int64_t invitation_id, const struct invitation_new *new)
{
	struct list known = sql_people_by_email(work, &(struct people_by_email_in){ new->email });
	const struct people_by_email *one = known.rows;
	struct person_mail host;

	if (known.count == 1 && invitation_tie(work, invitation_id, one->person_id))
		return;
	sql_invitation_told(work, &(struct invitation_told_in){ .now = work->now, .invitation_id = invitation_id });
	if (!new->quiet && !known.count && sql_person_mail(work, &(struct person_mail_in){ new->by_id }, &host))
		tell_guest(work, new->email, host.language, invitation_code(work, invitation_id), invitation_key(work, invitation_id));
}

int64_t invitation_send(struct work *work, const struct invitation_new *new)
{
	struct invitation_add row;
	const struct invitation_add_in in = { .by_id = new->by_id, .kind = new->kind, .ask_id = new->ask_id, .name = new->name, .email = new->email,
		.address = new->address, .words = new->words, .consent = new->consent, .due_at = work->now + OPEN_DAYS * DAY_SECONDS, .now = work->now };

	if (!sql_invitation_add(work, &in, &row))
		return 0;
	audit_add(work, arena_printf(work->arena, "invitation.%s", new->kind), "invitation", row.id, "");
	if (*new->email)
		write_to(work, row.id, new);
	return work->trouble == TROUBLE_NONE ? row.id : 0;
}

static bool take(struct work *work, const struct invitation_one *i, const char *event, unsigned actor)
{
	const struct step *step = life_step(&invitation_life, i->state, event, actor);

	if (!step || !sql_invitation_step(work, &(struct invitation_step_in){ .state = step->to, .due_at = life_due(work->now, step),
			.invitation_id = i->invitation_id, .from_state = step->from }))
		return false;
	audit_add(work, arena_printf(work->arena, "invitation.%s", event), "invitation", i->invitation_id, "state");
	tell(work, i->by_id, step->told);
	return work->trouble == TROUBLE_NONE;
}

bool invitation_step(struct work *work, int64_t invitation_id, const char *event, unsigned actor)
{
	struct invitation_one i;

	return find(work, invitation_id, &i) && take(work, &i, event, actor);
}

/* Their offer of that topic: the yes to helping with it makes one. */
static int64_t offer_of(struct work *work, int64_t person_id, const struct choice_seeker *seeker)
{
	struct invitation_offer row;
	struct invitation_offer_add added;

	if (sql_invitation_offer(work, &(struct invitation_offer_in){ .person_id = person_id, .programme_id = seeker->programme_id,
			.topic_id = seeker->topic_id }, &row))
		return row.offer_id;
	if (!sql_invitation_offer_add(work, &(struct invitation_offer_add_in){ .topic_id = seeker->topic_id, .person_id = person_id,
			.programme_id = seeker->programme_id }, &added))
		return 0;
	audit_add(work, "offer.add", "offer", added.id, "");
	return added.id;
}

/* Puts the guest forward. Whoever asks has said yes to somebody whom they invited themselves. */
static void put_forward(struct work *work, const struct invitation_one *i, int64_t person_id)
{
	struct choice_seeker seeker;
	struct choice_candidate candidate;
	bool full, invited = !text_is(i->kind, "suggest");

	if (!choice_seeker_of_ask(work, i->ask_id, &seeker) || choice_bar_for(work, &seeker, person_id, &full) != BAR_NONE || full)
		return;
	int64_t offer_id = offer_of(work, person_id, &seeker);
	if (!offer_id)
		return;
	/* How far apart they are is for the two to see: somebody knows both. */
	choice_one(work, &seeker, offer_id, &candidate);
	const struct proposal_new p = { .programme_id = seeker.programme_id, .ask_id = i->ask_id, .offer_id = offer_id, .mentor_id = person_id,
		.mentee_id = seeker.person.person_id };
	proposal_from_person(work, &p, &candidate.choice.score, &(struct proposal_from){ .origin = invited ? "invited" : "suggested",
		.asked = invited, .shows = "", .words = "" });
}

bool invitation_accept(struct work *work, int64_t invitation_id, int64_t person_id)
{
	struct invitation_one i;

	if (!find(work, invitation_id, &i) || (i.person_id && i.person_id != person_id) || !take(work, &i, "accept", ACTOR_GUEST))
		return false;
	if (person_id) {
		sql_invitation_joins(work, &(struct invitation_joins_in){ .person_id = person_id, .invitation_id = invitation_id });
		put_forward(work, &i, person_id);
	}
	return work->trouble == TROUBLE_NONE;
}

void invitation_joins(struct work *work, int64_t invitation_id, int64_t signup_id)
{
	struct signup_state signup;

	if (sql_signup_state(work, &(struct signup_state_in){ signup_id }, &signup))
		sql_invitation_joins(work, &(struct invitation_joins_in){ .person_id = signup.person_id, .invitation_id = invitation_id });
}

void invitation_arrived(struct work *work, int64_t person_id)
{
	struct list rows = sql_invitations_accepted(work, &(struct invitations_accepted_in){ person_id });
	struct invitation_one i;

	for (size_t n = 0; n < rows.count; n++) {
		const struct invitations_accepted *row = list_row(&invitations_accepted_view, rows, n);
		if (find(work, row->invitation_id, &i))
			put_forward(work, &i, person_id);
	}
}

/* Whoever named them hears on the day on which they hear of no answer: sooner would tell that they are known, and
   barred. The desk hears at once. */
static bool cannot_be_asked(struct work *work, const struct invitation_one *i)
{
	if (sql_invitation_told(work, &(struct invitation_told_in){ .now = work->now, .invitation_id = i->invitation_id }) <= 0)
		return false;
	audit_add(work, "invitation.stuck", "invitation", i->invitation_id, "told_at");
	task_add(work, &(struct task_new){ .kind = "invitation-stuck", .role = "coordinator", .person_id = i->by_id, .subject = "invitation",
		.subject_id = i->invitation_id, .days = STUCK_DAYS });
	return work->trouble == TROUBLE_NONE;
}

bool invitation_tie(struct work *work, int64_t invitation_id, int64_t person_id)
{
	struct invitation_one i;
	struct choice_seeker seeker;
	bool full = false;

	if (!find(work, invitation_id, &i) || !text_is(i.state, "open") || i.person_id)
		return false;
	if (!choice_seeker_of_ask(work, i.ask_id, &seeker) || choice_bar_for(work, &seeker, person_id, &full) != BAR_NONE || full)
		return cannot_be_asked(work, &i);
	if (!sql_invitation_tie(work, &(struct invitation_tie_in){ .person_id = person_id, .now = work->now, .invitation_id = invitation_id }))
		return false;
	audit_add(work, "invitation.tie", "invitation", invitation_id, "person_id");
	tell(work, person_id, "suggested");
	return work->trouble == TROUBLE_NONE;
}

struct list invitation_means(struct work *work, const char *name, int64_t programme_id, int64_t by_id)
{
	struct list people = sql_invitation_people(work, &(struct invitation_people_in){ .programme_id = programme_id, .by_id = by_id });
	struct invitation_people *meant = arena_array(work->arena, people.count + 1, sizeof *meant);
	const struct name typed = name_read(work->arena, name);
	struct list list = { meant, 0 };

	for (size_t i = 0; i < people.count; i++) {
		const struct invitation_people *p = list_row(&invitation_people_view, people, i);
		const struct name full = name_read(work->arena, p->full_name), called = name_read(work->arena, p->call_name);
		if (name_could_be(&typed, &full, &called))
			meant[list.count++] = *p;
	}
	return list;
}

bool invitation_posted(struct work *work, int64_t invitation_id)
{
	if (!sql_invitation_told(work, &(struct invitation_told_in){ .now = work->now, .invitation_id = invitation_id }))
		return false;
	audit_add(work, "invitation.post", "invitation", invitation_id, "told_at");
	return work->trouble == TROUBLE_NONE;
}

static void tie_named(struct work *work)
{
	struct list named = sql_invitations_named(work);

	for (size_t i = 0; i < named.count; i++) {
		const struct invitations_named *row = list_row(&invitations_named_view, named, i);
		struct invitation_one one;
		if (!find(work, row->invitation_id, &one))
			continue;
		struct list meant = invitation_means(work, row->name, row->programme_id, one.by_id);
		const struct invitation_people *only = meant.rows;
		if (meant.count == 1)
			invitation_tie(work, row->invitation_id, only->person_id);
	}
}

void invitation_forget(struct work *work, int64_t invitation_id)
{
	if (invitation_step(work, invitation_id, "forget", ACTOR_CLOCK))
		sql_invitation_forget(work, &(struct invitation_forget_in){ invitation_id });
}

void invitation_nightly(struct work *work)
{
	struct list over = sql_invitations_over(work, &(struct invitations_over_in){ work->now });

	for (size_t i = 0; i < over.count; i++) {
		const struct invitations_over *row = list_row(&invitations_over_view, over, i);
		if (row->is_open)
			invitation_step(work, row->invitation_id, "lapse", ACTOR_CLOCK);
		else
			invitation_forget(work, row->invitation_id);
	}
	tie_named(work);
}
