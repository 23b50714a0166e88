/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What a mail must not lose, whatever else it says: a code, an address that it leads to, the phone number. Found by reading out both,
   the shipped one and the charity's, with a word of its own in the place of every value. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cli/template.h"
#include "language/language.h"
#include "post/mail.h"

enum { LINES_MOST = 40 };

#define SITE "https://site-of-the-mail"

/* What somebody is called, and whose mail it is, may be said or not. */
static const struct must {
	const char *word, *name;
} musts[] = { { "code-of-the-mail", "code" }, { "phone-of-the-mail", "phone" } };
enum { MUSTS = sizeof musts / sizeof *musts };

static const char *read_out(struct call *call, const struct template *page)
{
	const struct mail mail = { .call_name = "name-of-the-mail", .code = musts[0].word, .link = "link-of-the-mail", .site_name = "site-of-the-mail",
		.phone = musts[1].word, .phone_hours = "hours-of-the-mail" };
	const struct language language = language_use(call->arena, "en");
	const struct render render = { .arena = call->arena, .template = page, .page = &mail, .facts_view = &mail_view, .facts = &mail,
		.language = &language, .links = { SITE, "" } };
	struct buffer out = buffer_in(call->arena, 1024);

	template_render(&render, &out);
	return buffer_string(&out);
}

/* As it stands in the source. */
static const char *address_of(struct call *call, const char *found, size_t length)
{
	const char *path = arena_slice(call->arena, found + strlen(SITE), length - strlen(SITE)), *link = strstr(path, "link-of-the-mail");

	return link ? arena_printf(call->arena, "%.*s{link}", (int)(link - path), path) : path;
}

struct texts mail_lacks(struct call *call, const struct template *shipped, const struct template *page)
{
	const char **lines = arena_array(call->arena, LINES_MOST, sizeof *lines);
	struct texts lacks = { lines, 0 };
	const char *was = read_out(call, shipped), *is = read_out(call, page);

	for (size_t i = 0; i < MUSTS; i++)
		if (strstr(was, musts[i].word) && !strstr(is, musts[i].word))
			lines[lacks.count++] = arena_printf(call->arena, "%s: the shipped mail says it, and this one does not. Put <b:value b:text=\"%s\"/> where it belongs",
				musts[i].name, musts[i].name);
	for (const char *at = was; (at = strstr(at, SITE)) && lacks.count < LINES_MOST; at += strlen(SITE)) {
		size_t length = strcspn(at, " \n");
		const char *address = arena_slice(call->arena, at, length), *there = strstr(is, address);
		if (!there || (there[length] && !strchr(" \n", there[length])))
			lines[lacks.count++] = arena_printf(call->arena, "%s: the shipped mail leads there, and this one does not. Put <a href=\"%s\"> where it belongs",
				address_of(call, at, length), address_of(call, at, length));
	}
	return lacks;
}
