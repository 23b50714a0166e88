/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways match what-if: as on the desk, without the desk. */
#include <stdlib.h>

#include "base/text.h"
#include "base/view.h"
#include "cli/command.h"
#include "db/db.h"
#include "domain/place.h"
#include "domain/what-if.h"
#include "sql_match.h"
#include "sql_programme.h"

static struct list topics_of(struct call *call, int64_t programme_id)
{
	return sql_topics_offered(&call->work, &(struct topics_offered_in){ .programme_id = programme_id, .language = "en" });
}

static bool has_topic(struct call *call, int64_t programme_id, int64_t topic_id)
{
	struct list topics = topics_of(call, programme_id);

	for (size_t i = 0; i < topics.count; i++)
		if (((const struct topics_offered *)list_row(&topics_offered_view, topics, i))->topic_id == topic_id)
			return true;
	return false;
}

static int change_topic(struct call *call, int64_t programme_id, struct choice_change *change)
{
	const char *near = call_flag(call, "near");

	if (!call_number(call, "topic", 1, INT64_MAX, &change->topic_id))
		return EXIT_USAGE;
	if (!has_topic(call, programme_id, change->topic_id))
		return call_refuse(call, "the programme has no topic %lld", (long long)change->topic_id);
	change->district = near ? place_typed(call->arena, near) : "";
	if (near && !*change->district)
		return call_refuse(call, "%s is no postcode district", near);
	return EXIT_DONE;
}

static int change_bar(struct call *call, int64_t programme_id, struct choice_change *change)
{
	const char *tie = call_flag(call, "lift");
	char *colon = NULL, *end = NULL;
	long long mentor = strtoll(tie, &colon, 10), mentee = *colon == ':' ? strtoll(colon + 1, &end, 10) : 0;

	if (!end || *end || mentor < 1 || mentee < 1)
		return call_refuse(call, "--lift is the numbers of two people with a colon between, not %s", tie);
	struct list bars = what_if_bars(&call->work, programme_id);
	for (size_t i = 0; i < bars.count; i++) {
		const struct run_bars *bar = list_row(&run_bars_view, bars, i);
		if (bar->mentor_id == mentor && bar->mentee_id == mentee) {
			change->lift_mentor_id = mentor;
			change->lift_mentee_id = mentee;
			return EXIT_DONE;
		}
	}
	return call_refuse(call, "the last run met no bar between %lld and %lld that is a coordinator's to lift", mentor, mentee);
}

static int change_joined(struct call *call, int64_t programme_id, struct choice_change *change)
{
	const struct programmes_open *joined = call_programme(call, call_flag(call, "join"));

	if (!joined)
		return EXIT_USAGE;
	if (joined->programme_id == programme_id)
		return call_refuse(call, "a programme cannot be joined to itself");
	change->joined_id = joined->programme_id;
	return EXIT_DONE;
}

static int list_changes(struct call *call, int64_t programme_id)
{
	struct list topics = topics_of(call, programme_id), bars = what_if_bars(&call->work, programme_id);
	struct list open = sql_programmes_open(&call->work, &(struct programmes_open_in){ "en" });

	for (size_t i = 0; i < topics.count; i++) {
		const struct topics_offered *topic = list_row(&topics_offered_view, topics, i);
		printf("--topic %lld   %s\n", (long long)topic->topic_id, topic->words);
	}
	for (size_t i = 0; i < bars.count; i++) {
		const struct run_bars *bar = list_row(&run_bars_view, bars, i);
		printf("--lift %lld:%lld   %s\n", (long long)bar->mentor_id, (long long)bar->mentee_id, bar->kind);
	}
	for (size_t i = 0; i < open.count; i++) {
		const struct programmes_open *other = list_row(&programmes_open_view, open, i);
		if (other->programme_id != programme_id)
			printf("--join %s   %s\n", other->slug, other->words);
	}
	return EXIT_DONE;
}

static void tell(const struct call *call, const struct what_if *found)
{
	long long met_now = found->met_now, met_then = found->met_then, both_now = found->both_now, both_then = found->both_then;

	if (call_flag(call, "json"))
		printf("{\"metNow\":%lld,\"metThen\":%lld,\"bothSidesNow\":%lld,\"bothSidesThen\":%lld}\n", met_now, met_then, both_now, both_then);
	else
		printf("%lld asks are met now, %lld then (%+lld); %lld people both give and receive now, %lld then (%+lld)\n", met_now, met_then,
		       met_then - met_now, both_now, both_then, both_then - both_now);
}

static int try_it(struct call *call, int64_t programme_id)
{
	struct choice_change change = { 0 };
	bool topic = call_flag(call, "topic") != NULL, lift = call_flag(call, "lift") != NULL, join = call_flag(call, "join") != NULL;

	if (!topic && !lift && !join)
		return list_changes(call, programme_id);
	int status = topic ? change_topic(call, programme_id, &change) : lift ? change_bar(call, programme_id, &change)
		: change_joined(call, programme_id, &change);
	if (status != EXIT_DONE)
		return status;
	struct what_if found = what_if_of(&call->work, programme_id, &change);
	if (call->work.trouble == TROUBLE_NONE)
		tell(call, &found);
	return EXIT_DONE;
}

int match_what_if_command(struct call *call)
{
	const char *slug = call_flag(call, "programme");
	int changes = (call_flag(call, "topic") != NULL) + (call_flag(call, "lift") != NULL) + (call_flag(call, "join") != NULL);

	if (!slug)
		return call_refuse(call, "--programme says which programme");
	if (changes > 1)
		return call_refuse(call, "one of --topic, --lift and --join at a time");
	if (call_flag(call, "near") && !call_flag(call, "topic"))
		return call_refuse(call, "--near goes with --topic");
	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!db_begin_read(&call->work))
		return call_trouble(call);
	const struct programmes_open *programme = call_programme(call, slug);
	int status = programme ? try_it(call, programme->programme_id) : EXIT_USAGE;
	db_end_read(&call->work);
	return call->work.trouble == TROUBLE_NONE ? status : call_trouble(call);
}
