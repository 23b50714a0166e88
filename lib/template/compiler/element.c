/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

static bool is_one_of(const char *name, const char *words)
{
	return text_has_word(words, name);
}

bool is_void(const char *element)
{
	return is_one_of(element, "area base br col embed hr img input link meta source track wbr");
}

bool is_inline(const struct node *node)
{
	if (node->ours)
		return text_is(node->name, "value") || text_is(node->name, "title");
	return is_one_of(node->name, "a abbr b bdi bdo br cite code data dfn em i kbd mark q s samp small span strong sub sup time u var wbr");
}

/* What a mail writes for the end of an element. */
static const char *mail_end(const struct node *node)
{
	if (is_one_of(node->name, "p h1 h2 h3 ul ol"))
		return "\n\n";
	return is_one_of(node->name, "li br tr") ? "\n" : "";
}

/* A hidden field of what every page knows; returns the path of its value. */
static uint32_t fact_path(struct compile *c, const struct node *form, const char *fact)
{
	struct scopes none = { .count = 0 };
	enum member_kind kind;
	const struct view *of;

	return find_path(c, form, &none, arena_printf(c->arena, "page.%s", fact), &kind, &of);
}

static void emit_fact(struct compile *c, const struct node *form, const char *fact)
{
	emit_raw(c, arena_printf(c->arena, "<input type=\"hidden\" name=\"%s\"", fact));
	EMIT(c, CODE_ATTRIBUTE, pooled(c, "value"), fact_path(c, form, fact));
	emit_raw(c, ">");
}

/* What a form sends besides its own fields: that it is ours, that it is this one, and what it was filled
   with, where somebody else might fill it meanwhile. */
static void emit_form_fields(struct compile *c, const struct node *form)
{
	const char *method = node_html(form, "method");

	if (!method || !text_is(method, "post"))
		return;
	emit_fact(c, form, "token");
	emit_fact(c, form, "once");
	if (form != c->form || !c->draft_count)
		return;
	EMIT(c, CODE_IF, fact_path(c, form, "filled"));
	size_t hole = emit_hole(c);
	emit_fact(c, form, "filled");
	patch_here(c, hole);
}

void emit_open(struct compile *c, struct node *node, struct scopes *scopes)
{
	if (node->ours)
		return;
	if (c->target == TARGET_MAIL) {
		if (node_is(node, "li"))
			emit_raw(c, "- ");
		return;
	}
	if (node_is(node, "html"))
		emit_raw(c, "<!DOCTYPE html>\n");
	emit_raw(c, "<");
	emit_raw(c, node->name);
	if (node_word(node, "reviewed"))
		EMIT(c, CODE_GUARD);
	emit_attributes(c, node, scopes);
	emit_raw(c, ">");
	if (node_is(node, "form"))
		emit_form_fields(c, node);
	if (node_is(node, "title"))
		EMIT(c, CODE_PLAIN);
}

void emit_close(struct compile *c, struct node *node, struct scopes *scopes)
{
	if (node->ours)
		return;
	if (c->target == TARGET_MAIL) {
		if (node_is(node, "a") && node_html(node, "href")) {
			emit_raw(c, ": ");
			emit_address(c, node, "", node_html(node, "href"), scopes);
		}
		emit_raw(c, mail_end(node));
		return;
	}
	if (node_is(node, "title"))
		EMIT(c, CODE_MARKED);
	if (!is_void(node->name)) {
		emit_raw(c, "</");
		emit_raw(c, node->name);
		emit_raw(c, ">");
	}
	if (node_word(node, "reviewed"))
		EMIT(c, CODE_UNGUARD);
}

static void emit_words(struct compile *c, const struct node *text)
{
	if (node_is_blank(text)) {
		if (c->target == TARGET_HTML)
			emit_raw(c, strchr(text->text, '\n') ? "\n" : " ");
		return;
	}
	if (has_letters(c, text->text) && !is_untranslated(text->parent))
		wrong(c, text, "words stand beside elements that are no words", "Put the words into an element of their own");
	/* In a title tags are left out, and words are not. */
	if (node_within(text, "title"))
		EMIT(c, CODE_WORD, pooled(c, text->text));
	else
		emit_raw_escaped(c, text->text);
}

