/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways restore: a backup in the place of what is there. */
#include "house/restore.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "cli/command.h"
#include "site/site.h"

enum { LIST_MOST = 8 * 1024 * 1024 };

static const char *why_not(enum restore_answer answer)
{
	switch (answer) {
	case RESTORED: return "";
	case RESTORE_NO_FILE: return "the backup cannot be read";
	case RESTORE_NO_PASSPHRASE: return "the backup is locked: --passphrase FILE opens it";
	case RESTORE_WRONG_PASSPHRASE: return "the passphrase does not open the backup, or the file was changed or cut";
	case RESTORE_NO_BACKUP: return "this is no backup of Bothways, or it is damaged";
	case RESTORE_NEWER: return "the backup is of a newer Bothways: use that one";
	case RESTORE_OLDER: return "the backup is of an older Bothways, which this one cannot read";
	case RESTORE_NOT_SOUND: return "the backup is not sound";
	case RESTORE_NO_LIST: return "the list of erasures cannot be read: it goes from its title to its line \"until\"";
	case RESTORE_OTHER_LIST: return "the list of erasures is of another site";
	case RESTORE_STOPPED: return "it was stopped, and nothing was changed; bothways.log says why";
	}
	return "";
}

/* An empty host, or one whose database is gone or damaged, gets room first. */
static bool open_any(struct call *call)
{
	const char *folder = call_flag(call, "site");
	struct site *site = site_open_in(call->program, folder);
	bool makes = site->state == SITE_NO_DATA || site->state == SITE_NO_KEY || site->state == SITE_NO_DATABASE || site->state == SITE_DAMAGED;
	bool room = site->state == SITE_READY || call_flag(call, "look") || !makes || restore_make_room(call->arena, site, clock_now());

	site_close(site);
	if (!room) {
		call_refuse(call, "there is no place for the data: --site FOLDER says where bothways.conf or the data folder is");
		return false;
	}
	return call_open_site(call);
}

static const char *read_all(struct call *call, const char *path)
{
	FILE *file = fopen(path, "re");
	struct buffer text = buffer_in(call->arena, 4096);
	char piece[4096];
	size_t got;

	if (!file)
		return NULL;
	while ((got = fread(piece, 1, sizeof piece, file)) > 0 && text.length < LIST_MOST)
		buffer_add(&text, piece, got);
	fclose(file);
	return buffer_string(&text);
}

static void tell_json(struct call *call, enum restore_answer answer, const struct restored *d)
{
	printf("{\"restored\":%s,\"why\":", answer == RESTORED && !call_flag(call, "look") ? "true" : "false");
	json_text(stdout, why_not(answer));
	fputs(",\"broken\":", stdout);
	json_text(stdout, d->broken);
	printf(",\"people\":%lld,\"erasedAgain\":%lld,\"madeAt\":%lld,\"vouchedUntil\":%lld,\"hasList\":%s,\"otherHost\":%s,\"kept\":", (long long)d->people,
	       (long long)d->erased, (long long)d->made_at, (long long)d->vouched_at, d->has_list ? "true" : "false", d->other_key ? "true" : "false");
	json_text(stdout, d->kept);
	fputs("}\n", stdout);
}

static void tell(struct call *call, const struct restored *d)
{
	bool look = call_flag(call, "look") != NULL;

	printf("%s: %lld people, as of %s\n", look ? "it can be brought back" : "it is back", (long long)d->people,
	       d->made_at ? day_of(call->arena, d->made_at) : "a day that it does not say");
	printf("%lld who were erased since %s erased again\n", (long long)d->erased, look ? "would be" : "were");
	printf(d->has_list ? "everybody erased until %s is erased\n"
	                   : "there is no later list of erasures: whoever was erased after %s may be back\n",
	       d->vouched_at ? day_of(call->arena, d->vouched_at) : "it was made");
	if (d->other_key)
		puts("it comes from another host: sign-in apps and the mail password are set up anew");
	if (*d->kept)
		printf("what was there is kept as %s\n", d->kept);
	if (!look)
		puts("everybody signs in again; cards and recovery sheets are made anew");
}

int restore_command(struct call *call)
{
	const char *list = call_flag(call, "erased"), *passphrase = call_passphrase(call);
	const char *erased = list ? read_all(call, list) : "";
	struct restored done;

	if (!passphrase)
		return EXIT_USAGE;
	if (!erased)
		return call_refuse(call, "%s cannot be read", list);
	if (access(call->arguments[0], R_OK))
		return call_refuse(call, "%s cannot be read", call->arguments[0]);
	if (!open_any(call))
		return EXIT_USAGE;
	const struct restore_plan plan = { call->arguments[0], passphrase, erased, call_flag(call, "look") != NULL };
	enum restore_answer answer = restore_run(&call->work, call->site, &plan, &done);
	if (call_flag(call, "json"))
		tell_json(call, answer, &done);
	if (answer != RESTORED)
		return call_found(call, "%s%s%s", why_not(answer), *done.broken ? ": " : "", done.broken);
	if (!call_flag(call, "json"))
		tell(call, &done);
	return EXIT_DONE;
}
