/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Groups. Who has both sides has two partners at least: of a group H, with F pairs that lead out of it,
     2 * (people of H with both sides) <= 2 * (pairs used in H) + (pairs used out of H)
   and where F is odd, half of it rounded down
     people of H with both sides <= pairs used in H + pairs used out of H, but for F + (|F| - 1) / 2
   With H a single person and F one pair that is the row of two partners. Where all join both ways alike and each has room
   for one, these are the blossoms of a 2-matching (Edmonds 1965), and leave no gap. One that is not obeyed is a cut of odd F
   with slack(H) + the sum of z (out of H, not F) and 1 - z (F) below 1: one of the cuts that a cut tree holds (Padberg and
   Rao 1982; Gusfield 1990; Letchford, Reinelt and Theis 2008). */
#include "matching/tight.h"

#include <stdlib.h>

static const double SLIGHT = 1e-4, TINY = 1e-9;
enum { GROUPS_A_ROUND = 60, NOT_REACHED = UINT32_MAX };

/* Two people who are partly used together, or (with node 0, whom none can have in a group) what one has to spare. */
struct edge {
	uint32_t one, other;     /* people, one < other */
	uint32_t ends[2];        /* their nodes */
	double used, room[2];    /* room: for flow from the first end to the second, and back */
};

struct groups {
	struct tight *tight;
	uint32_t *node_of;       /* of each person; 0: who cannot be in a group */
	uint32_t *person_of;     /* of each node */
	uint32_t node_count;
	struct edge *edges;      /* pairs, then what is to spare */
	uint32_t pair_count, edge_count;
	uint32_t *first, *at;    /* edges of each node: at[first[node]] and on */
	uint32_t *parent;        /* in the cut tree */
	uint32_t *queue, *from;  /* of a search: nodes reached; the edge that each was reached by */
	bool *inside;            /* of each node */
};

static int by_ends(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;

	if (x->one != y->one)
		return x->one < y->one ? -1 : 1;
	return x->other < y->other ? -1 : x->other > y->other;
}

/* All pairs that the solution uses. */
static void list_pairs(struct groups *g)
{
	const struct tight *t = g->tight;
	const struct matching_graph *graph = t->net->graph;
	uint32_t count = 0, kept = 0;

	for (uint32_t i = 0; i < t->arcs; i++) {
		uint32_t u = graph->arc_mentor[i], v = graph->ask_mentee[t->ask_of[i]];
		if (t->values[i] > TINY)
			g->edges[count++] = (struct edge){ .one = u < v ? u : v, .other = u < v ? v : u, .used = t->values[i] };
	}
	qsort(g->edges, count, sizeof *g->edges, by_ends);
	for (uint32_t i = 0; i < count; i++)
		if (kept && by_ends(&g->edges[kept - 1], &g->edges[i]) == 0)
			g->edges[kept - 1].used += g->edges[i].used;
		else
			g->edges[kept++] = g->edges[i];
	g->pair_count = kept;
}

/* Nodes of those who may be in a group, and what each has to spare: partners less two for `both`. */
static void list_nodes(struct groups *g)
{
	const struct tight *t = g->tight;
	uint32_t n = t->net->graph->person_count;

	g->node_count = 1;
	g->edge_count = g->pair_count;
	for (uint32_t v = 0; v < n; v++) {
		g->node_of[v] = 0;
		if (t->net->people[v].earns != EARNS_BY_BOTH || t->values[t->arcs + v] <= TINY)
			continue;
		g->node_of[v] = g->node_count;
		g->person_of[g->node_count++] = v;
		g->edges[g->edge_count++] = (struct edge){ .ends = { g->node_of[v], 0 }, .used = -2 * t->values[t->arcs + v] };
	}
	for (uint32_t i = 0; i < g->pair_count; i++) {
		struct edge *e = &g->edges[i];
		e->ends[0] = g->node_of[e->one];
		e->ends[1] = g->node_of[e->other];
		for (int k = 0; k < 2; k++)
			if (e->ends[k])
				g->edges[g->pair_count + e->ends[k] - 1].used += e->used;
	}
}

static double cost_of(const struct groups *g, uint32_t edge)
{
	double used = g->edges[edge].used;

	if (edge < g->pair_count && used > 0.5)
		used = 1 - used;
	return used > 0 ? used : 0;
}

