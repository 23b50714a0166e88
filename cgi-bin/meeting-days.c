/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/meeting-days.h"

#include "base/arena.h"
#include "base/day.h"
#include "cgi-bin/feedback-views.h"

enum { DAYS = 7 };

struct list meeting_days(struct request *q)
{
	struct recent_day *days = arena_array(q->work.arena, DAYS, sizeof *days);

	for (int i = 0; i < DAYS; i++)
		days[i] = (struct recent_day){ day_add(q->work.arena, q->work.today, -i), i == 0, i == 1 };
	return (struct list){ days, DAYS };
}

enum reason meeting_day_wrong(const struct request *q, const char *day)
{
	if (!*day)
		return REASON_NONE_CHOSEN;
	return day_between(q->work.today, day) > 0 ? REASON_NOT_ALLOWED : REASON_NONE;
}
