/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Every life that is a table: the table itself is sound, and every event is tried in every state as every
   role, on a database. What the table has happens whole: state, date, audit and mail together. What it has
   not leaves everything as it was. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/concern.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/signup.h"
#include "pages_mail.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

enum { DAY = 86400, ACTORS = 9, STATES_MAX = 24 };

static struct programme *p;
static struct arena *arena;
static int64_t mentor, mentee;

/* One thing whose life it is, and how its events are brought about. */
struct noun {
	const struct life *life;
	int64_t id;
	/* Puts it into a state, and what lies around it, so that the event could be. */
	void (*put)(const struct noun *noun, const char *state, const char *event, unsigned actor);
	/* Tries an event as an actor. */
	bool (*try)(const struct noun *noun, const char *event, unsigned actor);
	/* Whether there is a way at all by which this actor could try it. */
	bool (*can_try)(const char *event, unsigned actor);
	/* How many are told, where the table tells anybody. */
	int64_t (*told)(const char *event, const char *state);
};

static bool is_state(const struct noun *noun, const char *state)
{
	return programme_count(p, arena_printf(arena, "select count(*) from %s where id = %lld and state = '%s'", noun->life->noun, (long long)noun->id, state)) == 1;
}

/* The states that the schema knows for this noun. */
static size_t states_of(const char *noun, const char **states)
{
	static char schema[128 * 1024];
	FILE *in = fopen(arena_printf(arena, "%s/sql/schema/0001-start.sql", getenv("srcdir")), "r");
	size_t count = 0;

	if (in) {
		schema[fread(schema, 1, sizeof schema - 1, in)] = '\0';
		fclose(in);
	}
	const char *table = strstr(schema, arena_printf(arena, "create table %s (", noun));
	const char *list = table ? strstr(table, "state in (") : NULL, *end = list ? strchr(list, ')') : NULL;
	for (const char *at = list; at && (at = memchr(at, '\'', (size_t)(end - at))) && count < STATES_MAX;) {
		size_t length = strcspn(at + 1, "'");
		states[count++] = arena_slice(arena, at + 1, length);
		at += length + 2;
	}
	return count;
}

static bool is_one_of(const char *state, const char *const *states, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(states[i], state))
			return true;
	return false;
}

/* Nobody has to go on from here: there is no way out, or but one that takes back. */
static bool may_rest(const struct life *life, const char *state)
{
	for (size_t i = 0; i < life->count; i++)
		if (text_is(life->steps[i].from, state) && !text_has_word("undo reopen", life->steps[i].event))
			return false;
	return true;
}

static bool has_mail(const char *kind)
{
	for (size_t i = 0; i < mail_template_count; i++)
		if (text_is(mail_templates[i]->name, arena_printf(arena, "mail/%s", kind)))
			return true;
	return false;
}

static bool leads_back(const struct step *step)
{
	return step->to == pair_as_before;
}

static void test_table(const struct noun *noun)
{
	const struct life *life = noun->life;
	const char *states[STATES_MAX], *wrong = "";
	size_t count = states_of(life->noun, states);

	ok(count >= 3, arena_printf(arena, "%s: the schema knows its states", life->noun));
	for (size_t i = 0; i < life->count; i++) {
		const struct step *s = &life->steps[i];
		const char *name = arena_printf(arena, "%s at %s", s->from, s->event);
		if (!is_one_of(s->from, states, count) || !(leads_back(s) || is_one_of(s->to, states, count)))
			wrong = arena_printf(arena, "%s: a state that the schema does not know", name);
		if (!s->who)
			wrong = arena_printf(arena, "%s: nobody may", name);
		bool rests = s->next == ACTOR_NOBODY && !s->days && !leads_back(s) && may_rest(life, s->to);
		if (!rests && (s->next == ACTOR_NOBODY || (s->days <= 0 && s->days != LIFE_SAME)))
			wrong = arena_printf(arena, "%s: nobody has to go on, or by no day", name);
		if (*s->told && !has_mail(s->told))
			wrong = arena_printf(arena, "%s: there is no mail %s", name, s->told);
		for (size_t j = 0; j < i; j++)
			if (text_is(life->steps[j].from, s->from) && text_is(life->steps[j].event, s->event) && life->steps[j].who & s->who)
				wrong = arena_printf(arena, "%s: two steps for one actor", name);
		if (s->days != LIFE_SAME)
			is_count(life_due(1000, s), s->days ? 1000 + (int64_t)s->days * DAY : 253402300799, name);
	}
	is(wrong, "", arena_printf(arena, "%s: no step is without an owner, a day, a mail or a state", life->noun));
}

