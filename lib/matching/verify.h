/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Proves what the engine claims, in integers of 128 bits, without any of the engine's own code.

   The prices are multipliers of the rows
     alpha  arcs out of a person <= capacity        beta   arcs into an ask <= its need
     gamma  y <= arcs out of the person             delta  y <= arcs into the person   (y: has both sides)
     lambda arcs between two people <= 1            mu     y <= the person's arcs, but for those with one neighbour
   of which gamma, delta and mu hold only where `has` does not give that side already. By weak duality, with usable arcs
   (the mentor has capacity, the ask has need) from u to an ask of v:
     scale * V <= sum capacity * alpha + sum need * beta + sum lambda
       + sum over people who can gain a side   max(0, scale * both - gamma - delta - MU)
       + sum over usable arcs                  max(0, scale * (arc + weight) - alpha_u - beta_ask + gamma_u + delta_v
                                                      - lambda_uv + MU_u - mu_uv + MU_v - mu_vu)        MU = sum of a person's mu */
#ifndef MATCHING_VERIFY_H
#define MATCHING_VERIFY_H

#include "matching/matching.h"

/* A row of branch and bound's own: arcs of which each bars the next, and the last the first, for they share a mentor or an
   ask that takes one, or join the same two people. Of an odd number of them fewer than half can be chosen: adds
   (count - 1) / 2 * price to the sum, and takes the price from each. */
struct matching_ring {
	const uint32_t *arcs;
	uint32_t count;
	int64_t price;
};

/* Another: people, of whom none has a side already, and an odd number of pairs of which one is among them and one is not. Who
   has both sides has two partners, so that of these people no more have both than there are chosen arcs in the group, and
   out of it but for these pairs, and half of the pairs rounded down: adds out_count / 2 * price to the sum, takes the price
   from each person's `both`, and adds it to each of those arcs. */
struct matching_group {
	const uint32_t *people;   /* ascending */
	uint32_t count;
	const uint32_t *out;      /* two people of each pair, the lower first; pairs ascending */
	uint32_t out_count;       /* pairs */
	int64_t price;
};

/* A part of the choices: those without the barred arcs, judged by more rows. */
struct matching_leaf {
	const bool *barred;    /* of each arc. NULL: none is */
	const struct matching_ring *rings;
	uint32_t ring_count;
	const struct matching_group *groups;
	uint32_t group_count;
	/* Once it is proved of this part, or of one that holds it, that P + M <= count_limit, that is a row as well: its price adds
	   count_limit * count_price to the sum, and is taken from each arc and each `both`. A price of 0: it is not used */
	int64_t count_limit, count_price;
};

/* The bound that the prices prove, of a part or (NULL) of all choices; or -1 where they prove nothing: one is below 0, a ring
   or group is none, the sum passes 63 bits, or there is no memory for a word an arc and a word a person. */
int64_t matching_proof_bound(const struct matching_graph *graph, const struct matching_proof *proof, const struct matching_leaf *leaf);

/* Marks the arcs that no choice worth more than `value` holds: forced in, each would bring what the prices prove down to it.
   Returns how many; -1 where the prices prove nothing. */
int64_t matching_proof_bars(const struct matching_graph *graph, const struct matching_proof *proof, int64_t value, bool *barred);

/* Whether the chosen arcs are a legal choice, and count, both, weight and value are what they say. */
bool matching_is_legal(const struct matching_graph *graph, const struct matching_answer *answer);

/* Whether the answer is legal, is within its bound, and its prices prove `proved`. */
bool matching_verify(const struct matching_graph *graph, const struct matching_answer *answer);

#endif
