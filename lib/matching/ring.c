/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Rings: arcs of which each bars the next, an odd number of them (odd holes of the conflict graph; for directed cycle
   covers, the odd closed alternating trails of Balas 1989). One that is not obeyed is a walk of an odd number of steps
   back to where it began, shorter than 1, where a step from i to j is 1 - x_i - x_j long (Groetschel, Lovasz and
   Schrijver 1988). */
#include "matching/tight.h"

static const double SLIGHT = 1e-4, ENDLESS = 1e30;
enum { RINGS_A_ROUND = 60 };

/* Nodes: each arc twice, after an even and after an odd number of steps. */
struct walk {
	struct tight *tight;
	uint32_t *live;          /* arcs that are partly used */
	uint32_t *number;        /* of each arc among them + 1 */
	uint32_t count;
	double *far;
	uint32_t *from;
	bool *settled;
	uint32_t *open;          /* nodes reached and not settled */
	uint32_t open_count;
};

static void step(struct walk *w, uint32_t node, uint32_t arc)
{
	const struct tight *t = w->tight;
	uint32_t here = w->live[node / 2];

	if (!w->number[arc] || arc == here)
		return;
	uint32_t next = 2 * (w->number[arc] - 1) + 1 - node % 2;
	double length = 1 - t->values[here] - t->values[arc], far = w->far[node] + (length > 0 ? length : 0);
	if (!w->settled[next] && far < w->far[next] && far < 1 - SLIGHT) {
		if (w->far[next] >= ENDLESS)
			w->open[w->open_count++] = next;
		w->far[next] = far;
		w->from[next] = node;
	}
}

/* To all arcs that this one bars. */
static void step_all(struct walk *w, uint32_t node)
{
	const struct tight *t = w->tight;
	const struct matching_graph *g = t->net->graph;
	uint32_t arc = w->live[node / 2], ask = t->ask_of[arc], mentor = g->arc_mentor[arc];

	if (g->ask_need[ask] == 1)
		for (uint32_t i = g->ask_first[ask]; i < g->ask_first[ask + 1]; i++)
			step(w, node, i);
	if (g->capacity[mentor] == 1)
		for (uint32_t k = t->mentor_first[mentor]; k < t->mentor_first[mentor + 1]; k++)
			step(w, node, t->by_mentor[k]);
	if (t->pair_of[arc]) {
		const struct tight_pair *p = &t->pairs[t->pair_of[arc] - 1];
		for (uint32_t i = 0; i < p->count; i++)
			step(w, node, t->pair_arcs[p->first + i]);
	}
}

/* Whether there is a ring through this arc, shorter than 1. */
static bool find(struct walk *w, uint32_t start)
{
	for (uint32_t node = 0; node < 2 * w->count; node++) {
		w->far[node] = ENDLESS;
		w->settled[node] = false;
	}
	w->far[2 * start] = 0;
	w->open[0] = 2 * start;
	w->open_count = 1;
	while (w->open_count > 0) {
		uint32_t best = 0;
		for (uint32_t k = 1; k < w->open_count; k++)
			if (w->far[w->open[k]] < w->far[w->open[best]])
				best = k;
		uint32_t node = w->open[best];
		if (!watch_step(w->tight->watch))
			return false;
		if (node == 2 * start + 1)
			return true;
		w->open[best] = w->open[--w->open_count];
		w->settled[node] = true;
		step_all(w, node);
	}
	return false;
}

static bool keep(struct tight *t, const uint32_t *arcs, uint32_t count)
{
	if (t->ring_count == t->ring_room) {
		uint32_t room = 2 * t->ring_room + RINGS_A_ROUND;
		struct matching_ring *rings = memory_grow(t->memory, t->rings, (size_t[]){ t->ring_room, room }, sizeof *rings);
		if (!rings)
			return false;
		t->rings = rings;
		t->ring_room = room;
	}
	uint32_t *own = memory_take(t->memory, count, sizeof *own);
	if (!own)
		return false;
	for (uint32_t i = 0; i < count; i++)
		own[i] = arcs[i];
	t->rings[t->ring_count++] = (struct matching_ring){ own, count, 0 };
	return true;
}

/* Writes the ring that was found as a row; its arcs begin no other in this round. */
static bool add(struct walk *w, uint32_t start, bool *used)
{
	struct tight *t = w->tight;
	uint32_t count = 0, kept = 0;

	for (uint32_t node = 2 * start + 1; node != 2 * start; node = w->from[node]) {
		used[node / 2] = true;
		t->columns[count++] = w->live[node / 2];
	}
	if (!keep(t, t->columns, count))
		return false;
	/* An arc that the walk passes twice counts twice. */
	for (uint32_t i = 0; i < count; i++) {
		uint32_t k = 0;
		while (k < kept && t->columns[k] != t->columns[i])
			k++;
		t->parts[k] = k < kept ? t->parts[k] + 1 : 1;
		t->columns[k] = t->columns[i];
		kept += k == kept;
	}
	return tight_add(t, (struct tight_row){ ROW_RING, t->ring_count - 1, 0 }, kept, (count - 1) / 2);
}

static int64_t cut(struct walk *w, bool *used)
{
	int64_t added = 0;

	for (uint32_t i = 0; i < w->tight->arcs; i++)
		if (w->tight->values[i] > SLIGHT && w->tight->values[i] < 1 - SLIGHT) {
			w->live[w->count++] = i;
			w->number[i] = w->count;
		}
	for (uint32_t i = 0; i < w->count && added < RINGS_A_ROUND; i++) {
		if (used[i] || !find(w, i))
			continue;
		if (!add(w, i, used))
			return -1;
		added++;
	}
	return added;
}

int64_t tight_cut_rings(struct tight *t)
{
	struct memory *m = t->memory;
	struct walk w = {
		.tight = t,
		.live = memory_take(m, t->arcs, sizeof *w.live),
		.number = memory_take(m, t->arcs, sizeof *w.number),
		.far = memory_take(m, 2 * (size_t)t->arcs, sizeof *w.far),
		.from = memory_take(m, 2 * (size_t)t->arcs, sizeof *w.from),
		.settled = memory_take(m, 2 * (size_t)t->arcs, sizeof *w.settled),
		.open = memory_take(m, 2 * (size_t)t->arcs, sizeof *w.open),
	};
	bool *used = memory_take(m, t->arcs, sizeof *used);
	int64_t added = w.live && w.number && w.far && w.from && w.settled && w.open && used ? cut(&w, used) : -1;

	memory_give(m, w.live, t->arcs, sizeof *w.live);
	memory_give(m, w.number, t->arcs, sizeof *w.number);
	memory_give(m, w.far, 2 * (size_t)t->arcs, sizeof *w.far);
	memory_give(m, w.from, 2 * (size_t)t->arcs, sizeof *w.from);
	memory_give(m, w.settled, 2 * (size_t)t->arcs, sizeof *w.settled);
	memory_give(m, w.open, 2 * (size_t)t->arcs, sizeof *w.open);
	memory_give(m, used, t->arcs, sizeof *used);
	return added;
}
