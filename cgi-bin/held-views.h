/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What is held on somebody, as their file has it: groups of lines, one group for each thing. */
#ifndef HELD_VIEWS_H
#define HELD_VIEWS_H

#include "base/view.h"

struct held_line {
	const char *name;
	const char *value;
	const char *day;           /* the same, where it is a day or a moment; else "" */
};

struct held_group {
	const char *part;
	bool first;                /* of its part */
	struct list lines;         /* struct held_line */
};
extern const struct view held_group_view;

#endif
