/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What must always be true, whatever happened: looked at by `bothways check`, and after every accident of the tests. */
#ifndef DOMAIN_INVARIANT_H
#define DOMAIN_INVARIANT_H

#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

/* One thing that is not as it must be. */
struct broken {
	int64_t number;          /* of the row; 0: `said` says what */
	const char *said;
};

/* Told of each check: its name, the noun whose numbers are told ("pair", or "" where words are), and what is not so: rows
   of struct broken, none when all is well. */
typedef void invariant_tell(void *context, const char *name, const char *noun, struct list broken);

/* Looks at all of them, in a read transaction. */
void invariants_check(struct work *work, invariant_tell *tell, void *context);

#endif
