/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/lesson.h"

static const struct member lesson_members[] = {
	VIEW_MEMBER(struct lesson, slug),
	VIEW_MEMBER(struct lesson, day),
	VIEW_MEMBER(struct lesson, how),
	VIEW_MEMBER(struct lesson, wanted),
};
const struct view lesson_view = VIEW(lesson, lesson_members);
