/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/meeting-days.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/text.h"
#include "cgi-bin/feedback-views.h"

enum { DAYS = 7, TO_COME = 10, A_YEAR = 366 };

struct list meeting_days(struct request *q)
{
	struct recent_day *days = arena_array(q->work.arena, DAYS, sizeof *days);

	for (int i = 0; i < DAYS; i++)
		days[i] = (struct recent_day){ day_add(q->work.arena, q->work.today, -i), i == 0, i == 1, false };
	return (struct list){ days, DAYS };
}

enum reason meeting_day_wrong(const struct request *q, const char *day)
{
	if (!*day)
		return REASON_NONE_CHOSEN;
	return day_between(q->work.today, day) > 0 ? REASON_NOT_ALLOWED : REASON_NONE;
}

struct list days_to_come(struct request *q, const char *but)
{
	struct recent_day *days = arena_array(q->work.arena, TO_COME, sizeof *days);
	struct list list = { days, 0 };

	for (int i = 0; i < TO_COME; i++) {
		const char *day = day_add(q->work.arena, q->work.today, i);
		if (!text_is(day, but))
			days[list.count++] = (struct recent_day){ day, i == 0, false, i == 1 };
	}
	return list;
}

enum reason planned_day_wrong(const struct request *q, const char *day)
{
	if (!*day)
		return REASON_NONE_CHOSEN;
	int64_t ahead = day_between(q->work.today, day);
	return ahead < 0 || ahead > A_YEAR ? REASON_NOT_ALLOWED : REASON_NONE;
}
