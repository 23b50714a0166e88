# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole problem as a mixed integer programme, for a solver that knows nothing of it; and every choice, for tiny graphs.

oracle.py GRAPH FILE writes it in CPLEX's LP format, which GLPK and CBC read, with the value as it is.
"""
import os
import subprocess
import sys
from collections import defaultdict

import graph as graphs


def rows(graph):
    """(terms, most) of every row; terms are {variable: factor}. x is an arc, y a person with both sides."""
    out, into, ask, pair = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for i, (u, v, k, _) in enumerate(graph.arcs):
        out[u].append(i)
        into[v].append(i)
        ask[v, k].append(i)
        pair[min(u, v), max(u, v)].append(i)
        if (u, v, k) in graph.kept:
            yield {"x%d" % i: -1}, -1
        if (u, v, k) in graph.forbidden:
            yield {"x%d" % i: 1}, 0
    for p, (capacity, need) in graph.people.items():
        has = graph.has.get(p, 0)
        yield {"x%d" % i: 1 for i in out[p]}, capacity
        yield {"x%d" % i: 1 for i in into[p]}, need
        yield {"y%d" % p: 1}, int(has != graphs.GIVES | graphs.RECEIVES)
        if not has & graphs.GIVES:
            yield {"y%d" % p: 1, **{"x%d" % i: -1 for i in out[p]}}, 0
        if not has & graphs.RECEIVES:
            yield {"y%d" % p: 1, **{"x%d" % i: -1 for i in into[p]}}, 0
    for (mentee, k), arcs in ask.items():
        yield {"x%d" % i: 1 for i in arcs}, graph.takes(mentee, k)
    for arcs in pair.values():
        if len(arcs) > 1:
            yield {"x%d" % i: 1 for i in arcs}, 1


def joined(terms):
    text = " ".join("%+d %s" % (factor, name) for name, factor in terms.items() if factor)
    return text if text else "0 z"


def lp(graph, worth, extra=()):
    """The programme as text: `worth` of each variable, and more rows (terms, most)."""
    lines = ["Maximize", " value: " + joined(worth), "Subject To"]
    for terms, most in list(rows(graph)) + list(extra):
        if terms:
            lines.append(" " + joined(terms) + " <= %d" % most)
    names = ["x%d" % i for i in range(len(graph.arcs))] + ["y%d" % p for p in graph.people]
    return "\n".join(lines + [" z <= 0", "Binary"] + [" " + name for name in names] + ["End", ""])


def worths(graph, both, arc, weight):
    worth = {"x%d" % i: arc + weight * w for i, (_, _, _, w) in enumerate(graph.arcs)}
    worth.update({"y%d" % p: both for p in graph.people})
    return worth


def glpk(folder, text, seconds=60):
    """The optimum, or None where GLPK did not prove one in time."""
    problem, solution = os.path.join(folder, "problem.lp"), os.path.join(folder, "solution")
    with open(problem, "w", encoding="ascii") as file:
        file.write(text)
    subprocess.run(["glpsol", "--lp", problem, "--cuts", "--tmlim", str(seconds), "-w", solution],
                   stdout=subprocess.DEVNULL, check=True)
    with open(solution, encoding="ascii") as file:
        for line in file:
            if line.startswith("s mip"):
                _, _, _, _, state, value = line.split()
                return round(float(value)) if state == "o" else None
    return None


def optimum(folder, graph, seconds=60):
    """The highest V, by GLPK. Where the weights are below all levels, P + M first and then the weight: each alone is a
    number that a solver of floating point tells exactly."""
    both, arc = graph.objective()
    if not (both == arc == graphs.BIG_STEP * graph.most_arcs() + 1):
        return glpk(folder, lp(graph, worths(graph, both, arc, 1)), seconds)
    count = glpk(folder, lp(graph, worths(graph, 1, 1, 0)), seconds)
    if count is None:
        return None
    counted = ({name: -1 for name in worths(graph, 1, 1, 0)}, -count)
    weight = glpk(folder, lp(graph, worths(graph, 0, 0, 1), [counted]), seconds)
    return None if weight is None else both * count + weight


def every_choice(graph):
    """The highest V of all choices that there are."""
    both, arc = graph.objective()
    out, into, asks, pairs = defaultdict(int), defaultdict(int), defaultdict(int), set()

    chosen = []

    def best(i, total):
        """None: no choice from here on is legal."""
        if i == len(graph.arcs):
            return total + both * graph.count_both(chosen)
        u, v, k, w = graph.arcs[i]
        most = None if (u, v, k) in graph.kept else best(i + 1, total)
        pair = (min(u, v), max(u, v))
        room = out[u] < graph.people[u][0] and into[v] < graph.people[v][1] and asks[v, k] < graph.takes(v, k)
        if room and pair not in pairs and (u, v, k) not in graph.forbidden:
            pairs.add(pair)
            chosen.append((u, v, k))
            for place, key in ((out, u), (into, v), (asks, (v, k))):
                place[key] += 1
            with_it = best(i + 1, total + arc + w)
            most = with_it if most is None else most if with_it is None else max(most, with_it)
            for place, key in ((out, u), (into, v), (asks, (v, k))):
                place[key] -= 1
            chosen.pop()
            pairs.discard(pair)
        return most

    return best(0, 0)


if __name__ == "__main__":
    GRAPH = graphs.read(sys.argv[1])
    BOTH, ARC = GRAPH.objective()
    with open(sys.argv[2], "w", encoding="ascii") as OUT:
        OUT.write(lp(GRAPH, worths(GRAPH, BOTH, ARC, 1)))
