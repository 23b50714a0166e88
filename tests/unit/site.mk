# SPDX-License-Identifier: AGPL-3.0-or-later
# Rooms and nouns that need a site of their own: a data folder with a key and a database.

SITE_UNITS = tests/unit/audit tests/unit/db tests/unit/lives tests/unit/meeting tests/unit/post tests/unit/signup tests/unit/site tests/unit/web
check_PROGRAMS += $(SITE_UNITS)
TESTS += $(SITE_UNITS)
PROGRAMME = tests/unit/programme.c tests/unit/programme.h
tests_unit_audit_SOURCES = tests/unit/audit.c $(PROGRAMME)
tests_unit_db_SOURCES = tests/unit/db.c $(PROGRAMME)
tests_unit_db_LDADD = lib/libprove.a $(LDADD)
tests_unit_lives_SOURCES = tests/unit/lives.c $(PROGRAMME)
tests_unit_meeting_SOURCES = tests/unit/meeting.c $(PROGRAMME)
tests_unit_post_SOURCES = tests/unit/post.c $(PROGRAMME)
tests_unit_signup_SOURCES = tests/unit/signup.c $(PROGRAMME)
tests_unit_site_SOURCES = tests/unit/site.c
tests_unit_web_SOURCES = tests/unit/web.c $(PROGRAMME)
tests/unit/web.$(OBJEXT) tests/unit/lives.$(OBJEXT): gen/pages.stamp
tests/unit/db.$(OBJEXT) tests/unit/signup.$(OBJEXT) tests/unit/web.$(OBJEXT) tests/unit/site.$(OBJEXT): gen/sql.stamp
