# SPDX-License-Identifier: AGPL-3.0-or-later
# One small program for each part of the site. They link what they use of each room. (A program cannot lie in
# cgi-bin/ of the build folder, where the objects of a folder of its name are.)

cgi_PROGRAMS = programs/account programs/desk programs/feedback programs/match programs/setup programs/signup

ROOMS = lib/libweb.a lib/libhouse.a lib/libintake.a lib/libpost.a lib/libown.a lib/libdomain.a lib/libmatching.a lib/libpages.a lib/libviews.a lib/libtemplate.a \
  lib/libform.a lib/libsite.a lib/liblanguage.a lib/libsql.a lib/libdb.a lib/libcrypto.a lib/libhttp.a lib/libbase.a
OTHERS = $(FCGI_LIBS) $(SQLITE_LIBS) $(SODIUM_LIBS) $(OATH_LIBS) $(QR_LIBS) $(CSV_LIBS) $(UTF8PROC_LIBS) $(INTL_LIBS) -lm
LDADD = $(ROOMS) $(OTHERS) $(ALONE)
WHOLE = $(AM_LDFLAGS) $(BW_STATIC)

programs_account_SOURCES = cgi-bin/account.c cgi-bin/account/account.h cgi-bin/account/asks.c cgi-bin/account/bars.c cgi-bin/account/card.c cgi-bin/account/data.c cgi-bin/account/demo.c cgi-bin/account/details.c cgi-bin/account/leave.c cgi-bin/account/me.c cgi-bin/account/rest.c cgi-bin/account/second.c \
  cgi-bin/account/sign-in.c
programs_desk_SOURCES = cgi-bin/desk.c cgi-bin/desk/audit.c cgi-bin/desk/away.c cgi-bin/desk/backups.c cgi-bin/desk/backups.h cgi-bin/desk/bars.c cgi-bin/desk/card.c cgi-bin/desk/circles.c cgi-bin/desk/concerns.c cgi-bin/desk/desk.h cgi-bin/desk/erasures.c cgi-bin/desk/invitations.c cgi-bin/desk/mail.c cgi-bin/desk/matching.c cgi-bin/desk/news.c cgi-bin/desk/others.c cgi-bin/desk/own.c cgi-bin/desk/own.h \
  cgi-bin/desk/deaths.c cgi-bin/desk/pair-life.c cgi-bin/desk/pairs.c cgi-bin/desk/people.c cgi-bin/desk/people.h cgi-bin/desk/requests.c cgi-bin/desk/report.c cgi-bin/desk/rests.c cgi-bin/desk/signups.c cgi-bin/desk/ties.c cgi-bin/desk/todo.c cgi-bin/desk/what-if.c cgi-bin/desk/languages.c cgi-bin/desk/sentence.c cgi-bin/desk/words.c cgi-bin/meeting-days.c cgi-bin/meeting-days.h \
  cgi-bin/desk/reports.h cgi-bin/desk/standards.c \
  cgi-bin/restoring.c cgi-bin/restoring.h cgi-bin/ring.c cgi-bin/ring.h \
  cgi-bin/desk/letters.c cgi-bin/desk/import.c cgi-bin/desk/people-file.c cgi-bin/desk/measures.c cgi-bin/desk/merge.c cgi-bin/desk/new-person.c \
  cgi-bin/desk/help.c
programs_feedback_SOURCES = cgi-bin/feedback.c cgi-bin/meeting-days.c cgi-bin/meeting-days.h
programs_match_SOURCES = cgi-bin/match.c cgi-bin/match/answer.c cgi-bin/match/circle.c cgi-bin/match/invitation.c cgi-bin/match/match.h cgi-bin/match/offers.c cgi-bin/match/pair.c cgi-bin/match/review.c \
  cgi-bin/ring.c cgi-bin/ring.h
programs_setup_SOURCES = cgi-bin/setup.c cgi-bin/setup/charity.c cgi-bin/setup/host.c cgi-bin/setup/mail.c cgi-bin/setup/people.c cgi-bin/setup/restore.c cgi-bin/setup/setup.h \
  cgi-bin/restoring.c cgi-bin/restoring.h
programs_signup_SOURCES = cgi-bin/signup.c
programs_account_SOURCES += cgi-bin/held.c cgi-bin/held.h
programs_desk_SOURCES += cgi-bin/held.c cgi-bin/held.h cgi-bin/desk/leads.c cgi-bin/desk/safety.h

programs_account_LDFLAGS = $(WHOLE)
programs_desk_LDFLAGS = $(WHOLE)
programs_feedback_LDFLAGS = $(WHOLE)
# What a charity settles of itself.
programs_desk_SOURCES += cgi-bin/desk/charity.c cgi-bin/desk/texts.c cgi-bin/desk/charity.h cgi-bin/desk/schemes.c cgi-bin/desk/staff.c
programs_account_SOURCES += cgi-bin/account/logins.c cgi-bin/account/measures.c cgi-bin/measure-answers.c cgi-bin/measure-answers.h
programs_desk_SOURCES += cgi-bin/measure-answers.c cgi-bin/measure-answers.h

programs_match_LDFLAGS = $(WHOLE)
programs_setup_LDFLAGS = $(WHOLE)
programs_signup_LDFLAGS = $(WHOLE)

$(programs_account_OBJECTS) $(programs_desk_OBJECTS) $(programs_feedback_OBJECTS) $(programs_match_OBJECTS) \
  $(programs_setup_OBJECTS) \
  $(programs_signup_OBJECTS): gen/sql.stamp gen/pages.stamp
