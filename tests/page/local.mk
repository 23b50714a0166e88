# SPDX-License-Identifier: AGPL-3.0-or-later
# The real programs, driven as CGI and as FastCGI.

PAGE_TESTS = \
  tests/page/asked-again.t \
  tests/page/bad-input.t \
  tests/page/bounded.t \
  tests/page/card.t \
  tests/page/charity.t \
  tests/page/clock.t \
  tests/page/data.t \
  tests/page/demo-doors.t \
  tests/page/erase.t \
  tests/page/languages.t \
  tests/page/leave.t \
  tests/page/lessons.t \
  tests/page/life.t \
  tests/page/matching.t \
  tests/page/moderate.t \
  tests/page/names.t \
  tests/page/numbers.t \
  tests/page/offers.t \
  tests/page/own.t \
  tests/page/own-desk.t \
  tests/page/parity.t \
  tests/page/help.t \
  tests/page/import.t \
  tests/page/letters.t \
  tests/page/merge.t \
  tests/page/new-person.t \
  tests/page/people-file.t \
  tests/page/people.t \
  tests/page/report.t \
  tests/page/request.t \
  tests/page/backups.t tests/page/roles.t \
  tests/page/setup.t \
  tests/page/signed-in-again.t \
  tests/page/soak.t \
  tests/page/timing.t \
  tests/page/programmes.t \
  tests/page/staff.t \
  tests/page/todo.t \
  tests/page/two-at-once.t \
  tests/page/unsaved.t
TESTS += $(PAGE_TESTS)
EXTRA_DIST += $(PAGE_TESTS) tests/page/columns.txt tests/page/held.sh tests/page/lib.sh tests/page/names.py tests/page/number-pages.py tests/page/pages.sh tests/page/program.py tests/page/report.py tests/page/roles.txt tests/page/smtp.py tests/page/soak.py tests/page/timing.py tests/page/two-at-once.py
