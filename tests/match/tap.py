# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Test Anything Protocol."""
import os

LONG = os.environ.get("BOTHWAYS_TEST", "short") == "long"
COUNT = {"tests": 0, "failed": 0}


def ok(truth, sentence, *about):
    COUNT["tests"] += 1
    COUNT["failed"] += not truth
    print("%sok %d - %s" % ("" if truth else "not ", COUNT["tests"], sentence), flush=True)
    if not truth:
        for line in about:
            print("# " + str(line).replace("\n", "\n# "), flush=True)
    return truth


def none(wrong, sentence):
    """Nothing is in the list of what went wrong."""
    return ok(not wrong, sentence, *wrong[:5])


def done():
    print("1..%d" % COUNT["tests"])
    return int(COUNT["failed"] > 0)
