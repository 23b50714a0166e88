# SPDX-License-Identifier: AGPL-3.0-or-later
# The command line. A new command: its file here, its function in command.h, its row in bothways.c.

bin_PROGRAMS = programs/bothways
programs_bothways_SOURCES = cli/audit.c cli/backup.c cli/bothways.c cli/bounce.c cli/call.c cli/check.c cli/command.h cli/graph-explain.c cli/graph-explain.h \
  cli/help.c cli/import.c cli/match-explain.c cli/match-graph.c cli/match-run.c cli/match-what-if.c cli/night.c cli/output.c cli/output.h cli/post.c cli/report.c cli/restore.c cli/retention.c cli/stop.c cli/stop.h cli/template.c cli/template.h cli/template-sample.c cli/template-mail.c cli/template-words.c tools/views.c
programs_bothways_CPPFLAGS = $(AM_CPPFLAGS) $(ICU)
programs_bothways_LDADD = lib/libcompiler.a $(ROOMS) $(OTHERS) $(XML_WHOLE) $(ALONE)
programs_bothways_LDFLAGS = $(WHOLE)
# Before libxml2, which then leaves its own out.
if STATIC
programs_bothways_SOURCES += lib/alone/xml.c
endif
$(programs_bothways_OBJECTS): gen/sql.stamp gen/pages.stamp

dist_man_MANS = docs/bothways.1
completionsdir = $(datadir)/bash-completion/completions
dist_completions_DATA = cli/completions/bothways
