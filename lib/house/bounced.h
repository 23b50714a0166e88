/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A report of a mail that came back, from a pipe or pasted at the desk, put to its use. */
#ifndef HOUSE_BOUNCED_H
#define HOUSE_BOUNCED_H

#include "db/work.h"

enum bounced {
	BOUNCED_NOTED,         /* an address that does not work */
	BOUNCED_KNOWN,         /* it was noted before, or the mail has been forgotten since */
	BOUNCED_SOFT,          /* the mailbox was full, or the like: nothing to note */
	BOUNCED_NO_REPORT,     /* it is no such report */
	BOUNCED_NOT_OURS       /* it tells of no mail of ours */
};

/* In a write transaction. */
enum bounced bounced_take(struct work *work, const char *text);

#endif
