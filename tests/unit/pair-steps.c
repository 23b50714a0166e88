/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Every event in every state by everybody, of a pair and of its review, against lists written apart from the tables
   that drive them; a refused step changes nothing. */
#include "base/text.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "sql_pair.h"
#include "tests/tap.h"
#include "tests/unit/pair-scene.h"

static const struct { unsigned actor; const char *name; } actors[] = {
	{ ACTOR_SELF, "self" }, { ACTOR_MENTOR, "mentor" }, { ACTOR_MENTEE, "mentee" }, { ACTOR_COORDINATOR, "coordinator" }, { ACTOR_LEAD, "lead" },
	{ ACTOR_CLOCK, "clock" },
};
enum { ACTORS = sizeof actors / sizeof *actors };

/* from, event: who may, to. `back` is where it was before. */
static const char *const may_pair[] = {
	"trial go-on: mentor mentee coordinator > active", "trial change: mentor mentee coordinator > trial",
	"trial pause: mentor mentee coordinator lead clock > paused", "trial end: mentor mentee coordinator lead > ended",
	"active go-on: mentor mentee coordinator > active", "active change: mentor mentee coordinator > active",
	"active pause: mentor mentee coordinator lead clock > paused", "active end: mentor mentee coordinator lead > ended",
	"paused-asked resume: mentor mentee coordinator > back", "paused-person resume: mentor mentee coordinator > back",
	"paused-conflict release: lead > back", "paused-concern release: lead > back",
	"paused-asked end: mentor mentee coordinator lead > ended", "paused-person end: mentor mentee coordinator lead > ended",
	"paused-conflict end: mentor mentee coordinator lead > ended", "paused-concern end: mentor mentee coordinator lead > ended",
	"ended reopen: coordinator > active",
};

static const char *expected(const char *from, const char *event, const char *who)
{
	const char *start = arena_printf(p->arena, "%s %s: ", from, event);

	for (size_t i = 0; i < sizeof may_pair / sizeof *may_pair; i++) {
		if (!text_starts(may_pair[i], start))
			continue;
		const char *rest = may_pair[i] + strlen(start), *people = text_piece(p->arena, &rest, '>');
		return text_has_word(people, who) ? rest + 1 : "";
	}
	return "";
}

static int try_step(const char *from, const char *before, const char *event, size_t who)
{
	const char *to = expected(from, event, actors[who].name);
	struct pair_state was, now;
	const struct pair_state_in in = { PAIR };

	if (text_is(to, "back"))
		to = before;
	programme_write(p);
	sql_pair_state(&p->work, &in, &was);
	bool taken = pair_step(&p->work, PAIR, event, actors[who].actor);
	sql_pair_state(&p->work, &in, &now);
	bool right = taken == (*to != '\0') && text_is(now.state, taken ? to : was.state)
		&& (taken || (now.due_at == was.due_at && text_is(now.before_pause, was.before_pause) && text_is(now.paused_why, was.paused_why)))
		&& (!taken || text_is(now.state, "ended") || now.due_at > p->work.now);
	db_rollback(&p->work);
	if (!right)
		printf("# %s (%s), %s by %s: %s, now %s\n", from, before, event, actors[who].name, taken ? "taken" : "refused", now.state);
	return !right;
}

static int try_all(const char *from, const char *before)
{
	static const char *const events[] = { "go-on", "change", "pause", "end", "resume", "release", "reopen", "begin", "" };
	int wrong = 0;

	for (size_t e = 0; e < sizeof events / sizeof *events; e++)
		for (size_t who = 0; who < ACTORS; who++)
			wrong += try_step(from, before, events[e], who);
	return wrong;
}

