/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who did what: numbers and verbs, never values or names, each row with the hash of the one before. */
#ifndef DOMAIN_AUDIT_H
#define DOMAIN_AUDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/view.h"

struct work;

/* Adds a row for whoever acts. `verb` such as "pair.pause", `subject` a table; `columns` the names of
   what changed, with spaces between, or "". In the same write transaction as the change. */
void audit_add(struct work *work, const char *verb, const char *subject, int64_t subject_id, const char *columns);

/* The same without saying who: of a pause or a concern, which must not lead to whoever raised it. */
void audit_add_unsaid(struct work *work, const char *verb, const char *subject, int64_t subject_id);

/* Walks the whole chain. True when every row follows from the one before and the last is the last that was written;
   else *broken is the first that does not, or that is missing. Time grows with the rows, memory does not. */
bool audit_holds(struct work *work, int64_t *broken);

/* The same without looking whether the end is missing: of a database that another key has sealed. */
bool audit_follows(struct work *work, int64_t *broken);

/* Seals the end of the chain as it is with the key of `work`. In a write transaction. */
void audit_seal(struct work *work);

/* The last row and its hash, to be told to somebody who keeps it: who has the file and its key can make a new chain,
   but none that goes through a head that was told. Row 0: the audit is empty. */
struct audit_head {
	int64_t row;
	const char *hash;
};
struct audit_head audit_head_of(struct work *work);

/* Whether this is still a row of the audit. */
bool audit_goes_through(struct work *work, const struct audit_head *head);

enum { AUDIT_PAGE = 50 };

/* What is looked for. */
struct audit_question {
	int64_t who;            /* acted, or was acted on; 0: anybody */
	const char *verb;       /* pair.pause, or pair for all of its verbs; "" : any */
	int64_t since, until;   /* moments */
	int64_t from;           /* go on from here, as *older of before; 0: from the newest */
	bool as_lead;           /* rows about concerns that work->person_id may read, and about private lists */
};

/* The newest rows of audit_found that fit, AUDIT_PAGE at the most, of 5,000 looked at. *older: where to go on; 0
   when there is nothing older. */
struct list audit_search(struct work *work, const struct audit_question *asked, int64_t *older);

#endif

