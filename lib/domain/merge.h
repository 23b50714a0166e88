/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Two sign-ups of one person, made one. */
#ifndef DOMAIN_MERGE_H
#define DOMAIN_MERGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct work;

/* Whom the person, who is new and waits to be read, could be as well: merge_twins. None where they cannot be merged. */
struct list merge_twins(struct work *work, int64_t person_id);

/* What `person_id` told goes to `into_id`, where it is not there yet: sign-ups, asks and offers as far as there is room,
   ways to reach them, what keeps them apart. The second has left then, and is forgotten as everybody is who has.
   False where the two are not such a pair any more. */
bool merge(struct work *work, int64_t person_id, int64_t into_id);

#endif
