/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "template/compiler/draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"

void wrong(struct compile *c, const struct node *node, const char *what, const char *mend)
{
	if (c->error_count == ERRORS_MAX)
		return;
	c->errors[c->error_count++] = arena_printf(c->arena, "%s:%d: %s. %s.", node->file, node->line, what, mend);
}

struct node *node_new(struct compile *c, const char *name, const char *file, int line)
{
	struct node *node = arena_alloc(c->arena, sizeof *node);

	node->name = name;
	node->file = file;
	node->line = line;
	node->field = -1;
	return node;
}

void node_insert(struct node *parent, struct node *before, struct node *child)
{
	child->parent = parent;
	child->next = before ? before->next : parent->first;
	if (before)
		before->next = child;
	else
		parent->first = child;
	if (!child->next)
		parent->last = child;
}

void node_add(struct node *parent, struct node *child)
{
	node_insert(parent, parent->last, child);
}

void node_replace(struct node *old, struct node *by)
{
	struct node *parent = old->parent, *before = NULL;

	for (struct node *n = parent->first; n != old; n = n->next)
		before = n;
	if (before)
		before->next = old->next;
	else
		parent->first = old->next;
	if (parent->last == old)
		parent->last = before;
	node_insert(parent, before, by);
}

struct node *node_copy(struct compile *c, const struct node *node)
{
	struct node *copy = node_new(c, node->name, node->file, node->line);

	copy->ours = node->ours;
	copy->text = node->text;
	for (const struct attribute *a = node->attributes; a; a = a->next)
		node_set(c, copy, a->kind, a->name, a->value);
	for (const struct node *child = node->first; child; child = child->next)
		node_add(copy, node_copy(c, child));
	return copy;
}

static const char *find_attribute(const struct node *node, enum attribute_kind kind, const char *name)
{
	for (const struct attribute *a = node->attributes; a; a = a->next)
		if (a->kind == kind && text_is(a->name, name))
			return a->value;
	return NULL;
}

const char *node_html(const struct node *node, const char *name)
{
	return find_attribute(node, ATTRIBUTE_HTML, name);
}

const char *node_word(const struct node *node, const char *name)
{
	return find_attribute(node, ATTRIBUTE_WORD, name);
}

const char *node_bound(const struct node *node, const char *name)
{
	return find_attribute(node, ATTRIBUTE_BOUND, name);
}

void node_set(struct compile *c, struct node *node, enum attribute_kind kind, const char *name, const char *value)
{
	struct attribute **end = &node->attributes;

	while (*end)
		end = &(*end)->next;
	*end = arena_alloc(c->arena, sizeof **end);
	**end = (struct attribute){ .kind = kind, .name = name, .value = value };
}

bool node_is(const struct node *node, const char *element)
{
	return node->name && !node->ours && text_is(node->name, element);
}

bool node_has_class(const struct node *node, const char *name)
{
	const char *classes = node->name ? node_html(node, "class") : NULL;

	return classes && text_has_word(classes, name);
}

bool node_is_blank(const struct node *node)
{
	return !node->name && node->text[strspn(node->text, " \t\r\n")] == '\0';
}

struct node *node_past(const struct node *top, struct node *node)
{
	while (node != top) {
		if (node->next)
			return node->next;
		node = node->parent;
	}
	return NULL;
}

struct node *node_after(const struct node *top, struct node *node)
{
	return node->first ? node->first : node_past(top, node);
}

struct node *node_within(const struct node *node, const char *element)
{
	for (struct node *around = node->parent; around; around = around->parent)
		if (node_is(around, element))
			return around;
	return NULL;
}

bool has_letters(struct compile *c, const char *text)
{
	const char *folded = utf8_folded(c->arena, text);

	return folded[strspn(folded, "0123456789 ")] != '\0';
}
