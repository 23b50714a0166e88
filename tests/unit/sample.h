/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Templates of a test's own: written to a folder that goes away, compiled, and rendered with a view that
   has a member of every kind. */
#ifndef TESTS_UNIT_SAMPLE_H
#define TESTS_UNIT_SAMPLE_H

#include "base/arena.h"
#include "language/language.h"
#include "template/compiler/compiler.h"
#include "template/template.h"

struct sample_inner {
	const char *name;
	int64_t size;
};

struct sample_row {
	const char *name;
	int64_t id;
	bool on;
	struct list more;          /* of sample_inner */
};

struct sample_page {
	const char *text;
	const char *empty;
	const char *ways;          /* words */
	const char *day;
	const char *address;
	int64_t count;
	int64_t moment;
	bool flag;
	struct texts several;
	struct list rows;          /* of sample_row */
	struct list none;
	struct sample_inner inner;
};
extern const struct view sample_page_view;

struct sample_facts {
	const char *self;
	const char *token;
	const char *once;
	const char *filled;
	const char *site;
};
extern const struct view sample_facts_view;

/* A folder for templates, with the shipped field.xml; sample_end takes it away. */
void sample_begin(struct arena *arena);
void sample_end(void);
const char *sample_folder(void);

/* Writes NAME.xml. */
void sample_write(const char *name, const char *source);

/* An element of the three namespaces around `inside`, which begins in the second line. */
const char *sample_around(const char *inside);

/* Compiles a template that was written; its view is sample_page. */
struct compile_errors sample_compile(const char *name, struct compiled *compiled);

/* Compiles and renders one. `answers` may be NULL. The first error where it does not compile. */
const char *sample_render(const char *name, const struct sample_page *page, const struct language *language,
			  const struct answers *answers);

/* What was compiled, as a page program would have it. */
const struct template *sample_template(const struct compiled *compiled);

#endif
