/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Rings and chains: each pair in one of them, and what an ending leaves. */
#include "domain/circle.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "tests/tap.h"

static struct arena *arena;

/* "(1 2 3)" is a ring, "1-2-3" a chain. */
static const char *shown(const struct circle_tie *ties, size_t count)
{
	struct circles all = circles_of(arena, ties, count);
	struct buffer out = buffer_in(arena, 64);

	for (size_t i = 0; i < all.count; i++) {
		const struct circle *c = &all.list[i];
		buffer_printf(&out, "%s%s%lld", i ? " " : "", c->closed ? "(" : "", (long long)ties[c->ties[0]].mentor_id);
		for (size_t t = 0; t + c->closed < c->count; t++)
			buffer_printf(&out, "%s%lld", c->closed ? " " : "-", (long long)ties[c->ties[t]].mentee_id);
		buffer_printf(&out, "%s", c->closed ? ")" : "");
	}
	return buffer_string(&out);
}

static void small_shapes(void)
{
	const struct circle_tie ring[] = { { 2, 3 }, { 3, 1 }, { 1, 2 } }, chain[] = { { 5, 6 }, { 4, 5 }, { 6, 7 } };
	const struct circle_tie both[] = { { 1, 2 }, { 2, 3 }, { 3, 1 }, { 3, 4 }, { 4, 5 }, { 9, 1 } };
	const struct circle_tie eight[] = { { 1, 2 }, { 2, 3 }, { 3, 1 }, { 1, 4 }, { 4, 5 }, { 5, 1 } };
	const struct circle_tie fan[] = { { 1, 2 }, { 1, 3 }, { 1, 4 } };

	is(shown(NULL, 0), "", "no pairs make no circle");
	is(shown(ring, 3), "(1 2 3)", "three who each mentor the next are a ring");
	is(shown(ring + 1, 2), "3-1-2", "when one pair of a ring ends, only that pair is gone: the rest is a chain");
	is(shown(chain, 3), "4-5-6-7", "a chain goes from who only gives to who only receives");
	is(shown(both, 6), "(1 2 3) 3-4-5 9-1", "a ring with a chain that leaves it and one that comes to it");
	is(shown(eight, 6), "(1 2 3) (1 4 5)", "two rings may go through one person");
	is(shown(fan, 3), "1-2 1-3 1-4", "who mentors three begins three chains");
}

static uint32_t seed = 3;

static uint32_t any(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (uint32_t)(((uint64_t)seed * below) >> 32);
}

static bool is_whole(const struct circles *all, const struct circle_tie *ties, size_t count)
{
	bool *seen = arena_array(arena, count + 1, sizeof *seen);
	size_t sum = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct circle *c = &all->list[i];
		for (size_t t = 0; t < c->count; t++) {
			if (seen[c->ties[t]] || (t && ties[c->ties[t]].mentor_id != ties[c->ties[t - 1]].mentee_id))
				return false;
			seen[c->ties[t]] = true;
		}
		sum += c->count;
		if (c->closed != (ties[c->ties[c->count - 1]].mentee_id == ties[c->ties[0]].mentor_id))
			return false;
	}
	return sum == count;
}

static void many_shapes(void)
{
	enum { TRIES = 3000, TIES = 40 };
	int wrong = 0, moved = 0;

	for (int i = 0; i < TRIES; i++) {
		struct circle_tie ties[TIES], turned[TIES];
		size_t count = any(TIES);
		for (size_t t = 0; t < count; t++) {
			int64_t mentor = 1 + any(15), other = 1 + any(14);
			ties[t] = (struct circle_tie){ mentor, other + (other >= mentor) };
		}
		for (size_t t = 0; t < count; t++)
			turned[t] = ties[(t + count / 2) % count];
		struct circles all = circles_of(arena, ties, count);
		wrong += !is_whole(&all, ties, count);
		moved += circles_of(arena, turned, count).count != all.count;
		if (i % 100 == 0)
			arena_reset(arena);
	}
	is_count(wrong, 0, "of thousands of generated sets each pair is in one ring or chain, and links follow each other");
	is_count(moved, 0, "the order in which pairs come changes nothing");
}

static void many_people(void)
{
	enum { PEOPLE = 10000 };
	struct circle_tie *ties = arena_array(arena, PEOPLE, sizeof *ties);

	for (int i = 0; i < PEOPLE; i++)
		ties[i] = (struct circle_tie){ i, (i + 1) % PEOPLE };
	struct circles all = circles_of(arena, ties, PEOPLE);
	ok(all.count == 1 && all.list[0].closed && all.list[0].count == PEOPLE, "ten thousand people may be one ring");
	for (int i = 0; i < PEOPLE; i++)
		ties[i] = (struct circle_tie){ 2 * i, 2 * i + 1 };
	size_t before = arena_used(arena);
	all = circles_of(arena, ties, PEOPLE);
	is_count((long long)all.count, PEOPLE, "or as many pairs by themselves");
	ok(arena_used(arena) - before < 4 * 1024 * 1024, "which takes little memory");
}

int main(void)
{
	arena = arena_new((size_t)1 << 30);
	small_shapes();
	many_shapes();
	many_people();
	arena_free(arena);
	return done();
}
