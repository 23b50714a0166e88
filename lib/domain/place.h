/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How far apart two postcode districts are. */
#ifndef DOMAIN_PLACE_H
#define DOMAIN_PLACE_H

#include <stddef.h>
#include <stdint.h>

/* The middle of a district, in thousandths of a degree (about 100 m). Sorted by name in byte order. */
struct district {
	const char *name;
	int32_t latitude;
	int32_t longitude;
};

/* Made by the build from data/uk-postcode-districts.csv. */
extern const struct district districts[];
extern const size_t district_count;

/* Kilometres between the middles of two districts, 0 within one. A district that is not known is
   taken by its letters: 10 from others with the same letters; else, and when one is empty, -1. */
int place_distance(const char *one, const char *other);

#endif
