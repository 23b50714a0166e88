/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "base/text.h"
#include "tools/demo/demo.h"
#include "tools/files.h"

/* FNV-1a, stirred once more (the end of MurmurHash3), so that near numbers are not near. */
unsigned chance(const char *what, int64_t one, int64_t other)
{
	uint64_t hash = 1469598103934665603u;
	const int64_t numbers[] = { one, other };

	for (const char *c = what; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 1099511628211u;
	for (int i = 0; i < 2; i++)
		hash = (hash ^ (uint64_t)numbers[i]) * 1099511628211u;
	hash ^= hash >> 33;
	hash *= 0xff51afd7ed558ccdu;
	hash ^= hash >> 33;
	return (unsigned)(hash & 0x7fffffff);
}

bool happens(int in_hundred, const char *what, int64_t one, int64_t other)
{
	return (int)(chance(what, one, other) % 100) < in_hundred;
}

static bool is_of(const struct word *w, const char *kind, const char *about)
{
	return text_is(w->kind, kind) && (!about || text_is(w->about, about));
}

const char *say(const struct demo *d, const char *kind, const char *about, unsigned number)
{
	unsigned count = 0, at;

	for (size_t i = 0; i < d->word_count; i++)
		count += is_of(&d->words[i], kind, about);
	if (!count)
		return "";
	at = number % count;
	for (size_t i = 0; i < d->word_count; i++)
		if (is_of(&d->words[i], kind, about) && !at--)
			return d->words[i].words;
	return "";
}

void words_read(struct demo *d, const char *folder)
{
	const char *rest = file_read(d->arena, arena_printf(d->arena, "%s/demo-words.txt", folder)), *line;

	while ((line = text_piece(d->arena, &rest, '\n'))) {
		const char *left = line;
		if (*line == '#' || !*line)
			continue;
		must(d, d->word_count < WORDS_MOST, "too many words");
		struct word *w = &d->words[d->word_count++];
		w->kind = text_piece(d->arena, &left, '|');
		w->about = text_piece(d->arena, &left, '|');
		w->words = text_piece(d->arena, &left, '|');
		must(d, w->words != NULL, line);
	}
}
