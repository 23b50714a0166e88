/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Exactly one place computes what a translator sees: a block of text with its inline elements as
   marks, `Write to {who} or {link}ask us{/link}.` The extractor and the pages take it from here. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

struct mark {
	const char *name;
	bool pair;
	struct node *node;
	enum pending_kind kind;   /* of a single one */
	const char *word;
	uint32_t path;
};

struct words {
	struct buffer text;
	struct mark marks[MARKS_MAX];
	size_t count;
	uint32_t plural;          /* the path of {n}; 0: none */
	bool other;               /* the second text of a plural: marks may be there already */
};

bool is_untranslated(const struct node *node)
{
	for (; node; node = node->parent) {
		const char *translate = node->name ? node_html(node, "translate") : NULL;
		if (translate)
			return text_is(translate, "no");
	}
	return false;
}

static bool is_value(const struct node *node)
{
	return node_word(node, "text") || node_word(node, "day") || node_word(node, "moment");
}

static bool has_words(struct compile *c, const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		if (!child->name && has_letters(c, child->text))
			return true;
	return false;
}

/* Inline all through, with nothing that comes or goes. */
static bool is_inline_through(const struct node *node)
{
	if (!node->name)
		return true;
	if (!is_inline(node) || node_word(node, "if") || node_word(node, "is") || node_word(node, "has") || node_word(node, "each"))
		return false;
	for (const struct node *child = node->first; child; child = child->next)
		if (!is_inline_through(child))
			return false;
	return true;
}

bool is_message(struct compile *c, struct node *node)
{
	if (node_word(node, "plural"))
		return true;
	if (!has_words(c, node) || is_untranslated(node))
		return false;
	for (const struct node *child = node->first; child; child = child->next)
		if (!is_inline_through(child)) {
			wrong(c, child, arena_printf(c->arena, "<%s> stands in the middle of a sentence", child->name),
			      "Put the words into an element of their own, or write the whole sentence twice");
			return false;
		}
	return true;
}

/* Its own name, or the last word of the value's path, or the element. */
static const char *mark_name(const struct node *node)
{
	static const char *const values[] = { "text", "day", "moment" };

	if (node_word(node, "as"))
		return node_word(node, "as");
	for (int i = 0; i < 3; i++) {
		const char *path = node_word(node, values[i]);
		if (path)
			return strrchr(path, '.') ? strrchr(path, '.') + 1 : path;
	}
	return node->name;
}

static const struct mark *find_mark(const struct words *words, const char *name)
{
	for (size_t i = 0; i < words->count; i++)
		if (text_is(words->marks[i].name, name))
			return &words->marks[i];
	return NULL;
}

static void add_mark(struct compile *c, struct words *words, const struct node *at, struct mark mark)
{
	const struct mark *have = find_mark(words, mark.name);

	if (have && (words->other || mark.kind == PENDING_WORD || mark.kind == PENDING_COUNT)
	    && have->pair == mark.pair)
		return;
	if (have)
		wrong(c, at, arena_printf(c->arena, "two parts of one sentence are called %s", mark.name), "Name one of them with b:as");
	else if (words->count == MARKS_MAX)
		wrong(c, at, "a sentence has too many parts", "Make two of it");
	else
		words->marks[words->count++] = mark;
}

static void add_inside(struct compile *c, struct words *words, struct node *node);

static void add_element(struct compile *c, struct words *words, struct node *node)
{
	struct mark mark = { .name = mark_name(node), .node = node, .kind = PENDING_WHOLE };
	bool single = is_value(node) || is_void(node->name) || (node->ours && text_is(node->name, "title"));

	mark.pair = !single;
	add_mark(c, words, node, mark);
	buffer_printf(&words->text, "{%s}", mark.name);
	if (single)
		return;
	add_inside(c, words, node);
	buffer_printf(&words->text, "{/%s}", mark.name);
}

static int32_t rule_of(const struct draft *draft, const char *word, size_t length, int32_t none)
{
	const struct field *field = &draft->field;

	if (strncmp(word, "max", length) == 0 && length == 3)
		return field->max_length ? (int32_t)field->max_length : field->most;
	if (strncmp(word, "min", length) == 0 && length == 3)
		return field->min_length ? (int32_t)field->min_length : field->least;
	return none;
}

