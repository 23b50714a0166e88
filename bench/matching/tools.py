# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is measured: each tool run on a graph, with its seconds of the processor, the memory of its whole process, and its value."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import graph
import oracle

BUILD = os.path.join(os.environ["builddir"], "bench", "matching")
FOLDER = tempfile.mkdtemp(prefix="bothways-bench-", dir=os.environ.get("TMPDIR", "/var/tmp"))
LIMIT = float(os.environ.get("LIMIT", "60"))


class Run:
    def __init__(self, seconds=None, megabytes=None, told=None, late=False):
        self.seconds, self.megabytes, self.late = seconds, megabytes, late
        self.told = told or {}          # numbers by the words before them

    def value(self):
        return self.told.get("value")


def clean():
    shutil.rmtree(FOLDER, ignore_errors=True)


def generated(*words):
    path = os.path.join(FOLDER, "-".join(str(word) for word in words) + ".txt")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            subprocess.run([os.path.join(BUILD, "generate")] + [str(word) for word in words], stdout=file, check=True)
    return path


def numbers(text):
    return {word: float(n) if "." in n else int(n) for word, n in re.findall(r"\b([a-z]+) (-?\d+(?:\.\d+)?)\b", text)}


def timed(command, limit, out=subprocess.DEVNULL):
    """Its time and memory as `time` tells them: a child of this process would be charged this process's memory."""
    told = os.path.join(FOLDER, "time")
    ran = subprocess.run(["/usr/bin/time", "-o", told, "-f", "%U %S %M", "timeout", str(limit)] + command,
                         stdout=out, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
    with open(told, encoding="ascii") as file:
        user, system, kilobytes = file.read().split("\n")[-2].split()
    return ran, float(user) + float(system), int(kilobytes) / 1024


def ours(path, seconds=0, start=None, keep=None):
    """Seconds are those of solving and of the verification; the memory is the whole process's, reading included."""
    command = [os.path.join(BUILD, "ours"), path, str(seconds)] + ([start] if start else [])
    with open(keep or os.path.join(FOLDER, "answer"), "wb") as out:
        ran, _, megabytes = timed(command, 3600, out)
    if ran.returncode != 0:
        sys.exit("ours failed on %s: %s" % (path, ran.stderr.decode()))
    told = numbers(ran.stderr.decode())
    return Run(told["seconds"], megabytes, told)


def peer(name, path, limit):
    with open(os.path.join(FOLDER, "peer"), "w+b") as out:
        ran, seconds, megabytes = timed([os.path.join(BUILD, "peers"), name, path], limit, out)
        out.seek(0)
        told = numbers(out.read().decode())
    if ran.returncode != 0:
        return Run(seconds, megabytes, late=True)
    return Run(told["seconds"], megabytes, told)


def programme(path):
    problem = path.replace(".txt", ".lp")
    if not os.path.exists(problem):
        g = graph.read(path)
        both, arc = g.objective()
        with open(problem, "w", encoding="ascii") as out:
            out.write(oracle.lp(g, oracle.worths(g, both, arc, 1)))
    return problem


def glpk(path, limit):
    solution = os.path.join(FOLDER, "solution")
    _, seconds, megabytes = timed(["glpsol", "--lp", programme(path), "--cuts", "--tmlim", str(int(limit)), "-w", solution], limit + 60)
    with open(solution, encoding="ascii") as file:
        state = [line.split() for line in file if line.startswith("s mip")]
    late = not state or state[0][4] != "o"
    return Run(seconds, megabytes, {"value": round(float(state[0][5]))} if state and state[0][4] in "of" else {}, late)


def cbc(path, limit):
    solution = os.path.join(FOLDER, "solution")
    _, seconds, megabytes = timed(["cbc", programme(path), "-ratio", "0", "-sec", str(limit), "-solve", "-solu", solution], limit + 60)
    with open(solution, encoding="ascii") as file:
        head = file.readline()
    found = re.search(r"objective value (-?[\d.e+]+)", head)
    return Run(seconds, megabytes, {"value": abs(round(float(found.group(1))))} if found else {}, "Optimal" not in head)
