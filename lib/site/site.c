/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "site/site.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "language/language.h"
#include "language/words.h"
#include "sql_setting.h"

enum { SITE_BYTES = 1024 * 1024, PATH_BYTES = 4096 };

/* The program's own file, or "". */
static const char *own_file(struct arena *arena, const char *program)
{
	char path[PATH_BYTES];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

	if (length > 0)
		path[length] = '\0';
	else if (!realpath(program, path))
		return "";
	return arena_copy(arena, path);
}

/* An installed `bothways` lies in bin/, and what it belongs to in lib/. */
static const char *home_of(struct arena *arena, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *own = slash ? arena_slice(arena, file, (size_t)(slash - file)) : ".";
	const char *installed = arena_printf(arena, "%s/../lib/bothways/cgi-bin", own);
	bool beside = access(arena_printf(arena, "%s/bothways.conf", own), R_OK) == 0;

	return !beside && access(arena_printf(arena, "%s/bothways.conf", installed), R_OK) == 0 ? installed : own;
}

/* One line beside the program names the data folder; in development SITE does. */
static const char *data_folder(struct arena *arena, const char *folder)
{
	char line[PATH_BYTES] = "";
	FILE *conf = fopen(arena_printf(arena, "%s/bothways.conf", folder), "r");
	const char *site = getenv("SITE");

	if (conf) {
		if (!fgets(line, sizeof line, conf))
			line[0] = '\0';
		fclose(conf);
		line[strcspn(line, "\r\n")] = '\0';
		return arena_copy(arena, line);
	}
	return site && *site ? arena_printf(arena, "%s/data", site) : NULL;
}

static const char *locale_folder(struct arena *arena, const char *folder)
{
	const char *beside = arena_printf(arena, "%s/locale", folder);

	return access(beside, R_OK) == 0 ? beside : arena_printf(arena, "%s/../locale", folder);
}

static bool read_key(const char *path, struct crypto_key *key)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	bool whole = file >= 0 && read(file, key->bytes, sizeof key->bytes) == (ssize_t)sizeof key->bytes;

	if (file >= 0)
		close(file);
	return whole;
}

