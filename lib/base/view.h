/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Described structs. A view says which members a struct has, so that rows, forms, statements and
   templates can meet by name: the build resolves names to member numbers, and a wrong name or type
   does not build. */
#ifndef BASE_VIEW_H
#define BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct view;

/* Rows of one view, one after the other. */
struct list {
	const void *rows;
	size_t count;
};

/* Several strings, such as the ticks of one question. */
struct texts {
	const char *const *values;
	size_t count;
};

enum member_kind { MEMBER_TEXT, MEMBER_COUNT, MEMBER_FLAG, MEMBER_TEXTS, MEMBER_LIST, MEMBER_VIEW };

struct member {
	const char *name;
	enum member_kind kind;
	size_t offset;
	const struct view *of;   /* the rows of a list, the struct that is embedded */
};

struct view {
	const char *name;
	size_t size;
	const struct member *members;
	size_t count;
};

/* One macro row a member; a member of another type does not compile. */
#define VIEW_MEMBER(type, member) \
	{ #member, _Generic(((type *)0)->member, const char *: MEMBER_TEXT, int64_t: MEMBER_COUNT, \
		bool: MEMBER_FLAG, struct texts: MEMBER_TEXTS), offsetof(type, member), NULL }
#define VIEW_LIST(type, member, rows) \
	{ #member, _Generic(((type *)0)->member, struct list: MEMBER_LIST), offsetof(type, member), &(rows) }
#define VIEW_ROW(type, member, embedded) \
	{ #member, MEMBER_VIEW, offsetof(type, member), &(embedded) }
#define VIEW(type, table) \
	{ #type, sizeof(struct type), table, sizeof(table) / sizeof((table)[0]) }

/* A view with no members: what a page without facts of its own shows. */
extern const struct view no_view;

/* The number of the member called `name` (`length` bytes), or -1. */
int view_find(const struct view *view, const char *name, size_t length);

/* Where in `row` that member's value lies, by its kind. The caller knows the kind. */
const char *member_text(const struct member *member, const void *row);
int64_t member_count(const struct member *member, const void *row);
bool member_flag(const struct member *member, const void *row);
struct texts member_texts(const struct member *member, const void *row);
struct list member_list(const struct member *member, const void *row);
const void *member_at(const struct member *member, const void *row);

/* Row number `i` of a list whose rows are of `view`. */
const void *list_row(const struct view *view, struct list list, size_t i);

/* Finds a member by name, first among the view's own, then in the structs that it embeds.
   Returns it and sets *row (which must point at a struct of `view`) to where it lies, or NULL. */
const struct member *view_reach(const struct view *view, const void **row, const char *name);

/* Fills `to` from `from` wherever both have a member of one name. A text becomes a count when it is
   a whole number, a flag becomes 0 or 1 and a count a flag, several texts become one with spaces between. Returns
   false, and names the member in *wrong, when a text is not a number. Strings are not copied. */
bool view_copy(struct arena *arena, const struct view *from_view, const void *from,
	       const struct view *to_view, void *to, const char **wrong);

/* Several texts as one, with one space between. */
const char *texts_joined(struct arena *arena, struct texts texts);

/* A whole decimal number, optional minus, nothing before or after, that fits. */
bool text_is_count(const char *text, int64_t *count);

/* That number, or 0 where the text is none: of an option that may be left open. */
int64_t text_count(const char *text);

#endif
