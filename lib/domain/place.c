/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* A quarter of a degree to the north is 28 km; half a degree to the east is 27 km at the north of Shetland. */
enum { SAME_LETTERS_KM = 10, SQUARE_LATITUDE = 250, SQUARE_LONGITUDE = 500, COLUMNS = 1000, LETTERS_MOST = 10 };

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

	long km = lround(sqrt(north * north + east * east));
	return km < 1 ? 1 : (int)km;
}

struct place_spot place_spot(const char *name)
{
	return (struct place_spot){ name, *name ? find(name) : NULL };
}

int place_apart(const struct place_spot *one, const struct place_spot *other)
{
	if (!*one->name || !*other->name)
		return -1;
	if (one->district && other->district)
		return one->district == other->district ? 0 : kilometres(one->district, other->district);
	if (strcmp(one->name, other->name) == 0)
		return 0;
	size_t length = letters(one->name);
	return length && length == letters(other->name) && strncmp(one->name, other->name, length) == 0 ? SAME_LETTERS_KM : -1;
}

int place_distance(const char *one, const char *other)
{
	const struct place_spot a = place_spot(one), b = place_spot(other);

	return place_apart(&a, &b);
}

static int64_t square(int64_t row, int64_t column)
{
	return row * COLUMNS + column;
}

static int64_t row_of(const struct place_spot *spot)
{
	return (spot->district->latitude + 90000) / SQUARE_LATITUDE;
}

static int64_t column_of(const struct place_spot *spot)
{
	return (spot->district->longitude + 180000) / SQUARE_LONGITUDE;
}

int64_t place_square(const struct place_spot *spot)
{
	return square(row_of(spot), column_of(spot));
}

void place_around(const struct place_spot *spot, int64_t squares[PLACE_SQUARES])
{
	static const int near[PLACE_SQUARES][2] = { { 0, 0 }, { 0, 1 }, { 0, -1 }, { 1, 0 }, { -1, 0 }, { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 } };

	for (int i = 0; i < PLACE_SQUARES; i++)
		squares[i] = square(row_of(spot) + near[i][0], column_of(spot) + near[i][1]);
}

int64_t place_letters(const struct place_spot *spot)
{
	int64_t number = 0;

	for (size_t i = 0, length = letters(spot->name); i < length && i < LETTERS_MOST; i++)
		number = number * 27 + (spot->name[i] - 'A' + 1);
	return number;
}

const char *place_typed(struct arena *arena, const char *typed)
{
	char *district = arena_copy(arena, typed);
	size_t length = strcspn(district, " ");

	/* What stands before the space, or before the figure and two letters of its end. */
	if (!district[length] && length > 4)
		length -= 3;
	district[length] = '\0';
	for (char *at = district; *at; at++)
		if (*at >= 'a' && *at <= 'z')
			*at = (char)(*at - 'a' + 'A');
	return district;
}
