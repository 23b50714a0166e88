/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways match run: a press of Match, from cron. */
#include "base/view.h"
#include "cli/command.h"
#include "db/db.h"
#include "domain/run.h"
#include "sql_match.h"
#include "sql_programme.h"

/* The programmes to match: the one that was named, or each that is open. */
static struct list wanted(struct call *call, bool *found)
{
	const char *slug = call_flag(call, "programme");

	*found = true;
	if (!slug)
		return sql_programmes_open(&call->work, &(struct programmes_open_in){ "en" });
	const struct programmes_open *one = call_programme(call, slug);
	*found = one != NULL;
	return (struct list){ one, one != NULL };
}

static void tell(struct call *call, const struct programmes_open *programme, bool changed, bool first)
{
	struct match_run_last last = { 0 };

	if (!db_begin_read(&call->work))
		return;
	sql_match_run_last(&call->work, &(struct match_run_last_in){ programme->programme_id }, &last);
	db_end_read(&call->work);
	if (call_flag(call, "json")) {
		printf("%s{\"programme\":", first ? "" : ",");
		json_text(stdout, programme->slug);
		printf(",\"changed\":%s,\"run\":%lld,\"people\":%lld,\"asks\":%lld,\"met\":%lld,\"bothSides\":%lld,\"bound\":%lld}",
		       changed ? "true" : "false", (long long)last.run_id, (long long)last.people, (long long)last.asks, (long long)last.met,
		       (long long)last.both_sides, (long long)last.bound);
	} else {
		printf("%s: %s%lld of %lld asks have somebody, %lld at the most could; %lld people would both give and receive\n", programme->slug,
		       changed ? "" : "nothing changes; ", (long long)last.met, (long long)last.asks, (long long)last.bound, (long long)last.both_sides);
	}
}

/* Looked at first, so that nobody has to wait for a run that changes nothing. */
static bool match(struct call *call, int64_t programme_id, bool *changed)
{
	struct work *work = &call->work;

	if (!db_begin_read(work))
		return false;
	*changed = run_would_change(work, programme_id);
	db_end_read(work);
	if (!*changed)
		return work->trouble == TROUBLE_NONE;
	if (!db_begin_write(work))
		return false;
	run_match(work, programme_id);
	return db_commit(work);
}

int match_run_command(struct call *call)
{
	bool found, changed;

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!db_begin_read(&call->work))
		return call_trouble(call);
	struct list programmes = wanted(call, &found);
	db_end_read(&call->work);
	if (!found)
		return EXIT_USAGE;
	if (call_flag(call, "json"))
		putchar('[');
	for (size_t i = 0; i < programmes.count && call->work.trouble == TROUBLE_NONE; i++) {
		const struct programmes_open *programme = list_row(&programmes_open_view, programmes, i);
		if (match(call, programme->programme_id, &changed))
			tell(call, programme, changed, i == 0);
	}
	if (call_flag(call, "json"))
		puts("]");
	return call_trouble(call);
}
