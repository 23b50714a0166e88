/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A box is a fieldset, or the parent of an error paragraph; it holds one field, boxes inside it not
   counted. A field inside the element of an option belongs to that option. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

static bool is_box(const struct node *node)
{
	if (node_is(node, "fieldset"))
		return true;
	for (const struct node *child = node->first; child; child = child->next)
		if (child->name && node_word(child, "when"))
			return true;
	return false;
}

static bool holds(const struct node *outer, const struct node *inner)
{
	for (; inner; inner = inner->parent)
		if (inner == outer)
			return true;
	return false;
}

static bool holds_all(const struct compile *c, const struct node *box, int field)
{
	for (struct node *n = c->form; n; n = node_after(c->form, n))
		if (n->field == field && is_control(n) && !holds(box, n))
			return false;
	return true;
}

static void box_draft(struct compile *c, int field)
{
	struct draft *draft = &c->drafts[field];
	struct node *box = draft->first->parent;

	if (draft->hidden || draft->pressed)
		return;
	while (box != c->form && !(is_box(box) && holds_all(c, box, field)))
		box = box->parent;
	if (box == c->form)
		return;
	if (box->field >= 0) {
		wrong(c, draft->first, arena_printf(c->arena, "%s and %s stand in one box", c->drafts[box->field].name, draft->name),
		      "Give each field an element of its own, with its own error paragraphs");
		return;
	}
	box->field = field;
	draft->box = box;
}

/* The element of an option: as far out as it holds no other option of its field. */
static struct node *option_element(const struct compile *c, struct node *option)
{
	struct node *element = option;

	for (struct node *outer = option->parent; outer != c->form && !node_is(outer, "fieldset"); outer = outer->parent) {
		for (struct node *n = outer->first; n; n = node_after(outer, n))
			if (n != option && n->field == option->field && is_control(n))
				return element;
		element = outer;
	}
	return element;
}

static bool is_tick(const struct node *node)
{
	const char *type = node_is(node, "input") ? node_html(node, "type") : NULL;

	return type && (text_is(type, "radio") || text_is(type, "checkbox"));
}

static void find_parent(struct compile *c, int field)
{
	struct draft *draft = &c->drafts[field];

	for (struct node *n = c->form; n; n = node_after(c->form, n)) {
		if (n->field < 0 || n->field == field || !is_tick(n) || !holds(option_element(c, n), draft->first))
			continue;
		if (n->field > field || !node_html(n, "value")) {
			wrong(c, draft->first, arena_printf(c->arena, "%s lies in an option that comes after it, or has no value of its own", draft->name),
			      "Put the option first");
			return;
		}
		draft->field.parent = n->field;
		draft->parent_option = node_html(n, "value");
	}
}

static struct node *find_hint(const struct node *box)
{
	for (struct node *n = box->first; n; n = node_is(n, "fieldset") || is_box(n) ? node_past(box, n) : node_after(box, n))
		if (node_has_class(n, "hint"))
			return n;
	return NULL;
}

static bool has_word(const struct node *node, const char *name)
{
	return node->name && node_word(node, name);
}

static void read_box(struct compile *c, struct draft *draft)
{
	struct node *box = draft->box;

	if (!box)
		return;
	draft->hint = find_hint(box);
	if (draft->hint && !node_html(draft->hint, "id"))
		node_set(c, draft->hint, ATTRIBUTE_HTML, "id", arena_printf(c->arena, "%s-hint", draft->name));
	if (has_word(box, "fresh"))
		draft->field.flags |= FIELD_FRESH;
	int64_t number;
	if (has_word(box, "least") && text_is_count(node_word(box, "least"), &number))
		draft->field.least = (int32_t)number;
	if (has_word(box, "most") && text_is_count(node_word(box, "most"), &number))
		draft->field.most = (int32_t)number;
	for (const struct node *n = box; n; n = n->parent)
		draft->guarded |= has_word(n, "reviewed");
}

static enum reason reason_named(const char *name)
{
	for (int i = REASON_NONE + 1; i < REASONS; i++)
		if (text_is(reason_name((enum reason)i), name))
			return (enum reason)i;
	return REASON_NONE;
}

/* The words that a paragraph says, put into the frame that field.xml has for all of them. */
static struct node *framed(struct compile *c, struct node *paragraph)
{
	struct node *frame = node_copy(c, c->defaults->first->name ? c->defaults->first : c->defaults->first->next);

	node_set(c, frame, ATTRIBUTE_WORD, "when", node_word(paragraph, "when"));
	for (struct node *n = frame; n; n = node_after(frame, n)) {
		if (!n->name || !node_word(n, "slot"))
			continue;
		n->first = n->last = NULL;
		n->file = paragraph->file;
		n->line = paragraph->line;
		for (const struct node *child = paragraph->first; child; child = child->next)
			node_add(n, node_copy(c, child));
		break;
	}
	return frame;
}

/* The element that holds the words alone. */
static struct node *words_of(struct node *frame)
{
	for (struct node *n = frame; n; n = node_after(frame, n))
		if (n->name && node_word(n, "slot"))
			return n;
	return frame;
}

static void read_said(struct compile *c, struct node *paragraph)
{
	const char *name = node_word(paragraph, "when");
	enum reason reason = reason_named(name);
	struct draft *draft = draft_of(c, paragraph->parent);

	if (reason == REASON_NONE) {
		wrong(c, paragraph, arena_printf(c->arena, "b:when names no mistake: %s", name), "See docs/adding-a-page.md for their names");
		return;
	}
	if (!draft) {
		wrong(c, paragraph, "an error paragraph belongs to no field", "Put it into the element that holds its field");
		return;
	}
	if (draft->said[reason]) {
		wrong(c, paragraph, arena_printf(c->arena, "%s has words for %s already", draft->name, name), "Take one out");
		return;
	}
	struct node *frame = framed(c, paragraph);
	node_replace(paragraph, frame);
	draft->said[reason] = words_of(frame);
	frame->field = (int)(draft - c->drafts);
}

static void add_default(struct compile *c, struct node *paragraph)
{
	enum reason reason = reason_named(node_word(paragraph, "when"));

	for (size_t i = 0; i < c->draft_count; i++) {
		struct draft *draft = &c->drafts[i];
		if (draft->said[reason])
			continue;
		if (draft->box && (reason == REASON_NOT_TEXT || reason == REASON_REPEATED || reason == REASON_NOT_OFFERED)) {
			struct node *frame = framed(c, paragraph);
			frame->field = (int)i;
			draft->said[reason] = words_of(frame);
		} else if (!draft->box) {
			draft->said[reason] = words_of(framed(c, paragraph));
		}
	}
}

void find_boxes(struct compile *c)
{
	struct node *next;

	if (!c->form)
		return;
	c->defaults = read_template(c, "field");
	if (!c->defaults || !c->defaults->first)
		return;
	for (size_t i = 0; i < c->draft_count; i++)
		box_draft(c, (int)i);
	for (size_t i = 0; i < c->draft_count; i++) {
		find_parent(c, (int)i);
		read_box(c, &c->drafts[i]);
	}
	for (struct node *n = c->form; n; n = next) {
		next = node_after(c->form, n);
		if (has_word(n, "when")) {
			next = node_past(c->form, n);
			read_said(c, n);
		}
	}
	for (struct node *n = c->defaults->first; n; n = n->next)
		if (has_word(n, "when"))
			add_default(c, n);
}
