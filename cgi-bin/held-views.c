/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/held-views.h"

static const struct member line_members[] = {
	VIEW_MEMBER(struct held_line, name),
	VIEW_MEMBER(struct held_line, value),
	VIEW_MEMBER(struct held_line, day),
};
static const struct view held_line_view = VIEW(held_line, line_members);

static const struct member group_members[] = {
	VIEW_MEMBER(struct held_group, part),
	VIEW_MEMBER(struct held_group, first),
	VIEW_LIST(struct held_group, lines, held_line_view),
};
const struct view held_group_view = VIEW(held_group, group_members);
