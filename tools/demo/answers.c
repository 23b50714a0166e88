/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What people say to proposals: most say yes within a week, some not this time, some nothing. */
#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "domain/invitation.h"
#include "domain/proposal.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { ANSWER_DAYS = 10, RING_AFTER = 2 };

static const char *first_day(struct demo *d, int64_t proposal_id)
{
	if (!happens(40, "first day", proposal_id, 0))
		return "";
	return day_add(d->work.arena, d->work.today, 7 + (int)(chance("first day", proposal_id, 1) % 8));
}

static bool answer(struct demo *d, const struct demo_proposals *p, bool mentor, bool yes, const char *how)
{
	static const char *const shows[] = { "phone email", "phone", "email", "" };
	const struct proposal_answer in = { .proposal_id = p->proposal_id, .person_id = mentor ? p->mentor_id : p->mentee_id, .yes = yes,
		.shows = yes ? shows[chance("shows", p->proposal_id, mentor) % 4] : "", .how = how, .first_day = yes ? first_day(d, p->proposal_id) : "" };

	return proposal_answer(&d->work, &in);
}

/* A mentor without time names somebody: the next who is to sign up and has e-mail. */
static bool suggest(struct demo *d, const struct demo_proposals *p)
{
	for (int i = 62; i < d->people; i++) {
		struct soul *s = &d->souls[i];
		const char *email = cast_email(d, s->number);
		if (s->invitation_id || !*email || s->day < d->day - 25 || s->day > d->day - 6 || s->waits != WAITS_NOT)
			continue;
		s->invitation_id = invitation_send(&d->work, &(struct invitation_new){ .by_id = p->mentor_id, .ask_id = p->ask_id, .kind = "suggest",
			.name = s->f[FULL_NAME], .email = email, .address = "", .words = "", .consent = true });
		must(d, s->invitation_id != 0, "suggest");
		return true;
	}
	return false;
}

static void say_no(struct demo *d, const struct demo_proposals *p, bool mentor)
{
	if (mentor && happens(50, "suggests", p->proposal_id, 0))
		suggest(d, p);
	answer(d, p, mentor, false, "self");
}

/* Of those with e-mail; the others are rung. */
static bool answers_today(struct demo *d, const struct demo_proposals *p, bool mentor)
{
	int days = days_since(d, p->due_at - (int64_t)ANSWER_DAYS * DAY), side = mentor ? 1 : 0;

	const struct soul *s = soul_of_person(d, p->mentee_id);

	if (s && s->ring && text_is(p->origin, "hand"))
		return !*(mentor ? p->mentor_answer : p->mentee_answer);
	if (*(mentor ? p->mentor_answer : p->mentee_answer) || !(mentor ? p->mentor_mail : p->mentee_mail) || happens(9, "silent", p->proposal_id, side))
		return false;
	return days >= 1 + (int)(chance("answers", p->proposal_id, side) % 6);
}

/* Guests of two weeks ago say yes before they sign up, or no. */
static void answer_invitations(struct demo *d)
{
	for (int i = 0; i < d->people; i++) {
		struct soul *s = &d->souls[i];
		if (!s->invitation_id || s->person_id || s->day != d->day - 1)
			continue;
		at(d, 18, 0);
		must(d, invitation_accept(&d->work, s->invitation_id, 0), "accept");
	}
}

void answer_proposals(struct demo *d)
{
	struct list rows = sql_demo_proposals(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_proposals *p = list_row(&demo_proposals_view, rows, i);
		if (text_is(p->state, "agreed") && !text_is(p->origin, "hand") && happens(2, "takes back", p->proposal_id, d->day)) {
			at(d, 20, p->mentee_id);
			proposal_withdraw(&d->work, p->proposal_id, p->mentee_id);
		}
		for (int side = 0; side < 2 && text_is(p->state, "sent"); side++) {
			if (!answers_today(d, p, side))
				continue;
			at(d, 17, side ? p->mentor_id : p->mentee_id);
			if (!text_is(p->origin, "hand") && happens(12, "says no", p->proposal_id, side))
				say_no(d, p, side);
			else
				answer(d, p, side, true, "self");
		}
	}
	answer_invitations(d);
}

/* Who has no e-mail is rung, and who has said nothing for ten days; then it lapses. */
void ring_about_proposals(struct demo *d)
{
	struct list rows = sql_demo_proposals(&d->work);

	for (size_t i = 0; i < rows.count; i++) {
		const struct demo_proposals *p = list_row(&demo_proposals_view, rows, i);
		int days = days_since(d, p->due_at - (int64_t)ANSWER_DAYS * DAY);
		if (!text_is(p->state, "sent"))
			continue;
		at(d, 11, some_coordinator(d, p->proposal_id));
		for (int side = 0; side < 2; side++)
			if (!*(side ? p->mentor_answer : p->mentee_answer) && (days > ANSWER_DAYS || (days >= RING_AFTER && !(side ? p->mentor_mail : p->mentee_mail)))
			    && happens(days > ANSWER_DAYS ? 30 : 70, "rung", p->proposal_id, d->day + side))
				answer(d, p, side, happens(80, "rung yes", p->proposal_id, side), "phone");
		if (days > ANSWER_DAYS + 8)
			proposal_lapse(&d->work, p->proposal_id);
	}
}
