/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/ring-views.h"

static const struct member arrow_members[] = {
	VIEW_MEMBER(struct ring_arrow, live),
	VIEW_MEMBER(struct ring_arrow, line),
	VIEW_MEMBER(struct ring_arrow, head),
};
const struct view ring_arrow_view = VIEW(ring_arrow, arrow_members);

static const struct member name_members[] = {
	VIEW_MEMBER(struct ring_name, x),
	VIEW_MEMBER(struct ring_name, y),
	VIEW_MEMBER(struct ring_name, name),
	VIEW_MEMBER(struct ring_name, is_own),
	VIEW_MEMBER(struct ring_name, is_someone),
};
const struct view ring_name_view = VIEW(ring_name, name_members);
