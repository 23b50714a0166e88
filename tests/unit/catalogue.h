/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A catalogue of a test's own, in the form of GNU gettext's .mo files. */
#ifndef TESTS_UNIT_CATALOGUE_H
#define TESTS_UNIT_CATALOGUE_H

#include <stddef.h>

struct arena;

/* A context is followed by \004. */
struct catalogue_entry {
	const char *original, *translation;
	const char *many, *many_translation;   /* of a plural; else NULL */
};

/* Writes FOLDER/LANGUAGE/LC_MESSAGES/bothways.mo below the folder of sample.h. */
void catalogue_write(struct arena *arena, const char *language, const char *header, const struct catalogue_entry *entries, size_t count);
void catalogue_remove(struct arena *arena, const char *language);

#endif
