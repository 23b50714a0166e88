/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The view structs of all programs, by name: what a template may show. */
#ifndef TOOLS_VIEWS_H
#define TOOLS_VIEWS_H

#include "db/views.h"

extern const struct named_view page_views[];
extern const size_t page_view_count;

#endif
