/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A person: who they are, how to reach them, and whether they rest. */
#ifndef DOMAIN_PERSON_H
#define DOMAIN_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"
#include "domain/life.h"

extern const struct life person_life;

/* Takes a step of its life: state, audit, date. The acts below do what has to be done besides. */
bool person_step(struct work *work, int64_t person_id, const char *event, unsigned actor);

/* Rests: nobody is put forward or shown until that day ("": until they say). What is on the way to a pair ends
   kindly; with `pairs` their meetings rest too. False when they rest already, the day is not to come, or they are the only
   safeguarding lead who is there: nobody could read a concern. */
bool person_pause(struct work *work, int64_t person_id, const char *until, bool pairs, unsigned actor);
/* Is there again, and so are the meetings that rested with them. */
bool person_resume(struct work *work, int64_t person_id, unsigned actor);

/* What they are called, and how to reach them. Both are looked at for conflicts at once; that the way to reach
   them has changed is told to the old address and to the new one. */
bool person_rename(struct work *work, int64_t person_id, const char *call_name, const char *full_name);
struct person_reached {
	const char *reach, *email, *phone, *address;
};
bool person_reached_by(struct work *work, int64_t person_id, const struct person_reached *reached);

/* Ends rests whose day is over. */
void person_nightly(struct work *work);

#endif
