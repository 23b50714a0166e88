/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The small and hard shapes: capacity and need 1 and weights evenly 0 to 1000, unless said. */
#include <stdlib.h>

#include "bench/matching/generate.h"

/* Arcs already written, so that none is written twice: a bit for each ordered two. */
struct grid {
	uint32_t people;
	struct random random;
	unsigned char *taken;
};

static struct grid start(const struct wanted *wanted, uint32_t shape)
{
	struct grid grid = { wanted->people, { (uint64_t)wanted->seed << 8 | shape }, NULL };

	grid.taken = room_for(wanted->people, wanted->people);
	write_start(false);
	return grid;
}

static void start_even(const struct grid *grid)
{
	for (uint32_t i = 0; i < grid->people; i++)
		write_person(i, 1, 1);
}

static void join(struct grid *grid, uint32_t mentor, uint32_t mentee, uint32_t weight)
{
	unsigned char *taken = &grid->taken[(size_t)mentor * grid->people + mentee];

	if (mentor == mentee || *taken)
		return;
	*taken = 1;
	write_arc(mentor, mentee, weight);
}

static uint32_t any_weight(struct grid *grid)
{
	return random_between(&grid->random, 0, 1000);
}

/* Each two people joined with so much chance, so many of those both ways. */
void shape_dense(const struct wanted *wanted)
{
	struct grid grid = start(wanted, 1);

	start_even(&grid);
	for (uint32_t u = 0; u < grid.people; u++)
		for (uint32_t v = u + 1; v < grid.people; v++) {
			if (!random_chance(&grid.random, wanted->joined))
				continue;
			bool both = random_chance(&grid.random, wanted->mutual);
			bool back = random_chance(&grid.random, 50);
			if (both || !back)
				join(&grid, u, v, any_weight(&grid));
			if (both || back)
				join(&grid, v, u, any_weight(&grid));
		}
	free(grid.taken);
}

static void join_mutual(struct grid *grid, uint32_t u, uint32_t v)
{
	uint32_t weight = any_weight(grid);

	join(grid, u, v, weight);
	join(grid, v, u, weight);
}

/* Each with one of the next three, and seven in ten one a little further: both ways, one weight. */
void shape_mutual(const struct wanted *wanted)
{
	struct grid grid = start(wanted, 2);

	start_even(&grid);
	for (uint32_t u = 0; u < grid.people; u++) {
		join_mutual(&grid, u, (u + random_between(&grid.random, 1, 3)) % grid.people);
		if (random_chance(&grid.random, 70))
			join_mutual(&grid, u, (u + random_between(&grid.random, 4, 9)) % grid.people);
	}
	free(grid.taken);
}

/* Planted swaps: neighbours are each other's best by far, and may not have each other. */
void shape_pairs(const struct wanted *wanted)
{
	struct grid grid = start(wanted, 3);

	start_even(&grid);
	for (uint32_t u = 0; u + 1 < grid.people; u += 2) {
		join(&grid, u, u + 1, random_between(&grid.random, 800, 1000));
		join(&grid, u + 1, u, random_between(&grid.random, 800, 1000));
	}
	for (uint32_t u = 0; u < grid.people; u++)
		for (int k = 0; k < 3; k++) {
			uint32_t other = random_below(&grid.random, grid.people);
			join(&grid, u, other, random_below(&grid.random, 500));
		}
	free(grid.taken);
}

/* In threes, each of whose six arcs is there with 85%; each person also has an arc to the three before. */
void shape_ring3(const struct wanted *wanted)
{
	struct grid grid = start(wanted, 4);
	uint32_t threes = grid.people / 3;

	start_even(&grid);
	for (uint32_t three = 0; three < threes; three++) {
		uint32_t first = three * 3, before = (three + threes - 1) % threes * 3;
		for (uint32_t i = 0; i < 6; i++)
			if (random_chance(&grid.random, 85))
				join(&grid, first + i / 2, first + (i / 2 + 1 + i % 2) % 3, any_weight(&grid));
		uint32_t from = first + random_below(&grid.random, 3), to = before + random_below(&grid.random, 3);
		join(&grid, from, to, any_weight(&grid));
		if (random_chance(&grid.random, 50))
			join(&grid, to, from, any_weight(&grid));
	}
	free(grid.taken);
}

/* Every third person mentors, every sixth two to six others. */
void shape_scarce(const struct wanted *wanted)
{
	struct grid grid = start(wanted, 5);

	for (uint32_t u = 0; u < grid.people; u++) {
		uint32_t capacity = u % 6 == 0 ? random_between(&grid.random, 2, 6) : u % 3 == 0;
		write_person(u, capacity, random_chance(&grid.random, 10) ? 2 : 1);
	}
	for (uint32_t u = 0; u < grid.people; u += 3)
		for (uint32_t v = 0; v < grid.people; v++)
			if (random_chance(&grid.random, v % 3 == 0 ? 35 : 15))
				join(&grid, u, v, any_weight(&grid));
	free(grid.taken);
}

enum { A = 1, B = 2 };         /* a blood group is the antigens that it has: none is O, both AB */

struct couple {
	uint32_t patient, donor;
	uint32_t sensitised;       /* percent of donors whose kidney the patient's body refuses */
};

static uint32_t blood_group(struct random *random)
{
	static const uint32_t shares[] = { 48, 34, 14, 4 };    /* O, A, B, AB */

	return random_share(random, shares, 4);
}

static bool suits(struct random *random, uint32_t donor, const struct couple *couple)
{
	return (donor & ~couple->patient & (A | B)) == 0 && !random_chance(random, couple->sensitised);
}

/* One statement for each draw: the order in which an expression's parts are worked out is the compiler's. */
static struct couple any_couple(struct random *random)
{
	static const uint32_t levels[] = { 5, 45, 90 }, shares[] = { 70, 20, 10 };
	struct couple couple;

	couple.patient = blood_group(random);
	couple.donor = blood_group(random);
	couple.sensitised = levels[random_share(random, shares, 3)];
	return couple;
}

/* Kidney exchange: couples of a patient and a donor who does not suit; an arc where the donor suits another's patient. */
void shape_blood(const struct wanted *wanted)
{
	struct grid grid = start(wanted, 6);
	struct couple *couples = room_for(grid.people, sizeof *couples);

	for (uint32_t i = 0; i < grid.people; i++)
		do
			couples[i] = any_couple(&grid.random);
		while (suits(&grid.random, couples[i].donor, &couples[i]));
	start_even(&grid);
	for (uint32_t u = 0; u < grid.people; u++)
		for (uint32_t v = 0; v < grid.people; v++)
			if (u != v && suits(&grid.random, couples[u].donor, &couples[v]))
				join(&grid, u, v, random_between(&grid.random, 200, 1000));
	free(couples);
	free(grid.taken);
}
