/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/colour.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { FIGURES = 6, CHANNELS = 3, FULL = 255, STEPS = 100, BASE = 16 };

const char *colour_read(struct arena *arena, const char *typed)
{
	char *figures = arena_copy(arena, *typed == '#' ? typed + 1 : typed);

	if (strlen(figures) != FIGURES || strspn(figures, "0123456789abcdefABCDEF") != FIGURES)
		return NULL;
	for (char *at = figures; *at; at++)
		if (*at >= 'A' && *at <= 'F')
			*at = (char)(*at - 'A' + 'a');
	return arena_printf(arena, "#%s", figures);
}

static void channels_of(const char *colour, int *channels)
{
	long all = strtol(colour + 1, NULL, BASE);

	for (int i = CHANNELS; i--; all /= FULL + 1)
		channels[i] = (int)(all % (FULL + 1));
}

static double luminance(const char *colour)
{
	static const double weights[CHANNELS] = { 0.2126, 0.7152, 0.0722 };
	int channels[CHANNELS];
	double sum = 0;

	channels_of(colour, channels);
	for (int i = 0; i < CHANNELS; i++) {
		double part = channels[i] / (double)FULL;
		sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

int64_t colour_contrast(const char *a, const char *b)
{
	double one = luminance(a) + 0.05, other = luminance(b) + 0.05, ratio = one > other ? one / other : other / one;

	/* Two that are exactly 7 apart are not to fall to 6.99 by the last bit. */
	return (int64_t)floor(ratio * 100 + 1e-9);
}

const char *colour_lighter(struct arena *arena, const char *colour, const char *ground, int64_t least)
{
	const char *lighter = colour;
	int of[CHANNELS];

	channels_of(colour, of);
	for (int step = 1; step <= STEPS && colour_contrast(lighter, ground) < least; step++)
		lighter = arena_printf(arena, "#%02x%02x%02x", of[0] + (FULL - of[0]) * step / STEPS, of[1] + (FULL - of[1]) * step / STEPS,
			of[2] + (FULL - of[2]) * step / STEPS);
	return lighter;
}
