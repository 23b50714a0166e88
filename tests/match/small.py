# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small graphs of all kinds, from a seed."""
from graph import BIG_STEP, Graph


def levels(random, graph):
    big = BIG_STEP * graph.most_arcs() + 1
    return random.choice([None, None, (0, big), (0, 0), (random.randrange(1500), random.randrange(1500))])


def graph(random, people, arcs, version=1):
    """At most so many arcs; half the time all capacities and needs are 1."""
    g = Graph()
    g.version = version
    even = random.random() < 0.5
    ids = random.sample(range(1, 10 * people + 1), people)
    for p in ids:
        g.people[p] = (1, 1) if even else (random.choice([0, 1, 1, 1, 2, 3]), random.choice([0, 1, 1, 2]))
    kind = random.randrange(4)
    for _ in range(arcs):
        if people < 2:
            break
        u, v = random.sample(ids, 2)
        ask = random.randint(1, g.people[v][1]) if version == 2 and g.people[v][1] else 0
        if (version == 2 and not ask) or any(a[:3] == (u, v, ask) for a in g.arcs):
            continue
        weight = 500 if kind == 0 else random.choice([0, 1000]) if kind == 1 else random.randint(0, 1000)
        g.arcs.append((u, v, ask, weight))
        if random.random() < 0.5 and version == 1 and not any(a[:2] == (v, u) for a in g.arcs):
            g.arcs.append((v, u, 0, weight))
    g.levels = levels(random, g)
    if version == 2 and random.random() < 0.5:
        add_pins(random, g)
    return g


def add_pins(random, g):
    """Kept and forbidden arcs, and sides that people have already."""
    capacity, taken, joined = {p: c for p, (c, _) in g.people.items()}, set(), set()
    for u, v, k, _ in g.arcs:
        pair = (min(u, v), max(u, v))
        if random.random() < 0.2 and capacity[u] and (v, k) not in taken and pair not in joined:
            g.kept.add((u, v, k))
            capacity[u] -= 1
            taken.add((v, k))
            joined.add(pair)
        elif random.random() < 0.15:
            g.forbidden.add((u, v, k))
    for p in g.people:
        if random.random() < 0.4:
            g.has[p] = random.randrange(4)
