/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A template opens in a browser as it stands, with a sample in the place of every value; a preview shows them again. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "template/compiler/emit.h"

static const char *last_word(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot ? dot + 1 : path;
}

/* All text inside, with one space for each run of white space. */
static const char *inside(struct compile *c, struct node *node)
{
	struct buffer out = buffer_in(c->arena, 64);

	for (struct node *n = node_after(node, node); n; n = node_after(node, n))
		for (const char *at = n->text ? n->text : ""; *at; at++)
			if (!strchr(" \t\n", *at))
				buffer_char(&out, *at);
			else if (out.length && out.bytes[out.length - 1] != ' ')
				buffer_char(&out, ' ');
	if (out.length && out.bytes[out.length - 1] == ' ')
		out.length--;
	return buffer_string(&out);
}

static bool is_known(const struct compile *c, const char *name)
{
	for (size_t i = 0; i < c->sample_count; i++)
		if (text_is(c->samples[i].name, name))
			return true;
	return false;
}

static void sample(struct compile *c, const char *path, const char *text, bool moment)
{
	if (!is_known(c, last_word(path)))
		add_sample(c, &(struct compiled_sample){ last_word(path), text, moment });
}

static void take(struct compile *c, struct node *node, const struct attribute *a)
{
	if (text_is(a->name, "text"))
		sample(c, a->value, inside(c, node), false);
	else if (text_is(a->name, "day") || text_is(a->name, "moment"))
		sample(c, a->value, "", true);
}

/* `state trial`: a value that the page knows. */
static void take_word(struct compile *c, const struct attribute *a)
{
	const char *space = text_is(a->name, "is") || text_is(a->name, "has") ? strchr(a->value, ' ') : NULL;

	if (space)
		sample(c, arena_slice(c->arena, a->value, (size_t)(space - a->value)), space + 1, false);
}

void find_samples(struct compile *c)
{
	for (struct node *n = c->root; n; n = node_after(c->root, n))
		for (const struct attribute *a = n->attributes; n->name && a; a = a->next)
			if (a->kind == ATTRIBUTE_WORD)
				take(c, n, a);
	for (struct node *n = c->root; n; n = node_after(c->root, n))
		for (const struct attribute *a = n->attributes; n->name && a; a = a->next)
			if (a->kind == ATTRIBUTE_WORD)
				take_word(c, a);
			else if (a->kind == ATTRIBUTE_BOUND)
				sample(c, a->value, text_is(a->name, "href") ? "/" : "", false);
}
