/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/day.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/log.h"

enum { SECONDS_A_DAY = 86400 };

int64_t clock_now(void)
{
	return (int64_t)time(NULL);
}

void day_use_rule(const char *posix_rule)
{
	if (setenv("TZ", *posix_rule ? posix_rule : "UTC0", 1))
		die("no room for the time rule");
	tzset();
}

static struct day_parts parts_from(const struct tm *tm)
{
	return (struct day_parts){ .year = tm->tm_year + 1900, .month = tm->tm_mon + 1, .day = tm->tm_mday,
		.weekday = tm->tm_wday, .hour = tm->tm_hour, .minute = tm->tm_min };
}

struct day_parts day_parts_of(int64_t moment)
{
	struct tm tm;
	time_t when = (time_t)moment;

	if (!localtime_r(&when, &tm))
		die("a moment with no date: %lld", (long long)moment);
	return parts_from(&tm);
}

static const char *day_text(struct arena *arena, struct day_parts p)
{
	return arena_printf(arena, "%04d-%02d-%02d", p.year, p.month, p.day);
}

const char *day_of(struct arena *arena, int64_t moment)
{
	return day_text(arena, day_parts_of(moment));
}

/* Noon of a day, as if it were in UTC: no leap of summer time comes near. */
static bool noon(int year, int month, int day, struct tm *tm, time_t *when)
{
	*tm = (struct tm){ .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = 12 };
	*when = timegm(tm);
	return tm->tm_year == year - 1900 && tm->tm_mon == month - 1 && tm->tm_mday == day;
}

static bool read_number(const char *text, int digits, int *number)
{
	*number = 0;
	for (int i = 0; i < digits; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*number = *number * 10 + (text[i] - '0');
	}
	return true;
}

bool day_parse(const char *text, struct day_parts *parts)
{
	int year, month, day;
	struct tm tm;
	time_t when;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' || !read_number(text, 4, &year)
	    || !read_number(text + 5, 2, &month) || !read_number(text + 8, 2, &day))
		return false;
	if (year < 1900 || year > 2199 || !noon(year, month, day, &tm, &when))
		return false;
	*parts = parts_from(&tm);
	return true;
}

static time_t noon_of(const char *day)
{
	struct day_parts parts;
	struct tm tm;
	time_t when;

	if (!day_parse(day, &parts) || !noon(parts.year, parts.month, parts.day, &tm, &when))
		die("not a day: %.20s", day);
	return when;
}

const char *day_add(struct arena *arena, const char *day, int days)
{
	time_t when = noon_of(day) + (time_t)days * SECONDS_A_DAY;
	struct tm tm;

	gmtime_r(&when, &tm);
	return day_text(arena, parts_from(&tm));
}

int64_t day_between(const char *from, const char *to)
{
	return (noon_of(to) - noon_of(from)) / SECONDS_A_DAY;
}

const char *day_make(struct arena *arena, int64_t year, int64_t month, int64_t day)
{
	struct tm tm;
	time_t when;

	if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31)
		return NULL;
	if (!noon((int)year, (int)month, (int)day, &tm, &when))
		return NULL;
	return day_text(arena, parts_from(&tm));
}

int64_t day_end(const char *day)
{
	struct day_parts parts;

	if (!day_parse(day, &parts))
		die("not a day: %.20s", day);
	struct tm tm = { .tm_year = parts.year - 1900, .tm_mon = parts.month - 1, .tm_mday = parts.day + 1,
		.tm_isdst = -1 };
	return (int64_t)mktime(&tm);
}
