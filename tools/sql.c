/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways-sql SQL-FOLDER OUT-FOLDER: proves every named statement of sql/ against sql/schema/ and
   writes for each file a header of typed functions, and sql.c with all statements and the schema. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"
#include "db/prove.h"
#include "tools/files.h"

enum { ARENA_BYTES = 256 * 1024 * 1024, SAID_MAX = 32 };

struct tool {
	struct arena *arena;
	struct prover *prover;
	struct buffer source;      /* sql.c */
	struct buffer header;      /* sql_NOUN.h */
	struct buffer views;       /* the list of all rows' views */
	unsigned statements;
	bool failed;
};

struct head {
	const char *name;
	const char *kind;
	struct proven_column said[SAID_MAX];
	size_t said_count;
};

static void complain(struct tool *tool, const char *file, int line, const char *what)
{
	fprintf(stderr, "sql/%s:%d: %s\n", file, line, what);
	tool->failed = true;
}

/* The SQL alone: comments and blank lines out, spaces at the ends of lines too. */
static const char *stripped(struct arena *arena, const char *sql)
{
	struct buffer out = buffer_in(arena, strlen(sql) + 1);
	const char *rest = sql, *line;

	while ((line = text_piece(arena, &rest, '\n'))) {
		const char *comment = strstr(line, "--");
		char *kept = arena_slice(arena, line, comment ? (size_t)(comment - line) : strlen(line));
		size_t length = strlen(kept);
		while (length && (kept[length - 1] == ' ' || kept[length - 1] == '\t'))
			kept[--length] = '\0';
		if (length)
			buffer_printf(&out, "%s\n", kept);
	}
	return buffer_string(&out);
}

static bool read_said(struct tool *tool, struct head *head, const char *word)
{
	const char *colon = strchr(word, ':');

	if (!colon || head->said_count == SAID_MAX)
		return false;
	struct proven_column *said = &head->said[head->said_count++];
	said->name = arena_slice(tool->arena, word, (size_t)(colon - word));
	if (text_is(colon, ":count"))
		said->kind = MEMBER_COUNT;
	else if (text_is(colon, ":text"))
		said->kind = MEMBER_TEXT;
	else if (text_is(colon, ":flag"))
		said->kind = MEMBER_FLAG;
	else
		return false;
	return true;
}

/* `-- :name pair_by_id :one n:count` */
static bool read_head(struct tool *tool, const char *line, struct head *head)
{
	const char *rest = line + strlen("-- :name "), *word;

	*head = (struct head){ .name = text_piece(tool->arena, &rest, ' ') };
	head->kind = rest ? text_piece(tool->arena, &rest, ' ') : "";
	if (!text_has_word(":one :many :run", head->kind))
		return false;
	while (rest && (word = text_piece(tool->arena, &rest, ' ')))
		if (*word && !read_said(tool, head, word))
			return false;
	return true;
}

static const char *c_type(enum member_kind kind)
{
	return kind == MEMBER_TEXT ? "const char *" : kind == MEMBER_FLAG ? "bool " : "int64_t ";
}

/* The struct in the header; its description in the source. */
static void write_struct(struct tool *tool, const char *name, const char *suffix, const struct proven_column *columns,
			 size_t count)
{
	buffer_printf(&tool->header, "struct %s%s {\n", name, suffix);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&tool->header, "\t%s%s;\n", c_type(columns[i].kind), columns[i].name);
	buffer_text(&tool->header, "};\n");
	buffer_printf(&tool->header, "extern const struct view %s%s_view;\n\n", name, suffix);

	buffer_printf(&tool->source, "static const struct member %s%s_members[] = {\n", name, suffix);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&tool->source, "\tVIEW_MEMBER(struct %s%s, %s),\n", name, suffix, columns[i].name);
	buffer_text(&tool->source, "};\n");
	buffer_printf(&tool->source, "const struct view %s%s_view = VIEW(%s%s, %s%s_members);\n\n", name, suffix, name, suffix,
		      name, suffix);
}

static void write_function(struct tool *tool, const struct head *head, const struct proven *proven)
{
	const char *name = head->name;
	bool one = text_is(head->kind, ":one"), many = text_is(head->kind, ":many");
	const char *in = proven->in_count ? arena_printf(tool->arena, ", const struct %s_in *in", name) : "";

	buffer_printf(&tool->header, "static inline %s sql_%s(struct work *work%s", one ? "bool" : many ? "struct list" : "int64_t",
		      name, in);
	if (one)
		buffer_printf(&tool->header, ", struct %s *row", name);
	buffer_printf(&tool->header, ")\n{\n\treturn %s(work, &%s_statement, %s%s);\n}\n\n",
		      one ? "db_one" : many ? "db_many" : "db_run", name, proven->in_count ? "in" : "NULL", one ? ", row" : "");
}

static void write_statement(struct tool *tool, const struct head *head, const char *sql, const struct proven *proven)
{
	const char *name = head->name;
	const char *kind = text_is(head->kind, ":one") ? "STATEMENT_ONE" : text_is(head->kind, ":many") ? "STATEMENT_MANY" : "STATEMENT_RUN";
	bool rows = proven->out_count > 0;

	if (proven->in_count)
		write_struct(tool, name, "_in", proven->in, proven->in_count);
	if (rows) {
		write_struct(tool, name, "", proven->out, proven->out_count);
		buffer_printf(&tool->views, "\t{ \"%s\", &%s_view },\n", name, name);
	}
	buffer_printf(&tool->header, "extern const struct statement %s_statement;\n", name);
	write_function(tool, head, proven);
	buffer_printf(&tool->source, "const struct statement %s_statement = {\n\t\"%s\",\n\t", name, name);
	c_string(&tool->source, sql, "\t");
	buffer_printf(&tool->source, ",\n\t%s, %s, %s%s, %s%s, %u\n};\n\n", kind, proven->writes ? "true" : "false",
		      proven->in_count ? arena_printf(tool->arena, "&%s_in", name) : "&no", "_view",
		      rows ? arena_printf(tool->arena, "&%s", name) : "&no", "_view", tool->statements++);
}

