/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* All that a successor charity needs, in formats that need no program of ours. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "base/zip.h"
#include "db/copy.h"
#include "db/db.h"
#include "house/backup.h"
#include "house/erased.h"
#include "house/files.h"
#include "site/site.h"

enum { PACK_BYTES = 8 * 1024 * 1024 };

static const char about[] =
	"This is all that Bothways held for a charity, to be handed over to whoever goes on.\n"
	"\n"
	"csv/         each table as CSV (RFC 4180, UTF-8, the first line names the columns)\n"
	"data.json    the same as JSON: an object with an array of rows for each table\n"
	"schema.sql   what the tables and columns are, as SQL\n"
	"bothways.db  the same as a SQLite 3 database, which Bothways can bring back\n"
	"words/       sentences that the charity put into words of its own, a file for each\n"
	"             language: the English text, a tab, its words; and in cy.read\n"
	"             who read what of a translation: a mark, a person, a day\n"
	"templates/   pages and mails that it wrote anew\n"
	"erased.txt   numbers of people who were erased, and when: whoever brings back an\n"
	"             older copy has to erase them again\n"
	"\n"
	"Moments are seconds since 1970 in UTC, days are text such as 2026-03-03. Logins,\n"
	"codes and the key of the site are not in it.\n"
	"\n"
	"It holds what people said in confidence, and it is not locked. Keep it where only\n"
	"those can read it who have to, and erase it when it has served.\n";

/* One walk over the tables for each form. */
struct writing {
	struct arena *arena;
	struct zip *zip;
	bool any_table, any_row;
};

static void csv_value(struct zip *zip, const char *value)
{
	if (!value[strcspn(value, "\",\r\n")]) {
		zip_text(zip, value);
		return;
	}
	zip_text(zip, "\"");
	for (; *value; value++)
		zip_add(zip, *value == '"' ? "\"\"" : value, *value == '"' ? 2 : 1);
	zip_text(zip, "\"");
}

static void csv_line(struct zip *zip, const char *const *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		zip_text(zip, i ? "," : "");
		csv_value(zip, values[i] ? values[i] : "");
	}
	zip_text(zip, "\r\n");
}

static void csv_table(void *context, const struct db_table *table)
{
	struct writing *w = context;

	zip_entry(w->zip, arena_printf(w->arena, "csv/%s.csv", table->name));
	csv_line(w->zip, table->columns, table->count);
}

static void csv_row(void *context, const struct db_table *table, const char *const *values)
{
	struct writing *w = context;

	csv_line(w->zip, values, table->count);
}

static void json_value(struct writing *w, const char *text)
{
	char escaped[8];

	zip_text(w->zip, "\"");
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c >= ' ' && c != '"' && c != '\\') {
			zip_add(w->zip, text, 1);
			continue;
		}
		snprintf(escaped, sizeof escaped, c < ' ' ? "\\u%04x" : "\\%c", c);
		zip_text(w->zip, escaped);
	}
	zip_text(w->zip, "\"");
}

static void json_table(void *context, const struct db_table *table)
{
	struct writing *w = context;

	zip_text(w->zip, w->any_table ? "],\n" : "{\n");
	json_value(w, table->name);
	zip_text(w->zip, ": [");
	w->any_table = true;
	w->any_row = false;
}

static void json_row(void *context, const struct db_table *table, const char *const *values)
{
	struct writing *w = context;

	zip_text(w->zip, w->any_row ? ",\n{" : "\n{");
	w->any_row = true;
	for (size_t i = 0; i < table->count; i++) {
		zip_text(w->zip, i ? ", " : "");
		json_value(w, table->columns[i]);
		zip_text(w->zip, ": ");
		if (values[i])
			json_value(w, values[i]);
		else
			zip_text(w->zip, "null");
	}
	zip_text(w->zip, "}");
}

static void schema_table(void *context, const struct db_table *table)
{
	struct writing *w = context;

	zip_text(w->zip, table->sql);
	zip_text(w->zip, ";\n\n");
}

static void schema_row(void *context, const struct db_table *table, const char *const *values)
{
	(void)context;
	(void)table;
	(void)values;
}

static bool write_tables(struct writing *w, struct db *db)
{
	const struct db_reader csv = { w, csv_table, csv_row }, json = { w, json_table, json_row }, schema = { w, schema_table, schema_row };
	bool read = db_read_out(db, w->arena, &csv);

	zip_entry(w->zip, "data.json");
	read = read && db_read_out(db, w->arena, &json);
	zip_text(w->zip, w->any_table ? "]\n}\n" : "{}\n");
	zip_entry(w->zip, "schema.sql");
	return read && db_read_out(db, w->arena, &schema);
}

/* What ends so in a folder of the data folder, and one folder below. */
static void add_files(struct arena *arena, struct zip *zip, const char *data, const char *name, const char *end)
{
	DIR *open = opendir(arena_printf(arena, "%s/%s", data, name));
	const struct dirent *entry;

	while (open && (entry = readdir(open))) {
		const char *inside = arena_printf(arena, "%s/%s", name, entry->d_name);
		if (text_ends(entry->d_name, end)) {
			zip_entry(zip, inside);
			zip_file(zip, arena_printf(arena, "%s/%s", data, inside));
		} else if (!strchr(entry->d_name, '.') && !strchr(name, '/')) {
			add_files(arena, zip, data, inside, end);
		}
	}
	if (open)
		closedir(open);
}

/* From a copy, so that all of it is of one moment. */
static bool write_pack(struct work *work, const struct site *site, struct zip *zip, const char *folder, const struct erased_list *list)
{
	/* What is written out row by row is not kept. */
	struct arena *arena = arena_new(PACK_BYTES);
	struct writing w = { .arena = arena, .zip = zip };
	struct db *copy = NULL;
	bool written = db_open(folder, &copy) == DB_OPEN;

	zip_entry(zip, "README.txt");
	zip_text(zip, about);
	written = written && write_tables(&w, copy);
	db_close(copy);
	zip_entry(zip, "bothways.db");
	zip_file(zip, arena_printf(work->arena, "%s/bothways.db", folder));
	add_files(arena, zip, site->data, "words", ".txt");
	add_files(arena, zip, site->data, "words", ".read");
	add_files(arena, zip, site->data, "templates", ".xml");
	zip_entry(zip, "erased.txt");
	zip_text(zip, erased_text(work->arena, list));
	written = zip_close(zip) && written;
	arena_free(arena);
	return written;
}

bool hand_over_make(struct work *work, const struct site *site, const char *path)
{
	const char *folder = house_file(work->arena, site, arena_printf(work->arena, "pack-%ld", (long)getpid()));
	const char *fresh = file_fresh(work->arena, path);
	struct erased_list list;
	struct zip *zip = NULL;

	bool made = erased_note(work, site, &list) && folder_new(work->arena, folder)
		&& backup_copy(work, site, arena_printf(work->arena, "%s/bothways.db", folder)) && (zip = zip_new(work->arena, fresh, work->now));
	made = made && write_pack(work, site, zip, folder, &list) && file_move(fresh, path);
	folder_remove(work->arena, folder);
	if (!made) {
		unlink(fresh);
		log_line("%s the hand-over pack cannot be made", work->request);
	}
	return made;
}
