/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/restoring.h"

#include "base/arena.h"
#include "base/text.h"
#include "house/restore.h"

void restoring_show(struct request *q, struct desk_restore *view)
{
	view->backups = backup_all(q->work.arena, q->site);
	view->broken = "";
}

/* Only what the page offered: a name of the folder, never a path. */
static const char *path_of(struct request *q, const char *name)
{
	const struct desk_restore *view = q->view;

	for (size_t i = 0; i < view->backups.count; i++)
		if (text_is(((const struct backup *)view->backups.rows + i)->name, name))
			return arena_printf(q->work.arena, "%s/backups/%s", q->site->data, name);
	return NULL;
}

static struct outcome refused(struct request *q, enum restore_answer answer, const struct restored *done)
{
	struct desk_restore *view = q->view;

	view->broken = done->broken;
	switch (answer) {
	case RESTORE_NO_PASSPHRASE: return blamed(q, "passphrase", REASON_NONE_CHOSEN);
	case RESTORE_WRONG_PASSPHRASE: return blamed(q, "passphrase", REASON_WRONG_CODE);
	case RESTORE_NO_LIST: return blamed(q, "erased", REASON_GONE);
	case RESTORE_OTHER_LIST: return blamed(q, "erased", REASON_NOT_ALLOWED);
	case RESTORE_NO_FILE:
	case RESTORE_NO_BACKUP: return blamed(q, "backup", REASON_GONE);
	case RESTORE_NEWER:
	case RESTORE_OLDER: return blamed(q, "backup", REASON_TAKEN);
	case RESTORE_NOT_SOUND: return blamed(q, "backup", REASON_NOT_ALLOWED);
	default: break;
	}
	q->work.trouble = TROUBLE_NOT_SAVED;
	return (struct outcome){ OUTCOME_STOPPED, NULL };
}

struct outcome restoring_run(struct request *q, const struct restoring_typed *typed)
{
	const struct restore_plan plan = { path_of(q, typed->backup), typed->passphrase, typed->erased, false };
	struct restored done;

	if (!plan.path)
		return blamed(q, "backup", REASON_GONE);
	enum restore_answer answer = restore_run(&q->work, q->site, &plan, &done);
	return answer == RESTORED ? shown : refused(q, answer, &done);
}
