/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The rows of all statements, by name: what the template tool gives to pages that show just that. */
#ifndef DB_VIEWS_H
#define DB_VIEWS_H

#include <stddef.h>

#include "base/view.h"

struct named_view {
	const char *name;
	const struct view *view;
};

/* Made by the build. */
extern const struct named_view statement_views[];
extern const size_t statement_view_count;

/* What a page or mail shows, called as it is (signup_name of signup/name, mail_…), or NULL: nothing of its own. In tools/views.c. */
const struct view *view_named(const char *name);

#endif
