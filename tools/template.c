/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways-template TEMPLATE-FOLDER OUT-FOLDER: compiles every page and mail of templates/ and writes,
   for each program, pages_PROGRAM.[ch]; besides messages.c, which xgettext reads, and links.txt, every
   address that a page leads to. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"
#include "db/views.h"
#include "post/mail.h"
#include "template/compiler/compiler.h"
#include "template/compiler/pool.h"
#include "template/facts.h"
#include "tools/files.h"

enum { ARENA_BYTES = 1024 * 1024 * 1024, GROUPS_MAX = 16 };

struct group {
	const char *name;
	struct buffer header;
	struct buffer source;
	struct buffer list;
	struct pool *pool;
};

struct tool {
	struct arena *arena;
	struct compile_settings settings;
	struct group groups[GROUPS_MAX];
	size_t group_count;
	struct buffer messages;
	struct buffer links;
	bool failed;
};

static struct group *group_of(struct tool *tool, const char *template)
{
	const char *name = strchr(template, '/') ? arena_slice(tool->arena, template, strcspn(template, "/")) : "web";

	for (size_t i = 0; i < tool->group_count; i++)
		if (text_is(tool->groups[i].name, name))
			return &tool->groups[i];
	if (tool->group_count == GROUPS_MAX)
		die("templates/ has too many folders");
	struct group *group = &tool->groups[tool->group_count++];
	*group = (struct group){ name, buffer_in(tool->arena, 4096), buffer_in(tool->arena, 65536), buffer_in(tool->arena, 1024), pool_new(tool->arena) };
	buffer_printf(&group->header, "/* Made by the build from templates/. */\n#ifndef PAGES_%s_H\n#define PAGES_%s_H\n\n"
		      "#include \"template/template.h\"\n\n", name, name);
	return group;
}

static const char *c_name(struct arena *arena, const char *template)
{
	char *name = arena_copy(arena, template);

	for (char *at = name; *at; at++)
		if (*at == '/' || *at == '-')
			*at = '_';
	return name;
}

static const char *c_type(enum member_kind kind)
{
	switch (kind) {
	case MEMBER_TEXT: return "const char *";
	case MEMBER_COUNT: return "int64_t ";
	case MEMBER_FLAG: return "bool ";
	default: return "struct texts ";
	}
}

static void write_form(struct group *group, const char *name, const struct compiled *page)
{
	if (!page->field_count)
		return;
	buffer_printf(&group->header, "struct %s_form {\n", name);
	for (size_t i = 0; i < page->field_count; i++)
		buffer_printf(&group->header, "\t%s%s;\n", c_type(page->answers[i].kind), page->answers[i].name);
	buffer_printf(&group->header, "};\nextern const struct view %s_form_view;\n", name);
	buffer_printf(&group->source, "static const struct member %s_form_members[] = {\n", name);
	for (size_t i = 0; i < page->field_count; i++)
		buffer_printf(&group->source, "\tVIEW_MEMBER(struct %s_form, %s),\n", name, page->answers[i].name);
	buffer_printf(&group->source, "};\nconst struct view %s_form_view = VIEW(%s_form, %s_form_members);\n\n", name, name, name);
	buffer_printf(&group->source, "static const struct field %s_fields[] = {\n", name);
	for (size_t i = 0; i < page->field_count; i++) {
		const struct field *f = &page->fields[i];
		/* INT32_MIN has no literal of its own in C. */
		buffer_printf(&group->source, "\t{ %u, %u, %u, %u, %u, %lldLL, %lldLL, %u, %u, %u, %u, %u, %u, %d, %u, %u, %u, %u },\n", f->name,
			      f->kind, f->flags, f->min_length, f->max_length, (long long)f->least, (long long)f->most, f->pattern,
			      f->options, f->option_count, f->rows, f->row_value, f->value, f->parent, f->parent_option, f->anchor,
			      f->messages, f->message_count);
	}
	buffer_text(&group->source, "};\n\n");
}