static void every_step_of_a_pair(void)
{
	static const char *const reasons[] = { "asked", "conflict", "concern", "person" };
	static const char *const lives[] = { "trial", "active", "ended" };
	int wrong = 0;

	scene_begin("");
	for (size_t i = 0; i < 3; i++) {
		scene_put(lives[i], "", "");
		wrong += try_all(lives[i], "");
	}
	for (size_t i = 0; i < 4; i++)
		for (size_t before = 0; before < 2; before++) {
			scene_put("paused", lives[before], reasons[i]);
			wrong += try_all(arena_printf(p->arena, "paused-%s", reasons[i]), lives[before]);
		}
	is_count(wrong, 0, "every event in every state by everybody leads where it should, or changes nothing");
	is_count(scene_count("select count(*) from audit where subject = 'pair' and verb <> 'pair.begin'"), 0, "what was tried and undone left no trace");
	scene_end();
}

/* What may be answered in which state, and what follows, said once more in other words. */
static const char *after(const char *state, const char *review, const char *other, const char *answer)
{
	if (!*review || text_is(state, "paused") || text_is(state, "ended"))
		return "";
	if (text_is(answer, "later") || (text_is(answer, "pause") && text_is(state, "trial")))
		return "";
	if (text_is(answer, "end") || text_is(other, "end"))
		return "ended";
	if (text_is(answer, "pause"))
		return "paused";
	if (!*other)
		return "waits";
	return text_is(answer, "go-on") && text_is(other, "go-on") ? "active" : state;
}

static int try_answer(const char *state, const char *review, const char *other, const char *answer, int who)
{
	bool by_mentor = who != 1;
	const char *to = after(state, review, other, answer);
	struct pair_state now;

	programme_write(p);
	bool taken = review_answer(&p->work, &(struct review_answer){ PAIR, by_mentor, answer, "", who == 2 ? "phone" : "self" });
	sql_pair_state(&p->work, &(struct pair_state_in){ PAIR }, &now);
	db_rollback(&p->work);
	bool waits = text_is(to, "waits");
	bool right = taken == (*to != '\0') && text_is(now.state, waits || !taken ? state : to)
		&& (!waits || (text_is(by_mentor ? now.mentor_says : now.mentee_says, answer) && *now.review_state))
		&& (!taken || waits || !*now.review_state);
	if (!right)
		printf("# %s, review %s, other %s, answer %s by %d: %s, now %s %s\n", state, review, other, answer, who, taken ? "taken" : "refused",
		       now.state, now.review_state);
	return !right;
}

static void every_answer_to_a_review(void)
{
	static const char *const states[] = { "trial", "active", "paused", "ended" }, *const reviews[] = { "", "open", "half", "silent" };
	static const char *const others[] = { "", "go-on", "change" }, *const answers[] = { "go-on", "change", "pause", "end", "later" };
	int wrong = 0;

	scene_begin("");
	for (size_t s = 0; s < 4; s++)
		for (size_t r = 0; r < 4; r++)
			for (size_t o = 0; o < 3; o++)
				for (size_t side = 0; side < 2; side++) {
					/* Where one has answered, it is half, or silent; where none has, it is open, or silent. */
					if ((*others[o] != '\0') != text_is(reviews[r], "half") && !text_is(reviews[r], "silent") && *reviews[r])
						continue;
					scene_put(states[s], text_is(states[s], "paused") ? "active" : "", text_is(states[s], "paused") ? "asked" : "");
					programme_sql(p, arena_printf(p->arena, "update pair set review_number = 1, review_state = '%s', %s = '%s'", reviews[r],
						side ? "mentor_says" : "mentee_says", *reviews[r] ? others[o] : ""));
					for (size_t a = 0; a < 5; a++)
						wrong += try_answer(states[s], reviews[r], *reviews[r] ? others[o] : "", answers[a], side ? 1 : 0)
							+ (!side && try_answer(states[s], reviews[r], *reviews[r] ? others[o] : "", answers[a], 2));
				}
	is_count(wrong, 0, "every answer of either side, themselves or by phone, in every state of pair and review");
	is(review_verdict("go-on", ""), "", "one who goes on waits for the other");
	is(review_verdict("", "end"), "end", "one who ends need not wait");
	is(review_verdict("change", "go-on"), review_verdict("go-on", "change"), "who said which makes no difference");
	scene_end();
}

int main(void)
{
	every_step_of_a_pair();
	every_answer_to_a_review();
	return done();
}
