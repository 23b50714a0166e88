/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What happens once: concerns and what leads do about them, ties that come up, somebody asked on one's own, guests, cards. */
#include "base/arena.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "domain/audit.h"
#include "domain/bar.h"
#include "domain/choice.h"
#include "domain/concern.h"
#include "domain/death.h"
#include "domain/invitation.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "sql_account.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { PROMISED_HOURS = 24, CARD_CODES = 10, LARGE = 100, OFFERS_LOOKED_AT = 30 };

/* One of the last pairs that both can write from; NULL where there is none. */
static const struct demo_concern_pairs *some_pair(struct demo *d, unsigned number)
{
	struct list rows = sql_demo_concern_pairs(&d->work);

	return rows.count ? list_row(&demo_concern_pairs_view, rows, number % rows.count) : NULL;
}

static int64_t raise(struct demo *d, const struct concern_told *told)
{
	int64_t id = concern_raise(&d->work, told);

	must(d, id != 0, "concern");
	return id;
}

static struct texts stop_pair(struct demo *d, int64_t pair_id)
{
	const char **one = arena_array(d->work.arena, 1, sizeof *one);

	one[0] = arena_printf(d->work.arena, "%lld", (long long)pair_id);
	return (struct texts){ one, 1 };
}

static void write_down(struct demo *d, int64_t concern_id, const char *kind, const char *words)
{
	must(d, concern_write(&d->work, concern_id, kind, words), kind);
}

/* A worry that turns out well: the pair rests for some days and goes on. */
static void worry_about_money(struct demo *d)
{
	const struct demo_concern_pairs *p = some_pair(d, 3);

	if (!p)
		return;
	at(d, 16, p->mentee_id);
	int64_t id = d->money.id = raise(d, &(struct concern_told){ .who_about = p->mentor, .what = "I was asked to lend forty pounds until Friday. I said no, and it was awkward.",
		.reply_to = "By e-mail, please.", .stop = stop_pair(d, p->pair_id), .hours = PROMISED_HOURS });
	d->money.pair_id = p->pair_id;
	at(d, 18, d->leads[0]);
	concern_looked(&d->work, id);
	must(d, concern_take(&d->work, id), "take");
	write_down(d, id, "action", "Rang the mentee. Nothing was paid. The mentee is not afraid, and would like to go on.");
	write_down(d, id, "reply", "Rang back the same evening.");
}

static void money_is_talked_over(struct demo *d)
{
	int64_t id = d->money.id;

	at(d, 14, d->leads[0]);
	if (!id)
		return;
	concern_looked(&d->work, id);
	concern_think(&d->work, id, &(struct concern_thought){ .needs = "no", .risk = "no", .protect = "no", .wants = "To go on, with the line about money read again together.",
		.serious = "no", .serious_why = "Asked once, nothing was paid, and the mentor understood at once.", .serious_day = "" });
	write_down(d, id, "decision", "Spoke with the mentor, who was ashamed. Both ticked the agreement again. To be looked at after two meetings.");
	concern_act(&d->work, id, d->money.pair_id, "release", "Both want to go on, and the line is clear.");
}

static void money_is_over(struct demo *d)
{
	at(d, 11, d->leads[0]);
	if (d->money.id)
		concern_close(&d->work, d->money.id, "Looked at after two meetings: nothing came after it.");
}

/* One for which a pair ends. */
static void worry_about_shouting(struct demo *d)
{
	const struct demo_concern_pairs *p = some_pair(d, 1);

	if (!p)
		return;
	at(d, 16, p->mentee_id);
	int64_t id = d->shouting.id = raise(d, &(struct concern_told){ .who_about = p->mentor, .what = "Shouted at me on the phone twice when I had not done what we said.",
		.reply_to = "Not in the mornings.", .stop = stop_pair(d, p->pair_id), .hours = PROMISED_HOURS });
	d->shouting.pair_id = p->pair_id;
	at(d, 19, d->leads[d->lead_count - 1]);
	concern_looked(&d->work, id);
	must(d, concern_take(&d->work, id), "take");
	write_down(d, id, "action", "Visited the mentee with a friend of hers.");
	write_down(d, id, "reply", "Told her what will be done and by when.");
}

static void shouting_is_decided(struct demo *d)
{
	int64_t id = d->shouting.id;

	at(d, 15, d->leads[d->lead_count - 1]);
	if (!id)
		return;
	write_down(d, id, "decision", "The pair ends. The mentor does not mentor until the lead and a trustee have spoken with him.");
	concern_act(&d->work, id, d->shouting.pair_id, "end", "She does not want to go on, and need not.");
}

static void shouting_is_over(struct demo *d)
{
	at(d, 10, d->leads[d->lead_count - 1]);
	if (d->shouting.id)
		concern_close(&d->work, d->shouting.id, "The trustee has seen it. Nothing more to do for now.");
}

