/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the renderer. */
#ifndef TEMPLATE_RENDER_H
#define TEMPLATE_RENDER_H

#include "template/code.h"
#include "template/template.h"

struct row_loop {
	const struct view *view;
	struct list list;
	size_t at;
	uint32_t body;    /* where the steps of one row begin */
	uint32_t after;
};

struct run {
	const struct render *render;
	struct buffer *out;
	bool escape;
	bool marked;      /* CODE_RAW is written */
	bool guarded;
	struct row_loop loops[ROWS_DEEP];
	size_t depth;
};

/* The member that a path names and, in *row, the struct it lies in. */
const struct member *run_member(const struct run *run, uint32_t path, const void **row);

/* A text, or a count in digits. */
const char *run_text(const struct run *run, uint32_t path);
/* A count, or how many rows a list has. */
int64_t run_count(const struct run *run, uint32_t path);

bool run_is_true(const struct run *run, uint32_t path);

/* Runs the code at an address to its CODE_END. */
void run_code(struct run *run, uint32_t at);

void run_message(struct run *run, uint32_t message);

void write_text(struct run *run, const char *text);
void write_attribute(struct run *run, const char *name, const char *value);

/* The controls of forms. */
void run_field_value(struct run *run, uint32_t field);
void run_field_text(struct run *run, uint32_t field);
void run_field_part(struct run *run, uint32_t field, uint32_t part);
bool run_is_chosen(struct run *run, uint32_t field, const char *value);
bool run_is_chosen_row(struct run *run, uint32_t field, uint32_t value, uint32_t flag);
enum reason run_wrong(const struct run *run, uint32_t field);

#endif
