# SPDX-License-Identifier: AGPL-3.0-or-later
# A program for each room.

ROOM_UNITS = tests/unit/base tests/unit/crypto tests/unit/form tests/unit/http tests/unit/language tests/unit/name tests/unit/sheet tests/unit/words
check_PROGRAMS += $(ROOM_UNITS)
TESTS += $(ROOM_UNITS)
tests_unit_base_SOURCES = tests/unit/base.c
tests_unit_crypto_SOURCES = tests/unit/crypto.c
tests_unit_form_SOURCES = tests/unit/form.c
tests_unit_http_SOURCES = tests/unit/http.c
tests_unit_language_SOURCES = tests/unit/language.c
tests_unit_name_SOURCES = tests/unit/name.c
tests_unit_sheet_SOURCES = tests/unit/sheet.c
tests_unit_words_SOURCES = tests/unit/words.c
EXTRA_DIST += tests/data/names.txt
tests/unit/form.$(OBJEXT): gen/sql.stamp gen/pages.stamp
