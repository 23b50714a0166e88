/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* b:use puts another template in the element's place; b:slot says where in that template the
   element's children go, and which child goes where. */
#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

enum { USES_DEEP = 8 };

static struct node *child_for(struct node *use, const char *slot)
{
	for (struct node *child = use->first; child; child = child->next)
		if (child->name && node_word(child, "slot") && text_is(node_word(child, "slot"), slot))
			return child;
	return NULL;
}

/* Moves what was meant for a slot into it; with nothing for it, what it holds stays. */
static void fill_slot(struct compile *c, struct node *hole, struct node *use)
{
	const char *slot = node_word(hole, "slot");

	if (!child_for(use, slot))
		return;
	hole->first = hole->last = NULL;
	for (const struct node *child = use->first; child; child = child->next)
		if (child->name && node_word(child, "slot") && text_is(node_word(child, "slot"), slot))
			node_add(hole, node_copy(c, child));
}

static bool has_slot(struct node *root, const char *slot)
{
	for (struct node *n = root; n; n = node_after(root, n))
		if (n->name && node_word(n, "slot") && text_is(node_word(n, "slot"), slot))
			return true;
	return false;
}

static void check_children(struct compile *c, const struct node *use, struct node *frame)
{
	for (const struct node *child = use->first; child; child = child->next) {
		if (node_is_blank(child))
			continue;
		const char *slot = child->name ? node_word(child, "slot") : NULL;
		if (!slot)
			wrong(c, child, "this stands in no slot", "Give its element b:slot with the name of a slot");
		else if (!has_slot(frame, slot))
			wrong(c, child, arena_printf(c->arena, "%s has no slot called %s", frame->file, slot),
			      "Name one that it has");
	}
}

/* The template that `use` asks for, filled; NULL after an error. */
static struct node *used(struct compile *c, struct node *use)
{
	struct node *frame = read_template(c, node_word(use, "use"));

	if (!frame)
		return NULL;
	check_children(c, use, frame);
	for (struct node *n = frame; n;) {
		bool is_hole = n->name && node_word(n, "slot");
		if (is_hole)
			fill_slot(c, n, use);
		/* What was filled in has slots of the user, not of the frame. */
		n = is_hole ? node_past(frame, n) : node_after(frame, n);
	}
	return frame;
}

/* Which rows, and whether: what the user says stands. */
static void keep_conditions(struct compile *c, const struct node *use, struct node *frame)
{
	for (const struct attribute *a = use->attributes; a; a = a->next)
		if (a->kind == ATTRIBUTE_WORD && (text_is(a->name, "each") || text_is(a->name, "if") || text_is(a->name, "is") || text_is(a->name, "has")))
			node_set(c, frame, a->kind, a->name, a->value);
}

static struct node *next_use(struct node *root)
{
	for (struct node *n = root; n; n = node_after(root, n))
		if (n->name && node_word(n, "use"))
			return n;
	return NULL;
}

void expand_uses(struct compile *c)
{
	struct node *use;

	for (int uses = 0; (use = next_use(c->root)); uses++) {
		if (uses == USES_DEEP * 4) {
			wrong(c, use, "templates use one another without end", "Break the circle");
			return;
		}
		struct node *frame = used(c, use);
		if (!frame)
			return;
		keep_conditions(c, use, frame);
		if (use->parent)
			node_replace(use, frame);
		else
			c->root = frame;
	}
}
