/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A catalogue read as a file, since gettext has no way to ask for all it holds. (GNU gettext manual, "The Format of GNU MO Files".) */
#include <fcntl.h>
#include <libintl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/text.h"
#include "language/language.h"
#include "language/words.h"

enum { MAGIC = 0, COUNT = 2, TEXTS = 3, WORDS = 4, HEAD = 7, FILE_MOST = 8 * 1024 * 1024 };
#define MO_MAGIC 0x950412deu

static const struct member sentence_members[] = {
	VIEW_MEMBER(struct sentence, id),
	VIEW_MEMBER(struct sentence, context),
	VIEW_MEMBER(struct sentence, text),
	VIEW_MEMBER(struct sentence, shipped),
	VIEW_MEMBER(struct sentence, own),
	VIEW_MEMBER(struct sentence, draft),
};
const struct view sentence_view = VIEW(sentence, sentence_members);

struct catalogue {
	const char *bytes;
	size_t length;
	uint32_t count;
};

/* The numbers of the file are made by the build on this kind of machine: in its own order. */
static uint32_t number(const struct catalogue *c, size_t at)
{
	uint32_t n = 0;

	if (at * sizeof n + sizeof n <= c->length)
		memcpy(&n, c->bytes + at * sizeof n, sizeof n);
	return n;
}

static bool read_catalogue(struct arena *arena, const char *code, struct catalogue *c)
{
	char *folder = arena_copy(arena, code), *hyphen = strchr(folder, '-');
	struct stat facts;

	if (hyphen)
		*hyphen = '_';
	int file = open(arena_printf(arena, "%s/%s/LC_MESSAGES/bothways.mo", bindtextdomain("bothways", NULL), folder), O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return false;
	*c = (struct catalogue){ "", 0, 0 };
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

/* English has no catalogue; what it says is in each of the others. */
static bool read_language(struct arena *arena, const char *code, struct catalogue *c)
{
	if (!text_is(code, "en"))
		return read_catalogue(arena, code, c);
	struct texts all = language_all(arena);
	return all.count > 1 && read_catalogue(arena, all.values[1], c);
}

static const char *string_at(const struct catalogue *c, uint32_t table, uint32_t i, size_t *length)
{
	size_t at = table / sizeof(uint32_t) + 2 * (size_t)i, from = number(c, at + 1);

	*length = number(c, at);
	return from + *length < c->length && c->bytes[from + *length] == '\0' ? c->bytes + from : NULL;
}

/* FNV-1a, 64 bits. */
const char *sentence_id(struct arena *arena, const char *key)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (; *key; key++)
		hash = (hash ^ (unsigned char)*key) * 0x100000001b3u;
	return arena_printf(arena, "%016llx", (unsigned long long)hash);
}

/* False for the header, and for what depends on a number: it has several texts with NULs between. */
static bool sentence_at(struct arena *arena, const struct catalogue *c, uint32_t i, struct sentence *s)
{
	size_t length, words_length;
	const char *key = string_at(c, number(c, TEXTS), i, &length), *words = string_at(c, number(c, WORDS), i, &words_length);

	if (!key || !words || !*key || strlen(key) != length)
		return false;
	const char *after = strchr(key, '\004');
	*s = (struct sentence){ .context = after ? arena_slice(arena, key, (size_t)(after - key)) : "", .text = after ? after + 1 : key, .shipped = words, .own = "", .draft = "" };
	return true;
}

static void finish(struct arena *arena, const char *code, struct sentence *s)
{
	const char *key = sentence_key(arena, s), *own = words_of(key), *draft = words_draft(code, key);

	s->id = sentence_id(arena, key);
	s->own = own ? own : "";
	s->draft = draft ? draft : "";
	if (text_is(code, "en"))
		s->shipped = s->text;
}

static bool holds(const char *text, const char *needle)
{
	size_t length = strlen(needle);

	for (; *text; text++)
		if (strncasecmp(text, needle, length) == 0)
			return true;
	return false;
}

static bool is_wanted(const struct sentence *s, const char *needle)
{
	return *needle ? holds(s->text, needle) || holds(s->shipped, needle) || holds(s->own, needle) : *s->own || *s->draft;
}

const char *sentence_key(struct arena *arena, const struct sentence *s)
{
	return *s->context ? arena_printf(arena, "%s\004%s", s->context, s->text) : s->text;
}

struct list sentences_find(struct arena *arena, const char *code, const char *needle, size_t most)
{
	struct sentence *rows = arena_array(arena, most + 1, sizeof *rows);
	struct list found = { rows, 0 };
	struct catalogue c;

	words_use(code);
	if (!read_language(arena, code, &c))
		return found;
	for (uint32_t i = 0; i < c.count && found.count < most; i++) {
		if (!sentence_at(arena, &c, i, &rows[found.count]))
			continue;
		finish(arena, code, &rows[found.count]);
		found.count += is_wanted(&rows[found.count], needle);
	}
	return found;
}

struct list sentences_named(struct arena *arena, const char *code, const char *ids, size_t most)
{
	struct sentence *rows = arena_array(arena, most + 1, sizeof *rows);
	struct list found = { rows, 0 };
	struct catalogue c;

	words_use(code);
	if (!read_language(arena, code, &c))
		return found;
	for (uint32_t i = 0; i < c.count && found.count < most; i++) {
		if (!sentence_at(arena, &c, i, &rows[found.count]))
			continue;
		finish(arena, code, &rows[found.count]);
		found.count += text_has_word(ids, rows[found.count].id);
	}
	return found;
}

bool sentence_one(struct arena *arena, const char *code, const char *id, struct sentence *s)
{
	struct catalogue c;

	words_use(code);
	if (!read_language(arena, code, &c))
		return false;
	for (uint32_t i = 0; i < c.count; i++)
		if (sentence_at(arena, &c, i, s)) {
			finish(arena, code, s);
			if (text_is(s->id, id))
				return true;
		}
	return false;
}
