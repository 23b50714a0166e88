/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who did what: numbers and verbs, never values or names, each row with the hash of the one before. */
#ifndef DOMAIN_AUDIT_H
#define DOMAIN_AUDIT_H

#include <stdbool.h>
#include <stdint.h>

struct work;

/* Adds a row for whoever acts. `verb` such as "pair.pause", `subject` a table; `columns` the names of
   what changed, with spaces between, or "". In the same write transaction as the change. */
void audit_add(struct work *work, const char *verb, const char *subject, int64_t subject_id, const char *columns);

/* The same without saying who: of a pause or a concern, which must not lead to whoever raised it. */
void audit_add_unsaid(struct work *work, const char *verb, const char *subject, int64_t subject_id);

/* Walks the whole chain. True when every row follows from the one before and the last is the last that was written;
   else *broken is the first that does not, or that is missing. */
bool audit_holds(struct work *work, int64_t *broken);

/* The last row and its hash, to be told to somebody who keeps it: who has the file and its key can make a new chain,
   but none that goes through a head that was told. Row 0: the audit is empty. */
struct audit_head {
	int64_t row;
	const char *hash;
};
struct audit_head audit_head_of(struct work *work);

/* Whether this is still a row of the audit. */
bool audit_goes_through(struct work *work, const struct audit_head *head);

#endif
