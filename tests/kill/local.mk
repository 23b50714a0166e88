# SPDX-License-Identifier: AGPL-3.0-or-later
# Programs killed at work, with several writers at once; two at once on the same thing.

check_PROGRAMS += tests/kill/kills tests/kill/race
tests_kill_kills_SOURCES = tests/kill/kills.c
tests_kill_race_SOURCES = tests/kill/race.c tests/unit/programme.c tests/unit/programme.h
tests/kill/race.$(OBJEXT): gen/sql.stamp
TESTS += tests/kill/kills.t tests/kill/race.t
EXTRA_DIST += tests/kill/kills.t tests/kill/race.t
