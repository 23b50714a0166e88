/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the compiler: a template as a tree, and what is being made of it. */
#ifndef TEMPLATE_COMPILER_NODE_H
#define TEMPLATE_COMPILER_NODE_H

#include "template/compiler/compiler.h"
#include "base/buffer.h"
#include "template/code.h"

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

/* A field while it is being read. */
struct draft {
	struct field field;
	const char *name;
	struct node *first;       /* its first control */
	struct node *box;         /* or NULL */
	struct node *hint;        /* or NULL */
	const char *anchor;
	const char *parent_option;
	const char *options[64];
	int parts;                /* a date: which boxes were seen */
	bool pressed;             /* buttons */
	bool hidden;
	bool guarded;
	struct node *said[REASONS];   /* the paragraph for each reason; NULL: none */
};

enum { FIELDS_MAX = 64, ERRORS_MAX = 40 };

/* The rows that an element stands in, outermost first. */
struct scope_row {
	const char *name;
	const struct view *view;
	uint32_t list;           /* the path of the list */
	struct node *node;
};

struct scopes {
	struct scope_row rows[ROWS_DEEP];
	size_t count;
};

/* Code that is written after what refers to it: the inside of an element in a message. */
struct pending {
	struct node *node;
	enum pending_kind {
		PENDING_MESSAGE,           /* the inside of an element, as one message */
		PENDING_ATTRIBUTE_MESSAGE,
		PENDING_OPEN,              /* the start tag of an element in a message */
		PENDING_CLOSE,
		PENDING_WHOLE,             /* all of such an element */
		PENDING_WORD,              /* a number that a rule says */
		PENDING_COUNT              /* the count of a plural */
	} kind;
	const char *text;        /* PENDING_ATTRIBUTE_MESSAGE, PENDING_WORD */
	uint32_t path;           /* PENDING_COUNT */
	size_t patch;            /* the word that gets its address */
	struct scopes scopes;
	struct pending *next;
};

struct compile {
	const struct compile_settings *settings;
	struct arena *arena;
	const char *name;
	enum target target;
	const struct view *view;
	struct node *root;
	struct node *defaults;       /* field.xml */
	struct node *h1;
	struct node *form;           /* the page's own */
	struct draft drafts[FIELDS_MAX];
	size_t draft_count;

	/* What comes out. */
	uint32_t *words;
	size_t word_count, word_room;
	char *pool;
	size_t pool_size, pool_room;
	struct buffer raw;           /* not yet written as CODE_RAW */
	struct pending *pending, *last_pending;
	struct compiled_message *messages;
	size_t message_count, message_room;
	const char **links;
	size_t link_count, link_room;

	const char *errors[ERRORS_MAX];
	size_t error_count;
};

/* An error at a node: what is wrong, and what to do. */
void wrong(struct compile *c, const struct node *node, const char *what, const char *mend)
	__attribute__((nonnull));

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

/* read.c: templates/NAME.xml as a tree, or NULL with an error. */
struct node *read_template(struct compile *c, const char *name);

/* expand.c: puts layouts and partials in their places. */
void expand_uses(struct compile *c);

/* fields.c: finds the page's own form and makes its fields. */
void find_fields(struct compile *c);
/* The rows that a node stands in. */
struct scopes scopes_at(struct compile *c, struct node *node);

/* boxes.c: which box holds a field, in which option it lies, what is said in it. */
void find_boxes(struct compile *c);

/* rules.c: says which rule has no words and which words have no rule, and adds what field.xml says of
   every field. */
void settle_messages(struct compile *c);
/* Writes the fields and their tables; the code must be written. */
void write_fields(struct compile *c, struct field *fields);

/* check.c: what a page must and must not have. */
void check_page(struct compile *c);

/* path.c: turns `topic.words` into a path; 0 with an error at `node`. *kind is what it leads to and
   *of the rows' view of a list. */
uint32_t find_path(struct compile *c, const struct node *node, const struct scopes *scopes, const char *path,
		   enum member_kind *kind, const struct view **of);
/* The same for a member of the page's view by its bare name, also in embedded structs; 0 if none. */
uint32_t reach_path(const struct view *view, const char *name, enum member_kind *kind, const struct view **of);
/* Enters the rows of `b:each="row in list"`. */
bool enter_rows(struct compile *c, struct node *node, struct scopes *scopes);

/* pattern.c: the words of a pattern attribute; their offset, or 0 with an error. */
uint32_t compile_pattern(struct compile *c, const struct node *node, const char *pattern);

/* emit.c */
uint32_t pooled(struct compile *c, const char *text);
void emit(struct compile *c, uint32_t word);
void emit_raw(struct compile *c, const char *text);
/* With what HTML reserves escaped, in text and in attributes alike. */
void emit_raw_escaped(struct compile *c, const char *text);
void flush_raw(struct compile *c);
/* Code, then operands. */
void emit_step(struct compile *c, enum code code, size_t operands, const uint32_t *operand);
#define EMIT(c, code, ...) \
	emit_step(c, code, sizeof((uint32_t[]){ __VA_ARGS__ }) / sizeof(uint32_t), (uint32_t[]){ __VA_ARGS__ })
/* Leaves a word to be filled in by patch_here. */
size_t emit_hole(struct compile *c);
void patch_here(struct compile *c, size_t hole);
/* Leaves a word that gets the address of what is written later. */
struct pending *put_off(struct compile *c, enum pending_kind kind, struct node *node, const struct scopes *scopes);
void write_pending(struct compile *c);
void add_message(struct compile *c, const struct compiled_message *message);
void add_link(struct compile *c, const char *link);

/* element.c */
void emit_node(struct compile *c, struct node *node, struct scopes *scopes);
void emit_inside(struct compile *c, struct node *node, struct scopes *scopes);
void emit_open(struct compile *c, struct node *node, struct scopes *scopes);
void emit_close(struct compile *c, struct node *node, struct scopes *scopes);
bool is_void(const char *element);
bool is_inline(const struct node *node);

/* attributes.c */
void emit_attributes(struct compile *c, struct node *node, struct scopes *scopes);
void emit_address(struct compile *c, struct node *node, const char *attribute, const char *address, struct scopes *scopes);

/* control.c: the attributes that a control or a box gets from its field. */
void emit_control(struct compile *c, struct node *node, struct scopes *scopes);
void emit_box_class(struct compile *c, const struct node *node, const char *classes);
void emit_description(struct compile *c, const struct draft *draft, const char *own);
struct draft *draft_of(struct compile *c, const struct node *node);
/* Whether this attribute stays out of the page: the browser never judges first. */
bool is_kept_back(const struct node *node, const char *attribute);
bool is_control(const struct node *node);

/* message.c: whether the element's inside is one message; writing it, and one of an attribute.
   Both return its address. */
bool is_message(struct compile *c, struct node *node);
bool is_untranslated(const struct node *node);
uint32_t compile_message(struct compile *c, struct node *node, const struct scopes *scopes);
uint32_t compile_attribute_message(struct compile *c, struct node *node, const char *text);

#endif
