# SPDX-License-Identifier: AGPL-3.0-or-later
# The rules of conflict, against an independent judge; the life of a concern; the audit.

check_PROGRAMS += tests/conflict/decide
tests_conflict_decide_SOURCES = tests/conflict/decide.c tests/unit/programme.c tests/unit/programme.h
tests/conflict/decide.$(OBJEXT): gen/sql.stamp
TESTS += tests/conflict/conflict.t
EXTRA_DIST += tests/conflict/conflict.t tests/conflict/organisations.py tests/page/audit.t tests/page/safety.t

check_PROGRAMS += tests/unit/concern
tests_unit_concern_SOURCES = tests/unit/concern.c tests/unit/programme.c tests/unit/programme.h
tests/unit/concern.$(OBJEXT): gen/sql.stamp
TESTS += tests/unit/concern tests/page/audit.t tests/page/safety.t

# Every flip of the audit.
check_PROGRAMS += tests/conflict/flips
tests_conflict_flips_SOURCES = tests/conflict/flips.c
tests/conflict/flips.$(OBJEXT): gen/sql.stamp
