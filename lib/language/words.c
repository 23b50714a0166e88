/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The charity's own words for single sentences: words/cy.txt in its data folder, a line for each: the English text, a tab, its words; of
   a text that depends on a number, the English for one, and each form behind a tab. A text with a context has it in front, and U+0004 between, as catalogues do. Words that nobody sees yet lie in cy.draft.txt. */
#include "language/words.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"

enum { FILE_MOST = 1024 * 1024, CODE_MOST = 24, FOLDER_MOST = 4096, MARKS_MOST = 24, PLACES = 64 };

struct line {
	const char *key;
	const char *words;         /* each form ends in a NUL */
	size_t forms;
};

/* What is loaded stays while it may be in use: a text that was asked for lives through the request, though another language was
   chosen or the file changed since. So each language has a place of its own, and what was loaded before is kept once. */
struct loaded {
	char *bytes;
	struct line *lines;
	size_t count;
};
struct place {
	char code[CODE_MOST];
	struct stat facts;         /* of the file that is loaded; all 0: none is */
	struct loaded now, before;
	bool asked;                /* whether the file was looked at since the language was chosen */
};
static struct {
	char folder[FOLDER_MOST];
	struct place places[PLACES];
	struct place *use, *draft; /* of the language that is chosen */
	bool drafts;               /* are shown */
} own;

void words_start(const char *folder)
{
	snprintf(own.folder, sizeof own.folder, "%s/words", folder);
}

static struct place *place_of(const char *code)
{
	struct place *place = own.places;

	while (place < own.places + PLACES - 1 && *place->code && !text_is(place->code, code))
		place++;
	if (!text_is(place->code, code)) {
		place->facts = (struct stat){ .st_size = 0 };
		snprintf(place->code, sizeof place->code, "%s", code);
	}
	return place;
}

static struct place *draft_of(const char *code)
{
	char name[CODE_MOST];

	snprintf(name, sizeof name, "%s.draft", code);
	return place_of(name);
}

void words_use(const char *code)
{
	own.use = place_of(code);
	own.draft = draft_of(code);
	own.use->asked = own.draft->asked = false;
}

const char *words_in_use(struct arena *arena)
{
	return arena_copy(arena, own.use ? own.use->code : "en");
}

void words_drafts(bool shown)
{
	own.drafts = shown;
}

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct line *)a)->key, ((const struct line *)b)->key);
}

static void make_room(struct place *place)
{
	free(place->before.bytes);
	free(place->before.lines);
	place->before = place->now;
	place->now = (struct loaded){ NULL, NULL, 0 };
}

/* Ends each form where its tab was. */
static size_t count_forms(char *words)
{
	size_t forms = 1;

	for (char *tab = words; (tab = strchr(tab, '\t')); forms++)
		*tab++ = '\0';
	return forms;
}

static void index_lines(struct loaded *now, size_t length)
{
	size_t room = 1;

	for (size_t i = 0; i < length; i++)
		room += now->bytes[i] == '\n';
	now->lines = calloc(room, sizeof *now->lines);
	if (!now->lines)
		die("no memory for the charity's own words");
	for (char *at = now->bytes, *end; *at && now->count < room; at = end) {
		end = at + strcspn(at, "\r\n");
		while (*end == '\r' || *end == '\n')
			*end++ = '\0';
		char *tab = strchr(at, '\t');
		if (!tab || !tab[1])
			continue;
		*tab = '\0';
		now->lines[now->count++] = (struct line){ at, tab + 1, count_forms(tab + 1) };
	}
	qsort(now->lines, now->count, sizeof *now->lines, by_key);
}

static void load(struct place *place, int file, const struct stat *facts)
{
	size_t length = 0;
	ssize_t got;

	make_room(place);
	place->facts = *facts;
	place->now.bytes = malloc((size_t)facts->st_size + 1);
	if (!place->now.bytes)
		die("no memory for the charity's own words");
	while (length < (size_t)facts->st_size && (got = read(file, place->now.bytes + length, (size_t)facts->st_size - length)) > 0)
		length += (size_t)got;
	place->now.bytes[length] = '\0';
	index_lines(&place->now, length);
}

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Once for each choice of a language: a change is seen at the next request. */
static void look(struct place *place)
{
	char path[FOLDER_MOST + CODE_MOST + 8];
	struct stat facts;

	place->asked = true;
	snprintf(path, sizeof path, "%s/%s.txt", own.folder, place->code);
	/* A language is a name, not a path. */
	int file = strchr(place->code, '/') ? -1 : open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || fstat(file, &facts) || facts.st_size > FILE_MOST) {
		if (place->now.bytes)
			make_room(place);
		place->facts = (struct stat){ .st_size = 0 };
	} else if (!same_file(&facts, &place->facts)) {
		load(place, file, &facts);
	}
	if (file >= 0)
		close(file);
}

/* The next {mark}, or NULL. */
static const char *next_mark(const char *text, size_t *length)
{
	const char *open = strchr(text, '{'), *close = open ? strchr(open, '}') : NULL;

	*length = close ? (size_t)(close - open) + 1 : 0;
	return close ? open : NULL;
}

