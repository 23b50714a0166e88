/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Circles of three, four and five: people of one programme who came first, each of whom can help the next. */
#include "base/text.h"
#include "domain/choice.h"
#include "domain/proposal.h"
#include "sql_demo.h"
#include "tools/demo/demo.h"

enum { FIRST = 70, CAME_WITHIN = 9, CLOSED_AFTER = 21, LARGE = 100 };

static const struct { int size, programme; } rings[] = { { 3, 0 }, { 4, 1 }, { 5, 2 } };

/* They ask and offer one after the other, and have time for it. */
static void cast_one(struct demo *d, struct soul *s, const struct demo_programme *p, int place, int size)
{
	int helper = (place + size - 1) % size;

	s->ring = s->number - place + helper;
	s->waits = WAITS_NOT;
	s->day = d->days - CAME_WITHIN - place;
	s->f[PROGRAMME] = p->slug;
	s->f[REACH] = "email phone";
	s->f[ASK_TOPIC] = p->topics[helper + 1].code;
	s->f[ASK_WORDS] = say(d, "ask", s->f[ASK_TOPIC], (unsigned)s->number);
	s->f[OFFER_TOPICS] = p->topics[place + 1].code;
	s->f[OFFER_WORDS] = say(d, "offer", s->f[OFFER_TOPICS], (unsigned)s->number);
	s->f[ASK_WISH] = s->f[OFFER_WISH] = "any";
	s->f[TIME] = place % 2 ? "hour-fortnight" : "hour-month";
	s->f[CAPACITY] = "2";
	s->f[WAYS] = "in-person phone video";
	s->f[TONGUES] = text_has_word(s->f[TONGUES], "en") ? s->f[TONGUES] : "en";
	s->f[ORGANISATIONS] = s->f[PEOPLE] = "";
}

void rings_cast(struct demo *d)
{
	int number = FIRST;

	if (d->people < LARGE)
		return;
	for (size_t i = 0; i < sizeof rings / sizeof *rings; i++) {
		for (int place = 0; place < rings[i].size; place++)
			cast_one(d, &d->souls[number + place], &d->programmes[rings[i].programme], place, rings[i].size);
		number += rings[i].size;
	}
}

struct soul *soul_of_person(struct demo *d, int64_t person_id)
{
	for (int i = 0; i < d->people; i++)
		if (d->souls[i].person_id == person_id)
			return &d->souls[i];
	return NULL;
}

static void put_forward(struct demo *d, const struct soul *mentee, const struct soul *mentor)
{
	const struct demo_programme *p = programme_named(d, mentee->f[PROGRAMME]);
	struct list asks = sql_demo_asks(&d->work, &(struct demo_asks_in){ p->id }), offers = sql_demo_offers(&d->work, &(struct demo_offers_in){ p->id });

	for (size_t i = 0; i < asks.count * offers.count; i++) {
		const struct demo_asks *ask = list_row(&demo_asks_view, asks, i / offers.count);
		const struct demo_offers *offer = list_row(&demo_offers_view, offers, i % offers.count);
		struct choice_seeker seeker;
		struct choice_candidate c;
		if (ask->person_id != mentee->person_id || offer->person_id != mentor->person_id)
			continue;
		must(d, choice_seeker_of_ask(&d->work, ask->ask_id, &seeker) && choice_one(&d->work, &seeker, offer->offer_id, &c) && c.bar == BAR_NONE, "a circle");
		int64_t id = proposal_by_hand(&d->work, &(struct proposal_new){ .programme_id = p->id, .ask_id = ask->ask_id, .offer_id = offer->offer_id,
			.mentor_id = mentor->person_id, .mentee_id = mentee->person_id }, &c.choice.score, "");
		must(d, proposal_send(&d->work, id), "a circle");
		d->ring_pairs++;
		return;
	}
	must(d, false, "a circle");
}

void rings_close(struct demo *d)
{
	if (d->day != d->days - CLOSED_AFTER)
		return;
	for (int i = 0; i < d->people; i++) {
		const struct soul *s = &d->souls[i];
		at(d, 11, d->coordinators[0]);
		if (s->ring)
			put_forward(d, s, &d->souls[s->ring - 1]);
	}
}
