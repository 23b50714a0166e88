/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A form's fields, and the judging of what was typed. The fields are compiled from a template: numbers
   and offsets alone, the same in the program as in a file. The rules are HTML's own (the HTML
   standard, 4.10, constraints); words are the renderer's business. */
#ifndef FORM_FORM_H
#define FORM_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"

struct arena;

enum field_kind {
	FIELD_TEXT,        /* one line */
	FIELD_LONG_TEXT,   /* a textarea */
	FIELD_EMAIL,
	FIELD_NUMBER,      /* a whole number */
	FIELD_DATE,        /* three boxes; the answer is 2026-03-03 */
	FIELD_CHOICE,      /* one of several options */
	FIELD_CHOICES,     /* any of several options */
	FIELD_FLAG,        /* a tick that stands alone */
	FIELD_FILE,        /* what it holds is another field's answer: its own is "", or why it could not be read */
	FIELD_KINDS
};

enum field_flag {
	FIELD_REQUIRED = 1,
	FIELD_BOUND = 2,     /* the options are rows of the page's view */
	FIELD_COUNTS = 4,    /* the answer is a number */
	FIELD_FRESH = 8,     /* starts empty, even where the view could fill it */
	FIELD_GUARDED = 16   /* its words are safety words: English until a translation is reviewed */
};

/* Why an answer is refused. A template's b:when names them with hyphens. Those from REASON_TAKEN on
   are never found by the judge: a handler blames them. */
enum reason {
	REASON_NONE,
	REASON_MISSING,
	REASON_TOO_SHORT,
	REASON_TOO_LONG,
	REASON_WRONG_FORM,   /* not an address, a number, a day; does not fit the pattern */
	REASON_TOO_SMALL,
	REASON_TOO_LARGE,
	REASON_TOO_FEW,
	REASON_TOO_MANY,
	REASON_NOT_OFFERED,
	REASON_NOT_TEXT,     /* holds a control character */
	REASON_REPEATED,     /* sent more than once */
	REASON_TAKEN,
	REASON_TOO_YOUNG,
	REASON_NONE_CHOSEN,
	REASON_WRONG_CODE,
	REASON_GONE,
	REASON_NOT_ALLOWED,
	REASONS
};

/* `too-young` and so on, as templates write them. */
const char *reason_name(enum reason reason);

/* All offsets are into the words or the pool of the form's template. */
struct field {
	uint32_t name;           /* pool */
	uint32_t kind;
	uint32_t flags;
	uint32_t min_length;     /* UTF-16 units; 0: none */
	uint32_t max_length;     /* 0: none */
	int32_t least;           /* min, or b:least; a date's year */
	int32_t most;            /* INT32_MIN and INT32_MAX: none */
	uint32_t pattern;        /* words; 0: none */
	uint32_t options;        /* words, one pool offset an option; 0: none */
	uint32_t option_count;
	uint32_t rows;           /* bound options: the path of the list (template.h) */
	uint32_t row_value;      /* and the member of a row that is its value */
	uint32_t value;          /* path of what the page's view holds for it; 0: nothing */
	int32_t parent;          /* the field whose option it lies in, or -1 */
	uint32_t parent_option;  /* pool: that option's value */
	uint32_t anchor;         /* pool: the id that the error summary leads to */
	uint32_t messages;       /* words: pairs of a reason and a message */
	uint32_t message_count;
};

struct form {
	const struct field *fields;
	size_t count;
	const uint32_t *words;
	const char *pool;
};

/* What was typed for one field, and what is wrong with it. */
struct answer {
	struct texts typed;
	const char *day;        /* a date that was judged and is one; else NULL */
	enum reason wrong;
};

struct answers {
	const struct form *form;
	struct answer *of;      /* one for each field */
	bool refused;
};

/* One thing sent: a name and a value, decoded. */
struct sent {
	const char *name;
	const char *value;
};

struct form_sending {
	const struct sent *sent;
	size_t count;
	const struct texts *offered;  /* for each field, what its bound options offered */
	struct texts months;          /* names for months, twelve for each language; may be empty */
};

/* The answers of a FIELD_FILE whose file was no text in UTF-8, or too long. */
#define FILE_NO_TEXT "no-text"
#define FILE_TOO_LONG "too-long"

/* Reads what was sent into answers: undeclared names dropped, line ends made LF, ends trimmed, what
   lies in an option that was not chosen dropped. Judges nothing. */
struct answers form_read(struct arena *arena, const struct form *form, const struct form_sending *sending);

/* Judges all of it by the form's rules. */
void form_judge(struct arena *arena, struct answers *answers, const struct form_sending *sending);

/* Refuses a field for a reason of the page's own. The field must exist; a first blame stays. */
void form_blame(struct answers *answers, const char *field, enum reason reason);

/* Fills the struct that the build made for this form. Only answers that were not refused. */
void form_fill(struct arena *arena, const struct answers *answers, const struct view *view, void *into);

/* The number of a field, or -1. */
int form_field(const struct form *form, const char *name);

/* Whether `text` is an e-mail address by the HTML standard's own grammar, at most 254 bytes. */
bool form_is_email(const char *text);

/* Whether the whole of `text` fits a compiled pattern (pattern.h). */
bool form_fits(const uint32_t *words, uint32_t pattern, const char *text);

#endif