/* The site's own log takes the place of the web server's, where it can be written. */
static void point_log(struct site *site)
{
	int file = open(arena_printf(site->arena, "%s/bothways.log", site->data), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

	if (file < 0)
		return;
	dup2(file, STDERR_FILENO);
	close(file);
}

static enum site_state open_database(struct site *site)
{
	switch (db_open(site->data, &site->db)) {
	case DB_OPEN: return SITE_READY;
	case DB_MISSING: return SITE_NO_DATABASE;
	case DB_NEWER: return SITE_NEWER;
	case DB_DAMAGED: return SITE_DAMAGED;
	case DB_OLDER: break;
	}
	db_close(site->db);
	site->db = NULL;
	return SITE_OLDER;
}

static enum site_state open_data(struct site *site)
{
	struct stat facts;

	if (!site->data || stat(site->data, &facts) || !S_ISDIR(facts.st_mode))
		return SITE_NO_DATA;
	point_log(site);
	if (!read_key(arena_printf(site->arena, "%s/key", site->data), &site->key))
		return SITE_NO_KEY;
	enum site_state state = open_database(site);
	if (state == SITE_OLDER)
		state = site_upgrade(site);
	return state == SITE_READY && !site->db ? open_database(site) : state;
}

static struct site *open_at(struct arena *arena, const char *folder, const char *data)
{
	struct site *site = arena_alloc(arena, sizeof *site);

	umask(077);
	crypto_start();
	site->arena = arena;
	site->home = folder;
	site->data = data;
	language_start(locale_folder(arena, folder));
	if (data)
		words_start(data);
	site->state = open_data(site);
	return site;
}

struct site *site_open(const char *program)
{
	return site_open_in(program, NULL);
}

struct site *site_open_in(const char *program, const char *folder)
{
	struct arena *arena = arena_new(SITE_BYTES);
	const char *file = own_file(arena, program);
	const char *home = home_of(arena, file);
	const char *data = folder ? arena_copy(arena, folder) : NULL;

	if (!folder)
		data = data_folder(arena, home);
	else if (access(arena_printf(arena, "%s/bothways.conf", folder), R_OK) == 0) {
		home = folder;
		data = data_folder(arena, folder);
	}
	struct site *site = open_at(arena, home, data);
	site->program = file;
	return site;
}

/* A program that answers again and again may have begun before set-up wrote where the data lies. */
static void find_data(struct site *site)
{
	char conf[PATH_BYTES];

	snprintf(conf, sizeof conf, "%s/bothways.conf", site->home);
	if (!site->data && access(conf, R_OK) == 0)
		site->data = data_folder(site->arena, site->home);
	if (site->data)
		words_start(site->data);
}

void site_retry(struct site *site)
{
	if (site->state == SITE_READY)
		return;
	find_data(site);
	site->state = open_data(site);
}

void site_close(struct site *site)
{
	db_close(site->db);
	arena_free(site->arena);
}

static const struct member setting_members[] = {
	VIEW_MEMBER(struct settings, site_name),
	VIEW_MEMBER(struct settings, phone),
	VIEW_MEMBER(struct settings, phone_hours),
	VIEW_MEMBER(struct settings, email),
	VIEW_MEMBER(struct settings, post_address),
	VIEW_MEMBER(struct settings, colour),
	VIEW_MEMBER(struct settings, colour_dark),
	VIEW_MEMBER(struct settings, concern_phone),
	VIEW_MEMBER(struct settings, concern_hours),
	VIEW_MEMBER(struct settings, address),
	VIEW_MEMBER(struct settings, ending),
	VIEW_MEMBER(struct settings, languages),
	VIEW_MEMBER(struct settings, hidden_languages),
	VIEW_MEMBER(struct settings, time_rule),
	VIEW_MEMBER(struct settings, source_address),
	VIEW_MEMBER(struct settings, mail_way),
	VIEW_MEMBER(struct settings, mail_command),
	VIEW_MEMBER(struct settings, mail_from),
	VIEW_MEMBER(struct settings, mail_an_hour),
	VIEW_MEMBER(struct settings, smtp_host),
	VIEW_MEMBER(struct settings, smtp_port),
	VIEW_MEMBER(struct settings, smtp_user),
	VIEW_MEMBER(struct settings, smtp_password),
	VIEW_MEMBER(struct settings, demo),
	VIEW_MEMBER(struct settings, setup_browser),
	VIEW_MEMBER(struct settings, setup_spent),
	VIEW_MEMBER(struct settings, night_day),
	VIEW_MEMBER(struct settings, setup_found),
	VIEW_MEMBER(struct settings, setup_mail),
	VIEW_MEMBER(struct settings, setup_coordinator),
	VIEW_MEMBER(struct settings, setup_done_at),
	VIEW_MEMBER(struct settings, upgraded_at),
	VIEW_MEMBER(struct settings, news_read),
};
static const struct view settings_view = VIEW(settings, setting_members);

static void take(struct arena *arena, struct settings *settings, const char *name, size_t length, const char *value)
{
	int i = view_find(&settings_view, name, length);

	if (i < 0)
		return;
	const struct member *member = &settings_view.members[i];
	char *place = (char *)settings + member->offset;
	if (member->kind == MEMBER_TEXT)
		*(const char **)(void *)place = arena_copy(arena, value);
	else if (!text_is_count(value, (int64_t *)(void *)place))
		log_line("the setting %.40s is no number", name);
}

struct settings site_settings(struct work *work, const char *language)
{
	struct settings settings = {
		.site_name = "Bothways", .phone = "", .phone_hours = "", .email = "", .post_address = "", .colour = "", .colour_dark = "", .concern_phone = "", .concern_hours = 24,
		.address = "", .ending = "", .languages = "en", .hidden_languages = "", .time_rule = "",
		.source_address = "", .mail_way = "sendmail", .mail_command = "/usr/sbin/sendmail", .mail_from = "",
		.mail_an_hour = 20, .smtp_host = "", .smtp_port = 587, .smtp_user = "", .smtp_password = "", .demo = "",
		.setup_browser = "", .setup_spent = "", .night_day = "", .setup_found = "", .setup_mail = "",
		.news_read = "",
	};
	struct list rows = db_kept(work, &settings_all_statement);

	for (size_t i = 0; i < rows.count; i++) {
		const struct settings_all *row = list_row(&settings_all_view, rows, i);
		if (!strchr(row->name, '.'))
			take(work->arena, &settings, row->name, strlen(row->name), row->value);
	}
	/* phone_hours.cy says it in Welsh. */
	for (size_t i = 0; i < rows.count; i++) {
		const struct settings_all *row = list_row(&settings_all_view, rows, i);
		const char *dot = strchr(row->name, '.');
		if (dot && text_is(dot + 1, language))
			take(work->arena, &settings, row->name, (size_t)(dot - row->name), row->value);
	}
	if (!*settings.concern_phone)
		settings.concern_phone = settings.phone;
	day_use_rule(settings.time_rule);
	return settings;
}

static bool write_key(const char *path)
{
	struct crypto_key key;
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (file < 0)
		return access(path, R_OK) == 0;
	crypto_random(key.bytes, sizeof key.bytes);
	bool whole = write(file, key.bytes, sizeof key.bytes) == (ssize_t)sizeof key.bytes;
	return close(file) == 0 && whole;
}

bool site_make(const char *data, bool wal)
{
	char path[PATH_BYTES];

	umask(077);
	crypto_start();
	if (mkdir(data, 0700) && access(data, W_OK)) {
		log_line("the data folder cannot be made");
		return false;
	}
	snprintf(path, sizeof path, "%s/key", data);
	if (!write_key(path)) {
		log_line("the site's key cannot be written");
		return false;
	}
	snprintf(path, sizeof path, "%s/bothways.db", data);
	return access(path, F_OK) == 0 || db_make(data, wal);
}
