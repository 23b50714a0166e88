# SPDX-License-Identifier: AGPL-3.0-or-later
# Graphs for the tests of the engine, and for script/bench.

check_PROGRAMS += bench/matching/generate
bench_matching_generate_SOURCES = bench/matching/generate.c bench/matching/generate.h bench/matching/mentoring.c bench/matching/random.h bench/matching/shapes.c
bench_matching_generate_LDADD =

# Built by script/bench alone.
EXTRA_PROGRAMS += bench/matching/ours
bench_matching_ours_SOURCES = bench/matching/ours.c
bench_matching_ours_LDADD = lib/libmatching.a
bench_matching_ours_LDFLAGS = -static $(AM_LDFLAGS)
