/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the compiler: writing the code of a page. */
#ifndef TEMPLATE_COMPILER_EMIT_H
#define TEMPLATE_COMPILER_EMIT_H

#include "template/compiler/draft.h"
#include "template/compiler/pool.h"

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
void add_sample(struct compile *c, const struct compiled_sample *sample);
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