/* Everything that may not change when nothing happens. */
static const char *whole(void)
{
	return arena_printf(arena, "%lld %lld %lld %lld %lld", (long long)programme_count(p, "select count(*) from audit"),
		(long long)programme_count(p, "select count(*) from outbox"),
		(long long)programme_count(p, "select sum(due_at) % 1000000007 from signup"),
		(long long)programme_count(p, "select (sum(due_at) + count(mentor_answer = 'yes' or null) + 7 * count(mentee_answer = 'yes' or null)) % 1000000007 from proposal"),
		(long long)programme_count(p, "select sum(due_at) % 1000000007 from pair"));
}

/* Counts what does not go as the table says. */
static int try_one(const struct noun *noun, const char *state, const char *event, unsigned actor)
{
	const struct step *step = life_step(noun->life, state, event, actor);

	noun->put(noun, state, event, actor);
	const char *before = whole();
	int64_t audits = programme_count(p, "select count(*) from audit"), mails = programme_count(p, "select count(*) from outbox");
	programme_write(p);
	bool done = noun->try(noun, event, actor);
	if (!done)
		db_rollback(&p->work);
	else
		programme_commit(p);
	p->work.trouble = TROUBLE_NONE;
	if (!step) {
		bool still = !done && is_state(noun, state) && text_is(whole(), before);
		return still ? 0 : printf("# %s in %s by %u: it happened, and should not\n", event, state, actor) > 0;
	}
	bool state_right = is_state(noun, leads_back(step) ? "active" : step->to);
	bool audit_right = programme_count(p, arena_printf(arena, "select count(*) from audit where id > %lld and verb = '%s.%s' and subject = '%s' and subject_id = %lld",
		(long long)audits, noun->life->noun, event, noun->life->noun, (long long)noun->id)) == 1;
	int64_t sent = programme_count(p, "select count(*) from outbox") - mails;
	bool mail_right = sent == (*step->told ? noun->told(event, state) : 0);
	if (sent)
		mail_right = mail_right && programme_count(p, arena_printf(arena, "select count(*) from outbox where id > %lld and kind = '%s'", (long long)mails, step->told)) == sent;
	if (done && state_right && audit_right && mail_right)
		return 0;
	return printf("# %s in %s by %u: done %d, state %d, audit %d, mail %d\n", event, state, actor, done, state_right, audit_right, mail_right) > 0;
}

/* The first step of an event. */
static const struct step *first_of(const struct life *life, const char *event)
{
	size_t i = 0;

	while (!text_is(life->steps[i].event, event))
		i++;
	return &life->steps[i];
}

static void test_trying(const struct noun *noun)
{
	const struct life *life = noun->life;
	const char *states[STATES_MAX];
	size_t count = states_of(life->noun, states);
	int wrong = 0, tried = 0;
	const char *untried = "";

	for (size_t e = 0; e < life->count; e++) {
		const char *event = life->steps[e].event;
		int before = tried;
		if (&life->steps[e] != first_of(life, event))
			continue;
		for (size_t s = 0; s < count; s++)
			for (unsigned actor = 1; actor < 1u << ACTORS; actor <<= 1)
				if (noun->can_try(event, actor)) {
					wrong += try_one(noun, states[s], event, actor);
					tried++;
				}
		untried = tried == before ? event : untried;
	}
	is(untried, "", arena_printf(arena, "%s: there is a way here to try every event", life->noun));
	is_count(wrong, 0, arena_printf(arena, "%s: %d events tried, each in its state as its role; what may be is done whole, what may not not at all", life->noun, tried));
	ok(tried >= (int)(count * 3), arena_printf(arena, "%s: that is many", life->noun));
}