/* The value that an element shows, if it shows one. */
static bool emit_value(struct compile *c, struct node *node, struct scopes *scopes)
{
	static const struct { const char *word; enum code code; } words[] = {
		{ "text", CODE_VALUE }, { "day", CODE_DAY }, { "moment", CODE_MOMENT },
	};
	enum member_kind kind;
	const struct view *of;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *path = node_word(node, words[i].word);
		if (!path)
			continue;
		uint32_t at = find_path(c, node, scopes, path, &kind, &of);
		bool fits = kind == MEMBER_COUNT || (kind == MEMBER_TEXT && words[i].code != CODE_MOMENT);
		if (at && !fits)
			wrong(c, node, arena_printf(c->arena, "%s is nothing that can be written", path), "Bind a text or a count");
		else if (at)
			EMIT(c, words[i].code, at);
		return true;
	}
	return false;
}

/* The page's h1 as words, in the title. */
static void emit_title(struct compile *c)
{
	struct scopes none = { .count = 0 };
	bool guarded = false;

	if (!c->h1)
		return;
	for (const struct node *n = c->h1; n; n = n->parent)
		guarded |= node_word(n, "reviewed") != NULL;
	if (guarded)
		EMIT(c, CODE_GUARD);
	emit_inside(c, c->h1, &none);
	if (guarded)
		EMIT(c, CODE_UNGUARD);
}

void emit_inside(struct compile *c, struct node *node, struct scopes *scopes)
{
	if (node->ours && text_is(node->name, "title")) {
		emit_title(c);
		return;
	}
	if (emit_value(c, node, scopes) || is_void(node->name))
		return;
	if (node_is(node, "textarea") && node->field >= 0) {
		EMIT(c, CODE_FIELD_TEXT, (uint32_t)node->field);
		return;
	}
	if (is_message(c, node)) {
		flush_raw(c);
		emit(c, CODE_MESSAGE);
		put_off(c, PENDING_MESSAGE, node, scopes);
		return;
	}
	for (struct node *child = node->first; child; child = child->next) {
		if (child->name)
			emit_node(c, child, scopes);
		else
			emit_words(c, child);
	}
}

/* Starts what holds an element back. Returns the hole for where it ends, or 0. */
static size_t begin_if(struct compile *c, struct node *node, struct scopes *scopes)
{
	const char *path = node_word(node, "if");
	enum member_kind kind;
	const struct view *of;

	if (!path)
		return 0;
	bool negated = *path == '!';
	EMIT(c, negated ? CODE_UNLESS : CODE_IF, find_path(c, node, scopes, path + negated, &kind, &of));
	return emit_hole(c);
}

/* b:is="state trial", b:has="ways phone": a text, and the word that it equals or has among its words. */
static size_t begin_word(struct compile *c, struct node *node, struct scopes *scopes, const char *word, enum code code)
{
	const char *rest = node_word(node, word);
	enum member_kind kind;
	const struct view *of;

	if (!rest)
		return 0;
	const char *path = text_piece(c->arena, &rest, ' ');
	if (!rest || !*rest || strchr(rest, ' ')) {
		wrong(c, node, arena_printf(c->arena, "b:%s is not of the form b:%s=\"text word\"", word, word), "Name a text of the view, then the word");
		return 0;
	}
	uint32_t at = find_path(c, node, scopes, path, &kind, &of);
	if (at && kind != MEMBER_TEXT)
		wrong(c, node, arena_printf(c->arena, "%s is no text", path), "Name a text");
	EMIT(c, code, at, pooled(c, rest));
	return emit_hole(c);
}

static size_t begin_when(struct compile *c, struct node *node)
{
	const char *reason = node_word(node, "when");

	if (!reason || node->field < 0)
		return 0;
	for (uint32_t i = 1; i < REASONS; i++)
		if (text_is(reason_name((enum reason)i), reason))
			EMIT(c, CODE_WRONG, (uint32_t)node->field, i);
	return emit_hole(c);
}

void emit_node(struct compile *c, struct node *node, struct scopes *scopes)
{
	struct scopes inner = *scopes;
	size_t rows = 0;

	if (node_word(node, "each") && enter_rows(c, node, &inner)) {
		EMIT(c, CODE_EACH, inner.rows[inner.count - 1].list);
		rows = emit_hole(c);
	}
	const size_t holes[] = {
		begin_if(c, node, &inner), begin_word(c, node, &inner, "is", CODE_IS),
		begin_word(c, node, &inner, "has", CODE_HAS), begin_when(c, node),
	};

	emit_open(c, node, &inner);
	emit_inside(c, node, &inner);
	emit_close(c, node, &inner);
	for (size_t i = 0; i < sizeof holes / sizeof *holes; i++)
		if (holes[i])
			patch_here(c, holes[i]);
	if (rows) {
		EMIT(c, CODE_NEXT);
		patch_here(c, rows);
	}
}
