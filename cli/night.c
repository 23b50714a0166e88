/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways night: what a day brings with it. */
#include "domain/night.h"

#include "cli/command.h"
#include "db/db.h"
#include "house/erased.h"

int night_command(struct call *call)
{
	struct erased_list list;

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!db_begin_write(&call->work))
		return call_trouble(call);
	night_run(&call->work);
	if (db_commit(&call->work))
		db_settle(call->work.db);
	erased_note(&call->work, call->site, &list);
	return call_trouble(call);
}
