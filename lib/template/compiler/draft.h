/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the compiler: what is being made of a template, and the passes that make it. */
#ifndef TEMPLATE_COMPILER_DRAFT_H
#define TEMPLATE_COMPILER_DRAFT_H

#include "base/buffer.h"
#include "template/code.h"
#include "template/compiler/compiler.h"
#include "template/compiler/node.h"

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
	struct pool *pool;
	struct buffer raw;           /* not yet written as CODE_RAW */
	struct pending *pending, *last_pending;
	struct compiled_message *messages;
	size_t message_count, message_room;
	struct compiled_sample *samples;
	size_t sample_count, sample_room;
	const char **links;
	size_t link_count, link_room;

	const char *errors[ERRORS_MAX];
	size_t error_count;
};

/* An error at a node: what is wrong, and what to do. */
void wrong(struct compile *c, const struct node *node, const char *what, const char *mend)
	__attribute__((nonnull));

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

/* samples.c: what the page shows in the place of its values. */
void find_samples(struct compile *c);

/* check.c: what a page must and must not have. */
void check_page(struct compile *c);

/* path.c: turns `topic.words` into a path; 0 with an error at `node`. *kind is what it leads to (of an
   error a text) and *of the rows' view of a list. */
uint32_t find_path(struct compile *c, const struct node *node, const struct scopes *scopes, const char *path,
		   enum member_kind *kind, const struct view **of);
/* The same for a member of the page's view by its bare name, also in embedded structs; 0 if none. */
uint32_t reach_path(const struct view *view, const char *name, enum member_kind *kind, const struct view **of);
/* Enters the rows of `b:each="row in list"`. */
bool enter_rows(struct compile *c, struct node *node, struct scopes *scopes);

/* pattern.c: the words of a pattern attribute; their offset, or 0 with an error. */
uint32_t compile_pattern(struct compile *c, const struct node *node, const char *pattern);

#endif
