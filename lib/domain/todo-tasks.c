/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a line says of a task, its usual answer, and what that sends. Where nobody of a line has e-mail the press is `rang`. */
#include "base/text.h"
#include "domain/pair.h"
#include "domain/review.h"
#include "domain/todo-kinds.h"
#include "sql_pair.h"
#include "sql_person.h"
#include "sql_todo.h"

/* Whom it is about: two who meet, else one person. */
static bool find_task(struct work *work, struct todo_line *line, struct todo_task *t)
{
	struct todo_person p;

	if (!sql_todo_task(work, &(struct todo_task_in){ line->id }, t))
		return false;
	line->subject = t->pair_id ? "pair" : "task";
	line->subject_id = t->pair_id ? t->pair_id : t->task_id;
	line->since = t->at;
	line->words = t->words;
	line->one_id = t->person_id;
	line->call_name = t->person_id ? todo_name(work, t->person_id) : "";
	if (t->person_id && sql_todo_person(work, &(struct todo_person_in){ t->person_id }, &p))
		line->phone = p.phone;
	return true;
}

/* Both names, where the line is about a pair. */
static void name_pair(struct work *work, struct todo_line *line, const struct todo_task *t)
{
	if (!t->pair_id)
		return;
	line->mentor = todo_name(work, t->mentor_id);
	line->mentee = todo_name(work, t->mentee_id);
}

static bool begin(struct work *work, struct todo_line *line, struct todo_task *t)
{
	if (!find_task(work, line, t))
		return false;
	name_pair(work, line, t);
	line->press = "done";
	return true;
}

static void or_ring(struct todo_line *line)
{
	if (!line->sends)
		line->press = "rang";
}

void plan_done(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_task t;

	(void)language;
	begin(work, line, &t);
}

/* Of a sort that is not ours: whoever wrote it has a page for it. */
void plan_other(struct work *work, struct todo_line *line, const char *language)
{
	plan_done(work, line, language);
	line->press = "";
}

/* What somebody asks about what is held on them: what they wrote stands on its page. */
void plan_request(struct work *work, struct todo_line *line, const char *language)
{
	plan_other(work, line, language);
	line->words = "";
	line->place = "request";
}

void plan_left(struct work *work, struct todo_line *line, const char *language)
{
	plan_request(work, line, language);
	line->press = "done";
}

static bool meets(struct work *work, const struct todo_task *t, struct pair_state *p)
{
	return t->pair_id && sql_pair_state(work, &(struct pair_state_in){ t->pair_id }, p) && (text_is(p->state, "trial") || text_is(p->state, "active"));
}

/* Rung, somebody most often says go on: what that comes to depends on what the other has said. */
void plan_review(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_task t;
	struct pair_state p;

	(void)language;
	if (!begin(work, line, &t) || !meets(work, &t, &p) || !*p.review_state)
		return;
	bool mentor = t.person_id == p.mentor_id;
	const char *own = mentor ? p.mentor_says : p.mentee_says, *other = mentor ? p.mentee_says : p.mentor_says;
	if (*own)
		return;
	line->press = "go-on";
	line->note = *other ? other : "";
	const struct step *step = life_step(&pair_life, p.state, review_verdict("go-on", other), ACTOR_COORDINATOR);
	if (!*other || !step)
		return;
	todo_tells(work, line, p.mentor_id, step->told);
	todo_tells(work, line, p.mentee_id, step->told);
}

void plan_signal(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_task t;
	struct pair_state p;

	(void)language;
	if (!begin(work, line, &t) || !meets(work, &t, &p) || *p.review_state)
		return;
	line->press = "ask";
	todo_tells(work, line, p.mentor_id, "review");
	todo_tells(work, line, p.mentee_id, "review");
}

void plan_quiet(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_task t;
	struct pair_state p;

	(void)language;
	if (!begin(work, line, &t) || !meets(work, &t, &p))
		return;
	line->press = "how";
	todo_tells(work, line, p.mentor_id, "how");
	todo_tells(work, line, p.mentee_id, "how");
	or_ring(line);
}

void plan_closing(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_task t;

	(void)language;
	if (begin(work, line, &t))
		line->press = "planned";
}

void plan_rest(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_task t;

	(void)language;
	if (!begin(work, line, &t))
		return;
	line->press = "how";
	todo_tells(work, line, t.person_id, "resting");
	or_ring(line);
}

void plan_one_sided(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_task t;

	(void)language;
	if (!begin(work, line, &t))
		return;
	line->press = "invite";
	todo_tells(work, line, t.person_id, text_is(line->kind, "only-gives") ? "ask-too" : "offer-too");
	or_ring(line);
}
