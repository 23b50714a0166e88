/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a day brings with it: reminders, lapses, ends, and what has to be looked at again. */
#ifndef DOMAIN_NIGHT_H
#define DOMAIN_NIGHT_H

struct work;

/* Does all that is due. In one write transaction; may be run at any time and any number of times a day,
   and makes good what was missed while it was not run. */
void night_run(struct work *work);

#endif
