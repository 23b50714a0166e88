/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A worry about somebody's safety or conduct: it reaches a safeguarding lead, and nobody else. */
#ifndef DOMAIN_CONCERN_H
#define DOMAIN_CONCERN_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

struct concern_told {
	const char *who_about;
	const char *what;
	const char *reply_to;
	bool about_us;          /* about someone who runs the programme: a trustee sees it, leads do not */
	int64_t hours;          /* within which an answer is promised */
};

/* Keeps a concern. Returns its number, or 0 with trouble. */
int64_t concern_raise(struct work *work, const struct concern_told *told);

/* Notes who looked, in the same transaction as the look; a second look within the hour is the first. */
void concern_looked(struct work *work, int64_t concern_id);

/* Steps: a lead takes it on; a lead closes it. False when somebody was faster. */
bool concern_take(struct work *work, int64_t concern_id);
bool concern_close(struct work *work, int64_t concern_id);

#endif
