/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Two proposals that a coordinator has not decided on exchange their mentors, with every bar checked for both. */
#ifndef DOMAIN_SWAP_H
#define DOMAIN_SWAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

enum { SWAPS_MOST = 20 };

struct swap {
	int64_t other_id;        /* the proposal to exchange mentors with */
	const char *other_mentor, *other_mentee;
	int64_t points;          /* of both together then, less those of now */
};

/* Those that may be made with this proposal, what gains most first: at most SWAPS_MOST of them. */
struct list swaps_of(struct work *work, int64_t proposal_id);

/* Exchanges: both are replaced, and the two new ones kept. False when that may not be done (any more). */
bool swap_make(struct work *work, int64_t proposal_id, int64_t other_id);

#endif
