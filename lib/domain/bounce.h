/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mail came back. After the second that will never arrive we write to that address no more, but for codes that are asked
   for, and a coordinator rings. */
#ifndef DOMAIN_BOUNCE_H
#define DOMAIN_BOUNCE_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

enum { BOUNCES_MOST = 2 };

/* Marks a mail of the outbox that had gone as one that came back. `sent_at`: the moment that its Message-ID tells, for a number
   may come again after a restore. False where it was marked before, is not there, or was written after that. */
bool bounce_note(struct work *work, int64_t outbox_id, int64_t sent_at);

/* A mail that could not be sent, for all our tries, never arrives either: a coordinator rings whoever it was to, once. */
void bounce_nightly(struct work *work);

#endif
