/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways audit verify. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/command.h"
#include "db/db.h"
#include "domain/audit.h"

/* ROW:HASH. */
static bool read_head(struct call *call, struct audit_head *head)
{
	const char *told = call_flag(call, "head"), *colon = strchr(told, ':');
	char *end = NULL;

	head->row = strtoll(told, &end, 10);
	if (colon && end == colon && head->row > 0 && strlen(colon + 1) == 64) {
		head->hash = colon + 1;
		return true;
	}
	call_refuse(call, "--head is the number of a row, a colon and its 64 hex digits, not %s", told);
	return false;
}

static int tell(struct call *call, bool holds, int64_t broken, const struct audit_head *head)
{
	bool json = call_flag(call, "json") != NULL;

	if (json && holds)
		printf("{\"holds\":true,\"head\":{\"row\":%lld,\"hash\":\"%s\"}}\n", (long long)head->row, head->hash);
	else if (json)
		printf("{\"holds\":false,\"broken\":%lld}\n", (long long)broken);
	else if (holds)
		printf("the audit holds; its head is %lld:%s\n", (long long)head->row, head->hash);
	else
		printf("the audit is broken at row %lld\n", (long long)broken);
	return holds ? EXIT_DONE : EXIT_FOUND;
}

int audit_verify_command(struct call *call)
{
	struct audit_head told = { 0 }, head = { 0 };
	int64_t broken = 0;

	if ((call_flag(call, "head") && !read_head(call, &told)) || !call_open_site(call))
		return EXIT_USAGE;
	if (!db_begin_read(&call->work))
		return call_trouble(call);
	bool holds = audit_holds(&call->work, &broken);
	head = audit_head_of(&call->work);
	if (holds && told.row && !audit_goes_through(&call->work, &told)) {
		holds = false;
		broken = told.row;
	}
	db_end_read(&call->work);
	return call->work.trouble == TROUBLE_NONE ? tell(call, holds, broken, &head) : call_trouble(call);
}
