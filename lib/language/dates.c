/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "language/language.h"

enum { MONTHS = 12 };

static const char *month_name(int month)
{
	switch (month) {
	case 1: return language_text("month", "January");
	case 2: return language_text("month", "February");
	case 3: return language_text("month", "March");
	case 4: return language_text("month", "April");
	case 5: return language_text("month", "May");
	case 6: return language_text("month", "June");
	case 7: return language_text("month", "July");
	case 8: return language_text("month", "August");
	case 9: return language_text("month", "September");
	case 10: return language_text("month", "October");
	case 11: return language_text("month", "November");
	default: return language_text("month", "December");
	}
}

static const char *weekday_name(int weekday)
{
	switch (weekday) {
	case 0: return language_text("weekday", "Sunday");
	case 1: return language_text("weekday", "Monday");
	case 2: return language_text("weekday", "Tuesday");
	case 3: return language_text("weekday", "Wednesday");
	case 4: return language_text("weekday", "Thursday");
	case 5: return language_text("weekday", "Friday");
	default: return language_text("weekday", "Saturday");
	}
}

struct part {
	const char *name;
	const char *value;
};

/* `text` with each {name} replaced; a name that is not among the parts stays as it is. */
static const char *filled(struct arena *arena, const char *text, const struct part *parts, size_t count)
{
	struct buffer out = buffer_in(arena, 64);

	while (*text) {
		size_t plain = strcspn(text, "{");
		buffer_add(&out, text, plain);
		text += plain;
		const char *end = strchr(text, '}');
		if (!end)
			break;
		const char *value = NULL;
		for (size_t i = 0; i < count; i++)
			if (strlen(parts[i].name) == (size_t)(end - text - 1)
			    && strncmp(parts[i].name, text + 1, (size_t)(end - text - 1)) == 0)
				value = parts[i].value;
		if (value)
			buffer_text(&out, value);
		else
			buffer_add(&out, text, (size_t)(end - text + 1));
		text = end + 1;
	}
	buffer_text(&out, text);
	return buffer_string(&out);
}

static const char *day_words(struct arena *arena, struct day_parts p)
{
	const struct part parts[] = {
		{ "weekday", weekday_name(p.weekday) },
		{ "day", arena_printf(arena, "%d", p.day) },
		{ "month", month_name(p.month) },
		{ "year", arena_printf(arena, "%d", p.year) },
	};

	return filled(arena, language_text("date", "{weekday} {day} {month} {year}"), parts, 4);
}

const char *language_day(struct arena *arena, const char *day)
{
	struct day_parts parts;

	return day_parse(day, &parts) ? day_words(arena, parts) : "";
}

static const char *time_pattern(const struct day_parts *p, bool twelve)
{
	if (!twelve)
		return language_text("time of day", "{hour}:{minute}");
	if (p->hour < 12)
		return p->minute ? language_text("time of day", "{hour}:{minute}am") : language_text("time of day", "{hour}am");
	return p->minute ? language_text("time of day", "{hour}:{minute}pm") : language_text("time of day", "{hour}pm");
}

const char *language_moment(struct arena *arena, int64_t moment)
{
	struct day_parts p = day_parts_of(moment);
	/* TRANSLATORS: 12 where people say 2pm, 24 where they say 14:00. */
	bool twelve = text_is(language_text("hours on the clock", "12"), "12");
	int hour = twelve && p.hour % 12 ? p.hour % 12 : twelve ? 12 : p.hour;
	const struct part time[] = {
		{ "hour", arena_printf(arena, "%d", hour) },
		{ "minute", arena_printf(arena, "%02d", p.minute) },
	};
	const struct part both[] = {
		{ "date", day_words(arena, p) },
		{ "time", filled(arena, time_pattern(&p, twelve), time, 2) },
	};

	return filled(arena, language_text("date and time", "{date} at {time}"), both, 2);
}

/* What is typed into a box of its own: where a month in a date is bent, as "3 marca", people type "marzec". */
static void add_months_alone(struct arena *arena, const char **names)
{
	/* TRANSLATORS: the months, each by itself as on a wall calendar, in their order, one space between. */
	const char *rest = language_text("months by themselves",
					 "January February March April May June July August September October November December");

	for (int i = 0; i < MONTHS; i++) {
		const char *name = text_piece(arena, &rest, ' ');
		names[i] = name ? name : "";
	}
}

struct texts language_months(struct arena *arena)
{
	static const char *const english[MONTHS] = { "January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December" };
	const char **names = arena_array(arena, 3 * MONTHS, sizeof *names);

	for (int i = 0; i < MONTHS; i++) {
		names[i] = month_name(i + 1);
		names[2 * MONTHS + i] = english[i];
	}
	add_months_alone(arena, names + MONTHS);
	return (struct texts){ names, 3 * MONTHS };
}
