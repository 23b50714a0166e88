# SPDX-License-Identifier: AGPL-3.0-or-later
# Programs killed at work, with several writers at once; two at once on the same thing.

check_PROGRAMS += tests/kill/kills tests/kill/race
tests_kill_kills_SOURCES = tests/kill/kills.c
tests_kill_race_SOURCES = tests/kill/race.c tests/unit/programme.c tests/unit/programme.h
tests/kill/race.$(OBJEXT): gen/sql.stamp
# Loaded before a program, and so no program of its own.
check_DATA = tests/kill/fail.so
tests/kill/fail.so: tests/kill/fail.c
	$(AM_V_CC)$(MKDIR_P) tests/kill && $(CC) -std=c11 -Wall -Wextra -O1 -shared -fPIC -o $@ $(srcdir)/tests/kill/fail.c -ldl
CLEANFILES += tests/kill/fail.so

TESTS += tests/kill/accidents.t tests/kill/kills.t tests/kill/race.t tests/kill/torture.t
EXTRA_DIST += tests/kill/accidents.t tests/kill/fail.c tests/kill/kills.t tests/kill/race.t tests/kill/torture.t
