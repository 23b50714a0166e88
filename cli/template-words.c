/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Which sentences a page says, and which pages say a sentence: what the desk changes one by one. */
#include <stdio.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/template.h"
#include "language/sentences.h"

/* By number, as the desk has it; NULL for what the desk does not change: words of every page, and sentences with a number in them. */
static const char *id_of(struct call *call, const struct compiled_message *m)
{
	const struct sentence sentence = { .context = m->context, .text = m->one };

	if (*m->many || text_ends(m->file, "/layout.xml") || text_ends(m->file, "/field.xml"))
		return NULL;
	return sentence_id(call->arena, sentence_key(call->arena, &sentence));
}

static void tell(const struct call *call, const char *id, const char *text, bool first)
{
	if (call_flag(call, "ids"))
		printf("%s\n", id);
	else if (!call_flag(call, "json"))
		printf("%s %s\n", id, text);
	else {
		printf("%s{\"id\":\"%s\",\"text\":", first ? "" : ",", id);
		json_text(stdout, text);
		printf("}");
	}
}

static bool is_told_before(struct call *call, const struct compiled *page, size_t i, const char *id)
{
	for (size_t k = 0; k < i; k++) {
		const char *other = id_of(call, &page->messages[k]);
		if (other && text_is(other, id))
			return true;
	}
	return false;
}

int template_sentences_command(struct call *call)
{
	struct compiled page;
	bool json = call_flag(call, "json") != NULL, first = true;

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!shipped_compiled(call, call->arguments[0], &page))
		return call_refuse(call, "there is no page %s: bothways template list --all names them", call->arguments[0]);
	if (json)
		fputs("[", stdout);
	for (size_t i = 0; i < page.message_count; i++) {
		const char *id = id_of(call, &page.messages[i]);
		if (!id || is_told_before(call, &page, i, id))
			continue;
		tell(call, id, page.messages[i].one, first);
		first = false;
	}
	if (json)
		fputs("]\n", stdout);
	return EXIT_DONE;
}

static bool says(struct call *call, const char *name, const char *wanted)
{
	struct compiled page;

	if (!shipped_compiled(call, name, &page))
		return false;
	for (size_t i = 0; i < page.message_count; i++) {
		const char *id = id_of(call, &page.messages[i]);
		if (id && text_is(id, wanted))
			return true;
	}
	return false;
}

int template_where_command(struct call *call)
{
	bool json = call_flag(call, "json") != NULL, first = true;

	if (!call_open_site(call))
		return EXIT_USAGE;
	if (json)
		fputs("[", stdout);
	struct texts names = shipped_names(call);
	for (size_t i = 0; i < names.count; i++) {
		if (!says(call, names.values[i], call->arguments[0]))
			continue;
		if (json)
			printf("%s\"%s\"", first ? "" : ",", names.values[i]);
		else
			printf("%s\n", names.values[i]);
		first = false;
	}
	if (json)
		fputs("]\n", stdout);
	return first ? EXIT_FOUND : EXIT_DONE;
}
