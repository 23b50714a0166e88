/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The engine: who could mentor whom, with what weight, goes in; the arcs to choose come out, with a bound that no
   choice passes and prices that prove it. Knows no person and no database, only numbers.

   An arc goes from a mentor to an ask of a mentee. Of the arcs chosen, a mentor has at most `capacity`, an ask at most
   its need, and of two people at most one arc joins the two, whichever way and for whichever ask. With
     P = people who have both sides by it (see `has`), M = arcs chosen, W = the sum of their weights
   the engine seeks the most of V = both * P + arc * M + W. */
#ifndef MATCHING_MATCHING_H
#define MATCHING_MATCHING_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MATCHING_GIVES = 1, MATCHING_RECEIVES = 2, MATCHING_HEAVIEST = 1000 };

/* People, asks and arcs are numbered from 0. Who builds a graph numbers them by what they are and never by the order in
   which they came: the same graph gives the same answer, and two orders of one graph are two graphs. */
struct matching_graph {
	uint32_t person_count;
	const uint8_t *capacity;      /* of each person: people that they can mentor */
	const uint8_t *has;           /* of each person: sides that they have already, outside of this graph. NULL: nobody has any.
	                                 Who has one earns `both` by the other alone; who has two earns it no more */
	uint32_t ask_count;
	const uint32_t *ask_mentee;   /* of each ask, ascending */
	const uint8_t *ask_need;      /* of each ask: the mentors that it takes */
	const uint32_t *ask_first;    /* its arcs are ask_first[a] to ask_first[a + 1] - 1: there is one number more than asks */
	const uint32_t *arc_mentor;   /* of each arc; ascending within an ask, never the mentee */
	const uint16_t *arc_weight;   /* of each arc: 0 to MATCHING_HEAVIEST */
	int64_t both, arc;            /* what a person with both sides is worth, and a need that is met; 0 or more */
};

/* The worth of `both` and `arc` that puts P + M before all weight: 1000 K + 1, K = the most arcs that there is room for. */
int64_t matching_big(const struct matching_graph *graph);

/* A price between two people. */
struct matching_price {
	uint32_t one, other;
	int64_t price;
};

/* Prices, all 0 or more and counted in 1/scale, that prove a bound: see verify.h for how. */
struct matching_proof {
	int64_t scale;
	int64_t *alpha, *gamma, *delta;   /* of each person */
	int64_t *beta;                    /* of each ask */
	struct matching_price *lambda;    /* of pairs, one < other, ascending; the rest are 0 */
	uint32_t lambda_count;
	struct matching_price *mu;        /* of a person against a neighbour; once at most, ascending; the rest are 0 */
	uint32_t mu_count;
};

enum matching_end { MATCHING_COMPLETE, MATCHING_STEPS, MATCHING_TIME, MATCHING_MEMORY, MATCHING_STOPPED };

/* All arrays belong to the answer: matching_answer_free. */
struct matching_answer {
	uint32_t *chosen;      /* numbers of arcs, ascending */
	uint32_t count;        /* M */
	uint32_t both;         /* P */
	uint64_t weight;       /* W */
	int64_t value, bound;  /* V, and what no choice passes */
	int64_t proved;        /* what `proof` proves; less than that only branch and bound has proved, each leaf by prices of its own */
	uint64_t steps;        /* taken: the same on every machine */
	enum matching_end end; /* complete: nothing stopped it, though a gap may be left */
	struct matching_proof proof;
};

struct matching_progress {
	const char *stage;     /* a word for people who read logs */
	uint64_t steps;
	int64_t value, bound;  /* so far; a bound of INT64_MAX: none yet */
};

/* All 0: as long as it takes. Whatever stops it, the answer is legal and the bound valid. */
struct matching_options {
	uint64_t steps;                    /* at most; this limit repeats on every machine. 0: none */
	int64_t milliseconds;              /* at most. 0: none */
	size_t memory;                     /* bytes that the engine itself may hold. 0: no limit */
	const volatile sig_atomic_t *stop; /* stops once it is not 0. NULL: nothing does */
	const struct matching_answer *from;/* begin there: an answer with its proof, in this graph's numbers; what does not fit is passed over */
	void (*progress)(void *context, const struct matching_progress *progress);   /* from time to time. NULL: nobody asks */
	void *context;
};

enum matching_result {
	MATCHING_DONE,
	MATCHING_NO_MEMORY,    /* not even for an empty answer */
	MATCHING_TOO_LARGE     /* V could pass 63 bits */
};

/* Fills the answer. The same graph and options give the same answer, byte for byte, unless the clock, the memory or the
   flag ended it. Holds nothing back: what it allocates is freed, or is the answer's. On a result that is not
   MATCHING_DONE the answer is empty, and may be freed all the same. */
enum matching_result matching_solve(const struct matching_graph *graph, const struct matching_options *options, struct matching_answer *answer);

void matching_answer_free(struct matching_answer *answer);

#endif
