/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Circles and chains of a programme: drawn for the eye, and told in words beside it. */
#include <math.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "domain/circle.h"

/* The picture: names round an oval, arrows between them. Up to eight names can be read. */
enum { MIDDLE_X = 200, MIDDLE_Y = 138, ACROSS = 125, DOWN = 100, DRAWN_MOST = 8, HEAD = 15 };

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
static struct desk_arrow arrow(struct arena *arena, double from, double step, bool live)
{
	double gap = step < 0.25 ? 0.3 * step : 0.075;
	struct spot start = spot_at(from + gap), end = spot_at(from + step - gap), before = spot_at(from + step - gap - 0.01);
	double length = hypot(end.x - before.x, end.y - before.y), x = HEAD * (before.x - end.x) / length, y = HEAD * (before.y - end.y) / length;

	return (struct desk_arrow){ .live = live,
		.line = arena_printf(arena, "M%ld %ldA%d %d 0 0 1 %ld %ld", whole(start.x), whole(start.y), ACROSS, DOWN, whole(end.x), whole(end.y)),
		.head = arena_printf(arena, "M%ld %ldL%ld %ldL%ld %ld", whole(end.x + 0.8 * x - 0.6 * y), whole(end.y + 0.8 * y + 0.6 * x), whole(end.x),
				     whole(end.y), whole(end.x + 0.8 * x + 0.6 * y), whole(end.y + 0.8 * y - 0.6 * x)) };
}

static void draw(struct arena *arena, struct desk_circle *circle)
{
	size_t count = circle->ties.count;
	struct desk_arrow *arrows = arena_array(arena, count, sizeof *arrows);
	struct desk_ring_name *names = arena_array(arena, count, sizeof *names);
	double step = 1.0 / (double)count;

	for (size_t i = 0; i < count; i++) {
		const struct match_ties *tie = list_row(&match_ties_view, circle->ties, i);
		struct spot at = spot_at((double)i * step);
		arrows[i] = arrow(arena, (double)i * step, step, tie->pair_id != 0);
		names[i] = (struct desk_ring_name){ whole(at.x), whole(at.y + 6), tie->mentor };
	}
	circle->arrows = (struct list){ arrows, count };
	circle->names = (struct list){ names, count };
	circle->drawn = true;
}

static struct desk_circle circle_of(struct arena *arena, const struct circle *found, struct list rows)
{
	struct match_ties *ties = arena_array(arena, found->count, sizeof *ties);
	struct desk_circle circle = { .closed = found->closed, .people = (int64_t)found->count + !found->closed, .ties = { ties, found->count } };

	for (size_t i = 0; i < found->count; i++)
		ties[i] = *(const struct match_ties *)list_row(&match_ties_view, rows, found->ties[i]);
	if (circle.closed && found->count <= DRAWN_MOST)
		draw(arena, &circle);
	return circle;
}

struct desk_circles circles_shown(struct request *q, int64_t programme_id)
{
	struct arena *arena = q->work.arena;
	struct list rows = sql_match_ties(&q->work, &(struct match_ties_in){ programme_id });
	struct circle_tie *ties = arena_array(arena, rows.count + 1, sizeof *ties);
	struct desk_circles all = { .alone = 0 };

	for (size_t i = 0; i < rows.count; i++) {
		const struct match_ties *row = list_row(&match_ties_view, rows, i);
		ties[i] = (struct circle_tie){ row->mentor_id, row->mentee_id };
	}
	struct circles found = circles_of(arena, ties, rows.count);
	struct desk_circle *circles = arena_array(arena, found.count + 1, sizeof *circles);
	for (size_t i = 0; i < found.count; i++) {
		if (found.list[i].closed || found.list[i].count > 1)
			circles[all.circles.count++] = circle_of(arena, &found.list[i], rows);
		else
			all.alone++;
	}
	all.circles.rows = circles;
	return all;
}

static const char *names_of(struct arena *arena, const struct desk_circle *circle)
{
	struct buffer out = buffer_in(arena, 64);

	for (size_t i = 0; i < circle->ties.count; i++) {
		const struct match_ties *tie = list_row(&match_ties_view, circle->ties, i);
		buffer_printf(&out, "%s%s", i ? ", " : "", tie->mentor);
	}
	return buffer_string(&out);
}

void circle_on_card(struct request *q, const struct desk_circles *all, struct desk_proposal_row *card)
{
	for (size_t i = 0; i < all->circles.count; i++) {
		const struct desk_circle *circle = list_row(&desk_circle_view, all->circles, i);
		for (size_t t = 0; circle->closed && t < circle->ties.count; t++) {
			const struct match_ties *tie = list_row(&match_ties_view, circle->ties, t);
			if (tie->proposal_id != card->row.proposal_id)
				continue;
			card->circle = circle->people;
			card->circle_names = names_of(q->work.arena, circle);
			return;
		}
	}
}
