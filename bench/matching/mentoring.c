/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* People as mentoring programmes have them: topics with long tails, regions, languages, organisations,
   households, ages and wishes. Every bar is passed before an arc is written. Holds people and shelves, never arcs. */
#include <stdlib.h>

#include "bench/matching/generate.h"

enum {
	TOPICS = 40, VALUES = 20, VALUES_CHOSEN = 5, REGION_PEOPLE = 1500, ORGANISATION_PEOPLE = 12,
	LANGUAGES = 6, AROUND = 9,
	WEIGHT_START = 300, WEIGHT_VALUE = 60, WEIGHT_ONLINE = 50, WEIGHT_PLACE = 200, WEIGHT_RHYTHM = 60, WEIGHT_CHANCE = 40,
};

enum wish { ANY_AGE, OLDER, YOUNGER };

struct person {
	uint64_t offers;           /* a bit a topic */
	uint32_t values;           /* a bit a value */
	uint32_t region;
	uint32_t organisation;     /* 0: none */
	uint32_t household;
	uint8_t asks[2];
	uint8_t capacity, need;
	uint8_t languages;         /* a bit a language */
	uint8_t age, wish, rhythm;
	uint8_t online;
	uint8_t street;            /* where in the region, 0 to 99 */
};

/* Who offers a topic in a region: shelf s holds people first[s] .. first[s + 1] - 1 of `on`. */
struct shelves {
	uint32_t *first, *on;
};

struct population {
	const struct wanted *wanted;
	struct random random;
	struct person *people;
	uint32_t regions, side;    /* the grid of regions is `side` wide */
	uint32_t topic_shares[TOPICS];
	struct shelves shelves;
};

static uint32_t draw_topic(struct population *all)
{
	return random_share(&all->random, all->topic_shares, TOPICS);
}

static uint32_t draw_set(struct random *random, uint32_t of, uint32_t count)
{
	uint32_t set = 0;

	while (count > 0) {
		uint32_t bit = UINT32_C(1) << random_below(random, of);
		count -= !(set & bit);
		set |= bit;
	}
	return set;
}

static void draw_sides(struct population *all, uint32_t number, struct person *p)
{
	static const uint32_t capacities[] = { 10, 60, 20, 10 }, needs[] = { 8, 86, 6 };

	p->capacity = (uint8_t)random_share(&all->random, capacities, 4);
	p->need = (uint8_t)random_share(&all->random, needs, 3);
	if (all->wanted->sides && number < all->wanted->people / 2)
		p->need = 0;
	else if (all->wanted->sides)
		p->capacity = 0;
}

static void draw_topics(struct population *all, struct person *p)
{
	p->asks[0] = (uint8_t)draw_topic(all);
	do
		p->asks[1] = (uint8_t)draw_topic(all);
	while (p->asks[1] == p->asks[0]);
	for (uint32_t left = random_between(&all->random, 1, 3); left > 0;) {
		uint32_t topic = draw_topic(all);
		uint64_t bit = UINT64_C(1) << topic;
		if (topic == p->asks[0] || topic == p->asks[1] || p->offers & bit)
			continue;
		p->offers |= bit;
		left--;
	}
}

static void draw_person(struct population *all, uint32_t number)
{
	struct person *p = &all->people[number];
	struct random *random = &all->random;
	uint32_t organisations = REGION_PEOPLE / ORGANISATION_PEOPLE;

	draw_sides(all, number, p);
	draw_topics(all, p);
	p->values = draw_set(random, VALUES, VALUES_CHOSEN);
	p->region = random_below(random, all->regions);
	p->street = (uint8_t)random_below(random, 100);
	p->organisation = random_chance(random, 60) ? 1 + p->region * organisations + random_below(random, organisations) : 0;
	p->household = number;
	if (number > 0 && random_chance(random, 5)) {
		p->household = all->people[number - 1].household;
		p->region = all->people[number - 1].region;
	}
	p->languages = 1;
	if (random_chance(random, 10)) {
		p->languages = (uint8_t)(1u << random_between(random, 1, LANGUAGES - 1));
		p->languages |= random_chance(random, 50);
	}
	p->age = (uint8_t)random_between(random, 18, 55);
	p->age = (uint8_t)(p->age + random_below(random, 35));
	p->wish = (uint8_t)random_below(random, 3);
	p->rhythm = (uint8_t)random_below(random, 3);
	p->online = random_chance(random, 60);
}

static uint32_t shelf_of(uint32_t region, uint32_t topic)
{
	return region * TOPICS + topic;
}

/* Counts, then places: two walks over the same people. */
static void fill_shelves(struct population *all)
{
	uint32_t count = all->regions * TOPICS, people = all->wanted->people;
	uint32_t *first = room_for(count + 2, sizeof *first), *on;

	for (uint32_t i = 0; i < people; i++)
		for (uint32_t t = 0; t < TOPICS; t++)
			if (all->people[i].capacity && all->people[i].offers >> t & 1)
				first[shelf_of(all->people[i].region, t) + 2]++;
	for (uint32_t s = 2; s < count + 2; s++)
		first[s] += first[s - 1];
	on = room_for(first[count + 1], sizeof *on);
	for (uint32_t i = 0; i < people; i++)
		for (uint32_t t = 0; t < TOPICS; t++)
			if (all->people[i].capacity && all->people[i].offers >> t & 1)
				on[first[shelf_of(all->people[i].region, t) + 1]++] = i;
	all->shelves = (struct shelves){ first, on };
}

