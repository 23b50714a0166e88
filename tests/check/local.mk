# SPDX-License-Identifier: AGPL-3.0-or-later
# What the sources must and must not be.

CHECKS = tests/check/catalogues.t tests/check/headers.t tests/check/idea.t tests/check/lives.t tests/check/plans.t tests/check/rooms.t tests/check/schema.t tests/check/shape.t tests/check/reading.t
TESTS += $(CHECKS)
EXTRA_DIST += $(CHECKS) tests/check/tap.sh tests/check/certificate.sh tests/check/marks.awk tests/check/reading.awk tests/check/rooms.txt

# The rows of each program, walked.
ROWS = tests/check/rows-account tests/check/rows-desk tests/check/rows-feedback tests/check/rows-match tests/check/rows-setup tests/check/rows-signup
check_PROGRAMS += $(ROWS)
TESTS += $(ROWS)
tests_check_rows_account_SOURCES = tests/check/rows.c $(programs_account_SOURCES)
tests_check_rows_desk_SOURCES = tests/check/rows.c $(programs_desk_SOURCES)
tests_check_rows_feedback_SOURCES = tests/check/rows.c $(programs_feedback_SOURCES)
tests_check_rows_match_SOURCES = tests/check/rows.c $(programs_match_SOURCES)
tests_check_rows_setup_SOURCES = tests/check/rows.c $(programs_setup_SOURCES)
tests_check_rows_signup_SOURCES = tests/check/rows.c $(programs_signup_SOURCES)
tests/check/rows.$(OBJEXT): gen/sql.stamp gen/pages.stamp
