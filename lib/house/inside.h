/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to lib/house: what its files ask of a database, and what never leaves with one. */
#ifndef HOUSE_INSIDE_H
#define HOUSE_INSIDE_H

struct work;

/* The setting's value; "" where there is none. */
const char *house_setting(struct work *work, const char *name);

/* Names of the checks that found something, with spaces between; "" where all is well. In no transaction. NULL when nothing
   could be read, with work->trouble where reading came to an end in the middle. */
const char *house_broken(struct work *work);

/* Logins, codes, and what only a mail that waits may know. In the transaction that is open. */
void house_strip(struct work *work);

#endif
