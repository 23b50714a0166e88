/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A language as translators' tools read it. (GNU gettext manual, "The Format of PO Files".) */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "language/catalogue.h"
#include "language/sentences.h"
#include "language/words.h"

#define REVIEWED "X-Reviewed-By: "

static void put_quoted(struct buffer *out, const char *word, const char *text)
{
	buffer_printf(out, "%s%s\"", word, *word ? " " : "");
	for (; *text; text++)
		switch (*text) {
		case '\n': buffer_text(out, "\\n"); break;
		case '\t': buffer_text(out, "\\t"); break;
		case '"': buffer_text(out, "\\\""); break;
		case '\\': buffer_text(out, "\\\\"); break;
		default: buffer_char(out, *text);
		}
	buffer_text(out, "\"\n");
}

/* The readers in place of whom it came with. */
static void put_head(struct arena *arena, struct buffer *out, const struct catalogue *c, const char *readers)
{
	struct entry e;
	const char *rest = catalogue_find(c, "", &e) ? e.words : "", *line;

	buffer_text(out, "msgid \"\"\nmsgstr \"\"\n");
	while ((line = text_piece(arena, &rest, '\n')))
		if (*line && !(*readers && text_starts(line, REVIEWED)))
			put_quoted(out, "", arena_printf(arena, "%s\n", line));
	if (*readers)
		put_quoted(out, "", arena_printf(arena, REVIEWED "%s\n", readers));
}

static void put_forms(struct arena *arena, struct buffer *out, const char *words)
{
	const char *rest = words, *form;
	int n = 0;

	while ((form = text_piece(arena, &rest, '\n')))
		put_quoted(out, arena_printf(arena, "msgstr[%d]", n++), form);
}

static void put_sentence(struct arena *arena, struct buffer *out, const struct sentence *s)
{
	const char *rest = s->where, *place;

	buffer_char(out, '\n');
	if (*s->note)
		buffer_printf(out, "#. TRANSLATORS: %s\n", s->note);
	while ((place = text_piece(arena, &rest, ' ')))
		buffer_printf(out, strchr(place, '.') ? "#: %s\n" : "#: templates/%s.xml\n", place);
	if (!s->read)
		buffer_text(out, "#, fuzzy\n");
	if (*s->context)
		put_quoted(out, "msgctxt", s->context);
	put_quoted(out, "msgid", s->text);
	if (*s->many) {
		put_quoted(out, "msgid_plural", s->many);
		put_forms(arena, out, s->words);
	} else {
		put_quoted(out, "msgstr", s->words);
	}
}

const char *sentences_po(struct arena *arena, const char *code, const char *readers)
{
	struct buffer out = buffer_in(arena, 1024 * 1024);
	struct catalogue c;
	size_t count;

	if (text_is(code, "en") || !catalogue_of(arena, code, &c))
		return NULL;
	const struct sentence *rows = sentences_all(arena, code, &count);
	put_head(arena, &out, &c, readers);
	for (size_t i = 0; i < count; i++)
		put_sentence(arena, &out, &rows[i]);
	return buffer_string(&out);
}
