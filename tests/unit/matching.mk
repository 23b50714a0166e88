# SPDX-License-Identifier: AGPL-3.0-or-later
# The domain: its side of matching, and the lives.

MATCHING_UNITS = tests/unit/graph-file tests/unit/matching tests/unit/score tests/unit/choice tests/unit/helped-first tests/unit/circle tests/unit/hindrance tests/unit/life tests/unit/nearby tests/unit/pair-steps
check_PROGRAMS += $(MATCHING_UNITS)
TESTS += $(MATCHING_UNITS)
tests_unit_matching_SOURCES = tests/unit/matching.c
tests_unit_circle_SOURCES = tests/unit/circle.c
tests_unit_graph_file_SOURCES = tests/unit/graph-file.c
tests_unit_hindrance_SOURCES = tests/unit/hindrance.c
SCENE = tests/unit/pair-scene.c tests/unit/pair-scene.h tests/unit/programme.c tests/unit/programme.h
tests_unit_life_SOURCES = tests/unit/life.c $(SCENE)
tests_unit_pair_steps_SOURCES = tests/unit/pair-steps.c $(SCENE)
tests_unit_nearby_SOURCES = tests/unit/nearby.c
tests_unit_score_SOURCES = tests/unit/score.c
tests_unit_choice_SOURCES = tests/unit/choice.c tests/unit/programme.c tests/unit/programme.h
tests_unit_helped_first_SOURCES = tests/unit/helped-first.c tests/unit/programme.c tests/unit/programme.h
tests/unit/score.$(OBJEXT) tests/unit/hindrance.$(OBJEXT) tests/unit/life.$(OBJEXT) tests/unit/pair-scene.$(OBJEXT) tests/unit/pair-steps.$(OBJEXT) tests/unit/nearby.$(OBJEXT) tests/unit/choice.$(OBJEXT) tests/unit/helped-first.$(OBJEXT) tests/unit/programme.$(OBJEXT): gen/sql.stamp
