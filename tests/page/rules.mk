# SPDX-License-Identifier: AGPL-3.0-or-later
# What docs/security.md and docs/privacy.md promise, on the real programs.

RULE_TESTS = tests/page/privacy.t tests/page/security.t tests/page/sign-in.t
TESTS += $(RULE_TESTS)
EXTRA_DIST += $(RULE_TESTS)
