/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The charity's own templates. What it edits lies in the data folder, templates/signup/name.xml; what visitors see
   instead of the shipped page is compiled, in live/. A live file holds the site's seal over all of it, the mark of the
   shipped page that it was made for, and that of its source: one that was changed, made for another release or half written is
   not used. Where a page has none, finding that out is one call of the kernel. */
#ifndef OWN_OWN_H
#define OWN_OWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/view.h"
#include "template/template.h"

struct arena;
struct site;

/* The template to show: the charity's own where one is live and sound, else the shipped one. */
const struct template *own_template(struct arena *arena, const struct site *site, const struct template *shipped);

enum own_state {
	OWN_SHIPPED,    /* nothing is live */
	OWN_LIVE,
	OWN_EDITED,     /* an own one is live, and its source was changed since */
	OWN_OUTDATED,   /* made for another release's page: the shipped one is shown until somebody has looked */
	OWN_UNSOUND     /* the file is not as it was written: the shipped one is shown */
};
enum own_state own_state(struct arena *arena, const struct site *site, const struct template *shipped);

/* Where the source of NAME lies, whether or not it is there. */
const char *own_source_path(struct arena *arena, const struct site *site, const char *name);

/* The names of all that the data folder has a source or a live page of, sorted, without doubles. */
struct texts own_names(struct arena *arena, const struct site *site);

/* The names of all pages that a folder has a source of, sorted. */
struct texts own_sources(struct arena *arena, const char *folder);

/* Makes `page`, compiled from the source of this moment, what visitors see; in one stroke. False, and a line in the log,
   when it cannot be written. */
bool own_go_live(struct arena *arena, const struct site *site, const struct template *shipped, const struct template *page);

/* Back to the shipped page; the source stays. False when none was live. */
bool own_go_back(struct arena *arena, const struct site *site, const char *name);

/* same.c: what keeps `page` from taking the place of `shipped`, a line for each: it has to ask for the same, by the same rules. */
struct texts own_differences(struct arena *arena, const struct template *shipped, const struct template *page);

/* Whether a name is one of a template: signup/name. No other leads to a file. */
bool own_is_name(const char *name);

/* The whole of a file of at most 512 KiB, with a NUL behind it; NULL when there is none. */
char *own_read(struct arena *arena, const char *path, size_t *length);

#endif
