# SPDX-License-Identifier: AGPL-3.0-or-later
# `make check` runs these; each speaks TAP. The browser's tests are run by script/test.

TEST_EXTENSIONS = .t
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
T_LOG_DRIVER = $(LOG_DRIVER)
T_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = srcdir='$(abs_srcdir)' builddir='$(abs_builddir)'; export srcdir builddir;

include tests/unit/local.mk
include tests/unit/matching.mk
include tests/unit/template.mk
include tests/unit/site.mk
include tests/unit/people.mk
include tests/check/local.mk
include tests/page/local.mk
include tests/page/rules.mk
include tests/kill/local.mk
include tests/match/local.mk
include tests/conflict/local.mk
include tests/cli/local.mk
include tests/upgrade/local.mk
