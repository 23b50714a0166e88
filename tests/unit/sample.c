/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "tests/unit/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"

static struct arena *arena;
static char folder[64];
enum { WRITTEN_MAX = 64 };
static const char *written[WRITTEN_MAX];
static size_t written_count;

static const struct member inner_members[] = { VIEW_MEMBER(struct sample_inner, name), VIEW_MEMBER(struct sample_inner, size) };
static const struct view inner_view = VIEW(sample_inner, inner_members);

static const struct member row_members[] = {
	VIEW_MEMBER(struct sample_row, name),
	VIEW_MEMBER(struct sample_row, id),
	VIEW_MEMBER(struct sample_row, on),
	VIEW_LIST(struct sample_row, more, inner_view),
};
static const struct view row_view = VIEW(sample_row, row_members);

static const struct member page_members[] = {
	VIEW_MEMBER(struct sample_page, text),
	VIEW_MEMBER(struct sample_page, empty),
	VIEW_MEMBER(struct sample_page, ways),
	VIEW_MEMBER(struct sample_page, day),
	VIEW_MEMBER(struct sample_page, address),
	VIEW_MEMBER(struct sample_page, count),
	VIEW_MEMBER(struct sample_page, moment),
	VIEW_MEMBER(struct sample_page, flag),
	VIEW_MEMBER(struct sample_page, several),
	VIEW_LIST(struct sample_page, rows, row_view),
	VIEW_LIST(struct sample_page, none, row_view),
	VIEW_ROW(struct sample_page, inner, inner_view),
};
const struct view sample_page_view = VIEW(sample_page, page_members);

static const struct member facts_members[] = {
	VIEW_MEMBER(struct sample_facts, self),
	VIEW_MEMBER(struct sample_facts, token),
	VIEW_MEMBER(struct sample_facts, once),
	VIEW_MEMBER(struct sample_facts, filled),
	VIEW_MEMBER(struct sample_facts, site),
};
const struct view sample_facts_view = VIEW(sample_facts, facts_members);

static const struct view *view_named(const char *name)
{
	(void)name;
	return &sample_page_view;
}

void sample_begin(struct arena *own)
{
	arena = own;
	snprintf(folder, sizeof folder, "/tmp/bothways-templates-XXXXXX");
	if (!mkdtemp(folder) || mkdir(arena_printf(arena, "%s/mail", folder), 0700) || mkdir(arena_printf(arena, "%s/static", folder), 0700)
	    || symlink(arena_printf(arena, "%s/templates/field.xml", getenv("srcdir")), arena_printf(arena, "%s/field.xml", folder)))
		die("no folder for templates can be made");
}

void sample_end(void)
{
	for (size_t i = 0; i < written_count; i++)
		remove(arena_printf(arena, "%s/%s.xml", folder, written[i]));
	remove(arena_printf(arena, "%s/field.xml", folder));
	remove(arena_printf(arena, "%s/mail", folder));
	remove(arena_printf(arena, "%s/static", folder));
	remove(folder);
}

const char *sample_folder(void)
{
	return folder;
}

void sample_write(const char *name, const char *source)
{
	FILE *out = fopen(arena_printf(arena, "%s/%s.xml", folder, name), "w");
	bool known = false;

	for (size_t i = 0; i < written_count; i++)
		known |= text_is(written[i], name);
	if (!known && written_count < WRITTEN_MAX)
		written[written_count++] = arena_copy(arena, name);
	if (!out || fputs(source, out) < 0 || fclose(out))
		die("the template %s cannot be written", name);
}

const char *sample_around(const char *inside)
{
	return arena_printf(arena, "<div xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:b=\"urn:bothways:b\" xmlns:set=\"urn:bothways:set\">\n%s\n</div>",
			    inside);
}

struct compile_errors sample_compile(const char *name, struct compiled *compiled)
{
	const struct compile_settings settings = { .arena = arena, .folder = folder, .facts = &sample_facts_view, .view = view_named };

	return compile_template(&settings, name, compiled);
}

const struct template *sample_template(const struct compiled *c)
{
	struct template *template = arena_alloc(arena, sizeof *template);

	*template = (struct template){ .name = c->name, .view = c->view, .form_view = NULL, .words = c->words, .word_count = c->word_count,
		.pool = c->pool, .pool_size = c->pool_size, .fields = c->fields, .field_count = c->field_count };
	return template;
}

const char *sample_render(const char *name, const struct sample_page *page, const struct language *language,
			  const struct answers *answers)
{
	struct compiled compiled;
	struct compile_errors errors = sample_compile(name, &compiled);
	struct buffer out = buffer_in(arena, 256);
	static const struct sample_facts facts = { "/here#error-summary", "TOKEN", "ONCE", "F&F", "A & <B>" };

	if (errors.count)
		return errors.lines[0];
	const struct render render = { .arena = arena, .template = sample_template(&compiled), .page = page, .facts_view = &sample_facts_view,
		.facts = &facts, .answers = answers, .language = language, .links = { "/~us", ".cgi" }, .here = "/~us/account.cgi/me" };
	template_render(&render, &out);
	return buffer_string(&out);
}
