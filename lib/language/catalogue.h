/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Private to the room: a catalogue read as a file, since gettext has no way to ask for all it holds. (GNU gettext manual, "The Format
   of GNU MO Files".) */
#ifndef LANGUAGE_CATALOGUE_H
#define LANGUAGE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct catalogue {
	const char *bytes;
	size_t length;
	uint32_t count;
};

/* One text. `key` is context, U+0004, text, and of what depends on a number NUL and the English for many; `words` what it is in the
   language, of a number all forms with NULs between. Both end in a NUL that the lengths leave out. The header has an empty key. */
struct entry {
	const char *key, *words;
	size_t key_length, words_length;
};

/* That of a language; of English, which has none, any other's. It lives in the arena. False where there is none. */
bool catalogue_of(struct arena *arena, const char *code, struct catalogue *catalogue);

/* Where texts stand: a catalogue of the same keys whose words are the place among all, the templates, and a note,
   with tabs between. */
bool catalogue_of_places(struct arena *arena, struct catalogue *catalogue);

/* Where the file of a language lies. */
const char *catalogue_path(struct arena *arena, const char *code);

/* Number `i`, from 0. False where the file is not sound there. */
bool catalogue_entry(const struct catalogue *catalogue, uint32_t i, struct entry *entry);

/* The one with that key, up to its first NUL. */
bool catalogue_find(const struct catalogue *catalogue, const char *key, struct entry *entry);

#endif
