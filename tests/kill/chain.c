/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* chain: says whether the audit's chain holds in the site of SITE. */
#include <stdio.h>

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"
#include "domain/audit.h"
#include "site/site.h"

enum { ARENA_BYTES = 64 * 1024 * 1024 };

int main(int argc, char **argv)
{
	struct arena *arena = arena_new(ARENA_BYTES);
	struct site *site = site_open(argv[argc - 1]);
	struct work work = { .arena = arena, .db = site->db, .key = &site->key, .request = "chain", .now = clock_now() };
	int64_t broken = 0;

	bool holds = site->state == SITE_READY && db_begin_read(&work) && audit_holds(&work, &broken);
	if (holds)
		puts("holds");
	else
		printf("broken at %lld\n", (long long)broken);
	site_close(site);
	arena_free(arena);
	return !holds;
}
