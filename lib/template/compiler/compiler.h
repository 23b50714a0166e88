/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* From a template (XHTML with a few words of ours) to the compiled form that the renderer runs. Runs
   in the build, and at the desk for a charity's own templates; page programs do not link it. The only
   place that includes libxml2, which never reads anything that a visitor sent. */
#ifndef TEMPLATE_COMPILER_COMPILER_H
#define TEMPLATE_COMPILER_COMPILER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"
#include "form/form.h"

struct arena;
struct pool;

struct compile_settings {
	struct arena *arena;            /* holds all that comes out */
	const char *folder;             /* of the templates; names are relative to it */
	const char *page;               /* the file of the page itself, where it lies elsewhere; NULL: in the folder */
	const struct view *facts;       /* what every page knows, reached as page.… */
	struct pool *pool;              /* of all pages of a program, to which this one adds its strings; NULL: the page's own */
	/* The view of that name (signup_name), or NULL: the page shows nothing of its own. */
	const struct view *(*view)(const char *name);
};

/* What a translator is asked. */
struct compiled_message {
	const char *context;   /* "" for none */
	const char *one;
	const char *many;      /* "" for none */
	const char *note;
	const char *file;
	int line;
};

/* One member of the struct of a form's answers. */
struct compiled_answer {
	const char *name;
	enum member_kind kind;
};

/* What a page shows in the place of a value when it is opened as it stands: its sample. */
struct compiled_sample {
	const char *name;      /* the path's last word */
	const char *text;
	bool moment;           /* the value is a day or a moment, which the text says in words */
};

struct compile_errors {
	const char *const *lines;   /* templates/signup/name.xml:12: what is wrong. What to do. */
	size_t count;
};

struct compiled {
	const char *name;
	const struct view *view;
	const uint32_t *words;
	size_t word_count;
	const char *pool;
	size_t pool_size;
	uint64_t version;              /* with a pool of its own: another where anything of the page or its views is */
	const struct field *fields;
	size_t field_count;
	const struct compiled_answer *answers;    /* field_count of them */
	const struct compiled_message *messages;
	size_t message_count;
	const char *const *links;                 /* /account/me, pieces with values as {} */
	size_t link_count;
	const struct compiled_sample *samples;
	size_t sample_count;
};

/* Compiles templates/NAME.xml. Where there are errors nothing else of the result may be used. */
struct compile_errors compile_template(const struct compile_settings *settings, const char *name,
				       struct compiled *compiled);

#endif
