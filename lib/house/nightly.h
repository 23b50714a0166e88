/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The one job of a night: what a day brings, the list of erasures, a backup, checks, and the head of the audit by mail to
   whoever looks after the site and to the trustee for safeguarding. It is run by cron, or by the first request after
   midnight; never by two at once. Each step is done once a day, but for the first two, which find nothing more to do. */
#ifndef HOUSE_NIGHTLY_H
#define HOUSE_NIGHTLY_H

#include <stdbool.h>
#include <stdint.h>

#include "db/work.h"

struct site;

enum nightly {
	NIGHTLY_DONE,
	NIGHTLY_BUSY,      /* another process is at it */
	NIGHTLY_STOPPED    /* a step could not be done, and is tried again when it is next run; the log says which */
};

/* `work` is of the site, in no transaction. *broken: names of checks that found something, with spaces between, or "". */
enum nightly nightly_run(struct work *work, const struct site *site, const char **broken);

#endif
