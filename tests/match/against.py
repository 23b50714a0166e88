#!/usr/bin/python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine by its command line, against every choice of small graphs, and against GLPK on the shapes of 30 to 300 people."""
import os
import random
import shutil
import subprocess
import sys

import engine
import graph
import oracle
import small
import tap

TINY = 3000 if tap.LONG else 250
SEEDS = range(1, 6) if tap.LONG else (1,)
# Shape, people, and what the generator takes besides. The first are solved whole: their gap is 0.
WHOLE = [("mentoring", 30), ("mentoring", 60), ("mentoring", 100), ("mentoring", 60, "asks"), ("dense", 30), ("dense", 30, 8, 100),
         ("mutual", 40), ("ring3", 48), ("pairs", 40), ("scarce", 60), ("blood", 48)]
WHOLE_LONG = [("mentoring", 200), ("mentoring", 300), ("mentoring", 300, "asks"), ("mentoring", 200, "sides"), ("dense", 50), ("dense", 80),
              ("dense", 80, 8, 100), ("mutual", 80), ("mutual", 96), ("ring3", 96), ("pairs", 80), ("scarce", 96), ("scarce", 120),
              ("blood", 96), ("blood", 128)]
# These may leave a gap, which the optimum lies in: script/bench says how wide, and what of the goal that misses.
OPEN_LONG = [("mutual", 200), ("ring3", 300), ("pairs", 200)]


def against_every_choice(rng):
    graphs = [small.graph(rng, rng.randint(1, 5), rng.randint(0, 11), 1 + i % 2) for i in range(TINY)]

    def test(g):
        path, best = engine.keep(g.text(), "tiny"), oracle.every_choice(g)
        true = engine.solve(path)
        if true["value"] != best or true["bound"] != best:
            raise engine.wrong(path, (), "the best is %d, the answer %d, its bound %d" % (best, true["value"], true["bound"]))
        sure = engine.solve(path, "--certificate")
        if sure["value"] != best or not sure["bound"] == sure["proof"] >= best or min(sure["branched"] + [best]) < best:
            raise engine.wrong(path, ("--certificate",), "the best is %d, the answer %d, proved %d" % (best, sure["value"], sure["proof"]))

    tap.none(engine.gather(graphs, test), "the best of all choices, and the bound is it: %d graphs of up to five people" % TINY)


def arguments(case, seed):
    return (case[0], case[1], seed) + case[2:]


def against_glpk(case, whole, rest):
    """One test: the shape with each seed."""
    unproved = []

    def test(seed):
        path = engine.generated(*arguments(case, seed))
        best = oracle.optimum(engine.FOLDER.name, graph.read(path))
        true = engine.solve(path, "--certificate", *rest)
        if best is None:
            unproved.append(seed)
            return
        if not true["value"] <= best <= min([true["bound"]] + true["branched"]):
            raise engine.wrong(path, rest, "GLPK finds %d, the answer is %d and its bound %d" % (best, true["value"], true["bound"]))
        if whole and true["value"] < best:
            raise engine.wrong(path, rest, "GLPK finds %d, the answer is %d" % (best, true["value"]))
        if whole and engine.solve(path)["bound"] != best:
            raise engine.wrong(path, (), "the optimum is %d, and the bound is not" % best)

    bad = engine.gather(SEEDS, test)
    note = ", but GLPK had no time for seed %s" % unproved if unproved else ""
    tap.none(bad, "%s: %s%s" % (" ".join(str(word) for word in case), "GLPK's optimum" if whole else "GLPK's optimum lies in the gap", note))


def without_two_ways(rng, path):
    """Of each mutual pair one arc alone: what is left is a flow."""
    g = graph.read(path)
    seen, arcs = set(), []
    for arc in rng.sample(g.arcs, len(g.arcs)):
        if (arc[1], arc[0]) not in seen:
            seen.add(arc[:2])
            arcs.append(arc)
    g.arcs = arcs
    return engine.keep(g.text())


def against_lemon(rng):
    """Long: a flow's optimum where there is nothing but a flow, and never more than the relaxed one where there is more."""
    peers = os.path.join(engine.FOLDER.name, "peers")
    source = os.path.join(os.environ.get("srcdir", "."), "bench", "matching", "peers.cc")
    subprocess.run(["g++", "-O2", "-o", peers, source], check=True)

    def relaxed(path):
        said = subprocess.run([peers, "simplex", path], stdout=subprocess.PIPE, check=True).stdout.split()
        return int(said[1])

    def test(case):
        path = engine.generated(*case)
        flow = without_two_ways(rng, path)
        true = engine.solve(flow, "--certificate")
        if not true["value"] == true["bound"] == relaxed(flow):
            raise engine.wrong(flow, (), "LEMON finds %d, the answer is %d and its bound %d" % (relaxed(flow), true["value"], true["bound"]))
        if engine.solve(path)["bound"] > relaxed(path):
            raise engine.wrong(path, (), "the bound is above the relaxed optimum")

    cases = [(shape, people, seed) for shape, people in (("mentoring", 300), ("mentoring", 1000), ("mentoring", 3000), ("dense", 100), ("blood", 200))
             for seed in (1, 2)]
    tap.none(engine.gather(cases, test), "without arcs both ways, LEMON's flow: up to 3,000 people")


def main():
    rng = random.Random(11)
    against_every_choice(rng)
    for case in WHOLE + (WHOLE_LONG if tap.LONG else []):
        against_glpk(case, True, ())
    if tap.LONG:
        for case in OPEN_LONG:
            against_glpk(case, False, ("--seconds", "10"))
        tap.ok(shutil.which("g++"), "there is a compiler for LEMON: script/bootstrap tests") and against_lemon(rng)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
