# SPDX-License-Identifier: AGPL-3.0-or-later
# The compiler and the renderer of templates.

TEMPLATE_UNITS = tests/unit/compiler tests/unit/template
check_PROGRAMS += $(TEMPLATE_UNITS)
TESTS += $(TEMPLATE_UNITS)
tests_unit_compiler_SOURCES = tests/unit/compiler.c tests/unit/sample.c tests/unit/sample.h
tests_unit_compiler_LDADD = lib/libcompiler.a $(LDADD) $(XML_LIBS)
tests_unit_template_SOURCES = tests/unit/template.c tests/unit/catalogue.c tests/unit/catalogue.h tests/unit/sample.c tests/unit/sample.h
tests_unit_template_LDADD = lib/libcompiler.a $(LDADD) $(XML_LIBS)
