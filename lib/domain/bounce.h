/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A mail came back. After the second that will never arrive we write to that address no more, but for codes that are asked
   for, and a coordinator rings. */
#ifndef DOMAIN_BOUNCE_H
#define DOMAIN_BOUNCE_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

enum { BOUNCES_MOST = 2 };

/* Marks a mail of the outbox that had gone as one that came back. False where it was marked before, or is not there. */
bool bounce_note(struct work *work, int64_t outbox_id);

#endif
