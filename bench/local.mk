# SPDX-License-Identifier: AGPL-3.0-or-later
# Graphs for the tests of the engine, and for script/bench.

check_PROGRAMS += bench/matching/generate
bench_matching_generate_SOURCES = bench/matching/generate.c bench/matching/mentoring.c bench/matching/shapes.c
