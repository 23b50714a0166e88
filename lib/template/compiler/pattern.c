/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* pattern="[A-Z]{1,2}\d+ ?": a sequence of characters, `.`, \d and [sets], each with a count. What
   else a browser's pattern may hold is refused, so that server and browser cannot differ. */
#include "form/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "template/compiler/emit.h"

enum { RANGES_MAX = 32, COUNT_MAX = 200, LAST_POINT = 0x10ffff };

struct set {
	uint32_t ranges[2 * RANGES_MAX];
	uint32_t count;
};

struct step {
	enum pattern_step kind;
	uint32_t set;      /* words */
};

static bool add_range(struct set *set, uint32_t from, uint32_t to)
{
	if (set->count == RANGES_MAX || from > to)
		return false;
	set->ranges[2 * set->count] = from;
	set->ranges[2 * set->count + 1] = to;
	set->count++;
	return true;
}

/* One character, an escaped one read as itself. 0 when it is none that may stand here. */
static uint32_t literal(const char **at, const char *forbidden)
{
	uint32_t point = utf8_next(at);

	if (point == '\\') {
		point = utf8_next(at);
		return point && point < 0x80 && strchr("\\^$.|?*+()[]{}/-", (int)point) ? point : 0;
	}
	return point && point < 0x80 && strchr(forbidden, (int)point) ? 0 : point;
}

/* After `[`. */
static bool read_set(const char **at, struct set *set)
{
	while (**at && **at != ']') {
		if (strncmp(*at, "\\d", 2) == 0) {
			*at += 2;
			if (!add_range(set, '0', '9'))
				return false;
			continue;
		}
		uint32_t from = literal(at, "^["), to = from;
		if (**at == '-' && (*at)[1] != ']') {
			++*at;
			to = literal(at, "[");
		}
		if (!from || !to || !add_range(set, from, to))
			return false;
	}
	return *(*at)++ == ']' && set->count;
}

static bool read_one(const char **at, struct set *set)
{
	if (**at == '[') {
		++*at;
		return read_set(at, set);
	}
	if (strncmp(*at, "\\d", 2) == 0) {
		*at += 2;
		return add_range(set, '0', '9');
	}
	if (**at == '.') {
		++*at;
		/* A browser's dot takes anything but a line end; a field that has a pattern is one line. */
		return add_range(set, 1, LAST_POINT);
	}
	uint32_t point = literal(at, "^$|?*+()]{}");
	return point && add_range(set, point, point);
}

/* `?`, `*`, `+`, `{2}`, `{2,4}`, `{2,}` or nothing. *most is COUNT_MAX + 1 for any number. */
static bool read_count(const char **at, long *least, long *most)
{
	char *end;

	*least = *most = 1;
	switch (**at) {
	case '?': *least = 0; break;
	case '*': *least = 0; *most = COUNT_MAX + 1; break;
	case '+': *most = COUNT_MAX + 1; break;
	case '{':
		*least = *most = strtol(*at + 1, &end, 10);
		if (end == *at + 1)
			return false;
		if (*end == ',' && end[1] == '}') {
			*most = COUNT_MAX + 1;
			end++;
		} else if (*end == ',') {
			*most = strtol(end + 1, &end, 10);
			if (*most > COUNT_MAX)
				return false;
		}
		*at = end;
		if (*end != '}' || *least < 0 || *least > COUNT_MAX || *most < *least)
			return false;
		break;
	default: return true;
	}
	++*at;
	return true;
}

static bool add_steps(struct step *steps, uint32_t *count, uint32_t set, long least, long most)
{
	bool any = most > COUNT_MAX;
	long ones = least, optional = any ? 0 : most - least;

	if ((long)*count + ones + optional + any > PATTERN_STEPS_MAX)
		return false;
	for (long i = 0; i < ones + optional + any; i++)
		steps[(*count)++] = (struct step){ i < ones ? STEP_ONE : any ? STEP_ANY : STEP_OPTIONAL, set };
	return true;
}

static uint32_t emit_set(struct compile *c, const struct set *set)
{
	uint32_t at = (uint32_t)c->word_count;

	emit(c, set->count);
	for (uint32_t i = 0; i < 2 * set->count; i++)
		emit(c, set->ranges[i]);
	return at;
}

uint32_t compile_pattern(struct compile *c, const struct node *node, const char *pattern)
{
	struct step steps[PATTERN_STEPS_MAX];
	uint32_t count = 0;

	for (const char *at = pattern; *at;) {
		struct set set = { .count = 0 };
		long least, most;
		if (!read_one(&at, &set) || !read_count(&at, &least, &most)
		    || !add_steps(steps, &count, emit_set(c, &set), least, most)) {
			wrong(c, node, arena_printf(c->arena, "the pattern %s holds what the server does not judge", pattern),
			      "Use a sequence of characters, \\d and [sets], each with ?, *, + or {2,4}");
			return 0;
		}
	}
	uint32_t at = (uint32_t)c->word_count;
	emit(c, count);
	for (uint32_t i = 0; i < count; i++) {
		emit(c, steps[i].kind);
		emit(c, steps[i].set);
	}
	return at;
}
