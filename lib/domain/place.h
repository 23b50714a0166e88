/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How far apart two postcode districts are. */
#ifndef DOMAIN_PLACE_H
#define DOMAIN_PLACE_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* The middle of a district, in thousandths of a degree (about 100 m). Sorted by name in byte order. */
struct district {
	const char *name;
	int32_t latitude;
	int32_t longitude;
};

/* Made by the build from data/uk-postcode-districts.csv. */
extern const struct district districts[];
extern const size_t district_count;

/* Where somebody lives, as far as it is told. */
struct place_spot {
	const char *name;                 /* of the district; "" for none */
	const struct district *district;  /* NULL: not one that is known */
};
struct place_spot place_spot(const char *name);

/* Kilometres between the middles of two districts, 0 within one. A district that is not known is
   taken by its letters: 10 from others with the same letters; else, and when one is empty, -1. */
int place_apart(const struct place_spot *one, const struct place_spot *other);
int place_distance(const char *one, const char *other);

/* The district of a postcode as it was typed: "np20 4ur" is NP20. */
const char *place_typed(struct arena *arena, const char *typed);

/* Squares of a grid, wide enough that whoever is within reach is in a spot's own square or in one of
   the eight around it; and its letters as a number, for districts that are not known. */
enum { PLACE_REACH_KM = 25, PLACE_SQUARES = 9 };
int64_t place_square(const struct place_spot *spot);
void place_around(const struct place_spot *spot, int64_t squares[PLACE_SQUARES]);
int64_t place_letters(const struct place_spot *spot);

#endif
