# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine's file format (docs/matching.md), read apart from the engine and in another language."""

BIG_STEP = 1000


class Bad(Exception):
    """A file that is not what it should be."""


class Graph:
    """People, and arcs (mentor, mentee, ask, weight). In version 1 every ask is number 0 and takes the person's need."""

    def __init__(self):
        self.version = 1
        self.people = {}          # id -> (capacity, need)
        self.arcs = []            # (mentor, mentee, ask, weight)
        self.levels = None        # (both, arc) of the o line

    def most_arcs(self):
        return min(sum(c for c, _ in self.people.values()), sum(n for _, n in self.people.values()))

    def objective(self):
        big = BIG_STEP * self.most_arcs() + 1
        return self.levels if self.levels else (big, big)

    def takes(self, mentee, ask):
        """How many mentors an ask takes."""
        del ask
        return self.people[mentee][1] if self.version == 1 else min(1, self.people[mentee][1])

    def usable(self, arc):
        return self.people[arc[0]][0] > 0 and self.takes(arc[1], arc[2]) > 0

    def text(self):
        lines = ["bw-match %d" % self.version]
        if self.levels:
            lines.append("o %d %d" % self.levels)
        lines += ["p %d %d %d" % (p, c, n) for p, (c, n) in self.people.items()]
        for u, v, k, w in self.arcs:
            lines.append("a %d %d %d" % (u, v, w) + (" %d" % k if self.version == 2 else ""))
        return "\n".join(lines) + "\n"


def records(lines):
    for line in lines:
        if line.startswith("#"):
            continue
        if not line.endswith("\n"):
            raise Bad("cut off inside its last line")
        word, *numbers = line[:-1].split(" ")
        yield word, numbers


def read_head(graph, word, numbers):
    """One record before or of the arcs; an arc is returned, all else is kept in the graph."""
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
    else:
        raise Bad("no line of a graph: %s" % word)
    return None


def stream(path, graph):
    """Fills the people and yields arcs one by one, so that millions of them need no memory."""
    with open(path, encoding="ascii") as file:
        lines = records(file)
        word, numbers = next(lines)
        if word != "bw-match" or numbers not in (["1"], ["2"]):
            raise Bad("no header")
        graph.version = int(numbers[0])
        for word, numbers in lines:
            arc = read_head(graph, word, numbers)
            if arc:
                yield arc


def read(path):
    graph = Graph()
    graph.arcs = list(stream(path, graph))
    return graph
