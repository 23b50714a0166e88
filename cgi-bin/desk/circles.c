/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Circles and chains of a programme: drawn for the eye, and told in words beside it. */
#include "base/arena.h"
#include "base/buffer.h"
#include "cgi-bin/desk-match-views.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/desk/desk.h"
#include "cgi-bin/ring.h"
#include "domain/circle.h"

/* A chain has one name more than ties. */
static void draw(struct arena *arena, struct desk_circle *circle)
{
	size_t ties = circle->ties.count, people = (size_t)circle->people;
	struct ring ring = { circle->closed, people, arena_array(arena, people, sizeof *ring.names), arena_array(arena, people, sizeof *ring.arrows) };

	for (size_t i = 0; i < ties; i++) {
		const struct match_ties *tie = list_row(&match_ties_view, circle->ties, i);
		ring.names[i].name = tie->mentor;
		ring.arrows[i].live = tie->pair_id != 0;
		if (i + 1 < people)
			ring.names[i + 1].name = tie->mentee;
	}
	ring_draw(arena, &ring);
	circle->arrows = (struct list){ ring.arrows, ties };
	circle->names = (struct list){ ring.names, people };
	circle->drawn = true;
}

static struct desk_circle circle_of(struct arena *arena, const struct circle *found, struct list rows)
{
	struct match_ties *ties = arena_array(arena, found->count, sizeof *ties);
	struct desk_circle circle = { .closed = found->closed, .people = (int64_t)found->count + !found->closed, .ties = { ties, found->count } };

	for (size_t i = 0; i < found->count; i++)
		ties[i] = *(const struct match_ties *)list_row(&match_ties_view, rows, found->ties[i]);
	if (circle.people <= RING_MOST)
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