/* `{max}` and `{min}` say what the field's rule says; `{n}` is a plural's count. */
static void add_braces(struct compile *c, struct words *words, const struct node *node, const char *word, size_t length)
{
	struct draft *draft = NULL;

	for (struct node *box = node->parent; box && !draft; box = box->parent)
		draft = draft_of(c, box);
	int32_t number = draft ? rule_of(draft, word, length, INT32_MAX) : INT32_MAX;
	const char *name = arena_slice(c->arena, word, length);
	if (words->plural && text_is(name, "n"))
		add_mark(c, words, node, (struct mark){ .name = "n", .kind = PENDING_COUNT, .path = words->plural });
	else if (number != INT32_MAX && number != INT32_MIN)
		add_mark(c, words, node, (struct mark){ .name = name, .kind = PENDING_WORD, .word = arena_printf(c->arena, "%d", number) });
	else
		wrong(c, node, arena_printf(c->arena, "{%s} is nothing known in this sentence", name), "Bind a value with b:text instead");
}

static void add_text(struct compile *c, struct words *words, const struct node *node)
{
	for (const char *at = node->text; *at; at++) {
		struct buffer *text = &words->text;
		if (strchr(" \t\r\n", *at)) {
			if (text->length && text->bytes[text->length - 1] != ' ')
				buffer_char(text, ' ');
			continue;
		}
		if (*at == '{' && strchr(at, '}'))
			add_braces(c, words, node, at + 1, (size_t)(strchr(at, '}') - at - 1));
		buffer_char(text, *at);
	}
}

static void add_inside(struct compile *c, struct words *words, struct node *node)
{
	for (struct node *child = node->first; child; child = child->next) {
		if (child->name)
			add_element(c, words, child);
		else
			add_text(c, words, child);
	}
}

static const char *finished(struct compile *c, struct words *words)
{
	const char *text = buffer_string(&words->text);
	size_t length = words->text.length;

	while (length && text[length - 1] == ' ')
		length--;
	text = arena_slice(c->arena, text, length);
	words->text = buffer_in(c->arena, 64);
	return *text == ' ' ? text + 1 : text;
}

static uint32_t write_message(struct compile *c, const struct node *node, const char *one, const char *many,
			      const struct words *words, const struct scopes *scopes)
{
	const char *context = node_word(node, "context"), *note = node_word(node, "note");
	uint32_t at = (uint32_t)c->word_count;

	add_message(c, &(struct compiled_message){ context ? context : "", one, many, note ? note : "", node->file, node->line });
	emit(c, pooled(c, context ? context : ""));
	emit(c, pooled(c, one));
	emit(c, pooled(c, many));
	emit(c, words->plural);
	emit(c, (uint32_t)words->count);
	for (size_t i = 0; i < words->count; i++) {
		const struct mark *mark = &words->marks[i];
		emit(c, pooled(c, mark->name));
		emit(c, mark->pair);
		struct pending *open = put_off(c, mark->pair ? PENDING_OPEN : mark->kind, mark->node, scopes);
		open->text = mark->word;
		open->path = mark->path;
		if (mark->pair)
			put_off(c, PENDING_CLOSE, mark->node, scopes);
		else
			emit(c, 0);
	}
	return at;
}

static struct node *branch(const struct node *node, const char *name)
{
	for (struct node *child = node->first; child; child = child->next)
		if (child->ours && text_is(child->name, name))
			return child;
	return NULL;
}

static uint32_t compile_plural(struct compile *c, struct node *node, struct words *words, const struct scopes *scopes)
{
	struct node *one = branch(node, "one"), *many = branch(node, "many");
	enum member_kind kind;
	const struct view *of;

	words->plural = find_path(c, node, scopes, node_word(node, "plural"), &kind, &of);
	if (!one || !many || (kind != MEMBER_COUNT && kind != MEMBER_LIST)) {
		wrong(c, node, "b:plural needs a count, <b:one> and <b:many>", "Write both sentences whole");
		return 0;
	}
	add_inside(c, words, one);
	const char *one_text = finished(c, words);
	words->other = true;
	add_inside(c, words, many);
	return write_message(c, node, one_text, finished(c, words), words, scopes);
}

uint32_t compile_message(struct compile *c, struct node *node, const struct scopes *scopes)
{
	struct words words = { .text = buffer_in(c->arena, 64) };

	if (node_word(node, "plural"))
		return compile_plural(c, node, &words, scopes);
	add_inside(c, &words, node);
	return write_message(c, node, finished(c, &words), "", &words, scopes);
}

uint32_t compile_attribute_message(struct compile *c, struct node *node, const char *text)
{
	const struct words none = { .count = 0 };

	if (strchr(text, '{'))
		wrong(c, node, "an attribute that people read holds braces", "Write it without, or bind the attribute");
	return write_message(c, node, text, "", &none, NULL);
}
