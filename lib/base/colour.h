/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Colours as pages write them, #0d5049, and how well one is read on another: contrast ratio and relative luminance by
   WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio and #dfn-relative-luminance. */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* What text needs on its ground, in hundredths: level AAA, success criterion 1.4.6, as the style sheet itself has it. */
enum { CONTRAST_LEAST = 700 };

/* #rrggbb in small letters, also where the # was left out; NULL where it is no colour. */
const char *colour_read(struct arena *arena, const char *typed);

/* The contrast of two colours in hundredths, from 100 to 2100, never rounded up. Both are as colour_read gives them. */
int64_t colour_contrast(const char *a, const char *b);

/* The colour with as little white in it as it takes to have that contrast on the ground. */
const char *colour_lighter(struct arena *arena, const char *colour, const char *ground, int64_t least);

#endif
