/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Answering a proposal: who hears what, what else closes, what a yes finds in its way; reminders; suggestions. */
#include "base/text.h"
#include "base/day.h"
#include "domain/invitation.h"
#include "domain/night.h"
#include "domain/proposal.h"
#include "sql_invitation.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

struct scene {
	struct programme *p;
	int64_t owen, amina, margaret;   /* two could help Margaret */
};

static struct scene scene_new(const char *moderation)
{
	struct scene s = { .p = programme_new(3) };

	s.owen = programme_add(s.p, &(struct someone){ .called = "Owen Parry", .offers = 1 });
	s.amina = programme_add(s.p, &(struct someone){ .called = "Amina Rahman", .offers = 1 });
	s.margaret = programme_add(s.p, &(struct someone){ .called = "Margaret", .asks = 1 });
	programme_sql(s.p, arena_printf(s.p->arena, "update programme set moderation = '%s'; update person set email = 'p' || id || '@example.org'", moderation));
	return s;
}

/* A proposal that was sent today. */
static int64_t sent(const struct scene *s, int64_t mentor)
{
	int64_t id = programme_count(s->p, "select coalesce(max(id), 0) + 1 from proposal");

	programme_sql(s->p, arena_printf(s->p->arena, "insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (%lld, 1, %lld, %lld, %lld, %lld, 1, 'sent', %lld, 0)", (long long)id, (long long)s->margaret, (long long)mentor, (long long)mentor,
		(long long)s->margaret, (long long)(s->p->work.now + 10 * 86400)));
	return id;
}

static bool say(const struct scene *s, int64_t proposal, int64_t who, bool yes)
{
	s->p->work.person_id = who;
	programme_write(s->p);
	bool said = proposal_answer(&s->p->work, &(struct proposal_answer){ .proposal_id = proposal, .person_id = who, .yes = yes, .shows = "", .how = "self",
		.first_day = yes ? "2026-12-01" : "" });
	programme_commit(s->p);
	return said;
}

static bool stands(const struct scene *s, int64_t proposal, const char *state)
{
	return programme_count(s->p, arena_printf(s->p->arena, "select count(*) from proposal where id = %lld and state = '%s'", (long long)proposal, state)) == 1;
}

static int64_t mails(const struct scene *s, int64_t who, const char *kind)
{
	return programme_count(s->p, arena_printf(s->p->arena, "select count(*) from outbox where person_id = %lld and kind = '%s'", (long long)who, kind));
}

static void test_yes_closes_others(void)
{
	struct scene s = scene_new("careful");
	int64_t one = sent(&s, s.owen), other = sent(&s, s.amina);

	ok(say(&s, one, s.margaret, true), "a mentee says yes to one of two");
	ok(stands(&s, other, "sent"), "which closes nothing yet");
	ok(say(&s, one, s.owen, true), "the mentor says yes");
	ok(stands(&s, one, "agreed") && stands(&s, other, "withdrawn"), "now it is agreed, and the other is closed");
	is_count(mails(&s, s.amina, "closed"), 1, "whoever else was asked hears kindly that somebody has been found");
	is_count(mails(&s, s.margaret, "closed") + mails(&s, s.owen, "closed"), 0, "and nobody else");
	is_count(programme_count(s.p, "select count(*) from proposal where state = 'agreed' and first_day = '2026-12-01'"), 1, "the first day is kept");
	ok(!say(&s, one, s.owen, false), "what was answered is not answered again");
	programme_write(s.p);
	ok(proposal_withdraw(&s.p->work, one, s.owen), "a yes may be taken back before the pair begins");
	ok(!proposal_withdraw(&s.p->work, one, s.margaret), "what is over is over");
	programme_commit(s.p);
	is_count(programme_count(s.p, "select count(*) from proposal where mentor_answer = 'no' and mentee_answer = 'yes'"), 1, "whose answer was taken back, is kept");
	is_count(mails(&s, s.margaret, "another"), 1, "and the other hears that somebody else is looked for");
	programme_free(s.p);
}

