# SPDX-License-Identifier: AGPL-3.0-or-later
# Programs of the build; none of them is installed.

noinst_PROGRAMS += tools/bothways-sql tools/bothways-template

tools_bothways_sql_SOURCES = tools/sql.c tools/files.c tools/files.h
tools_bothways_sql_LDADD = lib/libprove.a lib/libbase.a $(SQLITE_LIBS) $(UTF8PROC_LIBS)

tools_bothways_template_SOURCES = tools/template.c tools/views.c tools/files.c tools/files.h
tools_bothways_template_LDADD = lib/libcompiler.a lib/libviews.a lib/libsql.a lib/libtemplate.a lib/liblanguage.a \
  lib/libform.a lib/libdb.a lib/libcrypto.a lib/libbase.a $(XML_LIBS) $(SQLITE_LIBS) $(SODIUM_LIBS) $(UTF8PROC_LIBS) $(INTL_LIBS)
tools/template.$(OBJEXT) tools/views.$(OBJEXT): gen/sql.stamp

noinst_PROGRAMS += tools/bothways-demo
tools_bothways_demo_SOURCES = tools/demo.c tools/demo/demo.h tools/demo/answers.c tools/demo/arrive.c tools/demo/cast.c tools/demo/chance.c \
  tools/demo/charity.c tools/demo/desk.c tools/demo/events.c tools/demo/later.c tools/demo/lessons.c tools/demo/measures.c tools/demo/pairs.c tools/demo/ring.c tools/demo/tend.c tools/files.c tools/files.h
# Not its files.c, which makes that stamp.
$(filter-out tools/files.%,$(tools_bothways_demo_OBJECTS)): gen/sql.stamp

noinst_PROGRAMS += tools/bothways-lives
tools_bothways_lives_SOURCES = tools/lives.c
