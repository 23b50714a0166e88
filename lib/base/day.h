/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Days and moments. A day is text, `2026-03-03`, in the site's own time; a moment is seconds since
   1970 in UTC. The site's time is one POSIX rule (`GMT0BST,M3.5.0/1,M10.5.0`): no zone file. */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct day_parts {
	int year;
	int month;     /* 1 to 12 */
	int day;       /* 1 to 31 */
	int weekday;   /* 0 is Sunday */
	int hour;
	int minute;
};

/* The moment now. */
int64_t clock_now(void);

/* Sets the site's rule for this process; an empty one is UTC. */
void day_use_rule(const char *posix_rule);

/* The day, in the site's time, of a moment. */
const char *day_of(struct arena *arena, int64_t moment);
struct day_parts day_parts_of(int64_t moment);

/* False unless `text` is a day that exists, from 1900 to 2199. */
bool day_parse(const char *text, struct day_parts *parts);

/* `day` must exist. */
const char *day_add(struct arena *arena, const char *day, int days);

/* Days from `from` to `to`, negative when `to` is before; both must exist. */
int64_t day_between(const char *from, const char *to);

/* The day made of three numbers; NULL when there is no such day. */
const char *day_make(struct arena *arena, int64_t year, int64_t month, int64_t day);

/* The moment at which `day` ends in the site's time. */
int64_t day_end(const char *day);

#endif
