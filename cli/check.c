/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways check: the file, its references, the audit, and what must always be true. */
#include "base/arena.h"
#include "base/view.h"
#include "cli/command.h"
#include "db/db.h"
#include "domain/invariant.h"

struct telling {
	bool json, any;
	int64_t broken;
};

static void tell(void *context, const char *name, const char *what, struct list rows)
{
	struct telling *telling = context;

	telling->broken += rows.count > 0;
	if (telling->json)
		printf("%s{\"check\":\"%s\",\"holds\":%s,\"%s\":[", telling->any ? "," : "", name, rows.count ? "false" : "true", *what ? what : "said");
	else
		printf("%-7s %s%s%s", rows.count ? "BROKEN" : "ok", name, rows.count && *what ? ": " : "", rows.count ? what : "");
	telling->any = true;
	for (size_t i = 0; i < rows.count; i++) {
		const struct broken *row = (const struct broken *)rows.rows + i;
		if (telling->json && i)
			putchar(',');
		if (telling->json && *row->said)
			json_text(stdout, row->said);
		else if (*row->said)
			printf("%s%s", i ? "; " : ": ", row->said);
		else
			printf("%s%lld", telling->json ? "" : " ", (long long)row->number);
	}
	fputs(telling->json ? "]}" : "\n", stdout);
}

int check_command(struct call *call)
{
	struct telling telling = { .json = call_flag(call, "json") != NULL };

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!db_begin_read(&call->work))
		return call_trouble(call);
	if (telling.json)
		fputs("{\"checks\":[", stdout);
	invariants_check(&call->work, tell, &telling);
	db_end_read(&call->work);
	if (telling.json)
		printf("],\"broken\":%lld}\n", (long long)telling.broken);
	if (call->work.trouble != TROUBLE_NONE)
		return call_trouble(call);
	return telling.broken ? EXIT_FOUND : EXIT_DONE;
}
