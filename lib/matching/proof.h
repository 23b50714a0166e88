/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: from the network to what is told. */
#ifndef MATCHING_PROOF_H
#define MATCHING_PROOF_H

#include "matching/net.h"

/* Prices for a proof, all 0; proof_free. False: no memory. */
bool proof_new(struct matching_proof *proof, const struct matching_graph *graph, struct memory *memory);
void proof_free(struct matching_proof *proof, const struct matching_graph *graph, struct memory *memory);

/* The network's prices as they are now, in the order that a proof asks for. False: no memory. */
bool proof_of(struct matching_proof *proof, const struct net *net);

/* A legal choice near the arcs in use: those that do not fit are left out, heavy ones that do are put in.
   `chosen` has room for answer_room arcs. False: no memory. */
uint32_t answer_room(const struct matching_graph *graph);
bool answer_of(struct matching_answer *answer, const struct net *net);

#endif