/* All strings with their NULs between, one a line. */
static void write_pool(struct buffer *out, const struct group *group)
{
	size_t size;
	const char *bytes = pool_bytes(group->pool, &size);

	buffer_text(out, "static const char pool[] =\n");
	for (size_t at = 0; at < size; at += strlen(bytes + at) + 1) {
		buffer_text(out, "\t");
		c_string(out, bytes + at, "\t");
		buffer_text(out, " \"\\0\"\n");
	}
	buffer_text(out, "\t;\n\n");
}

static void write_words(struct group *group, const char *name, const struct compiled *page)
{
	buffer_printf(&group->source, "static const uint32_t %s_words[] = {", name);
	for (size_t i = 0; i < page->word_count; i++)
		buffer_printf(&group->source, "%s%u,", i % 16 ? " " : "\n\t", page->words[i]);
	buffer_text(&group->source, "\n};\n\n");
}

static void write_page(struct tool *tool, struct group *group, const struct compiled *page)
{
	const char *name = c_name(tool->arena, page->name);
	bool form = page->field_count > 0;

	write_form(group, name, page);
	write_words(group, name, page);
	buffer_printf(&group->header, "extern const struct template %s_template;\n\n", name);
	/* A page's view is called as the page is; mails share one. */
	const char *view = !page->view->count ? "no" : text_is(group->name, "mail") ? "mail" : name;
	buffer_printf(&group->source, "extern const struct view %s_view;\n", view);
	buffer_printf(&group->source, "const struct template %s_template = {\n\t\"%s\", &%s_view, %s%s, %s_words, %zu, pool, sizeof pool - 1, %lluu, %s%s, %zu\n};\n\n",
		      name, page->name, view, form ? arena_printf(tool->arena, "&%s", name) : "NULL",
		      form ? "_form_view" : "", name, page->word_count, (unsigned long long)page->version, form ? name : "NULL", form ? "_fields" : "",
		      page->field_count);
	buffer_printf(&group->list, "\t&%s_template,\n", name);
}

static void write_string(struct buffer *out, const char *text)
{
	buffer_char(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buffer_char(out, '\\');
		buffer_char(out, *text);
	}
	buffer_char(out, '"');
}

/* Comment and call on one line behind #line, or xgettext's references drift. */
static void write_message(struct tool *tool, const struct compiled_message *m)
{
	struct buffer *out = &tool->messages;

	buffer_printf(out, "#line %d \"%s\"\n", m->line, m->file);
	if (*m->note)
		buffer_printf(out, "/* TRANSLATORS: %s */ ", m->note);
	if (strchr(m->one, '{') || strchr(m->many, '{'))
		buffer_text(out, "/* xgettext:perl-brace-format */ ");
	buffer_printf(out, "%s%sgettext(", *m->many ? "n" : "", *m->context ? "p" : "");
	if (*m->context) {
		write_string(out, m->context);
		buffer_text(out, ", ");
	}
	write_string(out, m->one);
	if (*m->many) {
		buffer_text(out, ", ");
		write_string(out, m->many);
		buffer_text(out, ", n");
	}
	buffer_text(out, ");\n");
}

static void take_template(struct tool *tool, const char *file)
{
	const char *name = arena_slice(tool->arena, file, strlen(file) - strlen(".xml"));
	struct compiled page;

	/* What lies at the top is for the others to use, but for the page that any program may show. */
	if (!strchr(name, '/') && !text_is(name, "error"))
		return;
	struct group *group = group_of(tool, name);
	tool->settings.facts = text_starts(name, "mail/") ? &mail_view : &page_facts_view;
	tool->settings.pool = NULL;
	struct compile_errors errors = compile_template(&tool->settings, name, &page);
	for (size_t i = 0; i < errors.count; i++)
		fprintf(stderr, "%s\n", errors.lines[i]);
	if (errors.count) {
		tool->failed = true;
		return;
	}
	uint64_t version = page.version;
	tool->settings.pool = group->pool;
	compile_template(&tool->settings, name, &page);
	page.version = version;
	write_page(tool, group, &page);
	for (size_t i = 0; i < page.message_count; i++)
		write_message(tool, &page.messages[i]);
	for (size_t i = 0; i < page.link_count; i++)
		buffer_printf(&tool->links, "%s %s\n", name, page.links[i]);
}

