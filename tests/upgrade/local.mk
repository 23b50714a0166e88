# SPDX-License-Identifier: AGPL-3.0-or-later
# A program with one step more than this release's schema: what a later one will be to a database of today.

check_PROGRAMS += tests/upgrade/signup
tests_upgrade_signup_SOURCES = cgi-bin/signup.c
nodist_tests_upgrade_signup_SOURCES = tests/upgrade/gen/sql.c
tests/upgrade/gen/sql.c: gen/sql.stamp $(wildcard $(srcdir)/tests/upgrade/steps/*.sql) tools/bothways-sql$(EXEEXT)
	$(AM_V_GEN)rm -rf tests/upgrade/sql && $(MKDIR_P) tests/upgrade/gen tests/upgrade/sql/schema && \
	  cp $(srcdir)/sql/*.sql tests/upgrade/sql && cp $(srcdir)/sql/schema/*.sql $(srcdir)/tests/upgrade/steps/*.sql tests/upgrade/sql/schema && \
	  tools/bothways-sql$(EXEEXT) tests/upgrade/sql tests/upgrade/gen
$(tests_upgrade_signup_OBJECTS): gen/sql.stamp gen/pages.stamp

TESTS += tests/upgrade/upgrade.t
EXTRA_DIST += tests/upgrade/upgrade.t tests/upgrade/save tests/upgrade/released.txt tests/upgrade/steps $(wildcard $(srcdir)/tests/upgrade/*.sql.gz)