/* About somebody who runs the programme: the trustee's. */
static void worry_about_us(struct demo *d)
{
	at(d, 12, d->souls[0].person_id);
	int64_t id = d->us.id = raise(d, &(struct concern_told){ .who_about = "Gareth, the coordinator", .what = "He told me where my neighbour lives before she had said yes.",
		.reply_to = "01632 960 201", .about_us = true, .not_for = d->coordinators[d->coordinator_count - 1], .hours = PROMISED_HOURS });
	at(d, 17, d->trustee);
	concern_looked(&d->work, id);
	must(d, concern_take(&d->work, id), "take");
	write_down(d, id, "reply", "Rang and said sorry.");
}

static void the_desk_learns(struct demo *d)
{
	int64_t id = d->us.id;

	at(d, 17, d->trustee);
	if (!id)
		return;
	write_down(d, id, "decision", "Training on what is told to whom, booked for the whole desk.");
	concern_close(&d->work, id, "The training was held.");
}

/* Still on the lead's list, with a next step. */
static void worry_of_now(struct demo *d)
{
	const struct demo_concern_pairs *p = some_pair(d, 5);

	if (!p)
		return;
	at(d, 14, p->mentor_id);
	int64_t id = raise(d, &(struct concern_told){ .who_about = p->mentee, .what = "She says that her son takes her bank card. She laughed, but I do not think that it is funny.",
		.reply_to = "Any evening.", .hours = PROMISED_HOURS });
	at(d, 18, d->leads[0]);
	concern_looked(&d->work, id);
	must(d, concern_take(&d->work, id), "take");
	write_down(d, id, "reply", "Rang the mentor and thanked him.");
	write_down(d, id, "action", "Asked adult social care for advice, without her name.");
}

static void worry_about_a_stranger(struct demo *d)
{
	at(d, 15, 0);
	raise(d, &(struct concern_told){ .who_about = "The man who says he is from the gas company", .what = "He came twice while we met at the church hall.",
		.reply_to = "01632 960 231, mornings", .hours = PROMISED_HOURS });
}

/* Two of a pair turn out to be family, or one gets the other as a boss. */
static void tie_comes_up(struct demo *d)
{
	const struct demo_concern_pairs *p = some_pair(d, (unsigned)d->day);

	if (!p)
		return;
	at(d, 20, p->mentee_id);
	bar_put(&d->work, p->mentee_id, &(struct bar_lists){ .family = p->mentor });
}

static void friend_is_named(struct demo *d)
{
	const struct soul *s = &d->souls[chance("friend", d->day, 0) % 40], *other = &d->souls[chance("friend", d->day, 1) % 40];

	if (!s->person_id || s == other)
		return;
	at(d, 20, s->person_id);
	bar_put(&d->work, s->person_id, &(struct bar_lists){ .friends = other->f[FULL_NAME], .posts = d->day % 2 ? "Chair of the residents" : NULL });
}

/* Somebody of an everyday programme reads what people offer and asks one of them. */
static void ask_an_offer(struct demo *d)
{
	const struct demo_programme *p = &d->programmes[1];
	struct list asks = sql_demo_asks(&d->work, &(struct demo_asks_in){ p->id }), offers = sql_demo_offers(&d->work, &(struct demo_offers_in){ p->id });

	if (!asks.count || !offers.count)
		return;
	const struct demo_asks *ask = list_row(&demo_asks_view, asks, chance("reads", d->day, 0) % asks.count);
	for (size_t i = 0; i < offers.count && i < OFFERS_LOOKED_AT; i++) {
		const struct demo_offers *offer = list_row(&demo_offers_view, offers, (i + chance("reads", d->day, 1)) % offers.count);
		struct choice_seeker seeker;
		struct choice_candidate c;
		if (!*ask->email || !choice_seeker_of_ask(&d->work, ask->ask_id, &seeker) || seeker.topic_id != offer->topic_id
		    || !choice_one(&d->work, &seeker, offer->offer_id, &c) || c.bar != BAR_NONE || c.full)
			continue;
		at(d, 21, ask->person_id);
		proposal_from_person(&d->work, &(struct proposal_new){ .programme_id = p->id, .ask_id = ask->ask_id, .offer_id = offer->offer_id,
			.mentor_id = c.choice.mentor_id, .mentee_id = ask->person_id }, &c.choice.score,
			&(struct proposal_from){ .origin = "asked", .asked = true, .shows = "phone", .words = say(d, "word", NULL, (unsigned)d->day) });
		return;
	}
}

