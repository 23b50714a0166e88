/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "house/nightly.h"

#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "db/db.h"
#include "domain/audit.h"
#include "domain/night.h"
#include "domain/tell.h"
#include "house/backup.h"
#include "house/erased.h"
#include "house/inside.h"
#include "language/sentences.h"
#include "site/site.h"
#include "sql_backup.h"
#include "sql_setting.h"

struct night {
	struct work *work;
	const struct site *site;
	struct erased_list erased;
};

/* "2026-11-26 acts erased backup": what this day has had already. A clock that stepped makes it another day. */
static const char *done_today(struct work *work)
{
	const char *done = house_setting(work, "night.done");

	return text_starts(done, work->today) ? done : work->today;
}

/* In the transaction that is open. */
static void mark(struct work *work, const char *step)
{
	sql_setting_put(work, &(struct setting_put_in){ .name = "night.done", .value = arena_printf(work->arena, "%s %s", done_today(work), step) });
}

static bool put(struct work *work, const char *name, const char *value)
{
	if (!db_begin_write(work))
		return false;
	sql_setting_put(work, &(struct setting_put_in){ .name = name, .value = value });
	return db_commit(work);
}

/* Reminders, lapses, ends, retention. */
static bool do_acts(struct night *n)
{
	if (!db_begin_write(n->work))
		return false;
	night_run(n->work);
	if (!db_commit(n->work))
		return false;
	db_settle(n->work->db);
	return true;
}

static bool do_erased(struct night *n)
{
	struct erased_list list;

	if (!erased_note(n->work, n->site, &list))
		return false;
	n->erased = list;
	return true;
}

static bool do_backup(struct night *n)
{
	return backup_make(n->work, n->site) != NULL;
}

/* The file, its references, the audit, conflicts, and all else that must always be true. */
static bool do_check(struct night *n)
{
	const char *broken = house_broken(n->work);

	if (!broken)
		return false;
	if (*broken)
		log_line("%s these checks found something: %s", n->work->request, broken);
	return put(n->work, "night.broken", broken);
}

static const char *letter(struct night *n, const struct audit_head *head)
{
	struct arena *arena = n->work->arena;
	const char *broken = house_setting(n->work, "night.broken");

	return arena_printf(arena, "%lld:%s\nChecks: %s\n\n%s", (long long)head->row, head->hash, *broken ? broken : "ok",
			    erased_text(arena, &n->erased));
}

/* A new program, or a sentence in own words, makes what readers have marked of a language a thing to be counted at each page. */
static bool do_readings(struct night *n)
{
	bool done = true;

	/* Whoever marks at the desk does so in a write transaction too. */
	if (!db_begin_write(n->work))
		return false;
	const struct settings settings = site_settings(n->work, "");
	const char *rest = settings.languages, *code;
	while ((code = text_piece(n->work->arena, &rest, ' ')))
		done &= reading_freshen(n->work->arena, code);
	return db_commit(n->work) && done;
}

/* To hands that the database is not in. Marked with the mails, or a job that is killed between the two sends them twice. */
static bool do_heads(struct night *n)
{
	/* A mail without the list would say that nobody was erased. */
	if (!*n->erased.site || !db_begin_write(n->work))
		return false;
	const struct audit_head head = audit_head_of(n->work);
	struct list readers = sql_night_readers(n->work);
	const char *text = letter(n, &head);
	for (size_t i = 0; i < readers.count; i++)
		tell_sealed(n->work, ((const struct night_readers *)list_row(&night_readers_view, readers, i))->person_id, "night", text);
	mark(n->work, "heads");
	return db_commit(n->work);
}

static const struct step {
	const char *name;
	bool (*run)(struct night *n);
	bool always;
} steps[] = {
	{ "acts", do_acts, true }, { "erased", do_erased, true }, { "backup", do_backup, false }, { "check", do_check, false }, { "readings", do_readings, false }, { "heads", do_heads, false },
};

static bool marked(struct work *work, const char *step)
{
	if (text_has_word(done_today(work), step))
		return true;
	if (!db_begin_write(work))
		return false;
	mark(work, step);
	return db_commit(work);
}

/* Marked after the step: a job that was killed in it does it once more. */
static bool run_step(struct night *n, const struct step *step)
{
	if (text_has_word(done_today(n->work), step->name) && !step->always)
		return true;
	if (step->run(n))
		return marked(n->work, step->name);
	log_line("%s the night's step %s was not done", n->work->request, step->name);
	return false;
}

enum nightly nightly_run(struct work *work, const struct site *site, const char **broken)
{
	struct night night = { .work = work, .site = site, .erased = { .site = "" } };
	int lock = site_night_lock(work->arena, site);
	bool done = true;

	*broken = "";
	if (lock < 0)
		return lock == SITE_NIGHT_TAKEN ? NIGHTLY_BUSY : NIGHTLY_STOPPED;
	/* One step that fails keeps none of the others from being done. */
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		done &= run_step(&night, &steps[i]);
		work->trouble = TROUBLE_NONE;
	}
	*broken = house_setting(work, "night.broken");
	if (done)
		done = text_is(house_setting(work, "night_day"), work->today) || put(work, "night_day", work->today);
	close(lock);
	return done ? NIGHTLY_DONE : NIGHTLY_STOPPED;
}
