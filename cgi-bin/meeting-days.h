/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The day of a meeting, asked by the person and by a coordinator for them. */
#ifndef MEETING_DAYS_H
#define MEETING_DAYS_H

#include "web/web.h"

/* Today and the six days before: rows of recent_day_view. */
struct list meeting_days(struct request *q);

/* What is wrong with a day that was chosen or typed: NONE_CHOSEN, or NOT_ALLOWED for one to come. */
enum reason meeting_day_wrong(const struct request *q, const char *day);

/* Today and the days after it, but for one ("": none), to plan a meeting. */
struct list days_to_come(struct request *q, const char *but);

/* What is wrong with a day to come: NONE_CHOSEN, or NOT_ALLOWED for one that is over or over a year away. */
enum reason planned_day_wrong(const struct request *q, const char *day);

#endif