static void index_edges(struct groups *g)
{
	for (uint32_t node = 0; node <= g->node_count; node++)
		g->first[node] = 0;
	for (uint32_t i = 0; i < g->edge_count; i++)
		for (int k = 0; k < 2; k++)
			g->first[g->edges[i].ends[k]]++;
	for (uint32_t node = 1; node <= g->node_count; node++)
		g->first[node] += g->first[node - 1];
	for (uint32_t i = 0; i < g->edge_count; i++)
		for (int k = 0; k < 2; k++)
			g->at[--g->first[g->edges[i].ends[k]]] = i;
}

/* Searches a way with room from one node; leaves those it reached inside. */
static bool reaches(struct groups *g, uint32_t start, uint32_t end)
{
	uint32_t count = 1;

	for (uint32_t node = 0; node < g->node_count; node++)
		g->inside[node] = false;
	g->queue[0] = start;
	g->inside[start] = true;
	for (uint32_t done = 0; done < count && !g->inside[end]; done++) {
		uint32_t node = g->queue[done];
		for (uint32_t k = g->first[node]; k < g->first[node + 1]; k++) {
			const struct edge *e = &g->edges[g->at[k]];
			int side = e->ends[0] == node ? 0 : 1;
			uint32_t next = e->ends[1 - side];
			if (g->inside[next] || e->room[side] <= TINY)
				continue;
			g->inside[next] = true;
			g->from[next] = g->at[k];
			g->queue[count++] = next;
		}
	}
	return g->inside[end];
}

/* The least cut between two nodes, as far as it is below 1; its first node's side is then inside. */
static bool find_cut(struct groups *g, uint32_t start, uint32_t end)
{
	double flow = 0;

	for (uint32_t i = 0; i < g->edge_count; i++)
		g->edges[i].room[0] = g->edges[i].room[1] = cost_of(g, i);
	while (flow < 1 - SLIGHT) {
		double least = 1;
		if (!reaches(g, start, end))
			return true;
		for (int move = 0; move < 2; move++)
			for (uint32_t node = end; node != start;) {
				struct edge *e = &g->edges[g->from[node]];
				int side = e->ends[1] == node ? 0 : 1;
				node = e->ends[side];
				if (move) {
					e->room[side] -= least;
					e->room[1 - side] += least;
				} else if (e->room[side] < least)
					least = e->room[side];
			}
		flow += least;
	}
	return false;
}

static bool crosses(const struct groups *g, const struct edge *e)
{
	return g->inside[e->ends[0]] != g->inside[e->ends[1]];
}

/* The pair that is put into F, or taken out of it, to make F odd; UINT32_MAX: none need be. False: there is none to. */
static bool find_odd(const struct groups *g, double *sum, uint32_t *turned)
{
	double least = 2;
	bool odd = false;

	*sum = 0;
	*turned = UINT32_MAX;
	for (uint32_t i = 0; i < g->edge_count; i++) {
		if (!crosses(g, &g->edges[i]))
			continue;
		double used = g->edges[i].used, more = used > 0.5 ? 2 * used - 1 : 1 - 2 * used;
		*sum += cost_of(g, i);
		if (i >= g->pair_count)
			continue;
		odd ^= used > 0.5;
		if (more < least) {
			least = more;
			*turned = i;
		}
	}
	if (odd)
		*turned = UINT32_MAX;
	else
		*sum += least;
	return odd || least < 2;
}

/* Keeps the group inside, with the pairs of F. */
static struct matching_group *keep(struct groups *g, uint32_t turned)
{
	struct tight *t = g->tight;

	if (t->group_count == t->group_room) {
		uint32_t room = 2 * t->group_room + GROUPS_A_ROUND;
		struct matching_group *groups = memory_grow(t->memory, t->groups, (size_t[]){ t->group_room, room }, sizeof *groups);
		if (!groups)
			return NULL;
		t->groups = groups;
		t->group_room = room;
	}
	uint32_t people = 0, out = 0;
	for (uint32_t node = 1; node < g->node_count; node++)
		people += g->inside[node];
	for (uint32_t i = 0; i < g->pair_count; i++)
		out += crosses(g, &g->edges[i]) && (g->edges[i].used > 0.5) != (i == turned);
	uint32_t *own = memory_take(t->memory, people + 2 * (size_t)out, sizeof *own);
	if (!own)
		return NULL;
	t->groups[t->group_count] = (struct matching_group){ own, people, own + people, out, 0 };
	for (uint32_t node = 1; node < g->node_count; node++)
		if (g->inside[node])
			*own++ = g->person_of[node];
	for (uint32_t i = 0; i < g->pair_count; i++)
		if (crosses(g, &g->edges[i]) && (g->edges[i].used > 0.5) != (i == turned)) {
			*own++ = g->edges[i].one;
			*own++ = g->edges[i].other;
		}
	return &t->groups[t->group_count++];
}

