# SPDX-License-Identifier: AGPL-3.0-or-later
# A room is an archive, so that a program links only what it uses.

noinst_LIBRARIES += lib/libbase.a lib/libcrypto.a lib/libhttp.a lib/libform.a lib/liblanguage.a \
  lib/libtemplate.a lib/libcompiler.a lib/libdb.a lib/libprove.a lib/libsite.a lib/libviews.a \
  lib/libown.a lib/libpost.a lib/libdomain.a lib/libintake.a lib/libhouse.a lib/libmatching.a lib/libweb.a

# Linked last, where programs are static, before the C library.
if STATIC
noinst_LIBRARIES += lib/libalone.a
lib_libalone_a_SOURCES = lib/alone/alone.c
ALONE = lib/libalone.a
endif
EXTRA_DIST += lib/alone/alone.c lib/alone/xml.c

lib_libbase_a_SOURCES = \
  lib/base/arena.c lib/base/arena.h lib/base/buffer.c lib/base/buffer.h lib/base/colour.c lib/base/colour.h lib/base/command.c lib/base/command.h lib/base/day.c lib/base/day.h \
  lib/base/file.c lib/base/file.h lib/base/hash.c lib/base/hash.h \
  lib/base/log.c lib/base/log.h lib/base/sheet.c lib/base/sheet.h lib/base/text.c lib/base/text.h lib/base/utf8.c lib/base/utf8.h \
  lib/base/view.c lib/base/view.h lib/base/zip.c lib/base/zip.h
lib_libbase_a_CFLAGS = $(AM_CFLAGS) $(UTF8PROC_CFLAGS)

lib_libcrypto_a_SOURCES = lib/crypto/crypto.c lib/crypto/crypto.h lib/crypto/locked.c lib/crypto/locked.h lib/crypto/totp.c lib/crypto/totp.h
lib_libcrypto_a_CFLAGS = $(AM_CFLAGS) $(SODIUM_CFLAGS) $(OATH_CFLAGS)

lib_libhttp_a_SOURCES = lib/http/answer.c lib/http/http.h lib/http/multipart.c lib/http/request.c lib/http/serve.c lib/http/stream.h

lib_libform_a_SOURCES = lib/form/form.c lib/form/form.h lib/form/pattern.h lib/form/rules.c

lib_liblanguage_a_SOURCES = lib/language/catalogue.c lib/language/catalogue.h lib/language/dates.c lib/language/language.c lib/language/language.h \
  lib/language/po.c lib/language/reading.c lib/language/sentences.c lib/language/sentences.h lib/language/words.c lib/language/words.h

lib_libtemplate_a_SOURCES = lib/template/code.h lib/template/controls.c lib/template/message.c \
  lib/template/render.c lib/template/render.h lib/template/template.h

lib_libcompiler_a_SOURCES = \
  lib/template/compiler/attributes.c lib/template/compiler/boxes.c lib/template/compiler/check.c \
  lib/template/compiler/compile.c lib/template/compiler/compiler.h lib/template/compiler/control.c \
  lib/template/compiler/draft.h lib/template/compiler/element.c lib/template/compiler/emit.c \
  lib/template/compiler/emit.h lib/template/compiler/expand.c lib/template/compiler/fields.c \
  lib/template/compiler/message.c lib/template/compiler/node.c lib/template/compiler/node.h \
  lib/template/compiler/path.c lib/template/compiler/pattern.c lib/template/compiler/pool.c lib/template/compiler/pool.h lib/template/compiler/read.c \
  lib/template/compiler/rules.c lib/template/compiler/samples.c
lib_libcompiler_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)

lib_libdb_a_SOURCES = lib/db/copy.c lib/db/copy.h lib/db/db.c lib/db/db.h lib/db/internal.h lib/db/migrate.c lib/db/statement.c lib/db/views.h lib/db/work.h
lib_libdb_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)

lib_libprove_a_SOURCES = lib/db/prove.c lib/db/prove.h
lib_libprove_a_CFLAGS = $(AM_CFLAGS) $(SQLITE_CFLAGS)

lib_libsite_a_SOURCES = lib/site/check.c lib/site/code.c lib/site/found.c lib/site/night.c lib/site/site.c lib/site/site.h lib/site/upgrade.c

