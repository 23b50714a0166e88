/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "language/catalogue.h"

#include <fcntl.h>
#include <libintl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "language/language.h"

enum { MAGIC = 0, COUNT = 2, TEXTS = 3, WORDS = 4, HEAD = 7, FILE_MOST = 8 * 1024 * 1024 };
#define MO_MAGIC 0x950412deu

/* The numbers of the file are made by the build on this kind of machine: in its own order. */
static uint32_t number(const struct catalogue *c, size_t at)
{
	uint32_t n = 0;

	if (at * sizeof n + sizeof n <= c->length)
		memcpy(&n, c->bytes + at * sizeof n, sizeof n);
	return n;
}

static bool read_catalogue(struct arena *arena, const char *path, struct catalogue *c)
{
	struct stat facts;
	int file = open(path, O_RDONLY | O_CLOEXEC);

	*c = (struct catalogue){ "", 0, 0 };
	if (file < 0)
		return false;
	if (fstat(file, &facts) == 0 && facts.st_size < FILE_MOST) {
		char *bytes = arena_alloc(arena, (size_t)facts.st_size + 1);
		ssize_t got = read(file, bytes, (size_t)facts.st_size);
		*c = (struct catalogue){ bytes, got > 0 ? (size_t)got : 0, 0 };
	}
	close(file);
	if (c->length >= HEAD * sizeof(uint32_t) && number(c, MAGIC) == MO_MAGIC)
		c->count = number(c, COUNT);
	return c->count > 0;
}

const char *catalogue_path(struct arena *arena, const char *code)
{
	char *folder = arena_copy(arena, code), *hyphen = strchr(folder, '-');

	if (hyphen)
		*hyphen = '_';
	return arena_printf(arena, "%s/%s/LC_MESSAGES/bothways.mo", bindtextdomain("bothways", NULL), folder);
}

bool catalogue_of(struct arena *arena, const char *code, struct catalogue *c)
{
	if (text_is(code, "en")) {
		struct texts all = language_all(arena);
		return all.count > 1 && read_catalogue(arena, catalogue_path(arena, all.values[1]), c);
	}
	/* A language is a name, not a path. */
	return !strchr(code, '/') && read_catalogue(arena, catalogue_path(arena, code), c);
}

bool catalogue_of_places(struct arena *arena, struct catalogue *c)
{
	return read_catalogue(arena, arena_printf(arena, "%s/places.mo", bindtextdomain("bothways", NULL)), c);
}

static const char *string_at(const struct catalogue *c, uint32_t table, uint32_t i, size_t *length)
{
	size_t at = table / sizeof(uint32_t) + 2 * (size_t)i, from = number(c, at + 1);

	*length = number(c, at);
	return from + *length < c->length && c->bytes[from + *length] == '\0' ? c->bytes + from : NULL;
}

bool catalogue_entry(const struct catalogue *c, uint32_t i, struct entry *entry)
{
	entry->key = string_at(c, number(c, TEXTS), i, &entry->key_length);
	entry->words = string_at(c, number(c, WORDS), i, &entry->words_length);
	return i < c->count && entry->key && entry->words;
}

bool catalogue_find(const struct catalogue *c, const char *key, struct entry *entry)
{
	uint32_t low = 0, high = c->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (!catalogue_entry(c, middle, entry))
			return false;
		int order = strcmp(key, entry->key);
		if (!order)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}
