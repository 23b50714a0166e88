# SPDX-License-Identifier: AGPL-3.0-or-later
# Programs killed at work, with several writers at once.

check_PROGRAMS += tests/kill/kills tests/kill/chain
tests_kill_kills_SOURCES = tests/kill/kills.c
tests_kill_chain_SOURCES = tests/kill/chain.c
tests/kill/chain.$(OBJEXT): gen/sql.stamp
TESTS += tests/kill/kills.t
EXTRA_DIST += tests/kill/kills.t