# What templates may show, by itself: the template tool links it before there are pages.
lib_libviews_a_SOURCES = lib/template/facts.c lib/template/facts.h lib/web/error-views.c lib/web/error-views.h \
  lib/intake/intake-views.c lib/post/dns.c lib/post/dns.h lib/post/mail.c lib/post/mail.h lib/domain/lesson-view.c \
  cgi-bin/account-views.c cgi-bin/account-views.h cgi-bin/backup-views.c cgi-bin/backup-views.h cgi-bin/mail-views.c cgi-bin/mail-views.h cgi-bin/desk-match-views.c cgi-bin/desk-match-views.h cgi-bin/desk-own-views.c cgi-bin/desk-own-views.h cgi-bin/desk-people-views.c cgi-bin/desk-people-views.h cgi-bin/desk-report-views.c cgi-bin/desk-report-views.h cgi-bin/desk-safety-views.c cgi-bin/desk-safety-views.h cgi-bin/desk-todo-views.c cgi-bin/desk-todo-views.h cgi-bin/desk-views.c cgi-bin/desk-views.h \
  cgi-bin/feedback-views.c cgi-bin/feedback-views.h cgi-bin/match-views.c cgi-bin/match-views.h \
  cgi-bin/desk-lead-views.c cgi-bin/desk-lead-views.h cgi-bin/held-views.c cgi-bin/held-views.h cgi-bin/ring-views.c cgi-bin/ring-views.h \
  cgi-bin/setup-views.c cgi-bin/setup-views.h \
  cgi-bin/signup-views.c cgi-bin/signup-views.h

lib_libown_a_SOURCES = lib/own/live.c lib/own/names.c lib/own/own.h lib/own/same.c

lib_libviews_a_SOURCES += cgi-bin/desk-charity-views.c cgi-bin/desk-charity-views.h

lib_libpost_a_SOURCES = lib/post/bounce.c lib/post/bounce.h lib/post/deliver.c lib/post/deliver.h lib/post/message.c lib/post/message.h lib/post/post.c lib/post/post.h

lib_libmatching_a_CFLAGS = $(AM_CFLAGS) -ffp-contract=off
lib_libmatching_a_SOURCES = \
  lib/matching/answer.c lib/matching/basis.c lib/matching/basis.h lib/matching/branch.c lib/matching/core.c lib/matching/fix.c lib/matching/group.c lib/matching/levels.c lib/matching/levels.h lib/matching/lp.c lib/matching/lp.h \
  lib/matching/matching.c lib/matching/matching.h lib/matching/memory.c lib/matching/memory.h lib/matching/near.c \
  lib/matching/near.h lib/matching/net.c lib/matching/net.h lib/matching/pairs.c lib/matching/pairs.h \
  lib/matching/proof.c lib/matching/proof.h lib/matching/ring.c lib/matching/rounds.c lib/matching/search.c lib/matching/simplex.c \
  lib/matching/solving.c lib/matching/solving.h lib/matching/tight.c lib/matching/tight.h lib/matching/untie.c \
  lib/matching/untie.h lib/matching/verify.c lib/matching/verify.h lib/matching/warm.c lib/matching/watch.c \
  lib/matching/watch.h
lib_libmatching_a_SOURCES += \
  lib/matching/answer-file.c lib/matching/fault.h lib/matching/file-pins.c lib/matching/file-rows.c lib/matching/file.c \
  lib/matching/file.h lib/matching/lines.c lib/matching/lines.h lib/matching/reading.h

