/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The compiled form: what the compiler writes and the renderer runs. Private to lib/template. */
#ifndef TEMPLATE_CODE_H
#define TEMPLATE_CODE_H

#include <stdint.h>

/* Each step is its code, then its operands, one word each. `pool` is an offset of a string that ends
   in NUL, `path` see below, `to` an address among the words, `field` a field's number. */
enum code {
	CODE_END,
	CODE_RAW,            /* pool: written as it stands */
	CODE_WORD,           /* pool: written as text, escaped */
	CODE_VALUE,          /* path: a text or count, escaped */
	CODE_DAY,            /* path: a text 2026-03-03 or a count of seconds, in words */
	CODE_MOMENT,         /* path: a count of seconds, day and time in words */
	CODE_ATTRIBUTE,      /* pool name, path: ` name="value"` */
	CODE_ATTRIBUTE_IF,   /* pool ` name="true"`, path: written when the flag is set */
	CODE_ADDRESS,        /* pool name, path: a whole address; left out unless its scheme is allowed */
	CODE_LINK,           /* pool name, pool program, n, then n pieces: LINK_TEXT pool or LINK_PATH path */
	CODE_IF,             /* path, to: goes on when true, else jumps */
	CODE_UNLESS,         /* path, to */
	CODE_IS,             /* path, pool, to: a text that equals */
	CODE_HAS,            /* path, pool, to: a text that has it among its words */
	CODE_EACH,           /* path, to: a row after the other; jumps when none is left */
	CODE_NEXT,           /* back to the innermost CODE_EACH */
	CODE_MESSAGE,        /* message */
	CODE_ATTRIBUTE_MESSAGE, /* pool name, message */
	CODE_PLAIN,          /* from here no CODE_RAW: words alone */
	CODE_MARKED,         /* CODE_RAW again */
	CODE_WRONG,          /* field, reason, to: goes on when the field was refused for it */
	CODE_ANY_WRONG,      /* field, to */
	CODE_FIELD_VALUE,    /* field: ` value="…"` */
	CODE_FIELD_TEXT,     /* field: what stands in a textarea */
	CODE_FIELD_PART,     /* field, part: ` value="…"` of a date's box 0, 1 or 2 */
	CODE_CHOSEN,         /* field, pool value, pool ` checked=""`: a fixed option */
	CODE_CHOSEN_ROW,     /* field, path value, path flag or 0, pool ` checked=""`: a bound one */
	CODE_NUMBERED,       /* pool: an id; from the second row of the innermost list with -2, -3, … */
	CODE_GUARD,          /* ` lang="en" dir="ltr"` and English words, unless the catalogue is reviewed */
	CODE_UNGUARD,
	CODES
};

enum link_piece { LINK_TEXT, LINK_PATH };

/* A path is one word: a scope in the upper four bits, then up to three member numbers, 0xff where
   there is none. Word 0 is no path: a page's first member is never reached through scope 0. */
enum scope {
	SCOPE_NONE,
	SCOPE_PAGE,
	SCOPE_FACTS,
	SCOPE_ROW        /* the rows of the outermost list; the next ones follow */
};
enum { PATH_STEPS = 3, PATH_NO_STEP = 0xff, SCOPES = 16, ROWS_DEEP = SCOPES - SCOPE_ROW };

#define PATH(scope, a, b, c) \
	((uint32_t)(scope) << 28 | (uint32_t)(a) << 16 | (uint32_t)(b) << 8 | (uint32_t)(c))
#define PATH_SCOPE(path) ((path) >> 28)
#define PATH_STEP(path, i) ((path) >> (16 - 8 * (i)) & 0xff)

/* A message: pool context (offset 0, "", for none), pool text, pool plural text (0: none), path of
   the count (0), number of marks, then for each mark its pool name, whether it is a pair, and the
   addresses of what it opens with and closes with. */
enum { MESSAGE_CONTEXT, MESSAGE_ONE, MESSAGE_MANY, MESSAGE_COUNT, MESSAGE_MARKS, MESSAGE_HEAD };
enum { MARK_NAME, MARK_PAIR, MARK_OPEN, MARK_CLOSE, MARK_WORDS };
enum { MARKS_MAX = 12 };

/* Word 0 says what the template is for, and whether it has a form of its own that stands once on the
   page; the code starts at word 1. */
enum target { TARGET_HTML, TARGET_MAIL, TARGET_MASK = 1, TEMPLATE_HAS_FORM = 2 };

#endif
