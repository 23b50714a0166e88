/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the compiler: a template as a tree. */
#ifndef TEMPLATE_COMPILER_NODE_H
#define TEMPLATE_COMPILER_NODE_H

#include <stdbool.h>
#include <stdint.h>

struct compile;

enum attribute_kind {
	ATTRIBUTE_HTML,
	ATTRIBUTE_WORD,    /* b:…, one of ours */
	ATTRIBUTE_BOUND    /* set:…, a value */
};

struct attribute {
	enum attribute_kind kind;
	const char *name;
	const char *value;
	struct attribute *next;
};

struct node {
	const char *name;      /* NULL for text */
	bool ours;             /* <b:one>, <b:many>, <b:title>, <b:value> */
	const char *text;
	const char *file;
	int line;
	struct attribute *attributes;
	struct node *parent, *first, *last, *next;
	int field;             /* a control: its field; a box: the field it holds; else -1 */
	uint32_t message;      /* where its message was compiled to; 0: not yet */
};

struct node *node_new(struct compile *c, const char *name, const char *file, int line);
void node_add(struct node *parent, struct node *child);
/* A copy with all below it; its parent is not set. */
struct node *node_copy(struct compile *c, const struct node *node);
/* Puts a new node into the tree behind `before`, or first when that is NULL. */
void node_insert(struct node *parent, struct node *before, struct node *child);

/* Puts `by` where `old` is; `old` must have a parent. */
void node_replace(struct node *old, struct node *by);

/* The value of an attribute, or NULL. */
const char *node_html(const struct node *node, const char *name);
const char *node_word(const struct node *node, const char *name);
const char *node_bound(const struct node *node, const char *name);
void node_set(struct compile *c, struct node *node, enum attribute_kind kind, const char *name, const char *value);

bool node_is(const struct node *node, const char *element);
bool node_has_class(const struct node *node, const char *name);
/* Text of nothing but white space. */
bool node_is_blank(const struct node *node);
/* The next node of a walk in reading order, below `top`; NULL at the end. */
struct node *node_after(const struct node *top, struct node *node);
/* The next such node that is not below `node`. */
struct node *node_past(const struct node *top, struct node *node);
/* The nearest such element around it, or NULL. */
struct node *node_within(const struct node *node, const char *element);

bool has_letters(struct compile *c, const char *text);

#endif