lib_libdomain_a_SOURCES = \
  lib/domain/aim.c lib/domain/aim.h \
  lib/domain/ask.c lib/domain/ask.h \
  lib/domain/audit.c lib/domain/audit.h \
  lib/domain/bar.c lib/domain/bar.h \
  lib/domain/bounce.c lib/domain/bounce.h \
  lib/domain/change.c \
  lib/domain/choice.c lib/domain/choice.h \
  lib/domain/choice-book.h \
  lib/domain/choice-by-hand.c \
  lib/domain/choice-graph.c \
  lib/domain/choice-one.c \
  lib/domain/choice-read.c \
  lib/domain/choice-solve.c \
  lib/domain/circle.c lib/domain/circle.h \
  lib/domain/concern.c lib/domain/concern.h \
  lib/domain/coordinator.c lib/domain/coordinator.h \
  lib/domain/conflict.c lib/domain/conflict.h \
  lib/domain/conflict-book.h \
  lib/domain/conflict-read.c \
  lib/domain/death.c lib/domain/death.h \
  lib/domain/erase.c lib/domain/erase.h \
  lib/domain/enrol.c lib/domain/enrol.h \
  lib/domain/merge.c lib/domain/merge.h \
  lib/domain/find.c lib/domain/find.h \
  lib/domain/hindrance.c lib/domain/hindrance.h \
  lib/domain/import.c lib/domain/import.h \
  lib/domain/invariant.c lib/domain/invariant.h \
  lib/domain/invitation.c lib/domain/invitation.h \
  lib/domain/leave.c lib/domain/leave.h \
  lib/domain/lesson.c lib/domain/lesson.h \
  lib/domain/life.c lib/domain/life.h \
  lib/domain/line.c \
  lib/domain/measure.c lib/domain/measure.h \
  lib/domain/meeting.c lib/domain/meeting.h \
  lib/domain/name.c lib/domain/name.h \
  lib/domain/nearby.c lib/domain/nearby.h \
  lib/domain/night.c lib/domain/night.h \
  lib/domain/outlook.c lib/domain/outlook.h \
  lib/domain/pair.c lib/domain/pair.h \
  lib/domain/part.c lib/domain/part.h \
  lib/domain/past.c lib/domain/past.h \
  lib/domain/person.c lib/domain/person.h \
  lib/domain/place.c lib/domain/place.h \
  lib/domain/programme.c lib/domain/programme.h \
  lib/domain/proposal.c lib/domain/proposal.h \
  lib/domain/proposal-answer.c \
  lib/domain/proposal-life.h \
  lib/domain/report.c lib/domain/report-hide.c lib/domain/report-table.c lib/domain/report-table.h lib/domain/report-wanted.c lib/domain/report.h lib/domain/standards.c lib/domain/standards.h \
  lib/domain/request.c lib/domain/request.h \
  lib/domain/retention.c lib/domain/retention.h \
  lib/domain/review.c lib/domain/review.h \
  lib/domain/run.c lib/domain/run.h \
  lib/domain/score.c lib/domain/score.h \
  lib/domain/signal.c lib/domain/signal.h \
  lib/domain/signup.c lib/domain/signup.h \
  lib/domain/staff.c lib/domain/staff.h \
  lib/domain/swap.c lib/domain/swap.h \
  lib/domain/task.c lib/domain/task.h \
  lib/domain/tell.c lib/domain/tell.h \
  lib/domain/todo.c lib/domain/todo.h \
  lib/domain/todo-kinds.h \
  lib/domain/todo-plan.c \
  lib/domain/todo-press.c \
  lib/domain/todo-tasks.c \
  lib/domain/watch.c lib/domain/watch.h \
  lib/domain/what-if.c lib/domain/what-if.h
nodist_lib_libdomain_a_SOURCES = gen/districts.c gen/kinds.c

lib_libintake_a_SOURCES = lib/intake/columns.c lib/intake/columns.h lib/intake/example.c lib/intake/intake.c lib/intake/intake.h lib/intake/new-person.c \
  lib/intake/new-person.h

lib_libhouse_a_SOURCES = lib/house/backup.c lib/house/backup.h lib/house/bounced.c lib/house/bounced.h lib/house/erased.c lib/house/erased.h lib/house/files.c lib/house/files.h \
  lib/house/hand-over.c lib/house/inside.c lib/house/inside.h lib/house/nightly.c lib/house/nightly.h lib/house/restore.c lib/house/restore.h

lib_libweb_a_SOURCES = lib/web/answer.c lib/web/colours.c lib/web/error.c lib/web/files.c lib/web/internal.h lib/web/limits.c \
  lib/web/main.c lib/web/page.c lib/web/page.h lib/web/receive.c lib/web/request.h lib/web/router.c lib/web/seen.c lib/web/statement.c lib/web/token.c lib/web/upload.c \
  lib/web/static_files.h lib/web/unsent.c lib/web/visitor.c lib/web/web.h

gen/districts.c: $(srcdir)/data/uk-postcode-districts.csv $(srcdir)/tools/districts.awk
	$(AM_V_GEN)$(MKDIR_P) gen && $(AWK) -f $(srcdir)/tools/districts.awk $(srcdir)/data/uk-postcode-districts.csv > $@.new && mv $@.new $@

gen/kinds.c: $(srcdir)/data/programme-kinds.txt $(srcdir)/tools/kinds.awk
	$(AM_V_GEN)$(MKDIR_P) gen && $(AWK) -v languages="en $(LINGUAS)" -f $(srcdir)/tools/kinds.awk $(srcdir)/data/programme-kinds.txt > $@.new && mv $@.new $@

$(lib_libsite_a_OBJECTS) $(lib_libviews_a_OBJECTS) $(lib_libdomain_a_OBJECTS): gen/sql.stamp
$(lib_libpost_a_OBJECTS) $(lib_libhouse_a_OBJECTS) $(lib_libintake_a_OBJECTS) $(lib_libweb_a_OBJECTS): gen/sql.stamp gen/pages.stamp
