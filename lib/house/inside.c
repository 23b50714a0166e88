/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "house/inside.h"

#include "base/buffer.h"
#include "db/db.h"
#include "domain/invariant.h"
#include "sql_backup.h"
#include "sql_setting.h"

const char *house_setting(struct work *work, const char *name)
{
	struct setting_of found = { .value = "" };

	return sql_setting_of(work, &(struct setting_of_in){ name }, &found) ? found.value : "";
}

static void note_broken(void *context, const char *name, const char *noun, struct list rows)
{
	struct buffer *out = context;

	(void)noun;
	if (rows.count)
		buffer_printf(out, "%s%s", out->length ? " " : "", name);
}

const char *house_broken(struct work *work)
{
	struct buffer out = buffer_in(work->arena, 64);

	if (!db_begin_read(work))
		return NULL;
	invariants_check(work, note_broken, &out);
	db_end_read(work);
	return buffer_string(&out);
}

void house_strip(struct work *work)
{
	sql_backup_no_browsers(work);
	sql_backup_no_codes(work);
	sql_backup_no_papers(work);
	sql_backup_no_once(work);
	sql_backup_no_unsent(work);
	sql_backup_no_counts(work);
	sql_backup_no_returns(work);
}
