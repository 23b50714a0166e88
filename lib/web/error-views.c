/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/error-views.h"

static const struct member error_members[] = {
	VIEW_MEMBER(struct error, kind),
};
const struct view error_view = VIEW(error, error_members);
