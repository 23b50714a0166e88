/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/matching: levels so high that sums of prices on the way could pass 63 bits, though V does not. */
#ifndef MATCHING_LEVELS_H
#define MATCHING_LEVELS_H

#include "matching/matching.h"

/* Whether the graph's levels are of that kind. */
bool levels_are_high(const struct matching_graph *graph);

/* What matching_solve does, for them. */
enum matching_result levels_solve(const struct matching_graph *graph, const struct matching_options *options, struct matching_answer *answer);

/* matching.c: the same for all others. */
enum matching_result levels_solve_low(const struct matching_graph *graph, const struct matching_options *options, struct matching_answer *answer);

/* matching.c: the most arcs that there is room for. */
uint64_t levels_most_arcs(const struct matching_graph *graph);

#endif
