/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SAME_LETTERS_KM = 10 };

static int by_name(const void *key, const void *row)
{
	return strcmp(key, ((const struct district *)row)->name);
}

static const struct district *find(const char *name)
{
	return bsearch(name, districts, district_count, sizeof *districts, by_name);
}

static size_t letters(const char *name)
{
	return strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

/* The islands are small enough to be flat: an error under 1 % within 100 km. */
static int kilometres(const struct district *a, const struct district *b)
{
	const double km_a_degree = 111.2, radian = 3.14159265358979 / 180;
	double north = (a->latitude - b->latitude) / 1000.0 * km_a_degree;
	double narrow = cos((a->latitude + b->latitude) / 2000.0 * radian);
	double east = (a->longitude - b->longitude) / 1000.0 * km_a_degree * narrow;

	return (int)lround(sqrt(north * north + east * east));
}

int place_distance(const char *one, const char *other)
{
	if (!*one || !*other)
		return -1;
	if (strcmp(one, other) == 0)
		return 0;
	const struct district *a = find(one), *b = find(other);
	if (a && b)
		return kilometres(a, b);
	size_t length = letters(one);
	return length && length == letters(other) && strncmp(one, other, length) == 0 ? SAME_LETTERS_KM : -1;
}
