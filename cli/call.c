/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "base/view.h"
#include "site/site.h"
#include "sql_programme.h"

const char *call_flag(const struct call *call, const char *name)
{
	for (int i = 0; i < FLAGS_MOST && call->command->flags[i].name; i++)
		if (text_is(call->command->flags[i].name, name))
			return call->values[i];
	die("%s has no flag --%s", call->command->name, name);
}

static void say(const struct call *call, const char *format, va_list args)
{
	fprintf(call->say, "bothways %s: ", call->command->name);
	vfprintf(call->say, format, args);
	fputs("\n", call->say);
	fflush(call->say);
}

int call_refuse(const struct call *call, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(call, format, args);
	va_end(args);
	return EXIT_USAGE;
}

int call_found(const struct call *call, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(call, format, args);
	va_end(args);
	return EXIT_FOUND;
}

bool call_number(const struct call *call, const char *name, int64_t least, int64_t most, int64_t *number)
{
	const char *value = call_flag(call, name);

	if (!value || (text_is_count(value, number) && *number >= least && *number <= most))
		return true;
	call_refuse(call, "--%s is a whole number from %lld to %lld, not %s", name, (long long)least, (long long)most, value);
	return false;
}

static const char *why_not(enum site_state state)
{
	switch (state) {
	case SITE_READY: return "";
	case SITE_NO_DATA: return "its data folder is not there: --site FOLDER says where bothways.conf or the data folder is";
	case SITE_NO_KEY: return "its data folder has no key that can be read";
	case SITE_NO_DATABASE: return "its data folder has no database";
	case SITE_OLDER: return "its database is being brought up to date: try again in a minute";
	case SITE_STUCK: return "its database could not be brought up to date: upgrade-failed.txt in the data folder says why";
	case SITE_NEWER: return "its database is of a newer Bothways: use that one's command";
	case SITE_DAMAGED: return "its database is damaged";
	}
	return "";
}

bool call_open_site(struct call *call)
{
	const char *folder = call_flag(call, "site");

	call->site = site_open_in(call->program, folder);
	if (call->site->state != SITE_READY) {
		call_refuse(call, "the site cannot be opened: %s", why_not(call->site->state));
		return false;
	}
	call->work = (struct work){ .arena = call->arena, .db = call->site->db, .key = &call->site->key, .request = "cli", .now = clock_now() };
	site_settings(&call->work, "");
	call->work.today = day_of(call->arena, call->work.now);
	return true;
}

const struct programmes_open *call_programme(const struct call *call, const char *slug)
{
	struct work work = call->work;
	struct list open = sql_programmes_open(&work, &(struct programmes_open_in){ "en" });

	for (size_t i = 0; i < open.count; i++) {
		const struct programmes_open *row = list_row(&programmes_open_view, open, i);
		if (text_is(row->slug, slug))
			return row;
	}
	call_refuse(call, "there is no open programme %s", slug);
	return NULL;
}

int call_trouble(const struct call *call)
{
	switch (call->work.trouble) {
	case TROUBLE_NONE: return EXIT_DONE;
	case TROUBLE_BUSY: return call_found(call, "others were writing for too long: try again");
	case TROUBLE_NEWER: return call_found(call, "a newer Bothways has brought the database up to date meanwhile: try again");
	case TROUBLE_NOT_SAVED: return call_found(call, "the disk is full, read-only or broken; bothways.log says more");
	case TROUBLE_CHANGED: return call_found(call, "what this is about was changed meanwhile: try again");
	case TROUBLE_FAULT: break;
	}
	return call_found(call, "the database refused; bothways.log says more");
}

int call_finish(const struct call *call, int status)
{
	if (fflush(stdout) || ferror(stdout))
		return call_found(call, "what there is to say cannot be written: %s", strerror(errno));
	return status;
}

bool call_has_terminal(const struct call *call)
{
	return isatty(fileno(call->say)) == 1;
}

void json_text(FILE *out, const char *text)
{
	putc('"', out);
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else if (c < ' ')
			fprintf(out, "\\u%04x", c);
		else
			putc(c, out);
	}
	putc('"', out);
}
