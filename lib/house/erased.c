/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "house/erased.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"
#include "crypto/crypto.h"
#include "db/db.h"
#include "house/files.h"
#include "site/site.h"
#include "sql_backup.h"
#include "sql_setting.h"

#define TITLE "Bothways list of erasures, site "
enum { DAY_SECONDS = 86400, LIST_MOST = 8 * 1024 * 1024 };

static bool read_digits(const char **at, int digits, int *number)
{
	*number = 0;
	for (int i = 0; i < digits; i++, (*at)++) {
		if (**at < '0' || **at > '9')
			return false;
		*number = *number * 10 + (**at - '0');
	}
	return true;
}

/* 2026-11-26T03:00:00Z, to its end. */
static bool read_moment(const char *at, int64_t *moment)
{
	static const char between[] = "--T::Z";
	static const int digits[] = { 4, 2, 2, 2, 2, 2 };
	int parts[6];

	for (int i = 0; i < 6; i++)
		if (!read_digits(&at, digits[i], &parts[i]) || *at++ != between[i])
			return false;
	struct tm utc = { .tm_year = parts[0] - 1900, .tm_mon = parts[1] - 1, .tm_mday = parts[2], .tm_hour = parts[3], .tm_min = parts[4],
		.tm_sec = parts[5] };
	if (*at || parts[0] < 1970 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31 || parts[3] > 23 || parts[4] > 59 || parts[5] > 60)
		return false;
	*moment = timegm(&utc);
	return true;
}

static const char *moment_text(struct arena *arena, int64_t moment)
{
	char text[32] = "1970-01-01T00:00:00Z";
	time_t when = (time_t)moment;
	struct tm utc;

	if (gmtime_r(&when, &utc))
		strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
	return arena_copy(arena, text);
}

static bool read_one(struct arena *arena, const char *line, struct erased_one *one)
{
	const char *space = strchr(line, ' ');

	return space && text_is_count(arena_slice(arena, line, (size_t)(space - line)), &one->person_id) && one->person_id > 0
		&& read_moment(space + 1, &one->at);
}

/* What mail programs put around a line. */
static const char *bare(struct arena *arena, const char *line)
{
	line += strspn(line, "> \t");
	size_t length = strlen(line);
	while (length && strchr(" \t\r", line[length - 1]))
		length--;
	return arena_slice(arena, line, length);
}

bool erased_read(struct arena *arena, const char *text, struct erased_list *list)
{
	size_t lines = 1;

	for (const char *at = text; *at; at++)
		lines += *at == '\n';
	struct erased_one *rows = arena_array(arena, lines, sizeof *rows);
	*list = (struct erased_list){ "", { rows, 0 }, 0 };
	for (const char *line; (line = text_piece(arena, &text, '\n'));) {
		line = bare(arena, line);
		if (!*list->site && text_starts(line, TITLE))
			list->site = line + sizeof TITLE - 1;
		else if (!*list->site || !*line)
			continue;
		else if (text_starts(line, "until "))
			return read_moment(line + sizeof "until " - 1, &list->until);
		else if (!read_one(arena, line, &rows[list->rows.count++]))
			return false;
	}
	return false;
}

bool erased_kept(struct arena *arena, const struct site *site, struct erased_list *list)
{
	const char *text = file_text(arena, house_file(arena, site, ERASED_FILE), LIST_MOST);

	*list = (struct erased_list){ "", { NULL, 0 }, 0 };
	return !text || erased_read(arena, text, list);
}

static bool is_there(const struct erased_one *rows, size_t count, const struct erased_one *one)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].person_id == one->person_id && rows[i].at == one->at)
			return true;
	return false;
}

struct erased_list erased_both(struct arena *arena, const struct erased_list *a, const struct erased_list *b)
{
	struct erased_one *rows = arena_array(arena, a->rows.count + b->rows.count + 1, sizeof *rows);
	const struct erased_one *more = b->rows.rows;
	size_t count = a->rows.count;

	if (count)
		memcpy(rows, a->rows.rows, count * sizeof *rows);
	for (size_t i = 0; i < b->rows.count; i++)
		if (!is_there(rows, a->rows.count, &more[i]))
			rows[count++] = more[i];
	return (struct erased_list){ *a->site ? a->site : b->site, { rows, count }, a->until > b->until ? a->until : b->until };
}

const char *erased_text(struct arena *arena, const struct erased_list *list)
{
	struct buffer out = buffer_in(arena, 128 + 40 * list->rows.count);
	const struct erased_one *rows = list->rows.rows;

	buffer_printf(&out, TITLE "%s\n", list->site);
	for (size_t i = 0; i < list->rows.count; i++)
		buffer_printf(&out, "%lld %s\n", (long long)rows[i].person_id, moment_text(arena, rows[i].at));
	buffer_printf(&out, "until %s\n", moment_text(arena, list->until));
	return buffer_string(&out);
}

const char *house_site_number(struct work *work)
{
	struct setting_of found = { .value = "" };

	if (sql_setting_of(work, &(struct setting_of_in){ "site.number" }, &found) && *found.value)
		return found.value;
	if (!db_begin_write(work))
		return "";
	/* Somebody may have been faster. */
	const char *number = sql_setting_of(work, &(struct setting_of_in){ "site.number" }, &found) ? found.value : crypto_code(work->arena);
	sql_setting_put(work, &(struct setting_put_in){ .name = "site.number", .value = number });
	return db_commit(work) ? number : "";
}

/* A second before the look at the database: an erasure of this very second may come after it. */
static struct erased_list in_database(struct work *work)
{
	struct erased_list list = { house_site_number(work), { NULL, 0 }, work->now - 1 };

	if (!*list.site || !db_begin_read(work))
		return list;
	struct list rows = sql_erased_all(work);
	struct erased_one *found = arena_array(work->arena, rows.count + 1, sizeof *found);
	for (size_t i = 0; i < rows.count; i++) {
		const struct erased_all *row = list_row(&erased_all_view, rows, i);
		found[i] = (struct erased_one){ row->person_id, row->at };
	}
	db_end_read(work);
	list.rows = (struct list){ found, rows.count };
	return list;
}

/* The lock is held: what another reads, adds to and writes is not lost. */
static bool note_alone(struct work *work, const struct site *site, struct erased_list *list)
{
	const struct erased_list found = *list;
	struct erased_list kept;

	if (!erased_kept(work->arena, site, &kept)) {
		log_line("%s the list of erasures cannot be read", work->request);
		return false;
	}
	/* Another site's list does not become ours. */
	if (*kept.site && !text_is(kept.site, found.site)) {
		log_line("%s the list of erasures is of another site", work->request);
		return false;
	}
	*list = erased_both(work->arena, &found, &kept);
	bool written = house_folder(work->arena, site) && file_replace(work->arena, house_file(work->arena, site, ERASED_FILE), erased_text(work->arena, list));
	if (!written)
		log_line("%s the list of erasures cannot be written", work->request);
	return written;
}

bool erased_note(struct work *work, const struct site *site, struct erased_list *list)
{
	*list = in_database(work);
	if (work->trouble != TROUBLE_NONE) {
		log_line("%s the list of erasures cannot be read", work->request);
		return false;
	}
	int lock = house_lock(work->arena, site);
	if (lock < 0) {
		log_line("%s the lock of the list of erasures cannot be made", work->request);
		return false;
	}
	bool noted = note_alone(work, site, list);
	close(lock);
	return noted;
}