/* Who may take a step is asked of each actor alone. */
static void test_actors(const struct noun *noun)
{
	const struct life *life = noun->life;
	bool right = true;

	for (size_t i = 0; i < life->count; i++) {
		const struct step *s = &life->steps[i];
		for (int a = 0; a < ACTORS; a++) {
			const struct step *found = life_step(life, s->from, s->event, 1u << a);
			right &= s->who & 1u << a ? found == s : !found || found != s;
		}
		right &= !life_step(life, s->from, s->event, ACTOR_NOBODY) && !life_step(life, "no-such-state", s->event, s->who)
			&& !life_step(life, s->from, "no-such-event", s->who);
	}
	ok(right, arena_printf(arena, "%s: each step is for those who may, and nobody else", life->noun));
}

static void update(const char *noun, int64_t id, const char *set)
{
	programme_sql(p, arena_printf(arena, "update %s set %s where id = %lld", noun, set, (long long)id));
}

/* ---- A sign-up. Each act is one actor's: pages open it to nobody else (tests/page/roles.t). ---- */

static void signup_put(const struct noun *noun, const char *state, const char *event, unsigned actor)
{
	(void)actor;
	update("signup", noun->id, arena_printf(arena, "state = '%s', due_at = 5", state));
	programme_sql(p, text_is(event, "check") ? "update programme set moderation = 'light'; update person set email_checked_at = 5"
		: "update programme set moderation = 'careful'");
}

static bool signup_try(const struct noun *noun, const char *event, unsigned actor)
{
	if (text_is(event, "withdraw"))
		return signup_withdraw(&p->work, noun->id, actor);
	if (text_is(event, "lapse"))
		return signup_lapse(&p->work, noun->id);
	if (text_is(event, "send"))
		return signup_send(&p->work, noun->id);
	if (text_is(event, "approve"))
		return signup_approve(&p->work, noun->id);
	if (text_is(event, "ask"))
		return signup_ask_again(&p->work, noun->id, "Which days?");
	if (text_is(event, "remind"))
		return signup_remind(&p->work, noun->id);
	if (text_is(event, "check"))
		return signup_check(&p->work, noun->id);
	return signup_decline(&p->work, noun->id, "No room");
}

static bool signup_can_try(const char *event, unsigned actor)
{
	if (text_is(event, "withdraw"))
		return true;
	if (text_is(event, "lapse"))
		return actor == ACTOR_CLOCK;
	if (text_has_word("send check", event))
		return actor == ACTOR_SELF;
	return text_has_word("approve ask decline remind", event) && actor == ACTOR_COORDINATOR;
}

/* ---- A proposal. ---- */

static void proposal_put(const struct noun *noun, const char *state, const char *event, unsigned actor)
{
	/* Of the two the mentor answers, but for the mentee's own answer. */
	const char *other = actor == ACTOR_MENTEE ? "mentor_answer" : "mentee_answer";

	programme_sql(p, "delete from pair");
	update("proposal", noun->id, arena_printf(arena, "state = '%s', due_at = 5, mentor_answer = '', mentee_answer = ''", state));
	if (text_is(event, "agree"))
		update("proposal", noun->id, arena_printf(arena, "%s = 'yes'", other));
	programme_sql(p, "update ask set state = 'open'");
}

static bool proposal_try(const struct noun *noun, const char *event, unsigned actor)
{
	const struct proposal_answer answer = { .proposal_id = noun->id, .person_id = actor == ACTOR_MENTEE ? mentee : mentor,
		.yes = !text_is(event, "no"), .shows = "", .how = actor == ACTOR_COORDINATOR ? "phone" : "self" };

	if (text_has_word("yes agree no", event))
		return proposal_answer(&p->work, &answer);
	if (text_is(event, "keep"))
		return proposal_keep(&p->work, noun->id);
	if (text_is(event, "drop"))
		return proposal_drop(&p->work, noun->id);
	if (text_is(event, "send") && actor == ACTOR_COORDINATOR)
		return proposal_send(&p->work, noun->id);
	if (text_is(event, "lapse"))
		return proposal_lapse(&p->work, noun->id);
	if (text_has_word("send withdraw close rest remind", event))
		return proposal_step(&p->work, noun->id, event, actor);
	if (text_is(event, "open"))
		return proposal_open(&p->work, noun->id) != 0;
	if (text_is(event, "bar"))
		return proposal_bar(&p->work, noun->id);
	if (text_is(event, "undo"))
		return proposal_undo(&p->work, noun->id);
	/* A later run looks at all that nobody has decided on. */
	bool open = is_state(noun, "proposed");
	proposal_replace_others(&p->work, 1, 2);
	return open;
}

