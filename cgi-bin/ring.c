/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/ring.h"

#include <math.h>

#include "base/arena.h"

/* The picture: names round an oval, arrows between them. */
enum { MIDDLE_X = 200, MIDDLE_Y = 138, ACROSS = 125, DOWN = 100, HEAD = 15 };

struct spot {
	double x, y;
};

static struct spot spot_at(double turn)
{
	const double whole = 6.283185307179586;

	return (struct spot){ MIDDLE_X + ACROSS * sin(turn * whole), MIDDLE_Y - DOWN * cos(turn * whole) };
}

static long whole(double number)
{
	return lround(number);
}

/* From the name at `from` of a whole turn to the next one, with a gap for both names. */
static struct ring_arrow arrow(struct arena *arena, double from, double step, bool live)
{
	double gap = step < 0.25 ? 0.3 * step : 0.075;
	struct spot start = spot_at(from + gap), end = spot_at(from + step - gap), before = spot_at(from + step - gap - 0.01);
	double length = hypot(end.x - before.x, end.y - before.y), x = HEAD * (before.x - end.x) / length, y = HEAD * (before.y - end.y) / length;

	return (struct ring_arrow){ .live = live,
		.line = arena_printf(arena, "M%ld %ldA%d %d 0 0 1 %ld %ld", whole(start.x), whole(start.y), ACROSS, DOWN, whole(end.x), whole(end.y)),
		.head = arena_printf(arena, "M%ld %ldL%ld %ldL%ld %ld", whole(end.x + 0.8 * x - 0.6 * y), whole(end.y + 0.8 * y + 0.6 * x), whole(end.x),
				     whole(end.y), whole(end.x + 0.8 * x + 0.6 * y), whole(end.y + 0.8 * y - 0.6 * x)) };
}

void ring_draw(struct arena *arena, const struct ring *ring)
{
	double step = 1.0 / (double)ring->people;

	for (size_t i = 0; i < ring->people; i++) {
		struct spot at = spot_at((double)i * step);
		ring->names[i].x = whole(at.x);
		ring->names[i].y = whole(at.y + 6);
		if (ring->closed || i + 1 < ring->people)
			ring->arrows[i] = arrow(arena, (double)i * step, step, ring->arrows[i].live);
	}
}
