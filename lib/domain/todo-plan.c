/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a line says, its usual answer, and what that sends: sign-ups, proposals, invitations, who is not there.
   Notes: unfinished, unchecked, invited (of a sign-up); full, barred, lessons (of a proposal); several (a name that several have). */
#include "base/arena.h"
#include "base/text.h"
#include "domain/coordinator.h"
#include "domain/invitation.h"
#include "domain/lesson.h"
#include "domain/proposal-life.h"
#include "domain/signup.h"
#include "domain/todo-kinds.h"
#include "sql_invitation.h"
#include "sql_signup.h"
#include "sql_todo.h"

enum { MAILS_MOST = 4 };

const char *todo_name(struct work *work, int64_t person_id)
{
	struct todo_person p;

	return sql_todo_person(work, &(struct todo_person_in){ person_id }, &p) ? p.call_name : "";
}

void todo_tells(struct work *work, struct todo_line *line, int64_t person_id, const char *kind)
{
	struct todo_person p;

	if (!*kind || line->mails.count == MAILS_MOST || !sql_todo_person(work, &(struct todo_person_in){ person_id }, &p))
		return;
	if (!line->told)
		line->mails.rows = line->told = arena_array(work->arena, MAILS_MOST, sizeof *line->told);
	bool by_mail = *p.email != '\0';
	line->told[line->mails.count++] = (struct todo_mail){ person_id, p.call_name, kind, p.language, p.phone, by_mail, "" };
	line->sends |= by_mail;
}

static const char *told_of(const struct life *life, const char *from, const char *event)
{
	const struct step *step = life_step(life, from, event, ACTOR_COORDINATOR);

	return step ? step->told : "";
}

/* Complete, with nothing to talk over, and an address that has shown to be theirs. */
static const char *keeps_from_approving(struct work *work, const struct todo_signup *s)
{
	struct signup_answers answers;

	if (s->talk_ask || s->talk_offer || !sql_signup_answers(work, &(struct signup_answers_in){ .signup_id = s->signup_id, .language = "en" }, &answers)
	    || signup_unanswered(work, &answers))
		return "unfinished";
	if (*s->email && !s->email_checked_at)
		return "unchecked";
	/* What they said yes to before begins with it, and more is sent. */
	return sql_invitations_accepted(work, &(struct invitations_accepted_in){ s->person_id }).count ? "invited" : "";
}

static bool begin_signup(struct work *work, struct todo_line *line, struct todo_signup *s)
{
	if (!sql_todo_signup(work, &(struct todo_signup_in){ line->id }, s))
		return false;
	line->call_name = todo_name(work, s->person_id);
	line->one_id = s->person_id;
	line->since = s->sent_at;
	return true;
}

void plan_signup(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_signup s;

	(void)language;
	if (!begin_signup(work, line, &s))
		return;
	line->note = keeps_from_approving(work, &s);
	if (*line->note)
		return;
	line->press = "approve";
	todo_tells(work, line, s.person_id, told_of(&signup_life, s.state, "approve"));
}

void plan_asked(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_signup s;

	(void)language;
	if (!begin_signup(work, line, &s))
		return;
	line->press = "remind";
	todo_tells(work, line, s.person_id, told_of(&signup_life, s.state, "remind"));
}

static void plan_step(struct work *work, struct todo_line *line, const struct todo_proposal *x, const char *event)
{
	const char *told = told_of(&proposal_life, x->state, event);
	bool both = !text_is(event, "send");

	line->press = event;
	if (both || !*x->mentor_answer)
		todo_tells(work, line, x->mentor_id, told);
	if (both || !*x->mentee_answer)
		todo_tells(work, line, x->mentee_id, told);
}

void plan_proposal(struct work *work, struct todo_line *line, const char *language)
{
	struct todo_proposal x;

	if (!sql_todo_proposal(work, &(struct todo_proposal_in){ .proposal_id = line->id, .language = language }, &x))
		return;
	line->call_name = todo_name(work, x.mentor_id);
	line->other = todo_name(work, x.mentee_id);
	line->one_id = x.mentor_id;
	line->other_id = x.mentee_id;
	line->words = x.topic;
	line->since = x.changed_at;
	const char *barred = proposal_in_the_way(work, line->id);
	bool agreed = text_is(x.state, "agreed"), one_too_many = agreed && (text_is(barred, "full") || text_is(barred, "taken"));
	line->note = one_too_many ? "full" : *barred ? "barred" : "";
	if (agreed && !*line->note) {
		struct lessons_two lessons = lessons_of(work, line->id);
		line->note = lessons.mentor_left.count || lessons.mentee_left.count ? "lessons" : "";
	}
	/* Two agreed for one place keep each other from it until one is dropped. */
	if (one_too_many)
		plan_step(work, line, &x, "drop");
	else if (!*barred)
		plan_step(work, line, &x, agreed ? "open" : text_is(x.state, "kept") ? "send" : "keep");
}

void plan_ring(struct work *work, struct todo_line *line, const char *language)
{
	bool mentor = text_is(line->kind, "ring-mentor");
	struct todo_proposal x;
	struct todo_person p;

	if (!sql_todo_proposal(work, &(struct todo_proposal_in){ .proposal_id = line->id, .language = language }, &x))
		return;
	line->one_id = mentor ? x.mentor_id : x.mentee_id;
	line->other_id = mentor ? x.mentee_id : x.mentor_id;
	line->call_name = todo_name(work, line->one_id);
	line->other = todo_name(work, line->other_id);
	line->since = x.changed_at;
	line->words = x.topic;
	line->press = "rang";
	todo_tells(work, line, line->one_id, "reminder");
	/* Whoever has no e-mail is rung anyhow: their number stands there. */
	if (line->sends && sql_todo_person(work, &(struct todo_person_in){ line->one_id }, &p))
		line->phone = p.phone;
}

void plan_invitation(struct work *work, struct todo_line *line, const char *language)
{
	const struct invitation_at_desk_in in = { .language = language, .invitation_id = line->id };
	struct invitation_at_desk i;
	struct todo_invitation at;

	if (!sql_invitation_at_desk(work, &in, &i) || !sql_todo_invitation(work, &(struct todo_invitation_in){ line->id }, &at))
		return;
	line->call_name = i.name;
	line->other = i.by_name;
	line->other_id = i.by_id;
	line->words = i.topic;
	line->since = at.at;
	if (text_is(line->kind, "letter")) {
		line->press = "posted";
		return;
	}
	size_t means = invitation_means(work, i.name, i.programme_id, i.by_id).count;
	line->note = means ? "several" : "";
	if (means)
		return;
	line->press = "nobody";
	todo_tells(work, line, i.by_id, told_of(&invitation_life, "open", "lapse"));
}

void plan_absent(struct work *work, struct todo_line *line, const char *language)
{
	const struct coordinator *c = coordinator_of(coordinators(work), line->id);

	(void)language;
	if (!c)
		return;
	line->call_name = line->owner = c->call_name;
	line->owner_until = c->is_away ? c->away_until : "";
	line->one_id = c->person_id;
	line->since = c->seen_at;
	line->press = "stand-in";
}
