# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine's file format (docs/matching.md), read apart from the engine and in another language."""

BIG_STEP = 1000


class Bad(Exception):
    """A file that is not what it should be."""


GIVES, RECEIVES = 1, 2


class Graph:
    """People, and arcs (mentor, mentee, ask, weight). In version 1 every ask is number 0 and takes the person's need."""

    def __init__(self):
        self.version = 1
        self.people = {}          # id -> (capacity, need)
        self.arcs = []            # (mentor, mentee, ask, weight)
        self.levels = None        # (both, arc) of the o line
        self.kept = set()         # (mentor, mentee, ask)
        self.forbidden = set()
        self.has = {}             # id -> GIVES | RECEIVES, outside of the file
        self.left = None          # what kept pairs leave, once it is asked for

    def most_arcs(self):
        return min(sum(c for c, _ in self.people.values()), sum(n for _, n in self.people.values()))

    def objective(self):
        big = BIG_STEP * self.most_arcs() + 1
        return self.levels if self.levels else (big, big)

    def takes(self, mentee, ask):
        """How many mentors an ask takes."""
        del ask
        return self.people[mentee][1] if self.version == 1 else min(1, self.people[mentee][1])

    def count_both(self, chosen):
        """People who have both sides with these arcs, and had not without."""
        has = dict(self.has)
        for u, v, _ in chosen:
            has[u] = has.get(u, 0) | GIVES
            has[v] = has.get(v, 0) | RECEIVES
        return sum(1 for p, sides in has.items() if sides == GIVES | RECEIVES and self.has.get(p, 0) != sides)

    def rest(self):
        """What is left to choose when the kept arcs are taken out."""
        if not self.left:
            self.left = Rest(self)
        return self.left

    def usable(self, arc):
        return self.rest().usable(arc)

    def text(self):
        lines = ["bw-match %d" % self.version]
        if self.levels:
            lines.append("o %d %d" % self.levels)
        lines += ["p %d %d %d" % (p, c, n) for p, (c, n) in self.people.items()]
        lines += ["h %d %d %d" % (p, sides & 1, sides >> 1) for p, sides in self.has.items()]
        lines += ["k %d %d %d" % arc for arc in sorted(self.kept)]
        for u, v, k, w in self.arcs:
            lines.append("a %d %d %d" % (u, v, w) + (" %d" % k if self.version == 2 else ""))
        lines += ["f %d %d %d" % arc for arc in sorted(self.forbidden)]
        return "\n".join(lines) + "\n"


class Rest:
    def __init__(self, graph):
        self.graph = graph
        self.capacity = {p: c for p, (c, _) in graph.people.items()}
        self.met = {(v, k) for _, v, k in graph.kept}
        self.joined = {(min(u, v), max(u, v)) for u, v, _ in graph.kept}
        self.has = dict(graph.has)
        for u, v, _ in graph.kept:
            self.capacity[u] -= 1
            self.has[u] = self.has.get(u, 0) | GIVES
            self.has[v] = self.has.get(v, 0) | RECEIVES

    def takes(self, mentee, ask):
        return 0 if (mentee, ask) in self.met else self.graph.takes(mentee, ask)

    def usable(self, arc):
        u, v, k, _ = arc
        return (self.capacity[u] > 0 and self.takes(v, k) > 0 and (u, v, k) not in self.graph.forbidden
                and (min(u, v), max(u, v)) not in self.joined)


def records(lines):
    for line in lines:
        if line.startswith("#"):
            continue
        if not line.endswith("\n"):
            raise Bad("cut off inside its last line")
        word, *numbers = line[:-1].split(" ")
        yield word, numbers


def read_record(graph, word, numbers):
    """An arc is returned, all else is kept in the graph."""
    numbers = [int(n) for n in numbers]
    if word == "a":
        ask = numbers[3] if graph.version == 2 else 0
        u, v, w = numbers[:3]
        if u == v or u not in graph.people or v not in graph.people or not 0 <= w <= 1000:
            raise Bad("a wrong arc: %s" % numbers)
        return (u, v, ask, w)
    if word == "p":
        graph.people[numbers[0]] = (numbers[1], numbers[2])
    elif word == "o":
        graph.levels = (numbers[0], numbers[1])
    elif graph.version == 2 and word in ("k", "f"):
        (graph.kept if word == "k" else graph.forbidden).add(tuple(numbers))
    elif graph.version == 2 and word == "h":
        graph.has[numbers[0]] = numbers[1] * GIVES | numbers[2] * RECEIVES
    else:
        raise Bad("no line of a graph: %s" % word)
    return None


def stream(path, graph):
    """Yields arcs one by one, so that millions of them need no memory, and fills the rest of the graph."""
    with open(path, encoding="ascii") as file:
        lines = records(file)
        word, numbers = next(lines)
        if word != "bw-match" or numbers not in (["1"], ["2"]):
            raise Bad("no header")
        graph.version = int(numbers[0])
        for word, numbers in lines:
            arc = read_record(graph, word, numbers)
            if arc:
                yield arc


def read(path):
    graph = Graph()
    graph.arcs = list(stream(path, graph))
    return graph


def read_people(path):
    """What stands before the first arc."""
    graph = Graph()
    next(stream(path, graph), None)
    return graph


def read_all_but_arcs(path):
    """What stands behind the arcs, too: the graph is walked once for it."""
    graph = Graph()
    for _ in stream(path, graph):
        pass
    return graph
