# SPDX-License-Identifier: AGPL-3.0-or-later
# The engine from outside: answers checked apart from it, and held against others.

MATCH_TESTS = tests/match/checker.t
TESTS += $(MATCH_TESTS)
EXTRA_DIST += $(MATCH_TESTS)