static void test_light(void)
{
	struct scene s = scene_new("light");
	int64_t one = sent(&s, s.owen);

	say(&s, one, s.margaret, true);
	programme_write(s.p);
	ok(proposal_withdraw(&s.p->work, one, s.margaret), "a yes may be taken back before the other has answered");
	programme_commit(s.p);
	is_count(programme_count(s.p, "select count(*) from proposal where mentee_answer = 'no' and mentor_answer is not 'no'"), 1, "the mentee's this time");
	ok(!say(&s, one, s.owen, true), "and then nobody says yes to it");
	one = sent(&s, s.owen);
	say(&s, one, s.owen, true);
	say(&s, one, s.margaret, true);
	ok(stands(&s, one, "opened"), "at the level light the second yes begins the pair");
	is_count(mails(&s, s.owen, "opened") + mails(&s, s.margaret, "opened"), 2, "and both hear it");
	programme_sql(s.p, arena_printf(s.p->arena, "insert into ask (id, signup_id, topic_id, since) values (900, %lld, 1, 0)", (long long)s.amina));
	programme_sql(s.p, arena_printf(s.p->arena, "insert into proposal (id, programme_id, ask_id, offer_id, mentor_id, mentee_id, weight, state, due_at, changed_at)"
		" values (50, 1, 900, %lld, %lld, %lld, 1, 'sent', 0, 0)", (long long)s.owen, (long long)s.owen, (long long)s.amina));
	ok(say(&s, 50, s.owen, true) && stands(&s, 50, "replaced"), "a yes of somebody who has no room ends it");
	is_count(mails(&s, s.amina, "another"), 1, "and the other is told kindly");
	programme_free(s.p);
}

static void test_bar_at_yes(void)
{
	struct scene s = scene_new("careful");
	int64_t one = sent(&s, s.owen);

	say(&s, one, s.margaret, true);
	programme_sql(s.p, arena_printf(s.p->arena, "insert into bar (person_id, kind, words, folded) values (%lld, 'person', 'Owen Parry', 'owen parry')", (long long)s.margaret));
	ok(say(&s, one, s.owen, true) && stands(&s, one, "replaced"), "a bar that came up since ends it at the yes");
	programme_free(s.p);
}

static void test_reminders(void)
{
	struct scene s = scene_new("careful");
	int64_t one = sent(&s, s.owen);

	say(&s, one, s.margaret, true);
	for (int day = 0; day <= 12; day++) {
		programme_write(s.p);
		night_run(&s.p->work);
		night_run(&s.p->work);
		programme_commit(s.p);
		if (day == 2 || day == 3 || day == 6 || day == 7 || day == 12)
			is_count(mails(&s, s.owen, "reminder"), day < 3 ? 0 : day < 7 ? 1 : 2, arena_printf(s.p->arena, "reminders by day %d", day));
		programme_later(s.p, 1);
	}
	is_count(mails(&s, s.margaret, "reminder"), 0, "whoever has answered is not reminded");
	programme_write(s.p);
	ok(proposal_lapse(&s.p->work, one), "after its day a coordinator lets it go");
	programme_commit(s.p);
	int64_t late = sent(&s, s.amina);
	programme_write(s.p);
	ok(!proposal_lapse(&s.p->work, late), "and not before");
	programme_commit(s.p);
	programme_later(s.p, 30);
	programme_write(s.p);
	night_run(&s.p->work);
	night_run(&s.p->work);
	programme_commit(s.p);
	is_count(mails(&s, s.amina, "reminder"), 1, "after thirty days without a night there is one reminder");
	programme_free(s.p);
}

static int64_t suggest(const struct scene *s, const char *name, const char *email, bool quiet)
{
	programme_write(s->p);
	int64_t id = invitation_send(&s->p->work, &(struct invitation_new){ .by_id = s->owen, .ask_id = s->margaret, .kind = "suggest", .name = name,
		.email = email, .address = "", .words = "", .consent = *email != '\0', .quiet = quiet });
	programme_commit(s->p);
	return id;
}

static void night(const struct scene *s)
{
	programme_write(s->p);
	night_run(&s->p->work);
	programme_commit(s->p);
}

static void test_suggest_member(void)
{
	struct scene s = scene_new("shared");
	int64_t id = suggest(&s, "Amina Rahman", "", false), nobody = suggest(&s, "Somebody Else", "", false);

	is_count(programme_count(s.p, "select count(*) from outbox"), 0, "suggesting tells nobody at once");
	night(&s);
	is_count(mails(&s, s.amina, "suggested"), 1, "at night the one who is meant is asked");
	is_count(mails(&s, s.margaret, "suggested") + mails(&s, s.owen, "suggested"), 0, "and nobody else");
	is_count(programme_count(s.p, arena_printf(s.p->arena, "select count(*) from invitation where id = %lld and person_id is null and state = 'open'", (long long)nobody)), 1,
		 "a name that means nobody waits for a coordinator");
	programme_write(s.p);
	ok(!invitation_accept(&s.p->work, id, s.owen), "only who was asked can say yes");
	ok(invitation_accept(&s.p->work, id, s.amina), "they say yes");
	programme_commit(s.p);
	is_count(programme_count(s.p, "select count(*) from proposal where origin = 'suggested' and state = 'sent'"), 1, "and are put forward");
	is_count(mails(&s, s.margaret, "proposal"), 1, "only now the mentee hears");
	programme_free(s.p);
}

