/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A translation is text with marks: `Write to {who} or {link}ask us{/link}.` It is data, never markup:
   marks stand for elements that the template has, everything else is escaped. */
#include <string.h>

#include "base/arena.h"
#include "language/language.h"
#include "template/render.h"

/* The next mark of a text: where it starts, its name, whether it closes. */
struct found {
	const char *start;
	const char *name;
	size_t length;
	bool closes;
	const char *after;
};

static bool find_mark(const char *text, struct found *found)
{
	const char *start = strchr(text, '{');
	const char *end = start ? strchr(start, '}') : NULL;

	if (!end)
		return false;
	*found = (struct found){ .start = start, .name = start + 1, .after = end + 1 };
	if (*found->name == '/') {
		found->closes = true;
		found->name++;
	}
	found->length = (size_t)(end - found->name);
	return true;
}

static const uint32_t *mark_of(const struct template *template, const uint32_t *message, const struct found *found)
{
	for (uint32_t i = 0; i < message[MESSAGE_MARKS]; i++) {
		const uint32_t *mark = message + MESSAGE_HEAD + MARK_WORDS * i;
		const char *name = template->pool + mark[MARK_NAME];
		if (strlen(name) == found->length && strncmp(name, found->name, found->length) == 0)
			return mark;
	}
	return NULL;
}

/* Every mark is known, and pairs close in the order they opened. */
static bool is_sound(const struct template *template, const uint32_t *message, const char *text)
{
	const uint32_t *open[MARKS_MAX];
	size_t depth = 0;
	struct found found;

	while (find_mark(text, &found)) {
		const uint32_t *mark = mark_of(template, message, &found);
		if (!mark || (found.closes && !mark[MARK_PAIR]))
			return false;
		if (found.closes && (!depth || open[--depth] != mark))
			return false;
		if (!found.closes && mark[MARK_PAIR]) {
			if (depth == MARKS_MAX)
				return false;
			open[depth++] = mark;
		}
		text = found.after;
	}
	return depth == 0 && !strchr(text, '{');
}

static const char *translated(const struct run *run, const uint32_t *message, int64_t count)
{
	const char *pool = run->render->template->pool;
	const char *one = pool + message[MESSAGE_ONE];
	const char *context = pool + message[MESSAGE_CONTEXT];
	const char *many = message[MESSAGE_MANY] ? pool + message[MESSAGE_MANY] : NULL;

	if (!run->guarded) {
		const char *text = many ? language_plural(context, one, many, count) : language_text(context, one);
		if (is_sound(run->render->template, message, text))
			return text;
	}
	return many && count != 1 ? many : one;
}

static void write_slice(struct run *run, const char *text, size_t length)
{
	if (length)
		write_text(run, arena_slice(run->render->arena, text, length));
}

void run_message(struct run *run, uint32_t at)
{
	const struct template *template = run->render->template;
	const uint32_t *message = template->words + at;
	int64_t count = message[MESSAGE_MANY] ? run_count(run, message[MESSAGE_COUNT]) : 0;
	const char *text = translated(run, message, count);
	struct found found;

	while (find_mark(text, &found)) {
		const uint32_t *mark = mark_of(template, message, &found);
		write_slice(run, text, (size_t)(found.start - text));
		run_code(run, mark[found.closes ? MARK_CLOSE : MARK_OPEN]);
		text = found.after;
	}
	write_text(run, text);
}
