/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The engine: who could mentor whom, with what weight, goes in; the arcs to choose come out. Knows no
   database and no person, only numbers. */
#ifndef MATCHING_GREEDY_H
#define MATCHING_GREEDY_H

#include <stdint.h>

struct greedy_person {
	uint8_t capacity;      /* how many they can mentor */
};

/* Mentor to mentee, for one of the mentee's asks. All bars were passed before. */
struct greedy_arc {
	uint32_t mentor;       /* numbers of people, from 0 */
	uint32_t mentee;
	uint32_t ask;          /* number of an ask, from 0; each has one mentee */
	uint16_t weight;       /* 0 to 1000 */
};

struct greedy_graph {
	const struct greedy_person *people;
	uint32_t person_count;
	const struct greedy_arc *arcs;
	uint32_t arc_count;
	uint32_t ask_count;
};

struct greedy_answer {
	uint32_t *chosen;      /* numbers of arcs, ascending; the caller gives room for ask_count of them */
	uint32_t count;
	uint32_t both;         /* people with a chosen arc out and one in */
	uint64_t weight;
	uint32_t bound;        /* no choice meets more asks than this */
};

/* Chooses arcs: nobody mentors more people than their capacity, each ask is met once at most, and of
   two people one at most mentors the other. First as many asks as a greedy choice with exchanges
   meets, those that give somebody both sides before others, then heavy ones. The same graph gives the
   same answer. Returns false when there is no memory; the answer is then empty. */
int greedy_solve(const struct greedy_graph *graph, struct greedy_answer *answer);

#endif
