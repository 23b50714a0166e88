# SPDX-License-Identifier: AGPL-3.0-or-later
# Statements and schema become C: gen/sql.c and a header for each noun.

noinst_LIBRARIES += lib/libsql.a
nodist_lib_libsql_a_SOURCES = gen/sql.c
BUILT_SOURCES += gen/sql.stamp

gen/sql.stamp: $(wildcard $(srcdir)/sql/*.sql) $(wildcard $(srcdir)/sql/schema/*.sql) tools/bothways-sql$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) gen && tools/bothways-sql$(EXEEXT) $(srcdir)/sql gen && touch $@

# With a recipe, or make keeps the old time of what the tool has just written.
gen/sql.c: gen/sql.stamp
	@:
