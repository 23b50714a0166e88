/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to proposal*.c: taking a step, and who hears of it. */
#ifndef DOMAIN_PROPOSAL_LIFE_H
#define DOMAIN_PROPOSAL_LIFE_H

#include <stdbool.h>

#include "domain/proposal.h"
#include "sql_proposal.h"

bool proposal_find(struct work *work, int64_t proposal_id, struct proposal_one *p);

/* Takes the step and tells. `p` is the proposal as it was before, `by_id` which of the two takes it (0: neither).
   False: there is no such step, or somebody was faster; nothing is changed then. */
bool proposal_take(struct work *work, const struct proposal_one *p, const char *event, unsigned actor, int64_t by_id);

/* Opens it as a step of `actor`. */
int64_t proposal_open_by(struct work *work, const struct proposal_one *p, unsigned actor);

/* They may be friends or neighbours, and no coordinator has allowed it. */
bool proposal_needs_allowing(struct work *work, const struct proposal_one *p);

/* What keeps these two from each other now, or "". */
const char *proposal_barred(struct work *work, const struct proposal_one *p);

#endif
