/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* peers simplex|scaling|greedy FILE: what others do with a graph of version 1. simplex and scaling are LEMON's two best
   algorithms on the relaxed problem: nobody asks that two people do not mentor each other, so their value is one that no
   legal choice passes. greedy takes arcs by weight where the rules allow. Prints `value V seconds S`: reading is not timed.

   The network: a person is three nodes, In, Middle, Out, and there is one Root; six arcs a person.
     In -> Root      need - 1      In -> Middle    1, worth `both`      Middle -> Root  1, costs `both`
     Root -> Out     capacity - 1  Middle -> Out   1                    Root -> Middle  1
   Only who has one in and one out has a unit pass through the middle that keeps what it is worth. */
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

using Number = long long;

struct Link {
	int mentor, mentee, weight;
};

struct People {
	std::vector<int> capacity, need;
	std::vector<Link> links;
	Number both = -1, arc = -1;
};

static double now()
{
	timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return double(t.tv_sec) + double(t.tv_nsec) / 1e9;
}

[[noreturn]] static void end(const char *why)
{
	std::fprintf(stderr, "peers: %s\n", why);
	std::exit(1);
}

static Number next_number(char *&at)
{
	return std::strtoll(at, &at, 10);
}

static void set_levels(People &all)
{
	Number out = 0, in = 0;
	for (int c : all.capacity)
		out += c;
	for (int n : all.need)
		in += n;
	if (all.both < 0)
		all.both = all.arc = 1000 * std::min(out, in) + 1;
}

static People read(const char *path)
{
	std::FILE *file = std::fopen(path, "r");
	std::unordered_map<Number, int> index;
	People all;
	char line[512];

	if (!file || !std::fgets(line, sizeof line, file) || std::strcmp(line, "bw-match 1\n") != 0)
		end("no graph of version 1");
	while (std::fgets(line, sizeof line, file)) {
		char *at = line + 1;
		if (line[0] == 'o') {
			all.both = next_number(at);
			all.arc = next_number(at);
		} else if (line[0] == 'p') {
			index.emplace(next_number(at), int(index.size()));
			all.capacity.push_back(int(next_number(at)));
			all.need.push_back(int(next_number(at)));
		} else if (line[0] == 'a') {
			int u = index.at(next_number(at)), v = index.at(next_number(at)), w = int(next_number(at));
			if (all.capacity[size_t(u)] && all.need[size_t(v)])
				all.links.push_back({ u, v, w });
		}
	}
	std::fclose(file);
	set_levels(all);
	return all;
}

struct Edge {
	int from, to, most;
	Number cost;
};

static std::vector<Edge> network(const People &all)
{
	const int n = int(all.capacity.size()), root = 3 * n;
	std::vector<Edge> edges;

	edges.reserve(all.links.size() + 6 * size_t(n));
	for (const Link &l : all.links)
		edges.push_back({ 2 * n + l.mentor, l.mentee, 1, -(all.arc + l.weight) });
	for (int v = 0; v < n; v++) {
		const int in = v, middle = n + v, out = 2 * n + v;
		const int capacity = all.capacity[size_t(v)], need = all.need[size_t(v)];
		edges.push_back({ in, root, std::max(need - 1, 0), 0 });
		edges.push_back({ in, middle, std::min(need, 1), -all.both });
		edges.push_back({ middle, root, 1, all.both });
		edges.push_back({ root, out, std::max(capacity - 1, 0), 0 });
		edges.push_back({ middle, out, std::min(capacity, 1), 0 });
		edges.push_back({ root, middle, 1, 0 });
	}
	std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) { return a.from < b.from; });
	return edges;
}

/* The least cost of a circulation, negated; the arrays are gone from here on but for the solver's. */
template <class Algorithm> static Number relaxed(People &all, double *seconds)
{
	using Graph = lemon::StaticDigraph;
	Graph graph;
	const int nodes = 3 * int(all.capacity.size()) + 1;
	std::vector<Edge> edges = network(all);
	std::vector<std::pair<int, int>> ends;

	std::vector<Link>().swap(all.links);
	ends.reserve(edges.size());
	for (const Edge &e : edges)
		ends.emplace_back(e.from, e.to);
	graph.build(nodes, ends.begin(), ends.end());
	std::vector<std::pair<int, int>>().swap(ends);

	double began = now();
	Algorithm algorithm(graph);
	{
		Graph::ArcMap<int> most(graph);
		Graph::ArcMap<Number> cost(graph);
		for (int i = 0; i < graph.arcNum(); i++) {
			most[graph.arc(i)] = edges[size_t(i)].most;
			cost[graph.arc(i)] = edges[size_t(i)].cost;
		}
		std::vector<Edge>().swap(edges);
		algorithm.upperMap(most).costMap(cost);
	}
	if (algorithm.run() != Algorithm::OPTIMAL)
		end("LEMON found no optimum");
	*seconds = now() - began;
	return -algorithm.template totalCost<Number>();
}

/* By weight, the heaviest first; of equals the first in the file. */
static Number greedy(People &all, double *seconds)
{
	double began = now();
	std::vector<int> out(all.capacity.size()), in(all.capacity.size());
	std::unordered_set<uint64_t> chosen;
	Number value = 0;

	std::stable_sort(all.links.begin(), all.links.end(), [](const Link &a, const Link &b) { return a.weight > b.weight; });
	for (const Link &l : all.links) {
		const size_t u = size_t(l.mentor), v = size_t(l.mentee);
		if (out[u] == all.capacity[u] || in[v] == all.need[v] || chosen.count(uint64_t(v) << 32 | u))
			continue;
		chosen.insert(uint64_t(u) << 32 | v);
		out[u]++;
		in[v]++;
		value += all.arc + l.weight;
	}
	for (size_t v = 0; v < out.size(); v++)
		value += out[v] && in[v] ? all.both : 0;
	*seconds = now() - began;
	return value;
}

int main(int argc, char **argv)
{
	using Graph = lemon::StaticDigraph;
	double seconds = 0;
	Number value;

	if (argc != 3)
		end("peers simplex|scaling|greedy FILE");
	People all = read(argv[2]);
	if (std::strcmp(argv[1], "simplex") == 0)
		value = relaxed<lemon::NetworkSimplex<Graph, int, Number>>(all, &seconds);
	else if (std::strcmp(argv[1], "scaling") == 0)
		value = relaxed<lemon::CostScaling<Graph, int, Number>>(all, &seconds);
	else
		value = greedy(all, &seconds);
	std::printf("value %lld seconds %.3f\n", value, seconds);
	return 0;
}