static bool finish_group(struct tool *tool, struct group *group, const char *out)
{
	struct buffer source = buffer_in(tool->arena, group->source.length + 65536);

	buffer_printf(&source, "/* Made by the build from templates/. */\n#include \"pages_%s.h\"\n\n", group->name);
	write_pool(&source, group);
	buffer_add(&source, group->source.bytes, group->source.length);
	buffer_printf(&group->header, "extern const struct template *const %s_templates[];\nextern const size_t %s_template_count;\n\n#endif\n",
		      group->name, group->name);
	buffer_printf(&source, "const struct template *const %s_templates[] = {\n%s};\n"
		      "const size_t %s_template_count = sizeof %s_templates / sizeof *%s_templates;\n",
		      group->name, buffer_string(&group->list), group->name, group->name, group->name);
	return file_write(arena_printf(tool->arena, "%s/pages_%s.h", out, group->name), buffer_string(&group->header))
		&& file_write(arena_printf(tool->arena, "%s/pages_%s.c", out, group->name), buffer_string(&source));
}

static const char *type_of(const char *file)
{
	return text_ends(file, ".css") ? "text/css; charset=utf-8" : text_ends(file, ".svg") ? "image/svg+xml" : NULL;
}

/* The style sheet and the few pictures, all of them text. */
static bool write_static(struct tool *tool, const char *folder, const char *out)
{
	struct texts files = files_below(tool->arena, arena_printf(tool->arena, "%s/static", folder), "");
	struct buffer source = buffer_in(tool->arena, 16384);

	buffer_text(&source, "/* Made by the build from templates/static/. */\n#include \"web/static_files.h\"\n\n"
		    "const struct static_file static_files[] = {\n");
	for (size_t i = 0; i < files.count; i++) {
		const char *text = file_read(tool->arena, arena_printf(tool->arena, "%s/static/%s", folder, files.values[i]));
		if (!type_of(files.values[i]))
			die("templates/static/%s is of no known type", files.values[i]);
		buffer_printf(&source, "\t{ \"%s\", \"%s\",\n\t  ", files.values[i], type_of(files.values[i]));
		c_string(&source, text, "\t  ");
		buffer_printf(&source, ", %zu },\n", strlen(text));
	}
	buffer_text(&source, "};\nconst size_t static_file_count = sizeof static_files / sizeof *static_files;\n");
	return file_write(arena_printf(tool->arena, "%s/static_files.c", out), buffer_string(&source));
}

int main(int argc, char **argv)
{
	if (argc != 3)
		die("use: bothways-template TEMPLATE-FOLDER OUT-FOLDER");
	struct tool *tool = &(struct tool){ .arena = arena_new(ARENA_BYTES) };
	struct texts files = files_below(tool->arena, argv[1], ".xml");

	tool->settings = (struct compile_settings){ .arena = tool->arena, .folder = argv[1], .view = view_named };
	tool->messages = buffer_in(tool->arena, 65536);
	tool->links = buffer_in(tool->arena, 4096);
	for (size_t i = 0; i < files.count; i++)
		take_template(tool, files.values[i]);
	for (size_t i = 0; !tool->failed && i < tool->group_count; i++)
		tool->failed = !finish_group(tool, &tool->groups[i], argv[2]);
	if (!tool->failed)
		tool->failed = !write_static(tool, argv[1], argv[2]) || !file_write(arena_printf(tool->arena, "%s/messages.c", argv[2]), buffer_string(&tool->messages))
			|| !file_write(arena_printf(tool->arena, "%s/links.txt", argv[2]), buffer_string(&tool->links));
	arena_free(tool->arena);
	return tool->failed;
}
