/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "language/sentences.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "base/text.h"
#include "language/catalogue.h"
#include "language/words.h"

static const struct member sentence_members[] = {
	VIEW_MEMBER(struct sentence, id),
	VIEW_MEMBER(struct sentence, context),
	VIEW_MEMBER(struct sentence, text),
	VIEW_MEMBER(struct sentence, many),
	VIEW_MEMBER(struct sentence, shipped),
	VIEW_MEMBER(struct sentence, own),
	VIEW_MEMBER(struct sentence, draft),
	VIEW_MEMBER(struct sentence, words),
	VIEW_MEMBER(struct sentence, where),
	VIEW_MEMBER(struct sentence, note),
	VIEW_MEMBER(struct sentence, mark),
	VIEW_MEMBER(struct sentence, day),
	VIEW_MEMBER(struct sentence, number),
	VIEW_MEMBER(struct sentence, read),
};
const struct view sentence_view = VIEW(sentence, sentence_members);

/* With the NUL behind what was hashed before. */
static uint64_t hashed_on(uint64_t hash, const char *text)
{
	return hash_text(hash_bytes(hash, "", 1), text);
}

static const char *hex(struct arena *arena, uint64_t hash)
{
	return arena_printf(arena, "%016llx", (unsigned long long)hash);
}

/* NULs between become line ends. */
static const char *joined(struct arena *arena, const char *forms, size_t length)
{
	char *all = arena_alloc(arena, length + 1);

	memcpy(all, forms, length);
	all[length] = '\0';
	for (size_t i = 0; i < length; i++)
		if (!all[i])
			all[i] = '\n';
	return all;
}

static const char *own_forms(struct arena *arena, const char *key, const struct sentence *s)
{
	struct buffer out = buffer_in(arena, 128);
	size_t form = 0;

	for (const char *at = s->shipped; at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL, form++) {
		const char *words = words_form(key, s->many, form);
		if (!words)
			return "";
		buffer_printf(&out, "%s%s", form ? "\n" : "", words);
	}
	return buffer_string(&out);
}

/* False for the header. */
static bool put_texts(struct arena *arena, const struct entry *e, const char *code, struct sentence *s)
{
	const char *after = strchr(e->key, '\004');
	size_t length = strlen(e->key);
	bool counts = length < e->key_length;

	if (!*e->key)
		return false;
	*s = (struct sentence){ .context = after ? arena_slice(arena, e->key, (size_t)(after - e->key)) : "", .text = after ? after + 1 : e->key,
		.many = counts ? e->key + length + 1 : "", .where = "", .note = "", .day = "", .id = "", .mark = "", .draft = "" };
	if (text_is(code, "en"))
		s->shipped = counts ? arena_printf(arena, "%s\n%s", s->text, s->many) : s->text;
	else
		s->shipped = counts ? joined(arena, e->words, e->words_length) : e->words;
	const char *own = counts ? own_forms(arena, e->key, s) : words_of(e->key);
	const char *draft = counts ? NULL : words_draft(code, e->key);
	s->own = own ? own : "";
	s->draft = draft ? draft : "";
	s->words = *s->own ? s->own : s->shipped;
	s->id_hash = hash_text(HASH_START, e->key);
	s->mark_hash = hashed_on(hashed_on(s->id_hash, s->many), s->words);
	return true;
}

/* Its number, the templates, the note, with tabs between. */
static void put_place(struct arena *arena, const struct catalogue *places, const char *key, struct sentence *s)
{
	struct entry e;

	if (!catalogue_find(places, key, &e))
		return;
	const char *rest = e.words;
	s->number = strtoll(text_piece(arena, &rest, '\t'), NULL, 10);
	const char *where = text_piece(arena, &rest, '\t'), *note = where ? text_piece(arena, &rest, '\t') : NULL;
	s->where = where ? where : "";
	s->note = note ? note : "";
}

static int by_number(const void *a, const void *b)
{
	int64_t x = ((const struct sentence *)a)->number, y = ((const struct sentence *)b)->number;

	return x < y ? -1 : x > y;
}

struct sentence *sentences_all(struct arena *arena, const char *code, size_t *count)
{
	struct catalogue c, places;
	struct entry e;

