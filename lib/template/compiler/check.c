/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

static void check_words(struct compile *c, const struct node *node)
{
	static const char known[] = "text day moment if is has each plural as note context when use slot reviewed fresh least most";

	for (const struct attribute *a = node->attributes; a; a = a->next)
		if (a->kind == ATTRIBUTE_WORD && !text_has_word(known, a->name))
			wrong(c, node, arena_printf(c->arena, "b:%s is no word of templates", a->name), "See docs/adding-a-page.md for the words");
	if (node->ours && !text_has_word("one many title value", node->name))
		wrong(c, node, arena_printf(c->arena, "<b:%s> is no word of templates", node->name), "See docs/adding-a-page.md for the words");
	if (!node->ours && text_has_word("script style iframe object embed base", node->name))
		wrong(c, node, arena_printf(c->arena, "<%s> is not allowed", node->name), "Pages have no script, no inline style and nothing from elsewhere");
}

static void check_reviewed(struct compile *c, const struct node *node)
{
	if (!node_word(node, "reviewed"))
		return;
	if (node->ours)
		wrong(c, node, "b:reviewed stands on an element that is not written", "Put it on an HTML element, which then says its language");
	for (const struct node *around = node->parent; around; around = around->parent)
		if (node_word(around, "reviewed"))
			wrong(c, node, "b:reviewed stands inside b:reviewed", "Say it once, on the outer one");
}

static void check_id(struct compile *c, const struct node *node)
{
	const char *id = node_html(node, "id");

	for (struct node *n = c->root; id && n != node; n = node_after(c->root, n)) {
		const char *other = n->name ? node_html(n, "id") : NULL;
		if (other && text_is(other, id) && !node_word(node, "when")) {
			wrong(c, node, arena_printf(c->arena, "the id %s is used twice", id), "Give one another id");
			return;
		}
	}
}

static bool has_label(const struct compile *c, const struct node *control)
{
	const char *id = node_html(control, "id");

	if (node_within(control, "label") || node_html(control, "aria-label") || node_html(control, "aria-labelledby"))
		return true;
	for (struct node *n = c->root; n; n = node_after(c->root, n)) {
		const char *of = node_is(n, "label") ? node_html(n, "for") : NULL;
		if (of && id && text_is(of, id))
			return true;
	}
	return false;
}

static void check_control(struct compile *c, const struct node *node)
{
	const struct draft *draft = draft_of(c, node);
	const char *type = node_html(node, "type");

	if (node_is(node, "button") || (type && text_is(type, "hidden")))
		return;
	if (!has_label(c, node))
		wrong(c, node, arena_printf(c->arena, "the control %s has no label", node_html(node, "name") ? node_html(node, "name") : ""),
		      "Put it into a label, or give a label its id with for");
	if (!draft)
		return;
	bool grouped = draft->field.kind == FIELD_DATE || draft->field.kind == FIELD_CHOICES
		|| (draft->field.kind == FIELD_CHOICE && !node_is(node, "select"));
	if (grouped && node == draft->first && !(draft->box && node_is(draft->box, "fieldset")))
		wrong(c, node, arena_printf(c->arena, "%s has several parts and no fieldset of its own", draft->name),
		      "Put them into a fieldset whose legend asks the question");
	bool written = draft->field.kind != FIELD_FLAG && draft->field.kind != FIELD_CHOICE && draft->field.kind != FIELD_CHOICES;
	if (written && !draft->box)
		wrong(c, node, arena_printf(c->arena, "%s has no place for its mistakes", draft->name),
		      "Give it an element of its own with an error paragraph in it");
}

static void check_fieldset(struct compile *c, const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		if (node_is(child, "legend"))
			return;
	wrong(c, node, "a fieldset has no legend", "Say in a legend what is asked");
}

static void check_h1(struct compile *c, struct node *node)
{
	if (c->h1)
		wrong(c, node, "a page has one h1", "Make this an h2");
	for (const struct node *n = node; n; n = n->parent)
		if (node_word(n, "each"))
			wrong(c, node, "the h1 stands in b:each", "Put it outside the list");
	c->h1 = node;
}

void check_page(struct compile *c)
{
	for (struct node *n = c->root; n; n = node_after(c->root, n)) {
		if (!n->name)
			continue;
		check_words(c, n);
		check_reviewed(c, n);
		check_id(c, n);
		if (node_is(n, "h1"))
			check_h1(c, n);
		if (node_is(n, "fieldset"))
			check_fieldset(c, n);
		if (is_control(n))
			check_control(c, n);
	}
	if (!c->h1)
		wrong(c, c->root, "a page has no h1", "Say in an h1 what the page is");
}
