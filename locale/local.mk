# SPDX-License-Identifier: AGPL-3.0-or-later
# Catalogues. A .po is source; the .pot and the .mo are made. GNU gettext's own makefile is not used:
# its macros ask for files that autoreconf does not bring.

LINGUAS = $(shell cat $(srcdir)/locale/LINGUAS)
CATALOGUES = $(LINGUAS:%=locale/%/LC_MESSAGES/bothways.mo)
# Two languages that nobody speaks: every text longer and in brackets, and the same from right to left.
PSEUDO = locale/en_XA/LC_MESSAGES/bothways.mo locale/ar_XB/LC_MESSAGES/bothways.mo

all-local: $(CATALOGUES) $(PSEUDO) locale/places.mo

locale/%/LC_MESSAGES/bothways.mo: $(srcdir)/locale/%.po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) -c -o $@ $<

SPOKEN = lib/language/dates.c
XGETTEXT_FLAGS = --from-code=UTF-8 --language=C --sort-by-file --add-comments=TRANSLATORS --keyword= --keyword=gettext \
  --keyword=ngettext:1,2 --keyword=pgettext:1c,2 --keyword=npgettext:1c,2,3 --keyword=language_text:1c,2 \
  --add-location=file --package-name=Bothways --copyright-holder='the Bothways authors' --no-wrap

# The pages' messages and those of the few C files that speak.
bothways.pot: gen/pages.stamp $(SPOKEN:%=$(srcdir)/%)
	$(AM_V_GEN)$(XGETTEXT) $(XGETTEXT_FLAGS) -o $@ gen/messages.c && \
	  cd $(srcdir) && $(XGETTEXT) $(XGETTEXT_FLAGS) -j -o $(abs_builddir)/$@ $(SPOKEN)
CLEANFILES += bothways.pot

# Brings new texts into the catalogues; what is not translated yet stays empty. Neither line numbers nor
# the moment go in: two people's changes would meet at every one of them.
update-po: bothways.pot
	cd $(srcdir)/locale && for l in $(LINGUAS); do \
	  $(MSGMERGE) --quiet --update --backup=none --no-fuzzy-matching --no-wrap $$l.po $(abs_builddir)/bothways.pot && \
	  sed -i '/^"POT-Creation-Date:/d' $$l.po; done

$(PSEUDO): bothways.pot $(srcdir)/tools/pseudo.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(AWK) -v code=$(word 2,$(subst /, ,$@)) -f $(srcdir)/tools/pseudo.awk bothways.pot > $(@D)/pseudo.po && \
	  $(MSGFMT) -o $@ $(@D)/pseudo.po

# Where each text stands, for who reads a translation on the desk.
CLEANFILES += locale/places.po locale/places.mo
locale/places.mo: bothways.pot $(srcdir)/tools/places.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(AWK) -f $(srcdir)/tools/places.awk bothways.pot > locale/places.po && $(MSGFMT) --no-hash -o $@ locale/places.po

install-data-local: $(CATALOGUES) locale/places.mo
	$(MKDIR_P) $(DESTDIR)$(bothwaysdir)/locale && $(INSTALL_DATA) locale/places.mo $(DESTDIR)$(bothwaysdir)/locale/
	for l in $(LINGUAS); do \
	  $(MKDIR_P) $(DESTDIR)$(bothwaysdir)/locale/$$l/LC_MESSAGES && \
	  $(INSTALL_DATA) locale/$$l/LC_MESSAGES/bothways.mo $(DESTDIR)$(bothwaysdir)/locale/$$l/LC_MESSAGES/; done

uninstall-local:
	rm -rf $(DESTDIR)$(bothwaysdir)/locale

EXTRA_DIST += locale/LINGUAS locale/GLOSSARY.md locale/terms.txt $(LINGUAS:%=locale/%.po) tools/places.awk tools/pseudo.awk tools/districts.awk tools/kinds.awk data
