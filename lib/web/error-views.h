/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_ERROR_VIEWS_H
#define WEB_ERROR_VIEWS_H

#include "base/view.h"

struct error {
	const char *kind;   /* denied, missing, changed, busy, … */
};
extern const struct view error_view;

#endif