	*count = 0;
	if (!catalogue_of(arena, code, &c))
		return NULL;
	const char *before = words_in_use(arena);
	words_use(code);
	catalogue_of_places(arena, &places);
	struct sentence *rows = arena_array(arena, c.count + 1, sizeof *rows);
	for (uint32_t i = 0; i < c.count; i++)
		if (catalogue_entry(&c, i, &e) && put_texts(arena, &e, code, &rows[*count])) {
			put_place(arena, &places, e.key, &rows[*count]);
			rows[*count].place = i;
			++*count;
		}
	qsort(rows, *count, sizeof *rows, by_number);
	for (size_t i = 0; i < *count; i++)
		rows[i].number = (int64_t)i + 1;
	reading_put(arena, code, rows, *count);
	words_use(before);
	return rows;
}

static bool holds(const char *text, const char *needle)
{
	size_t length = strlen(needle);

	for (; *text; text++)
		if (strncasecmp(text, needle, length) == 0)
			return true;
	return false;
}

static bool is_wanted(const struct sentence *s, const struct sentence_question *q)
{
	if ((text_is(q->show, "unread") && s->read) || (text_is(q->show, "corrected") && !*s->own))
		return false;
	return !*q->needle || holds(s->text, q->needle) || holds(s->many, q->needle) || holds(s->shipped, q->needle) || holds(s->own, q->needle);
}

static void finish(struct arena *arena, struct sentence *s)
{
	s->id = hex(arena, s->id_hash);
	s->mark = hex(arena, s->mark_hash);
}

void sentences_ask(struct arena *arena, const char *code, const struct sentence_question *q, struct sentence_answer *answer)
{
	size_t count, kept = 0;
	struct sentence *rows = sentences_all(arena, code, &count);

	*answer = (struct sentence_answer){ .all = (int64_t)count };
	for (size_t i = 0; i < count; i++) {
		answer->read += rows[i].read;
		answer->corrected += *rows[i].own != '\0';
		if (!is_wanted(&rows[i], q) || (size_t)answer->found++ < q->first || kept == q->most)
			continue;
		finish(arena, &rows[i]);
		rows[kept++] = rows[i];
	}
	answer->rows = (struct list){ rows, kept };
}

static int by_place(const void *a, const void *b)
{
	uint32_t x = ((const struct sentence *)a)->place, y = ((const struct sentence *)b)->place;

	return x < y ? -1 : x > y;
}

/* What the charity changes, one text each. */
static struct list single(struct arena *arena, const char *code, const char *needle, const char *ids, size_t most)
{
	size_t count, kept = 0;
	struct sentence *rows = sentences_all(arena, code, &count);
	const struct sentence_question asked = { "all", needle ? needle : "", 0, 0 };

	if (count)
		qsort(rows, count, sizeof *rows, by_place);
	for (size_t i = 0; i < count && kept < most; i++) {
		if (*rows[i].many || (needle && !*needle && !*rows[i].own && !*rows[i].draft) || (needle && !is_wanted(&rows[i], &asked)))
			continue;
		finish(arena, &rows[i]);
		if (!ids || text_has_word(ids, rows[i].id))
			rows[kept++] = rows[i];
	}
	return (struct list){ rows, kept };
}

struct list sentences_find(struct arena *arena, const char *code, const char *needle, size_t most)
{
	return single(arena, code, needle, NULL, most);
}

struct list sentences_named(struct arena *arena, const char *code, const char *ids, size_t most)
{
	return single(arena, code, NULL, ids, most);
}

const char *sentence_id(struct arena *arena, const char *key)
{
	return hex(arena, hash_text(HASH_START, key));
}

bool sentence_one(struct arena *arena, const char *code, const char *id, struct sentence *s)
{
	size_t count;
	struct sentence *rows = sentences_all(arena, code, &count);

	for (size_t i = 0; i < count; i++)
		if (text_is(hex(arena, rows[i].id_hash), id)) {
			*s = rows[i];
			finish(arena, s);
			return true;
		}
	return false;
}

const char *sentence_key(struct arena *arena, const struct sentence *s)
{
	return *s->context ? arena_printf(arena, "%s\004%s", s->context, s->text) : s->text;
}
