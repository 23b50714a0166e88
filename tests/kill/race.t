#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# Two at once: 1,000 rounds of each race, in the long run 10,000. In memory where there is a place for it: who is first
# is not a matter of how fast the disk is.
[ -w /dev/shm ] && TMPDIR=/dev/shm && export TMPDIR
ROUNDS=1000
[ "${BOTHWAYS_TEST:-short}" = short ] || ROUNDS=10000
export ROUNDS
exec "$builddir/tests/kill/race"
