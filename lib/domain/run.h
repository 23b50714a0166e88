/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One press of Match: who in a programme could help whom, with every bar checked, becomes proposals
   for a coordinator to look at. */
#ifndef DOMAIN_RUN_H
#define DOMAIN_RUN_H

#include <stdint.h>

struct work;

/* Matches a programme and saves what comes out. Returns the run's number, or 0 with trouble. What a run
   before put forward and nobody has decided on is looked at anew: it stays the same proposal where the
   two are chosen again, else it is replaced. */
int64_t run_match(struct work *work, int64_t programme_id);

#endif