static void test_suggest_barred(void)
{
	struct scene s = scene_new("shared");

	programme_sql(s.p, arena_printf(s.p->arena, "insert into bar (person_id, kind, words, folded) values (%lld, 'person', 'Amina Rahman', 'amina rahman')", (long long)s.margaret));
	int64_t by_name = suggest(&s, "Amina Rahman", "", false), by_mail = suggest(&s, "Amina", "p3@example.org", false);
	night(&s);
	is_count(programme_count(s.p, "select count(*) from outbox"), 0, "somebody who is barred is never asked, by name or by e-mail");
	is_count(programme_count(s.p, arena_printf(s.p->arena, "select count(*) from invitation where id in (%lld, %lld) and state = 'open' and told_at > 0 and person_id is null",
		(long long)by_name, (long long)by_mail)), 2, "whoever named them sees it open, as any other");
	is_count(programme_count(s.p, "select count(*) from task where kind = 'invitation-stuck' and state = 'open' and role = 'coordinator'"), 2, "the desk has a line for each");
	programme_later(s.p, 31);
	night(&s);
	is_count(programme_count(s.p, "select count(*) from invitation where state = 'lapsed'"), 2, "after thirty days both lapse");
	is_count(mails(&s, s.owen, "invited-over"), 2, "and whoever named them hears that no match came of it");
	is_count(mails(&s, s.amina, "suggested"), 0, "the one who was named never");
	programme_free(s.p);
}

static void test_guest(void)
{
	struct scene s = scene_new("careful");
	int64_t id = suggest(&s, "Nesta Bevan", "nesta@example.org", false);

	is_count(programme_count(s.p, "select count(*) from outbox where kind = 'invitation' and recipient = 'nesta@example.org' and person_id is null"), 1, "somebody new is written to");
	suggest(&s, "Nesta Bevan", "nesta@example.org", true);
	is_count(programme_count(s.p, "select count(*) from outbox where kind = 'invitation'"), 1, "an address that was written to lately is not written to again");
	programme_write(s.p);
	is_count(invitation_of_key(&s.p->work, invitation_key(&s.p->work, id)), id, "their key opens it");
	is_count(invitation_of_key(&s.p->work, arena_printf(s.p->arena, "%lld-%s", (long long)id + 1, invitation_code(&s.p->work, id))), 0, "and no other");
	ok(!invitation_opens(&s.p->work, id, "") && !invitation_opens(&s.p->work, 0, invitation_code(&s.p->work, id)), "nor does a code without its number");
	ok(invitation_accept(&s.p->work, id, 0), "they say yes");
	ok(!invitation_accept(&s.p->work, id, 0), "once");
	programme_commit(s.p);
	int64_t nesta = programme_add(s.p, &(struct someone){ .called = "Nesta" });
	programme_write(s.p);
	sql_invitation_joins(&s.p->work, &(struct invitation_joins_in){ .person_id = nesta, .invitation_id = id });
	invitation_arrived(&s.p->work, nesta);
	programme_commit(s.p);
	is_count(programme_count(s.p, arena_printf(s.p->arena, "select count(*) from proposal x join offer o on o.id = x.offer_id where x.origin = 'suggested'"
		" and x.state = 'proposed' and x.mentor_id = %lld and o.topic_id = 1", (long long)nesta)), 1, "when they are in, a coordinator finds them put forward, with an offer of it");
	programme_later(s.p, 31);
	night(&s);
	is_count(programme_count(s.p, "select count(*) from invitation where state = 'lapsed'"), 1, "what nobody answers for 30 days lapses");
	is_count(programme_count(s.p, "select count(*) from invitation where name <> '' or email <> ''"), 1, "of what was answered then, name and address are forgotten");
	programme_later(s.p, 31);
	night(&s);
	is_count(programme_count(s.p, "select count(*) from invitation where name <> '' or email <> ''"), 0, "of what lapsed, 30 days later");
	programme_free(s.p);
}

int main(void)
{
	test_yes_closes_others();
	test_light();
	test_bar_at_yes();
	test_reminders();
	test_suggest_member();
	test_suggest_barred();
	test_guest();
	return done();
}
