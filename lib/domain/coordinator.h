/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Coordinators: who is there, who is away, and who stands in for whom. */
#ifndef DOMAIN_COORDINATOR_H
#define DOMAIN_COORDINATOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

/* Whoever was not signed in for so long is taken to be away, until they sign in again. */
enum { COORDINATOR_SILENT_DAYS = 14 };

/* All of them, in struct coordinator; they are few. */
struct coordinator {
	int64_t person_id, deputy_id;
	const char *call_name;
	const char *away_from, *away_until;
	int64_t seen_at;
	bool is_active, is_away, is_silent;   /* away: by what they said; silent: not signed in */
};
struct list coordinators(struct work *work);

/* NULL: no coordinator (any more). */
const struct coordinator *coordinator_of(struct list all, int64_t person_id);
bool coordinator_is_there(const struct coordinator *coordinator);

/* Whether what `owner_id` looks after waits for `person_id`: their own, nobody's, that of whom they stand in for, and of
   whoever is not there and has no deputy who is. */
bool coordinator_answers_for(struct list all, int64_t person_id, int64_t owner_id);

/* Says when somebody is away, and who stands in. Both days empty: not away. False where the last day comes before the first, or
   the deputy is no other coordinator. */
bool coordinator_go_away(struct work *work, int64_t person_id, const char *first, const char *last, int64_t deputy_id);

/* Whoever acts looks after what somebody who is not there looks after, until they are. False when they are there, or somebody else does already. */
bool coordinator_stand_in(struct work *work, int64_t person_id);

#endif
