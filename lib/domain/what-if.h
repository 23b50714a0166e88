/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What would change if …: matching tried with one thing other than it is. Nothing is written. */
#ifndef DOMAIN_WHAT_IF_H
#define DOMAIN_WHAT_IF_H

#include <stdint.h>

#include "base/view.h"
#include "db/work.h"
#include "domain/choice.h"

/* Asks met, and people who both give and receive: as it is, and then. */
struct what_if {
	int64_t met_now, met_then, both_now, both_then;
};

/* Where a programme is joined, what the two have apart is what they have now. */
struct what_if what_if_of(struct work *work, int64_t programme_id, const struct choice_change *change);

/* Rows of run_bars of the last run that a coordinator may lift by hand: the other way round, and what one of them dropped. */
struct list what_if_bars(struct work *work, int64_t programme_id);

#endif
