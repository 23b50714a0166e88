# SPDX-License-Identifier: AGPL-3.0-or-later
# What people may do, and when: lives, answers, asks and offers.

PEOPLE_UNITS = tests/unit/steps tests/unit/answer tests/unit/person tests/unit/death tests/unit/retention tests/unit/measure tests/unit/report
check_PROGRAMS += $(PEOPLE_UNITS)
TESTS += $(PEOPLE_UNITS)
tests_unit_steps_SOURCES = tests/unit/steps.c tests/unit/programme.c tests/unit/programme.h
tests_unit_answer_SOURCES = tests/unit/answer.c tests/unit/programme.c tests/unit/programme.h
tests_unit_person_SOURCES = tests/unit/person.c tests/unit/programme.c tests/unit/programme.h
tests_unit_death_SOURCES = tests/unit/death.c tests/unit/programme.c tests/unit/programme.h
tests_unit_retention_SOURCES = tests/unit/retention.c tests/unit/programme.c tests/unit/programme.h
tests_unit_report_SOURCES = tests/unit/report.c
tests_unit_measure_SOURCES = tests/unit/measure.c tests/unit/programme.c tests/unit/programme.h
tests/unit/measure.$(OBJEXT) tests/unit/retention.$(OBJEXT) tests/unit/steps.$(OBJEXT) tests/unit/answer.$(OBJEXT) tests/unit/person.$(OBJEXT) tests/unit/death.$(OBJEXT): gen/sql.stamp
