/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Keeps conflicts out of what is live: a pair that becomes conflicted is paused, and both are told only
   that their coordinator will be in touch; a proposal is taken back, and who knew of it hears that somebody
   else is looked for. */
#ifndef DOMAIN_WATCH_H
#define DOMAIN_WATCH_H

#include <stdint.h>

struct work;

/* After anything that a conflict is judged by has changed of this person: their ties, name, e-mail,
   phone or address, or the programme they are in. */
void watch_person(struct work *work, int64_t person_id);

/* Everybody: after a line was tied, which concerns all who are under and over it, and nightly. Nothing that is
   paused already is touched again, so that it may run at any time. */
void watch_all(struct work *work);

#endif
