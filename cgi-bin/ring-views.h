/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A circle or chain as a picture: names round an oval, arrows between them. */
#ifndef RING_VIEWS_H
#define RING_VIEWS_H

#include "base/view.h"

struct ring_arrow {
	bool live;                 /* they meet; else they are only put forward */
	const char *line, *head;   /* of a path */
};
extern const struct view ring_arrow_view;

struct ring_name {
	int64_t x, y;
	const char *name;          /* "" for the two below */
	bool is_own;               /* whoever looks at it */
	bool is_someone;           /* whose name is not theirs to see */
};
extern const struct view ring_name_view;

#endif
