/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One press of Match: who in a programme could help whom, with every bar checked, becomes proposals
   for a coordinator to look at. */
#ifndef DOMAIN_RUN_H
#define DOMAIN_RUN_H

#include <stdbool.h>
#include <stdint.h>

struct work;

/* Matches a programme and saves what comes out. Returns the run's number, or 0 with trouble. What a run
   before put forward and nobody has decided on is looked at anew: it stays the same proposal where the
   two are chosen again, else it is replaced. */
int64_t run_match(struct work *work, int64_t programme_id);

/* Whether a run would put forward anybody else than lies before the coordinator undecided, tell anybody left out something
   else, or count another day on which they missed out. For cron: what differs by points alone can wait for a press. */
bool run_would_change(struct work *work, int64_t programme_id);

#endif
