/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Pages, as the build compiled them from templates/. A compiled template is numbers and a pool of
   strings, which it may share, no pointers: the same in a program as in a file. Paths are member numbers of the page's
   view and of the facts that every page knows. */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/view.h"
#include "form/form.h"

struct language;

struct template {
	const char *name;              /* signup/name */
	const struct view *view;       /* what the page shows */
	const struct view *form_view;  /* the struct of its answers; NULL: no form of its own */
	const uint32_t *words;
	size_t word_count;
	const char *pool;
	size_t pool_size;
	uint64_t version;              /* another where anything of the shipped page or its views is */
	const struct field *fields;
	size_t field_count;
};

/* What stands before and after a program's name in an address: "/~charity" and ".cgi". */
struct link_base {
	const char *before;
	const char *after;
};

struct render {
	struct arena *arena;
	const struct template *template;
	const void *page;                /* a struct of the template's view */
	const struct view *facts_view;   /* the view that the templates were compiled with */
	const void *facts;
	const struct answers *answers;   /* what was typed; NULL: nothing was */
	const struct language *language;
	struct link_base links;
	const char *here;                /* the page's own address: a link to it is marked as current; NULL: none */
};

/* Adds the page to `out`: HTML, or plain text for a template of a mail. */
void template_render(const struct render *render, struct buffer *out);

/* Whether the template has a form of its own that stands once on the page. */
bool template_has_form(const struct template *template);

/* The template's form, for lib/form. */
struct form template_form(const struct template *template);

/* What the page's view fills the form with, as one text: two that differ were filled differently. A tick
   that its own row sets, and a field that starts empty, do not count. */
const char *template_filled(struct arena *arena, const struct template *template, const void *page);

/* What the bound options of each field offer, for struct form_sending. */
const struct texts *template_offers(struct arena *arena, const struct template *template, const void *page);

/* One mistake of the error summary. */
struct mistake {
	const char *anchor;   /* "#full_name" */
	const char *words;
	const char *lang;     /* of the words: safety words stay English until they are reviewed */
};
extern const struct view mistake_view;

/* The mistakes among the answers, in the order of the fields: rows of mistake_view. The facts need
   not be filled yet. */
struct list template_mistakes(const struct render *render);

/* An address within the site: link_to(…, "signup", "/name"). */
const char *link_to(struct arena *arena, struct link_base links, const char *program, const char *path);

#endif
