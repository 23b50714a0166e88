# SPDX-License-Identifier: AGPL-3.0-or-later
# The command line, as it is called.

CLI_TESTS = tests/cli/graph.t tests/cli/site.t tests/cli/usage.t tests/cli/house.t tests/cli/night.t tests/cli/mail.t
TESTS += $(CLI_TESTS)
EXTRA_DIST += $(CLI_TESTS) tests/cli/legal.awk tests/cli/mail-server.py