static void take_statement(struct tool *tool, const char *file, int line, const struct head *head, const char *text)
{
	struct proven proven;
	const char *sql = stripped(tool->arena, text);
	const char *wrong = prover_prove(tool->prover, sql, head->said, head->said_count, &proven);

	if (!wrong && text_is(head->kind, ":run") != (proven.out_count == 0))
		wrong = text_is(head->kind, ":run") ? "it returns rows: say :one or :many" : "it returns no rows: say :run";
	if (!wrong && strpbrk(head->name, " -./"))
		wrong = "its name is no C name";
	if (wrong)
		complain(tool, file, line, arena_printf(tool->arena, "%s: %s", head->name, wrong));
	else
		write_statement(tool, head, sql, &proven);
}

/* All statements of one file, in order. */
static void take_file(struct tool *tool, const char *folder, const char *file)
{
	const char *rest = file_read(tool->arena, arena_printf(tool->arena, "%s/%s", folder, file)), *line;
	struct buffer text = buffer_in(tool->arena, 256);
	struct head head = { .name = NULL };
	int number = 0, begun = 0;

	while ((line = text_piece(tool->arena, &rest, '\n'))) {
		number++;
		if (!text_starts(line, "-- :name ")) {
			buffer_printf(&text, "%s\n", line);
			continue;
		}
		if (head.name)
			take_statement(tool, file, begun, &head, buffer_string(&text));
		text = buffer_in(tool->arena, 256);
		begun = number;
		if (!read_head(tool, line, &head)) {
			complain(tool, file, number, "the head line is not -- :name NAME :one|:many|:run [column:kind ...]");
			return;
		}
	}
	if (head.name)
		take_statement(tool, file, begun, &head, buffer_string(&text));
}

static void take_schema(struct tool *tool, const char *folder)
{
	struct texts files = files_below(tool->arena, arena_printf(tool->arena, "%s/schema", folder), ".sql");

	buffer_text(&tool->source, "const struct migration schema_migrations[] = {\n");
	for (size_t i = 0; i < files.count; i++) {
		const char *path = arena_printf(tool->arena, "%s/schema/%s", folder, files.values[i]);
		const char *sql = stripped(tool->arena, file_read(tool->arena, path));
		const char *wrong = prover_apply(tool->prover, sql);
		if (wrong)
			complain(tool, arena_printf(tool->arena, "schema/%s", files.values[i]), 1, wrong);
		buffer_printf(&tool->source, "\t{ \"%s\",\n\t  ", files.values[i]);
		c_string(&tool->source, sql, "\t  ");
		buffer_text(&tool->source, " },\n");
	}
	buffer_printf(&tool->source, "};\nconst unsigned schema_migration_count = %zu;\n\n", files.count);
}

static void take_nouns(struct tool *tool, const char *folder, const char *out)
{
	struct texts files = files_below(tool->arena, folder, ".sql");

	for (size_t i = 0; i < files.count; i++) {
		if (strchr(files.values[i], '/'))
			continue;
		const char *noun = arena_slice(tool->arena, files.values[i], strlen(files.values[i]) - strlen(".sql"));
		tool->header = buffer_in(tool->arena, 4096);
		buffer_printf(&tool->header, "/* Made by the build from sql/%s.sql. */\n#ifndef SQL_%s_H\n#define SQL_%s_H\n\n"
			      "#include \"db/db.h\"\n\n", noun, noun, noun);
		buffer_printf(&tool->source, "#include \"sql_%s.h\"\n\n", noun);
		take_file(tool, folder, files.values[i]);
		buffer_text(&tool->header, "#endif\n");
		if (!tool->failed && !file_write(arena_printf(tool->arena, "%s/sql_%s.h", out, noun), buffer_string(&tool->header)))
			tool->failed = true;
	}
}

int main(int argc, char **argv)
{
	if (argc != 3)
		die("use: bothways-sql SQL-FOLDER OUT-FOLDER");
	struct tool tool = { .arena = arena_new(ARENA_BYTES) };

	tool.prover = prover_new(tool.arena);
	tool.source = buffer_in(tool.arena, 65536);
	tool.views = buffer_in(tool.arena, 4096);
	buffer_text(&tool.source, "/* Made by the build from sql/. */\n#include \"db/db.h\"\n#include \"db/views.h\"\n\n"
		    "\n");
	take_schema(&tool, argv[1]);
	take_nouns(&tool, argv[1], argv[2]);
	buffer_printf(&tool.source, "const unsigned statement_count = %u;\n\nconst struct named_view statement_views[] = {\n%s};\n"
		      "const size_t statement_view_count = sizeof statement_views / sizeof *statement_views;\n",
		      tool.statements, buffer_string(&tool.views));
	if (!tool.failed && !file_write(arena_printf(tool.arena, "%s/sql.c", argv[2]), buffer_string(&tool.source)))
		tool.failed = true;
	prover_free(tool.prover);
	arena_free(tool.arena);
	return tool.failed;
}
