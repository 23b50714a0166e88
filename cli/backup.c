/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways backup, bothways export: copies of what there is. */
#include "house/backup.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/command.h"
#include "db/db.h"
#include "domain/audit.h"
#include "site/site.h"

enum { PASSPHRASE_MOST = 1000 };

const char *call_passphrase(const struct call *call)
{
	const char *path = call_flag(call, "passphrase");
	char line[PASSPHRASE_MOST + 2] = "";

	if (!path)
		return "";
	FILE *file = text_is(path, "-") ? stdin : fopen(path, "re");
	bool read = file && fgets(line, sizeof line, file);
	if (file && file != stdin)
		fclose(file);
	line[strcspn(line, "\r\n")] = '\0';
	if (!read || strlen(line) < PASSPHRASE_LEAST) {
		call_refuse(call, "the first line of %s is no passphrase of at least %d letters", path, PASSPHRASE_LEAST);
		return NULL;
	}
	return arena_copy(call->arena, line);
}

static int tell_made(const struct call *call, const char *path)
{
	if (call_flag(call, "json")) {
		fputs("{\"file\":", stdout);
		json_text(stdout, path);
		fputs("}\n", stdout);
	} else {
		puts(path);
	}
	return EXIT_DONE;
}

int backup_command(struct call *call)
{
	const char *path = call_flag(call, "output"), *passphrase = call_passphrase(call);

	if (!passphrase)
		return EXIT_USAGE;
	if (*passphrase && !path)
		return call_refuse(call, "--passphrase locks what --output names");
	if (!call_open_site(call))
		return EXIT_USAGE;
	const char *made = path && backup_write(&call->work, call->site, path, passphrase) ? path : NULL;
	if (!path)
		made = backup_make(&call->work, call->site);
	return made ? tell_made(call, made) : call_found(call, "the backup cannot be made; bothways.log says more");
}

int export_command(struct call *call)
{
	if (!call_open_site(call))
		return EXIT_USAGE;
	/* First, so that no pack leaves without its row, and each holds its own. */
	if (!db_begin_write(&call->work))
		return call_trouble(call);
	audit_add(&call->work, "backup.hand-over", "setting", 0, "");
	if (!db_commit(&call->work))
		return call_trouble(call);
	if (!hand_over_make(&call->work, call->site, call->arguments[0]))
		return call_found(call, "%s cannot be made; bothways.log says more", call->arguments[0]);
	return tell_made(call, call->arguments[0]);
}