static bool proposal_can_try(const char *event, unsigned actor)
{
	if (text_has_word("yes agree no", event))
		return actor == ACTOR_MENTOR || actor == ACTOR_MENTEE || actor == ACTOR_COORDINATOR;
	if (text_is(event, "bar"))
		return actor == ACTOR_CLOCK;
	if (text_has_word("withdraw close rest remind", event))
		return true;
	if (text_is(event, "send") && actor & ACTOR_EITHER)
		return true;
	return text_has_word("keep drop undo send open replace lapse", event) && actor == ACTOR_COORDINATOR;
}

/* ---- A pair. ---- */

static void pair_put(const struct noun *noun, const char *state, const char *event, unsigned actor)
{
	bool paused = text_is(state, "paused");

	(void)actor;
	update("proposal", 1, "state = 'opened'");
	programme_sql(p, arena_printf(arena, "delete from pair; insert into pair (id, proposal_id, state, before_pause, paused_why, due_at, opened_at, trial_until)"
		" values (%lld, 1, '%s', '%s', '%s', 5, 5, '2026-12-24')", (long long)noun->id, state, paused ? "active" : "",
		!paused ? "" : text_is(event, "release") ? "conflict" : text_has_word("told undo", event) ? "death" : "asked"));
}

static bool pair_try(const struct noun *noun, const char *event, unsigned actor)
{
	return pair_step(&p->work, noun->id, event, actor);
}

static bool pair_can_try(const char *event, unsigned actor)
{
	(void)event;
	(void)actor;
	return true;
}

/* Who may bring a pair back depends on why it rests. */
static void test_resuming(const struct noun *pair)
{
	static const struct { enum pause_why why; bool resume, release; } reasons[] = {
		{ PAUSE_ASKED, true, false }, { PAUSE_PERSON, true, false }, { PAUSE_CONFLICT, false, true }, { PAUSE_CONCERN, false, true },
		{ PAUSE_DEATH, false, false },
	};

	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		for (int release = 0; release < 2; release++)
			for (int trial = 0; trial < 2; trial++) {
				pair_put(pair, trial ? "trial" : "active", "", ACTOR_NOBODY);
				programme_write(p);
				bool paused = pair_pause(&p->work, pair->id, reasons[i].why, ACTOR_LEAD);
				programme_commit(p);
				programme_write(p);
				bool back = pair_step(&p->work, pair->id, release ? "release" : "resume", release ? ACTOR_LEAD : ACTOR_COORDINATOR);
				programme_commit(p);
				bool may = release ? reasons[i].release : reasons[i].resume;
				ok(paused && back == may && is_state(pair, !may ? "paused" : trial ? "trial" : "active"),
				   arena_printf(arena, "a pair on %s, paused for %s: %s", trial ? "trial" : "its way", pause_why_name(reasons[i].why), release ? "release" : "resume"));
			}
}

/* ---- A concern: read by a lead, of one about those who run the programme by the trustee. ---- */

enum { COORDINATOR_ID = 20, LEAD_ID, TRUSTEE_ID, OWNER_ID };

static void concern_put(const struct noun *noun, const char *state, const char *event, unsigned actor)
{
	(void)event;
	programme_sql(p, arena_printf(arena, "delete from concern_entry; delete from concern;"
		"insert into concern (id, who_about, what, about_us, state, owner_id, due_at, raised_at) values (%lld, 'w', 'w', %d, '%s', %d, 5, 0)",
		(long long)noun->id, actor == ACTOR_TRUSTEE, state, OWNER_ID));
}

static bool concern_step(const char *event, int64_t id)
{
	if (text_is(event, "take"))
		return concern_take(&p->work, id);
	if (text_is(event, "take-over"))
		return concern_take_over(&p->work, id);
	if (text_is(event, "write"))
		return concern_write(&p->work, id, "action", "Rang her");
	if (text_is(event, "close"))
		return concern_close(&p->work, id, "All is well");
	return concern_reopen(&p->work, id, "More is known");
}

