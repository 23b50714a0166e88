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

/* Walks the whole chain. True when every row follows from the one before; else *broken is the first
   that does not. */
bool audit_holds(struct work *work, int64_t *broken);

#endif
