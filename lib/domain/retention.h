/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How long things are kept, as one table: what, for how many days, what is done then. The nights go by it, and so
   does the dry run, which says what would go and when, and touches nothing. */
#ifndef DOMAIN_RETENTION_H
#define DOMAIN_RETENTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"
#include "db/work.h"

struct statement;

struct retention_rule {
	const char *name;
	int days;                                /* for which it is kept */
	const struct statement *kept;            /* what is older than a moment: its number, and since when */
	void (*forget)(struct work *work, int64_t number);
	const struct statement *sweep;           /* or all of it at once */
	bool leads_only;                         /* only a lead may know that there is any, and only a person lets it go */
};
extern const struct retention_rule retention_rules[];
extern const size_t retention_rule_count;

/* So many of each rule in a night, and no more: what is left is the next night's. */
enum { RETENTION_MOST = 200 };

/* Does what is due by now. Returns how many things went. Done again, it finds nothing more. */
int64_t retention_run(struct work *work);

/* How many things of a rule go on a day; today is also what is overdue. */
struct retention_day {
	const char *day;
	int64_t count;
};

/* The days until `days` from now on which something goes, as rows of struct retention_day. Reads alone. */
struct list retention_plan(struct work *work, const struct retention_rule *rule, int days);

#endif
