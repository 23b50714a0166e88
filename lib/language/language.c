/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "language/language.h"

#include <dirent.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "language/sentences.h"
#include "language/words.h"

#define DOMAIN "bothways"
enum { LOCALE_BYTES = 16 * 1024, LANGUAGES_MOST = 64, CODE_MAX = 64, WORDS_MAX = 128 };

static char in_use[CODE_MAX] = "en";

/* A host may have no locale at all; the one that catalogues need lies among them (48 bytes). */
static void bring_locale(const char *folder)
{
	struct arena *arena = arena_new(LOCALE_BYTES);

	if (access(arena_printf(arena, "%s/C.utf8/LC_MESSAGES/SYS_LC_MESSAGES", folder), R_OK) == 0)
		setenv("LOCPATH", folder, 1);
	arena_free(arena);
}

void language_start(const char *folder)
{
	bring_locale(folder);
	if (!setlocale(LC_MESSAGES, "C.UTF-8"))
		log_line("no C.UTF-8 messages locale: every page will be in English");
	bindtextdomain(DOMAIN, folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
}

/* The value of a line of the catalogue's header, or "". */
static const char *header(struct arena *arena, const char *name)
{
	const char *rest = gettext(""), *line;
	size_t length = strlen(name);

	while ((line = text_piece(arena, &rest, '\n')))
		if (strncmp(line, name, length) == 0 && text_starts(line + length, ": "))
			return line + length + 2;
	return "";
}

/* cy-GB in a page is cy_GB in a folder. English is what the catalogues are keyed by: gettext looks for none of C. */
static void use_catalogue(const char *code)
{
	const char *was = getenv("LANGUAGE");
	char folder[CODE_MAX] = "C";

	if (!text_is(code, "en"))
		snprintf(folder, sizeof folder, "%s", code);
	for (char *hyphen = folder; (hyphen = strchr(hyphen, '-'));)
		*hyphen = '_';
	if (was && text_is(was, folder))
		return;
	if (setenv("LANGUAGE", folder, 1))
		die("no room for the language");
	/* glibc keeps the last catalogue until it is told that something changed. */
	textdomain(DOMAIN);
}

/* What the headers of catalogues say, each read once: a page names every language, and speaks one. */
static struct known {
	char code[CODE_MAX], name[WORDS_MAX];
	struct language language;
} known[LANGUAGES_MOST];

/* Where a language stands among the known, or where it may; NULL: there are too many. */
static struct known *known_as(const char *code)
{
	for (size_t i = 0; i < LANGUAGES_MOST; i++)
		if (!*known[i].code || text_is(known[i].code, code))
			return &known[i];
	return NULL;
}

/* What its header says of the language in use. */
static struct language described(struct arena *arena, const char *code)
{
	if (text_is(code, "en") || !*header(arena, "X-Language-Name"))
		return (struct language){ "en", "English", "ltr", true };
	return (struct language){
		.code = arena_copy(arena, code),
		.name = header(arena, "X-Language-Name"),
		.dir = text_is(header(arena, "X-Direction"), "rtl") ? "rtl" : "ltr",
		.reviewed = *header(arena, "X-Reviewed-By") != '\0',
	};
}

/* What a site's readers say of it changes while a process lives. */
static struct language as_read(struct arena *arena, struct language language)
{
	language.reviewed = language.reviewed || reading_is_whole(arena, language.code);
	return language;
}

static struct language chosen(struct arena *arena, const char *code)
{
	struct known *place = known_as(code);

	use_catalogue(code);
	words_use(code);
	snprintf(in_use, sizeof in_use, "%s", code);
	if (place && *place->code)
		return place->language;
	struct language language = described(arena, code);
	if (!place || !text_is(language.code, code) || strlen(code) >= CODE_MAX || strlen(language.name) >= WORDS_MAX)
		return language;
	snprintf(place->code, CODE_MAX, "%s", code);
	snprintf(place->name, WORDS_MAX, "%s", language.name);
	language.code = place->code;
	language.name = place->name;
	return place->language = language;
}

struct language language_use(struct arena *arena, const char *code)
{
	return as_read(arena, chosen(arena, code));
}

struct language language_about(struct arena *arena, const char *code)
{
	const struct known *place = known_as(code);
	const char *before = arena_copy(arena, in_use);

	if (place && *place->code)
		return place->language;
	struct language language = chosen(arena, code);
	chosen(arena, before);
	return language;
}

static int by_code(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* cy_GB in a folder is cy-GB in a page. */
static const char *code_of(struct arena *arena, const char *folder, const char *name)
{
	char *code = arena_copy(arena, name), *region = strchr(code, '_');

	if (region)
		*region = '-';
	if (strstr(code, "-X") || access(arena_printf(arena, "%s/%s/LC_MESSAGES/" DOMAIN ".mo", folder, name), R_OK))
		return NULL;
	return code;
}

struct texts language_all(struct arena *arena)
{
	const char *folder = bindtextdomain(DOMAIN, NULL), **codes = arena_array(arena, LANGUAGES_MOST, sizeof *codes);
	struct texts all = { codes, 0 };
	DIR *open = folder ? opendir(folder) : NULL;
	struct dirent *entry;

	codes[all.count++] = "en";
	while (open && all.count < LANGUAGES_MOST && (entry = readdir(open))) {
		const char *code = code_of(arena, folder, entry->d_name);
		if (code && !text_is(code, "en"))
			codes[all.count++] = code;
	}
	if (open)
		closedir(open);
	qsort(codes + 1, all.count - 1, sizeof *codes, by_code);
	return all;
}

enum { KEY_MAX = 4096 };

/* gettext keys a message by context, EOT, text. False when that is longer than any message. */
static bool key_of(char *key, const char *context, const char *text)
{
	size_t before = strlen(context), length = strlen(text);

	if (before + length + 2 > KEY_MAX)
		return false;
	memcpy(key, context, before);
	key[before] = '\004';
	memcpy(key + before + 1, text, length + 1);
	return true;
}

const char *language_text(const char *context, const char *text)
{
	char key[KEY_MAX];

	if (!*text)
		return text;
	bool bare = !context || !*context;
	if (!bare && !key_of(key, context, text))
		return text;
	const char *own = words_of(bare ? text : key);
	if (own)
		return own;
	if (text_is(in_use, "en"))
		return text;
	const char *found = gettext(bare ? text : key);
	return found == key ? text : found;
}

int language_form(const char *key, const char *many, int64_t count)
{
	const char *said = ngettext(key, many, count < 0 ? (unsigned long)-count : (unsigned long)count), *form = gettext(key);
	int number = 0;

	if (said == key || said == many)
		return count != 1;
	/* The forms lie one behind the other, and gettext gives the first. */
	for (; form < said; form += strlen(form) + 1)
		number++;
	return number;
}

const char *language_plural(const char *context, const char *one, const char *many, int64_t count)
{
	char with[KEY_MAX];
	unsigned long n = count < 0 ? (unsigned long)-count : (unsigned long)count;
	bool bare = !context || !*context;

	if (!bare && !key_of(with, context, one))
		return n == 1 ? one : many;
	const char *key = bare ? one : with;
	if (words_form(key, many, 0)) {
		const char *own = words_form(key, many, (size_t)language_form(key, many, count));
		if (own)
			return own;
	}
	const char *found = ngettext(key, many, n);
	return found == key ? one : found;
}

/* Whether a wish such as `cy-GB` asks for a language such as `cy`. */
static bool asks_for(const char *wish, size_t length, const char *code)
{
	size_t whole = strlen(code);

	return length >= whole && strncasecmp(wish, code, whole) == 0 && (length == whole || wish[whole] == '-');
}

/* Thousandths, three figures at most (RFC 9110 12.4.2). No weight is 1. */
static int weight_of(const char *wish)
{
	const char *q = strstr(wish, "q=");
	int weight = 0, place = 100;

	if (!q || q[2] == '1')
		return 1000;
	if (!text_starts(q, "q=0."))
		return 0;
	for (q += strlen("q=0."); *q >= '0' && *q <= '9' && place; q++, place /= 10)
		weight += (*q - '0') * place;
	return weight;
}

const char *language_wish(struct arena *arena, const char *accept, const char *offered)
{
	const char *rest = offered;
	const char *best = text_piece(arena, &rest, ' ');
	const char *wishes = accept, *wish;
	int best_weight = 0;

	while ((wish = text_piece(arena, &wishes, ','))) {
		const char *codes = offered, *code;
		wish += strspn(wish, " ");
		while ((code = text_piece(arena, &codes, ' ')))
			if (weight_of(wish) > best_weight && asks_for(wish, strcspn(wish, " ;"), code)) {
				best = code;
				best_weight = weight_of(wish);
			}
	}
	return best;
}
