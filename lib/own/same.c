/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A page of the charity's own may say it otherwise and in another order; what it asks, and by which rules an answer is
   judged, is the program's. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "form/pattern.h"
#include "own/own.h"

enum { LINES_MOST = 200 };

struct finding {
	struct arena *arena;
	const char **lines;
	size_t count;
	const struct template *shipped, *page;
};

static void find(struct finding *f, const char *field, const char *what)
{
	if (f->count < LINES_MOST)
		f->lines[f->count++] = arena_printf(f->arena, "%s: %s", field, what);
}

static const char *name_of(const struct template *template, const struct field *field)
{
	return template->pool + field->name;
}

static const struct field *field_named(const struct template *template, const char *name)
{
	for (size_t i = 0; i < template->field_count; i++)
		if (text_is(name_of(template, &template->fields[i]), name))
			return &template->fields[i];
	return NULL;
}

/* Ours lie in the words of their templates: the number of steps, then each with the place of its set. */
static bool same_pattern(const uint32_t *a, uint32_t at, const uint32_t *b, uint32_t bt)
{
	if (!at || !bt)
		return at == bt;
	if (a[at] != b[bt])
		return false;
	for (uint32_t i = 0; i < a[at]; i++) {
		uint32_t how = 1 + 2 * i, set = a[at + how + 1], other = b[bt + how + 1];
		if (a[at + how] != b[bt + how] || a[set] != b[other] || memcmp(a + set, b + other, (1 + 2 * a[set]) * sizeof *a) != 0)
			return false;
	}
	return true;
}

static bool has_option(const struct template *template, const struct field *field, const char *value)
{
	for (uint32_t i = 0; i < field->option_count; i++)
		if (text_is(template->pool + template->words[field->options + i], value))
			return true;
	return false;
}

static bool same_options(const struct finding *f, const struct field *was, const struct field *is)
{
	for (uint32_t i = 0; i < was->option_count; i++)
		if (!has_option(f->page, is, f->shipped->pool + f->shipped->words[was->options + i]))
			return false;
	return was->option_count == is->option_count && was->rows == is->rows && was->row_value == is->row_value;
}

static bool same_place(const struct finding *f, const struct field *was, const struct field *is)
{
	if (was->parent < 0 || is->parent < 0)
		return was->parent == is->parent;
	return text_is(name_of(f->shipped, &f->shipped->fields[was->parent]), name_of(f->page, &f->page->fields[is->parent]))
		&& text_is(f->shipped->pool + was->parent_option, f->page->pool + is->parent_option);
}

static void compare(struct finding *f, const struct field *was, const struct field *is)
{
	const char *name = name_of(f->shipped, was);

	if (was->kind != is->kind || (was->flags & (FIELD_BOUND | FIELD_COUNTS | FIELD_FRESH)) != (is->flags & (FIELD_BOUND | FIELD_COUNTS | FIELD_FRESH)))
		find(f, name, "it is another kind of field than on the shipped page");
	else if (!same_options(f, was, is))
		find(f, name, "its options are not those of the shipped page");
	if ((was->flags & FIELD_REQUIRED) != (is->flags & FIELD_REQUIRED))
		find(f, name, was->flags & FIELD_REQUIRED ? "it has to be required" : "it must not be required");
	if (was->min_length != is->min_length || was->max_length != is->max_length)
		find(f, name, "minlength and maxlength have to be those of the shipped page");
	if (was->least != is->least || was->most != is->most)
		find(f, name, "min and max, or b:least and b:most, have to be those of the shipped page");
	if (!same_pattern(f->shipped->words, was->pattern, f->page->words, is->pattern))
		find(f, name, "its pattern has to be that of the shipped page");
	if (was->value != is->value)
		find(f, name, "it is filled with something else than on the shipped page");
	if (!same_place(f, was, is))
		find(f, name, "it lies in another option than on the shipped page");
}

struct texts own_differences(struct arena *arena, const struct template *shipped, const struct template *page)
{
	struct finding f = { arena, arena_array(arena, LINES_MOST, sizeof *f.lines), 0, shipped, page };

	for (size_t i = 0; i < shipped->field_count; i++) {
		const struct field *was = &shipped->fields[i], *is = field_named(page, name_of(shipped, was));
		if (is)
			compare(&f, was, is);
		else
			find(&f, name_of(shipped, was), "the shipped page asks for it, and this one does not");
	}
	for (size_t i = 0; i < page->field_count; i++)
		if (!field_named(shipped, name_of(page, &page->fields[i])))
			find(&f, name_of(page, &page->fields[i]), "the shipped page does not ask for it");
	if (template_has_form(shipped) != template_has_form(page))
		find(&f, "form", "it stands once on the page, or in a list, as on the shipped page");
	return (struct texts){ f.lines, f.count };
}
