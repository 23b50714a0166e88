# SPDX-License-Identifier: AGPL-3.0-or-later
# Programs killed at work, with several writers at once.

check_PROGRAMS += tests/kill/kills
tests_kill_kills_SOURCES = tests/kill/kills.c
TESTS += tests/kill/kills.t
EXTRA_DIST += tests/kill/kills.t
