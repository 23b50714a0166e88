/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Bringing a backup back, for the desk and for set-up: both have a page with the same fields. */
#ifndef RESTORING_H
#define RESTORING_H

#include "cgi-bin/backup-views.h"
#include "web/web.h"

/* What was typed: the fields of templates/restore-fields.xml. */
struct restoring_typed {
	const char *backup, *passphrase, *erased;
};

void restoring_show(struct request *q, struct desk_restore *view);

/* Does it, outside any transaction; blames the field that is wrong. */
struct outcome restoring_run(struct request *q, const struct restoring_typed *typed);

#endif
