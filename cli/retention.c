/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways retention: what has been kept long enough goes, or what would. */
#include "domain/retention.h"

#include "cli/command.h"
#include "db/db.h"
#include "house/erased.h"

enum { PLAN_DAYS = 30 };

static void tell_day(bool json, bool *any, const struct retention_rule *rule, const struct retention_day *day)
{
	if (json)
		printf("%s{\"rule\":\"%s\",\"kept_days\":%d,\"day\":\"%s\",\"count\":%lld}", *any ? "," : "", rule->name, rule->days, day->day, (long long)day->count);
	else
		printf("%s  %-12s %6lld   (kept for %d days)\n", day->day, rule->name, (long long)day->count, rule->days);
	*any = true;
}

/* Rules that only a lead may see the counts of have no person here, and show nothing. */
static int dry_run(struct call *call)
{
	bool json = call_flag(call, "json") != NULL, any = false;

	if (!db_begin_read(&call->work))
		return call_trouble(call);
	if (json)
		fputs("{\"would_go\":[", stdout);
	for (size_t i = 0; i < retention_rule_count; i++) {
		struct list days = retention_plan(&call->work, &retention_rules[i], PLAN_DAYS);
		for (size_t d = 0; d < days.count; d++)
			tell_day(json, &any, &retention_rules[i], (const struct retention_day *)days.rows + d);
	}
	if (json)
		fputs("]}\n", stdout);
	else if (!any)
		printf("nothing goes in the next %d days\n", PLAN_DAYS);
	db_end_read(&call->work);
	return call->work.trouble == TROUBLE_NONE ? EXIT_DONE : call_trouble(call);
}

int retention_command(struct call *call)
{
	struct erased_list list;

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (call_flag(call, "dry-run"))
		return dry_run(call);
	if (!db_begin_write(&call->work))
		return call_trouble(call);
	int64_t went = retention_run(&call->work);
	if (!db_commit(&call->work))
		return call_trouble(call);
	db_settle(call->work.db);
	erased_note(&call->work, call->site, &list);
	if (call_flag(call, "json"))
		printf("{\"went\":%lld}\n", (long long)went);
	else
		printf("%lld went\n", (long long)went);
	return EXIT_DONE;
}
