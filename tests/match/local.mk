# SPDX-License-Identifier: AGPL-3.0-or-later
# The engine from outside: answers checked apart from it, and held against others.

MATCH_TESTS = tests/match/checker.t tests/match/against.t tests/match/properties.t tests/match/stops.t
TESTS += $(MATCH_TESTS)
EXTRA_DIST += $(MATCH_TESTS)

check_PROGRAMS += tests/match/brute
TESTS += tests/match/brute
tests_match_brute_SOURCES = tests/match/brute.c
tests_match_brute_LDADD = lib/libmatching.a
