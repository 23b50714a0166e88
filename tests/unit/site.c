/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room site: a data folder for its owner alone, what is said when it does not open, and settings. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "db/internal.h"
#include "site/site.h"
#include "sql_setting.h"
#include "tests/tap.h"

static struct arena *arena;
static char folder[64];

static const char *in_folder(const char *name)
{
	return arena_printf(arena, "%s/%s", folder, name);
}

static int mode_of(const char *path)
{
	struct stat facts;

	return stat(path, &facts) ? -1 : (int)(facts.st_mode & 0777);
}

static enum site_state state_now(void)
{
	struct site *site = site_open("unit");
	enum site_state state = site->state;

	ok((site->db != NULL) == (state == SITE_READY), "a database is held by a site that is ready, and by no other");
	site_close(site);
	return state;
}

static void test_making(void)
{
	const char *data = in_folder("data");

	ok(state_now() == SITE_NO_DATA, "no folder is no data");
	umask(0);
	ok(site_make(data, false), "a site is made");
	is_count(mode_of(data), 0700, "its folder is its owner's alone");
	is_count(mode_of(in_folder("data/key")), 0600, "so is the key");
	is_count(mode_of(in_folder("data/bothways.db")), 0600, "so is the database");
	ok(state_now() == SITE_READY, "and it opens");
	is_count(mode_of(in_folder("data/bothways.log")), 0600, "so is the log");
	is_count(mode_of(in_folder("data/write.lock")), 0600, "so is what writers queue on");
	struct site *site = site_open("unit");
	struct crypto_key before = site->key;
	ok(site_make(data, false), "made again it stays");
	site_close(site);
	site = site_open("unit");
	ok(memcmp(&before, &site->key, sizeof before) == 0, "with the key it has");
	site_close(site);
	ok(!site_make("/proc/nowhere", false), "where none can be made, none is");
}

static void set_version(int version)
{
	struct site *site = site_open("unit");

	if (site->db)
		db_exec(site->db, arena_printf(arena, "pragma user_version = %d", version));
	site_close(site);
}

static void test_states(void)
{
	struct site *site;

	rename(in_folder("data/key"), in_folder("data/key.away"));
	ok(state_now() == SITE_NO_KEY, "without its key it does not open");
	FILE *out = fopen(in_folder("data/key"), "w");
	if (out) {
		fputs("short", out);
		fclose(out);
	}
	ok(state_now() == SITE_NO_KEY, "nor with half a key");
	site = site_open("unit");
	rename(in_folder("data/key.away"), in_folder("data/key"));
	site_retry(site);
	ok(site->state == SITE_READY, "what was mended opens at the next request");
	site_close(site);
	rename(in_folder("data/bothways.db"), in_folder("data/away"));
	ok(state_now() == SITE_NO_DATABASE, "without its database it does not open");
	rename(in_folder("data/away"), in_folder("data/bothways.db"));
	set_version(999);
	ok(state_now() == SITE_NEWER, "a database of a newer Bothways is left alone");
}

static void put(struct work *work, const char *name, const char *value)
{
	sql_setting_put(work, &(struct setting_put_in){ .name = name, .value = value });
}

static void test_settings(void)
{
	remove(in_folder("data/bothways.db"));
	site_make(in_folder("data"), false);
	struct site *site = site_open("unit");
	struct work work = { .arena = arena, .db = site->db, .key = &site->key, .request = "unit" };
	struct settings none = site_settings(&work, "");

	ok(text_is(none.site_name, "Bothways") && text_is(none.languages, "en") && none.mail_an_hour == 20 && !*none.demo, "a new site has what is usual");
	ok(db_begin_write(&work), "a keeper writes");
	put(&work, "site_name", "Riverside");
	put(&work, "site_name.cy", "Glan yr Afon");
	put(&work, "phone", "01632 960 123");
	put(&work, "mail_an_hour", "many");
	put(&work, "concern_hours", "48");
	put(&work, "time_rule", "GMT0BST,M3.5.0/1,M10.5.0");
	put(&work, "no_such_setting", "x");
	ok(db_commit(&work), "settings");
	struct settings english = site_settings(&work, ""), welsh = site_settings(&work, "cy");
	is(english.site_name, "Riverside", "a setting is what was written");
	is(welsh.site_name, "Glan yr Afon", "in a language of its own where there are words for it");
	is(welsh.phone, "01632 960 123", "else as it is in all");
	is(english.concern_phone, "01632 960 123", "concerns are rung in at the one number where there is no other");
	is_count(english.concern_hours, 48, "a number is read");
	is_count(english.mail_an_hour, 20, "what is no number stays as usual");
	is(day_of(arena, 1782862200), "2026-07-01", "and the site's time is the process's");
	is_count(day_parts_of(1782862200).hour, 0, "summer time included");
	site_close(site);
}

static void clean(void)
{
	static const char *const files[] = { "data/bothways.db", "data/bothways.db-journal", "data/write.lock", "data/bothways.log", "data/key", "data/key.away", "data", "" };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		remove(in_folder(files[i]));
}

int main(void)
{
	arena = arena_new(16 << 20);
	snprintf(folder, sizeof folder, "/tmp/bothways-site-XXXXXX");
	if (!mkdtemp(folder) || setenv("SITE", folder, 1))
		die("no folder can be made");
	test_making();
	test_states();
	test_settings();
	clean();
	arena_free(arena);
	return done();
}
