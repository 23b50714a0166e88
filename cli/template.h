/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Shared by the commands of templates. */
#ifndef CLI_TEMPLATE_H
#define CLI_TEMPLATE_H

#include "cli/command.h"
#include "own/own.h"
#include "template/compiler/compiler.h"

/* The shipped page of that name, from its source beside the programs, or NULL. It compiles to what the build made of it. */
const struct template *shipped_named(const struct call *call, const char *name);

/* The same as the compiler has it, with its messages; false where it does not compile. */
bool shipped_compiled(const struct call *call, const char *name, struct compiled *made);

/* The names of all shipped pages and mails. */
struct texts shipped_names(const struct call *call);

/* A page compiled from the charity's source where it has one, else from the shipped one. */
struct checked {
	const struct template *shipped;
	struct template page;              /* to be used only where nothing is wrong */
	const struct compiled_sample *samples;
	size_t sample_count;
	struct texts wrong;                /* file:line: what, and what to do */
};
struct checked template_compiled(struct call *call, const struct template *shipped);

/* template-mail.c: what the shipped mail says or leads to and the charity's does not, a line each. */
struct texts mail_lacks(struct call *call, const struct template *shipped, const struct template *page);

/* template-sample.c: the page with its own samples in the place of values, as HTML or, of a mail, as text. `bare`: with
   nothing to show in lists and nothing that is true. */
struct preview {
	const char *language;
	struct link_base links;
	bool bare;
};
const char *template_previewed(struct call *call, const struct checked *checked, const struct preview *preview);

#endif
