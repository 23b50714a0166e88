/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What is held on somebody, for their own page and for the print that the desk makes. */
#ifndef HELD_H
#define HELD_H

#include "cgi-bin/held-views.h"
#include "db/work.h"

/* All of it as JSON, with the charity's words in that language; "{}" for nobody. */
const char *held_json(struct work *work, int64_t person_id, const char *language);

/* That text as struct held_group, in its own order. */
struct list held_groups(struct work *work, const char *json);

/* The same without what no coordinator may read (docs/privacy.md). */
struct list held_groups_at_desk(struct work *work, const char *json);

#endif
