# SPDX-License-Identifier: AGPL-3.0-or-later
# Templates become C, a pair of files for each program. The tool walks templates/ itself.

BUILT_SOURCES += gen/pages.stamp
PAGES = gen/pages_account.c gen/pages_desk.c gen/pages_feedback.c gen/pages_mail.c gen/pages_match.c \
  gen/pages_setup.c gen/pages_signup.c gen/pages_web.c gen/static_files.c

# The sources stand beside the programs, there and where they are installed: a charity's own pages begin as a copy of them.
install-data-hook:
	cd $(srcdir) && find templates -name '*.xml' -o -path 'templates/static/*' | while read -r f; do \
	  $(MKDIR_P) "$(DESTDIR)$(bothwaysdir)/$${f%/*}" && $(INSTALL_DATA) "$$f" "$(DESTDIR)$(bothwaysdir)/$$f"; done

uninstall-hook:
	rm -rf $(DESTDIR)$(bothwaysdir)/templates

noinst_LIBRARIES += lib/libpages.a
nodist_lib_libpages_a_SOURCES = $(PAGES)

gen/pages.stamp: $(wildcard $(srcdir)/templates/*.xml) $(wildcard $(srcdir)/templates/*/*) tools/bothways-template$(EXEEXT)
	$(AM_V_GEN)tools/bothways-template$(EXEEXT) $(srcdir)/templates gen && $(MKDIR_P) programs && ln -sfn $(abs_srcdir)/templates programs/templates && touch $@

$(PAGES): gen/pages.stamp
	@:
