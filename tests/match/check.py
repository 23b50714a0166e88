#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""check.py GRAPH ANSWER: is the answer legal, are its numbers true, and does its certificate prove its bound?

Written apart from the engine: it shares nothing with it but the words of docs/matching.md. Integers only.
Prints `both P arcs M weight W value V bound B proof N` (no proof: -) and ends with 0; else what is wrong, and 1.
"""
import sys
from collections import Counter, defaultdict

from graph import GIVES, RECEIVES, Bad, Graph, read_all_but_arcs, records, stream

PROOF = {"scale": 1, "d": 5, "b": 3, "l": 3, "t": 3}
TOLD = ("value", "both", "arcs", "weight")


class Answer:
    def __init__(self):
        self.chosen = []                # (mentor, mentee, ask)
        self.bound = None
        self.told = {}
        self.proof = False
        self.scale = 1
        self.person = {}                # id -> (alpha, beta, gamma, delta)
        self.ask = {}                   # (mentee, ask) -> beta, version 2
        self.pair = {}                  # (lower, higher) -> lambda
        self.partner = {}               # (v, u) -> mu


def keep_price(answer, word, n):
    answer.proof = True
    if len(n) != PROOF[word]:
        raise Bad("a %s line with %d numbers" % (word, len(n)))
    if min(n[{"scale": 0, "d": 1, "b": 2, "l": 2, "t": 2}[word]:]) < 0:
        raise Bad("a price below 0")
    if word == "scale":
        if not 1 <= n[0] <= 1000000:
            raise Bad("scale %d" % n[0])
        answer.scale = n[0]
    elif word == "d":
        answer.person[n[0]] = tuple(n[1:])
    elif word == "b":
        answer.ask[n[0], n[1]] = n[2]
    elif word == "l":
        answer.pair[min(n[:2]), max(n[:2])] = n[2]
    elif (n[0], n[1]) in answer.partner:
        raise Bad("two t lines of %d against %d" % (n[0], n[1]))
    else:
        answer.partner[n[0], n[1]] = n[2]


def read_answer(path, version):
    answer = Answer()
    with open(path, encoding="ascii") as file:
        for word, numbers in records(file):
            n = [int(number) for number in numbers]
            if word == "m" and len(n) == version + 1:
                answer.chosen.append((n[0], n[1], n[2] if version == 2 else 0))
            elif word == "bound" and answer.bound is None:
                answer.bound = n[0]
            elif word in TOLD:
                answer.told[word] = n[0]
            elif word in PROOF:
                keep_price(answer, word, n)
            else:
                raise Bad("no line of an answer: %s %s" % (word, numbers))
    if answer.bound is None:
        raise Bad("no bound")
    return answer


class Sums:
    """What one walk over the arcs gathers."""

    def __init__(self, graph, answer):
        self.graph, self.answer = graph, answer
        self.wanted = set(answer.chosen)
        self.weight = self.found = self.kept_weight = 0
        self.gives, self.receives = set(), set()        # who has a usable arc out, or in
        self.loose = set(answer.partner)                # t rows whose neighbour was not met yet
        self.loose_pairs = set(answer.pair)
        self.has = graph.rest().has
        self.mu = defaultdict(int)
        for (v, _), mu in answer.partner.items():
            self.mu[v] += 0 if self.has.get(v) else mu
        self.surplus = 0
        self.both, self.arc = graph.objective() if graph.people else (0, 0)

    def price(self, person):
        """A row of a side that somebody has already says nothing, and has no price."""
        alpha, beta, gamma, delta = self.answer.person.get(person, (0, 0, 0, 0))
        has = self.has.get(person, 0)
        return alpha, beta, 0 if has & GIVES else gamma, 0 if has & RECEIVES else delta

    def partner(self, person, other):
        return 0 if self.has.get(person) else self.answer.partner.get((person, other), 0)

    def arc_value(self, arc):
        u, v, ask, w = arc
        a = self.answer
        alpha, _, gamma, _ = self.price(u)
        _, beta, _, delta = self.price(v)
        if self.graph.version == 2:
            beta = a.ask.get((v, ask), 0)
        return (a.scale * (self.arc + w) - alpha - beta + gamma + delta - a.pair.get((min(u, v), max(u, v)), 0)
                + self.mu[u] - self.partner(u, v) + self.mu[v] - self.partner(v, u))

    def meet(self, arc):
        u, v, ask, w = arc
        if (u, v, ask) in self.wanted:
            self.found += 1
            self.weight += w
        if (u, v, ask) in self.graph.kept:
            self.kept_weight += w
        if not self.graph.usable(arc):
            return
        self.gives.add(u)
        self.receives.add(v)
        self.loose.discard((u, v))
        self.loose.discard((v, u))
        self.loose_pairs.discard((min(u, v), max(u, v)))
        self.surplus += max(0, self.arc_value(arc))

    def can_have_both(self, person):
        has = self.has.get(person, 0)
        return (has != GIVES | RECEIVES and (has & GIVES or person in self.gives) and (has & RECEIVES or person in self.receives))

    def proved(self):
        """The bound of what is left, and what the kept arcs are worth."""
        graph, a, rest = self.graph, self.answer, self.graph.rest()
        total = self.surplus + sum(a.pair.values())
        for person, (_, need) in graph.people.items():
            alpha, beta, gamma, delta = self.price(person)
            total += rest.capacity[person] * alpha + (need * beta if graph.version == 1 else 0)
            if self.can_have_both(person):
                total += max(0, a.scale * self.both - gamma - delta - self.mu[person])
        total += sum(beta * rest.takes(*ask) for ask, beta in a.ask.items())
        kept = self.both * graph.count_both(graph.kept) + self.arc * len(graph.kept) + self.kept_weight
        return total // a.scale + kept


def check_legal(graph, answer, sums):
    chosen = answer.chosen
    if len(sums.wanted) != len(chosen) or sums.found != len(chosen):
        raise Bad("an arc twice, or one that the graph does not have")
    if not graph.kept <= sums.wanted:
        raise Bad("a kept arc is not there")
    if graph.forbidden & sums.wanted:
        raise Bad("a forbidden arc is there")
    if any(n > graph.people[p][0] for p, n in Counter(u for u, _, _ in chosen).items()):
        raise Bad("somebody mentors more people than their capacity")
    if any(n > graph.people[p][1] for p, n in Counter(v for _, v, _ in chosen).items()):
        raise Bad("somebody has more mentors than their need")
    if any(n > graph.takes(*ask) for ask, n in Counter((v, k) for _, v, k in chosen).items()):
        raise Bad("an ask has more mentors than it takes")
    if any(n > 1 for n in Counter((min(u, v), max(u, v)) for u, v, _ in chosen).values()):
        raise Bad("two people are joined twice, or mentor each other")


def check(graph_path, answer_path):
    """What is true of the answer, or Bad."""
    graph = read_all_but_arcs(graph_path)
    answer = read_answer(answer_path, graph.version)
    sums = Sums(graph, answer)
    for arc in stream(graph_path, Graph()):
        sums.meet(arc)
    check_legal(graph, answer, sums)
    chosen = answer.chosen
    both = graph.count_both(chosen)
    true = {"both": both, "arcs": len(chosen), "weight": sums.weight,
            "value": sums.both * both + sums.arc * len(chosen) + sums.weight}
    for word, told in answer.told.items():
        if told != true[word]:
            raise Bad("%s is %d and not %d" % (word, true[word], told))
    if answer.bound < true["value"]:
        raise Bad("the bound %d is below the value %d" % (answer.bound, true["value"]))
    true["bound"], true["proof"] = answer.bound, None
    if answer.proof:
        if sums.loose or sums.loose_pairs:
            raise Bad("a price between two people that no usable arc joins")
        true["proof"] = sums.proved()
        if true["proof"] > answer.bound:
            raise Bad("the certificate proves %d, the bound says %d" % (true["proof"], answer.bound))
    return true


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        true = check(*arguments)
    except (Bad, ValueError, KeyError, OSError) as wrong:
        print("wrong: %s" % wrong)
        return 1
    print(*("%s %s" % (word, "-" if true[word] is None else true[word])
            for word in ("both", "arcs", "weight", "value", "bound", "proof")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
