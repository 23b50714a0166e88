/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Backups: made, taken away locked, brought back; the pack for whoever goes on. */
#include <sys/stat.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/backup-views.h"
#include "cgi-bin/desk/backups.h"
#include "cgi-bin/restoring.h"
#include "domain/audit.h"
#include "pages_desk.h"
#include "sql_backup.h"

enum { LATE_DAYS = 2 };

static const char *file_of(struct request *q, const char *name)
{
	return arena_printf(q->work.arena, "%s/backups/%s", q->site->data, name);
}

/* "1764547200 1764550000 63 2 yes", as the restore left it: made, vouched, people, erased, a list. */
static void read_last(struct request *q, struct desk_backups *view)
{
	struct setting_of last = { .value = "" };
	int64_t *const numbers[] = { &view->made_at, &view->vouched_at, &view->people, &view->erased };

	if (!sql_setting_of(&q->work, &(struct setting_of_in){ "backup.restored" }, &last))
		return;
	const char *rest = last.value, *piece;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!(piece = text_piece(q->work.arena, &rest, ' ')) || !text_is_count(piece, numbers[i]))
			return;
	view->has_list = text_is(rest, "yes");
}

struct outcome backups_show(struct request *q, void *into)
{
	struct desk_backups *view = into;
	const struct backup *newest = backup_newest(q->work.arena, q->site);

	view->backups = backup_all(q->work.arena, q->site);
	view->is_late = !newest || day_between(newest->day, q->work.today) >= LATE_DAYS;
	struct setting_of broken = { .value = "" };
	sql_setting_of(&q->work, &(struct setting_of_in){ "night.broken" }, &broken);
	view->broken = broken.value;
	read_last(q, view);
	return shown;
}

/* The copy is made outside the transaction that remembers the press. */
struct outcome backups_slow(struct request *q, const void *answers)
{
	(void)answers;
	if (backup_make(&q->work, q->site))
		return shown;
	q->work.trouble = TROUBLE_NOT_SAVED;
	return (struct outcome){ OUTCOME_STOPPED, NULL };
}

struct outcome backups_keep(struct request *q, const void *answers)
{
	(void)answers;
	audit_add(&q->work, "backup.make", "setting", 0, "");
	return next_page;
}

static void show_file(struct request *q, struct desk_take_away *view, const char *name)
{
	struct stat facts;

	view->made_at = stat(file_of(q, name), &facts) == 0 ? (int64_t)facts.st_mtime : 0;
}

struct outcome take_away_show(struct request *q, void *into)
{
	show_file(q, into, BACKUP_DOWNLOAD);
	return shown;
}

struct outcome take_away_slow(struct request *q, const void *answers)
{
	const struct desk_take_away_form *f = answers;

	if (backup_lock(&q->work, q->site, f->passphrase))
		return shown;
	q->work.trouble = TROUBLE_NOT_SAVED;
	return (struct outcome){ OUTCOME_STOPPED, NULL };
}

struct outcome take_away_keep(struct request *q, const void *answers)
{
	(void)answers;
	audit_add(&q->work, "backup.lock", "setting", 0, "");
	return next_page;
}

struct outcome take_away_file_show(struct request *q, void *into)
{
	(void)into;
	return web_download_file(q, arena_printf(q->work.arena, "bothways-%s.locked", q->work.today), file_of(q, BACKUP_DOWNLOAD));
}

struct outcome hand_over_show(struct request *q, void *into)
{
	show_file(q, into, HAND_OVER);
	return shown;
}

struct outcome hand_over_slow(struct request *q, const void *answers)
{
	(void)answers;
	if (hand_over_make(&q->work, q->site, file_of(q, HAND_OVER)))
		return shown;
	q->work.trouble = TROUBLE_NOT_SAVED;
	return (struct outcome){ OUTCOME_STOPPED, NULL };
}

struct outcome hand_over_keep(struct request *q, const void *answers)
{
	(void)answers;
	audit_add(&q->work, "backup.hand-over", "setting", 0, "");
	return next_page;
}

struct outcome hand_over_file_show(struct request *q, void *into)
{
	(void)into;
	return web_download_file(q, arena_printf(q->work.arena, "bothways-hand-over-%s.zip", q->work.today), file_of(q, HAND_OVER));
}

struct outcome restore_show(struct request *q, void *into)
{
	restoring_show(q, into);
	q->formless = ((const struct desk_restore *)into)->backups.count == 0;
	return shown;
}

struct outcome restore_slow(struct request *q, const void *answers)
{
	const struct desk_restore_form *f = answers;

	return restoring_run(q, &(struct restoring_typed){ f->backup, f->passphrase, f->erased });
}

/* Nobody is signed in any more, and whoever pressed the button neither. */
struct outcome restore_keep(struct request *q, const void *answers)
{
	(void)answers;
	return go_to(q, "desk", "/backups");
}
