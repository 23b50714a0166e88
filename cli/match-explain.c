/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways match explain: who is left out, what stands in the way, and what would help most. */
#include "base/text.h"
#include "base/view.h"
#include "cli/command.h"
#include "db/db.h"
#include "domain/hindrance.h"
#include "sql_match.h"
#include "sql_programme.h"

enum { OFFERS_MOST = 10 };

/* The same as the desk says, of people by their numbers. A private bar reads alike whatever it is. */
static const struct { const char *kind, *words; } hindrances[] = {
	{ "crowded", "people fit, and help others this time" },
	{ "full", "people would fit, and have no room" },
	{ "two-ways", "people fit, and are mentored by them already" },
	{ "already", "people fit, and help them already" },
	{ "tried", "people fit, and it was tried before" },
	{ "dropped", "people fit, and a coordinator dropped it" },
	{ "same-reach", "people fit, and share an address or a phone" },
	{ "organisation", "people fit, and belong to the same organisation" },
	{ "department", "people fit, and belong to the same department" },
	{ "post", "people fit, and are after the same post" },
	{ "line", "people fit, and one is over the other at work" },
	{ "family", "people fit, and are family" },
	{ "care", "people fit, and one depends on the other" },
	{ "other", "people fit, and have a tie that they told of" },
	{ "private", "people fit; not possible, for a private reason" },
	{ "wish", "people offer it, and older or younger is not as wished" },
	{ "tongue", "people offer it, and share no language" },
	{ "apart", "people offer it, and cannot meet them" },
	{ "nobody", "nobody offers it" },
};

static void tell_why(const struct match_left_out *row)
{
	const char *words = "no run has looked at it yet";

	for (size_t i = 0; i < sizeof hindrances / sizeof *hindrances; i++)
		if (text_is(row->left_why, hindrances[i].kind))
			words = hindrances[i].words;
	if (*row->left_why)
		printf("ask %lld of person %lld, %s: %s (%lld)\n", (long long)row->ask_id, (long long)row->person_id, row->topic, words, (long long)row->left_count);
	else
		printf("ask %lld of person %lld, %s: %s\n", (long long)row->ask_id, (long long)row->person_id, row->topic, words);
}

static void tell_left_out(struct list rows, bool json)
{
	for (size_t i = 0; i < rows.count; i++) {
		const struct match_left_out *row = list_row(&match_left_out_view, rows, i);
		if (!json) {
			tell_why(row);
			continue;
		}
		printf("%s{\"ask\":%lld,\"person\":%lld,\"topic\":", i ? "," : "", (long long)row->ask_id, (long long)row->person_id);
		json_text(stdout, row->topic);
		printf(",\"why\":\"%s\",\"count\":%lld}", row->left_why, (long long)row->left_count);
	}
}

static void tell_offers(struct list offers, bool json)
{
	for (size_t i = 0; i < offers.count; i++) {
		const struct helpful_offer *offer = (const struct helpful_offer *)offers.rows + i;
		if (!json) {
			printf("one more offer of %s (topic %lld)%s%s would reach %lld of them\n", offer->topic, (long long)offer->topic_id,
			       *offer->district ? " near " : " from anywhere", offer->district, (long long)offer->people);
			continue;
		}
		printf("%s{\"topic\":%lld,\"words\":", i ? "," : "", (long long)offer->topic_id);
		json_text(stdout, offer->topic);
		fputs(",\"near\":", stdout);
		json_text(stdout, offer->district);
		printf(",\"people\":%lld}", (long long)offer->people);
	}
}

int match_explain_command(struct call *call)
{
	bool json = call_flag(call, "json") != NULL;
	const char *slug = call_flag(call, "programme");

	if (!slug)
		return call_refuse(call, "--programme says which programme");
	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!db_begin_read(&call->work))
		return call_trouble(call);
	const struct programmes_open *programme = call_programme(call, slug);
	if (!programme)
		return EXIT_USAGE;
	struct list rows = sql_match_left_out(&call->work, &(struct match_left_out_in){ .programme_id = programme->programme_id, .language = "en" });
	struct list offers = hindrance_helpful(call->arena, rows, OFFERS_MOST);
	db_end_read(&call->work);
	if (call->work.trouble != TROUBLE_NONE)
		return call_trouble(call);
	if (json)
		fputs("{\"leftOut\":[", stdout);
	else if (!rows.count)
		puts("nobody is left out");
	tell_left_out(rows, json);
	if (json)
		fputs("],\"offers\":[", stdout);
	tell_offers(offers, json);
	if (json)
		puts("]}");
	return EXIT_DONE;
}
