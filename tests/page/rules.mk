# SPDX-License-Identifier: AGPL-3.0-or-later
# What docs/security.md and docs/privacy.md promise, on the real programs; and a FastCGI client that sends what
# no web server should.

RULE_TESTS = tests/page/fastcgi.t tests/page/faults.t tests/page/growth.t tests/page/papers.t tests/page/privacy.t tests/page/races.t tests/page/security.t tests/page/sign-in.t
TESTS += $(RULE_TESTS)
EXTRA_DIST += $(RULE_TESTS) tests/page/marked.sh
check_PROGRAMS += tests/page/speak
tests_page_speak_SOURCES = tests/page/speak.c
tests_page_speak_LDADD =