static bool is_out(const struct matching_group *group, uint32_t one, uint32_t other)
{
	for (uint32_t i = 0; i < group->out_count; i++)
		if (group->out[2 * i] == one && group->out[2 * i + 1] == other)
			return true;
	return false;
}

/* Writes the group inside as a row. */
static bool add(struct groups *g, uint32_t turned)
{
	struct tight *t = g->tight;
	const struct matching_graph *graph = t->net->graph;
	const struct matching_group *group = keep(g, turned);
	uint32_t count = 0;

	if (!group)
		return false;
	for (uint32_t i = 0; i < group->count; i++, count++) {
		t->columns[count] = t->arcs + group->people[i];
		t->parts[count] = 1;
	}
	for (uint32_t i = 0; i < t->arcs; i++) {
		uint32_t u = graph->arc_mentor[i], v = graph->ask_mentee[t->ask_of[i]];
		bool from = g->inside[g->node_of[u]], to = g->inside[g->node_of[v]];
		if ((!from && !to) || (from != to && is_out(group, u < v ? u : v, u < v ? v : u)))
			continue;
		t->columns[count] = i;
		t->parts[count++] = -1;
	}
	return tight_add(t, (struct tight_row){ ROW_GROUP, t->group_count - 1, 0 }, count, (group->out_count - 1) / 2);
}

/* The side without node 0 as a group, if it is not obeyed. -1: no memory; else 1 where it was added. */
static int judge(struct groups *g)
{
	double sum;
	uint32_t turned;

	if (g->inside[0])
		for (uint32_t node = 0; node < g->node_count; node++)
			g->inside[node] = !g->inside[node];
	if (!find_odd(g, &sum, &turned) || sum >= 1 - SLIGHT)
		return 0;
	return add(g, turned) ? 1 : -1;
}

/* A cut tree, node by node (Gusfield), and each cut as it is found. */
static int64_t cut(struct groups *g)
{
	int64_t added = 0;

	list_pairs(g);
	list_nodes(g);
	index_edges(g);
	for (uint32_t node = 0; node < g->node_count; node++)
		g->parent[node] = 0;
	for (uint32_t node = 1; node < g->node_count && added < GROUPS_A_ROUND; node++) {
		uint32_t parent = g->parent[node];
		if (!watch_steps(g->tight->watch, 1 + g->edge_count / 16) || !find_cut(g, node, parent))
			continue;
		for (uint32_t i = 1; i < g->node_count; i++)
			if (i != node && g->inside[i] && g->parent[i] == parent)
				g->parent[i] = node;
		if (parent && g->inside[g->parent[parent]]) {
			g->parent[node] = g->parent[parent];
			g->parent[parent] = node;
		}
		int found = judge(g);
		if (found < 0)
			return -1;
		added += found;
	}
	return added;
}

int64_t tight_cut_groups(struct tight *t)
{
	struct memory *m = t->memory;
	uint32_t n = t->net->graph->person_count, edges = t->arcs + n;
	struct groups g = {
		.tight = t,
		.node_of = memory_take(m, n, sizeof *g.node_of),
		.person_of = memory_take(m, n, sizeof *g.person_of),
		.edges = memory_take(m, edges, sizeof *g.edges),
		.first = memory_take(m, n + 2, sizeof *g.first),
		.at = memory_take(m, 2 * (size_t)edges, sizeof *g.at),
		.parent = memory_take(m, n, sizeof *g.parent),
		.queue = memory_take(m, n, sizeof *g.queue),
		.from = memory_take(m, n, sizeof *g.from),
		.inside = memory_take(m, n, sizeof *g.inside),
	};
	int64_t added = g.node_of && g.person_of && g.edges && g.first && g.at && g.parent && g.queue && g.from && g.inside ? cut(&g) : -1;

	memory_give(m, g.node_of, n, sizeof *g.node_of);
	memory_give(m, g.person_of, n, sizeof *g.person_of);
	memory_give(m, g.edges, edges, sizeof *g.edges);
	memory_give(m, g.first, n + 2, sizeof *g.first);
	memory_give(m, g.at, 2 * (size_t)edges, sizeof *g.at);
	memory_give(m, g.parent, n, sizeof *g.parent);
	memory_give(m, g.queue, n, sizeof *g.queue);
	memory_give(m, g.from, n, sizeof *g.from);
	memory_give(m, g.inside, n, sizeof *g.inside);
	return added;
}
