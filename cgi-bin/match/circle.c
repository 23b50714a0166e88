/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* One's own circles and chains. A name is shown only of somebody whom one helps, or who helps one. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "cgi-bin/ring.h"
#include "domain/circle.h"

struct near {
	struct request *q;
	struct list rows;          /* pair_ties_near */
};

static const struct pair_ties_near *tie_at(const struct near *near, size_t i)
{
	return list_row(&pair_ties_near_view, near->rows, i);
}

static bool knows(const struct near *near, int64_t person_id)
{
	int64_t own = near->q->visitor.person_id;

	for (size_t i = 0; i < near->rows.count; i++) {
		const struct pair_ties_near *tie = tie_at(near, i);
		if ((tie->mentor_id == own && tie->mentee_id == person_id) || (tie->mentee_id == own && tie->mentor_id == person_id))
			return true;
	}
	return false;
}

static struct ring_name name_of(const struct near *near, int64_t person_id, const char *call_name)
{
	bool is_own = person_id == near->q->visitor.person_id, known = !is_own && knows(near, person_id);

	return (struct ring_name){ .name = known ? call_name : "", .is_own = is_own, .is_someone = !is_own && !known };
}

static const char *word_of(const struct ring_name *name)
{
	return name->is_own ? "own" : name->is_someone ? "someone" : "name";
}

static bool is_mine(const struct near *near, const struct circle *circle)
{
	int64_t own = near->q->visitor.person_id;

	for (size_t i = 0; i < circle->count; i++) {
		const struct pair_ties_near *tie = tie_at(near, circle->ties[i]);
		if (tie->mentor_id == own || tie->mentee_id == own)
			return true;
	}
	return false;
}

static struct match_circle_row row_of(const struct near *near, const struct circle *circle)
{
	struct arena *arena = near->q->work.arena;
	size_t people = circle->count + !circle->closed;
	struct ring ring = { circle->closed, people, arena_array(arena, people, sizeof *ring.names), arena_array(arena, people, sizeof *ring.arrows) };
	struct match_tie *ties = arena_array(arena, circle->count, sizeof *ties);

	for (size_t i = 0; i < circle->count; i++) {
		const struct pair_ties_near *tie = tie_at(near, circle->ties[i]);
		struct ring_name mentor = name_of(near, tie->mentor_id, tie->mentor), mentee = name_of(near, tie->mentee_id, tie->mentee);
		ring.names[i] = mentor;
		ring.arrows[i].live = true;
		if (i + 1 < people)
			ring.names[i + 1] = mentee;
		ties[i] = (struct match_tie){ arena_printf(arena, "%s-to-%s", word_of(&mentor), word_of(&mentee)), mentor.name, mentee.name };
	}
	if (people <= RING_MOST)
		ring_draw(arena, &ring);
	return (struct match_circle_row){ .closed = circle->closed, .drawn = people <= RING_MOST, .people = (int64_t)people,
		.arrows = { ring.arrows, circle->count }, .names = { ring.names, people }, .ties = { ties, circle->count } };
}

struct outcome circle_show(struct request *q, void *into)
{
	struct match_circle *view = into;
	struct near near = { q, sql_pair_ties_near(&q->work, &(struct pair_ties_near_in){ q->visitor.person_id }) };
	struct circle_tie *ties = arena_array(q->work.arena, near.rows.count + 1, sizeof *ties);

	for (size_t i = 0; i < near.rows.count; i++)
		ties[i] = (struct circle_tie){ tie_at(&near, i)->mentor_id, tie_at(&near, i)->mentee_id };
	struct circles found = circles_of(q->work.arena, ties, near.rows.count);
	struct match_circle_row *rows = arena_array(q->work.arena, found.count + 1, sizeof *rows);
	for (size_t i = 0; i < found.count; i++)
		if (is_mine(&near, &found.list[i]))
			rows[view->circles.count++] = row_of(&near, &found.list[i]);
	view->circles.rows = rows;
	return shown;
}