static bool barred(const struct person *mentor, const struct person *mentee)
{
	return mentor->household == mentee->household || !(mentor->languages & mentee->languages) ||
		(mentor->organisation && mentor->organisation == mentee->organisation);
}

/* 200 in the same street, 100 at the region's other end; from afar 50. */
static uint32_t place_points(const struct person *mentor, const struct person *mentee)
{
	uint32_t apart = mentor->street > mentee->street ? mentor->street - mentee->street : mentee->street - mentor->street;

	return mentor->region == mentee->region ? (uint32_t)WEIGHT_PLACE - apart : (uint32_t)WEIGHT_ONLINE;
}

static uint32_t age_points(const struct person *mentor, const struct person *mentee)
{
	if (mentee->wish == ANY_AGE)
		return 60;
	return (mentee->wish == OLDER) == (mentor->age > mentee->age) ? 100 : 0;
}

static uint32_t weigh(struct random *random, const struct person *mentor, const struct person *mentee)
{
	uint32_t shared = 0;

	for (uint32_t set = mentor->values & mentee->values; set; set &= set - 1)
		shared++;
	return WEIGHT_START + WEIGHT_VALUE * shared + place_points(mentor, mentee) + age_points(mentor, mentee) +
		(mentor->rhythm == mentee->rhythm ? (uint32_t)WEIGHT_RHYTHM : 0) + random_below(random, WEIGHT_CHANCE + 1);
}

/* The region itself (0), then those around it that exist; false when there is none there. */
static bool region_around(const struct population *all, uint32_t region, uint32_t which, uint32_t *there)
{
	static const int across[] = { 0, -1, 0, 1, -1, 1, -1, 0, 1 }, down[] = { 0, -1, -1, -1, 0, 0, 1, 1, 1 };
	int64_t x = (int64_t)(region % all->side) + across[which], y = (int64_t)(region / all->side) + down[which];

	*there = (uint32_t)(y * all->side + x);
	return x >= 0 && y >= 0 && x < all->side && y < all->side && *there < all->regions;
}

/* Writes the arcs of one ask to one region, each shelf begun at a place of its own; says how many of `room` are left. */
static uint32_t look_in(struct population *all, uint32_t mentee, uint32_t ask, uint32_t region, uint32_t room)
{
	const struct person *to = &all->people[mentee];
	uint32_t shelf = shelf_of(region, to->asks[ask]), first = all->shelves.first[shelf];
	uint32_t length = all->shelves.first[shelf + 1] - first, begin = random_below(&all->random, length);

	for (uint32_t k = 0; k < length && room > 0; k++) {
		uint32_t mentor = all->shelves.on[first + (begin + k) % length];
		const struct person *from = &all->people[mentor];
		if (barred(from, to) || (region != to->region && !(from->online && to->online)))
			continue;
		uint32_t weight = weigh(&all->random, from, to);
		if (all->wanted->asks)
			write_ask_arc(mentor, mentee, weight, ask + 1);
		else
			write_arc(mentor, mentee, weight);
		room--;
	}
	return room;
}

static void write_arcs_to(struct population *all, uint32_t mentee)
{
	const struct person *to = &all->people[mentee];
	uint32_t asks = all->wanted->asks ? to->need : to->need > 0;

	for (uint32_t ask = 0; ask < asks; ask++) {
		uint32_t room = random_between(&all->random, 30, 79), region;
		for (uint32_t which = 0; which < AROUND && room > 0; which++)
			if (region_around(all, to->region, which, &region))
				room = look_in(all, mentee, ask, region, room);
	}
}

void shape_mentoring(const struct wanted *wanted)
{
	struct population all = { wanted, { (uint64_t)wanted->seed << 8 }, NULL, 0, 1, { 0 }, { NULL, NULL } };

	all.regions = wanted->people / REGION_PEOPLE + (wanted->people % REGION_PEOPLE > 0);
	while (all.side * all.side < all.regions)
		all.side++;
	for (uint32_t t = 0; t < TOPICS; t++)
		all.topic_shares[t] = 1000000 / (t + 5);
	all.people = room_for(wanted->people, sizeof *all.people);
	for (uint32_t i = 0; i < wanted->people; i++)
		draw_person(&all, i);
	fill_shelves(&all);
	write_start(wanted->asks);
	for (uint32_t i = 0; i < wanted->people; i++)
		write_person(i, all.people[i].capacity, all.people[i].need);
	for (uint32_t i = 0; i < wanted->people; i++)
		write_arcs_to(&all, i);
	free(all.shelves.first);
	free(all.shelves.on);
	free(all.people);
}
