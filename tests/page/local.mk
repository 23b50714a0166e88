# SPDX-License-Identifier: AGPL-3.0-or-later
# The real programs, driven as CGI and as FastCGI.

PAGE_TESTS = tests/page/matching.t
TESTS += $(PAGE_TESTS)
EXTRA_DIST += $(PAGE_TESTS)