static size_t count_mark(const char *text, const char *mark, size_t length)
{
	size_t n = 0, found;

	for (const char *at = text; (at = next_mark(at, &found)); at += found)
		n += found == length && memcmp(at, mark, length) == 0;
	return n;
}

/* {link}…{/link}: what opens is closed, the last that opened first. */
static bool is_nested(const char *text)
{
	struct { const char *at; size_t length; } open[MARKS_MOST];
	size_t depth = 0, length;

	for (const char *at = text; (at = next_mark(at, &length)); at += length) {
		char closing[64];
		if (at[1] == '/') {
			if (!depth || open[depth - 1].length + 1 != length || memcmp(open[depth - 1].at + 1, at + 2, length - 2) != 0)
				return false;
			depth--;
			continue;
		}
		if (length + 2 > sizeof closing || depth == MARKS_MOST)
			return false;
		snprintf(closing, sizeof closing, "{/%.*s", (int)length - 1, at + 1);
		if (strstr(text, closing)) {
			open[depth].at = at;
			open[depth++].length = length;
		}
	}
	return depth == 0;
}

/* `spared`: a mark that may be left out, or "". */
static bool fits(const char *text, const char *words, const char *spared)
{
	size_t length, in_text = 0, in_words = 0;

	for (const char *at = text; (at = next_mark(at, &length)); at += length) {
		bool counts = strncmp(at, spared, length) != 0;
		in_text += counts;
		if (counts && count_mark(words, at, length) != count_mark(text, at, length))
			return false;
	}
	for (const char *at = words; (at = next_mark(at, &length)); at += length)
		in_words += strncmp(at, spared, length) != 0;
	return in_text == in_words && is_nested(words);
}

bool words_fit(const char *text, const char *words)
{
	return fits(text, words, "");
}

bool words_fit_number(const char *many, const char *words)
{
	return fits(many, words, "{n}");
}

static const struct line *line_in(struct place *place, const char *key)
{
	if (!place->asked)
		look(place);
	const struct loaded *now = &place->now;
	return now->count ? bsearch(&(struct line){ key, NULL, 0 }, now->lines, now->count, sizeof *now->lines, by_key) : NULL;
}

static const char *words_in(struct place *place, const char *key)
{
	const struct line *found = line_in(place, key);
	const char *context = strchr(key, '\004');

	return found && found->forms == 1 && words_fit(context ? context + 1 : key, found->words) ? found->words : NULL;
}

const char *words_of(const char *key)
{
	if (!*own.folder || !own.use)
		return NULL;
	const char *draft = own.drafts ? words_in(own.draft, key) : NULL;
	return draft ? draft : words_in(own.use, key);
}

const char *words_form(const char *key, const char *many, size_t form)
{
	const struct line *found = *own.folder && own.use ? line_in(own.use, key) : NULL;
	const char *words = found ? found->words : NULL;

	if (!found || form >= found->forms)
		return NULL;
	for (; form; form--)
		words += strlen(words) + 1;
	return *words && words_fit_number(many, words) ? words : NULL;
}

const char *words_draft(const char *code, const char *key)
{
	return *own.folder ? words_in(draft_of(code), key) : NULL;
}

const char *words_path(struct arena *arena, const char *code, const char *ending)
{
	return arena_printf(arena, "%s/%s.%s", own.folder, code, ending);
}

/* A tab before each form. */
static void put_line(struct buffer *out, const struct line *line)
{
	const char *words = line->words;

	buffer_text(out, line->key);
	for (size_t i = 0; i < line->forms; i++, words += strlen(words) + 1)
		buffer_printf(out, "\t%s", words);
	buffer_char(out, '\n');
}

bool words_put(struct arena *arena, const char *path, const struct buffer *bytes)
{
	mkdir(own.folder, 0700);
	bool kept = bytes->length <= FILE_MOST && file_put(arena, path, bytes->bytes, bytes->length);
	if (!kept)
		log_line("a site's own words cannot be written");
	return kept;
}

static bool keep(struct arena *arena, struct place *place, const char *key, const char *words)
{
	char *forms = arena_copy(arena, words);
	struct buffer out = buffer_in(arena, 4096);

	look(place);
	for (size_t i = 0; i < place->now.count; i++)
		if (!text_is(place->now.lines[i].key, key))
			put_line(&out, &place->now.lines[i]);
	for (char *end = forms; (end = strchr(end, '\n'));)
		*end = '\t';
	if (*words)
		buffer_printf(&out, "%s\t%s\n", key, forms);
	place->asked = false;
	return words_put(arena, words_path(arena, place->code, "txt"), &out);
}

bool words_keep(struct arena *arena, const char *code, const char *key, const char *words)
{
	return keep(arena, place_of(code), key, words);
}

bool words_keep_draft(struct arena *arena, const char *code, const char *key, const char *words)
{
	return keep(arena, draft_of(code), key, words);
}