static bool concern_try(const struct noun *noun, const char *event, unsigned actor)
{
	p->work.person_id = actor == ACTOR_LEAD ? LEAD_ID : actor == ACTOR_TRUSTEE ? TRUSTEE_ID : actor == ACTOR_COORDINATOR ? COORDINATOR_ID
		: actor == ACTOR_MENTEE ? mentee : actor == ACTOR_CLOCK ? 0 : mentor;
	bool done = concern_step(event, noun->id);
	p->work.person_id = 1;
	return done;
}

static bool concern_can_try(const char *event, unsigned actor)
{
	(void)actor;
	return text_has_word("take take-over write close reopen", event);
}

static int64_t one(const char *event, const char *state)
{
	(void)event;
	(void)state;
	return 1;
}

static int64_t both(const char *event, const char *state)
{
	(void)event;
	(void)state;
	return 2;
}

/* Before it is sent nobody knows of it. Who said no knows; of what else closes for an ask only the mentor hears. */
static int64_t who_knows(const char *event, const char *state)
{
	if (text_has_word("proposed kept", state) && !text_is(event, "send"))
		return 0;
	return text_has_word("no close", event) ? 1 : 2;
}

static const struct noun nouns[] = {
	{ &signup_life, 4, signup_put, signup_try, signup_can_try, one },
	{ &proposal_life, 1, proposal_put, proposal_try, proposal_can_try, who_knows },
	{ &pair_life, 1, pair_put, pair_try, pair_can_try, both },
	{ &concern_life, 1, concern_put, concern_try, concern_can_try, one },
};

/* docs/lives.md is printed from the tables: what it tells of is tried, here, in steps.c, or in life.c, which has
   the pair's and its review's as they are lived. */
static void test_all_lives(void)
{
	static const char tried[] = "Sign-up Proposal Pair Concern Review Person Ask Offer Invitation";
	static char text[64 * 1024];
	FILE *in = fopen(arena_printf(arena, "%s/docs/lives.md", getenv("srcdir")), "r");
	size_t told = 0;

	if (in) {
		text[fread(text, 1, sizeof text - 1, in)] = '\0';
		fclose(in);
	}
	for (const char *at = text; (at = strstr(at, "\n## ")); at += 4, told++)
		ok(text_has_word(tried, arena_slice(arena, at + 4, strcspn(at + 4, "\n"))), arena_printf(arena, "a life is tried: %s", arena_slice(arena, at + 4, strcspn(at + 4, "\n"))));
	ok(told >= 4, "lives are told of in docs/lives.md");
}

static void put_people(void)
{
	mentor = programme_add(p, &(struct someone){ .called = "Ann Reed", .offers = 1, .capacity = 1 });
	mentee = programme_add(p, &(struct someone){ .called = "Ben Hill", .asks = 1 });
	programme_add(p, &(struct someone){ .called = "Cai Lowe" });
	programme_sql(p, arena_printf(arena, "insert into person (id, state, created_at) values (%d, 'active', 0), (%d, 'active', 0), (%d, 'active', 0), (%d, 'active', 0);"
		"insert into role (person_id, role) values (%d, 'coordinator'), (%d, 'lead'), (%d, 'trustee')",
		COORDINATOR_ID, LEAD_ID, TRUSTEE_ID, OWNER_ID, COORDINATOR_ID, LEAD_ID, TRUSTEE_ID));
	programme_sql(p, arena_printf(arena, "update person set email = 'p' || id || '@example.org';"
		"insert into match_run (id, programme_id, by_id, at, people, asks, met, both_sides, bound) values (1, 1, 1, 0, 0, 0, 0, 0, 0);"
		"insert into proposal (id, programme_id, run_id, ask_id, offer_id, mentor_id, mentee_id, weight, due_at, changed_at)"
		" values (1, 1, 1, %lld, %lld, %lld, %lld, 1, 0, 0)", (long long)mentee, (long long)mentor, (long long)mentor, (long long)mentee));
}

int main(void)
{
	p = programme_new(2);
	arena = p->arena;
	put_people();
	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
		test_table(&nouns[i]);
		test_actors(&nouns[i]);
		test_trying(&nouns[i]);
	}
	test_resuming(&nouns[2]);
	test_all_lives();
	programme_free(p);
	return done();
}
