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

/* Of all pages that show more than that (tools/views.c). */
extern const struct named_view page_views[];
extern const size_t page_view_count;

#endif