/* Somebody invited who has helped before: by e-mail, by post, or of the programme by name. */
static void invite(struct demo *d)
{
	struct list asks = sql_demo_asks(&d->work, &(struct demo_asks_in){ d->programmes[d->day % 2].id });
	const struct soul *known = &d->souls[chance("known", d->day, 0) % 30];
	unsigned way = chance("invites", d->day, 0) % 3;

	if (!asks.count)
		return;
	const struct demo_asks *ask = list_row(&demo_asks_view, asks, chance("invites", d->day, 1) % asks.count);
	if (!*ask->email || known->person_id == ask->person_id)
		return;
	at(d, 20, ask->person_id);
	const struct invitation_new in = { .by_id = ask->person_id, .ask_id = ask->ask_id, .kind = d->day % 2 ? "again" : "invite", .consent = true,
		.name = way == 2 ? known->f[FULL_NAME] : way ? "Mrs. Olive Pargeter" : "Ted Marlow", .email = way == 0 ? arena_printf(d->work.arena, "guest%d@example.org", d->day) : "",
		.address = way == 1 ? "4 Chapel Row\nRiverside" : "", .words = say(d, "guest", NULL, (unsigned)d->day) };
	int64_t id = invitation_send(&d->work, &in);
	if (id && happens(35, "guest", d->day, 0))
		invitation_step(&d->work, id, d->day % 3 ? "decline" : "withdraw", d->day % 3 ? ACTOR_GUEST : ACTOR_HOST);
}

/* A card for somebody without e-mail: ten codes, of which a few were used. */
static void print_card(struct demo *d, int64_t person_id)
{
	at(d, 11, d->coordinators[0]);
	for (int i = 1; i <= CARD_CODES; i++)
		sql_paper_code_put(&d->work, &(struct paper_code_put_in){ .person_id = person_id, .kind = "card", .number = i,
			.hash = crypto_slow_hash(d->work.arena, crypto_code(d->work.arena)) });
	audit_add(&d->work, "card.make", "person", person_id, "code");
	for (int i = 1; i <= (int)(person_id % 4) + 1; i++) {
		must(d, sql_paper_code_use(&d->work, &(struct paper_code_use_in){ .now = d->work.now, .person_id = person_id, .kind = "card", .number = i }) > 0, "card");
		audit_add(&d->work, "card.strike", "person", person_id, "code");
	}
}

static void print_cards(struct demo *d)
{
	struct list rows = sql_demo_without_mail(&d->work);

	for (size_t i = 1; i < rows.count && i < 4; i += 2) {
		const struct demo_without_mail *row = list_row(&demo_without_mail_view, rows, i);
		print_card(d, row->person_id);
	}
}

static void tie_lines(struct demo *d)
{
	at(d, 10, d->coordinators[0]);
	for (int i = 0; i < 3; i++)
		bar_line(&d->work, d->souls[i * 2].person_id, d->souls[i + 30].person_id);
}

/* A death is heard of; whom they met with is rung on the next day, but for the last. */
static void somebody_dies(struct demo *d)
{
	const struct demo_concern_pairs *p = some_pair(d, 7);

	at(d, 10, d->coordinators[0]);
	if (p)
		must(d, death_heard(&d->work, p->mentor_id), "death");
}

static void tell_of_a_death(struct demo *d)
{
	at(d, 10, d->coordinators[0]);
	struct list pairs = pairs_now(d);

	for (size_t i = 0; i < pairs.count; i++) {
		const struct demo_pairs *p = list_row(&demo_pairs_view, pairs, i);
		if (text_is(p->paused_why, "death"))
			death_told(&d->work, &(struct death_told){ .pair_id = p->pair_id, .told_by = say(d, "told", NULL, 0), .follow_up = "", .look = true });
	}
}

void events_of_day(struct demo *d)
{
	static const struct { int day; bool large; void (*happens)(struct demo *d); } events[] = {
		{ 260, true, worry_about_money }, { 257, true, money_is_talked_over }, { 229, true, money_is_over }, { 200, true, worry_about_us }, { 171, true, the_desk_learns },
		{ 150, true, worry_about_shouting }, { 148, true, shouting_is_decided }, { 119, true, shouting_is_over }, { 9, true, worry_of_now }, { 2, false, worry_about_a_stranger },
		{ 170, true, tie_lines }, { 140, true, tie_comes_up }, { 6, true, tie_comes_up }, { 118, true, print_cards },
		{ 96, true, somebody_dies }, { 95, true, tell_of_a_death }, { 3, true, somebody_dies },
	};
	bool large = d->people > LARGE;

	for (size_t i = 0; i < sizeof events / sizeof *events; i++)
		if (events[i].day == d->day && (large || !events[i].large))
			events[i].happens(d);
	if (large && d->day % 9 == 2 && d->day < d->days - 60)
		ask_an_offer(d);
	if (large && d->day % 16 == 5 && d->day < d->days - 60)
		invite(d);
	if (large && d->day % 30 == 12 && d->day < d->days - 70)
		friend_is_named(d);
}
