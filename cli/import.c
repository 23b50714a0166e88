/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways import: people from a file of any length, as the page of the desk takes them from a short one. */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/view.h"
#include "cli/command.h"
#include "db/db.h"
#include "intake/intake.h"
#include "site/site.h"
#include "sql_programme.h"

enum { ROWS_MOST = 100 * 1000, PIECE = 64 * 1024 };

/* What the rules of a file say, as the page of the desk does in its reader's language. */
static const struct { const char *kind, *words; } said[] = {
	{ "adult", "Everybody has to be 18 or over. Write yes where it is so" },
	{ "agreed", "They have to know what we keep, and agree. Write yes where it is so" },
	{ "yes-no", "Write yes or no" },
	{ "more-cells", "There are more cells than columns. Is a comma too many?" },
	{ "no-text", "it is not text in UTF-8" },
	{ "quotes", "a quotation mark is in the wrong place, or never ends" },
	{ "too-long", "it is far too long; a quotation mark may be missing" },
	{ "too-many-rows", "a file may have 100,000 rows" },
	{ "no-names", "the first row has to name the columns, full_name among them" },
	{ "unread", "it cannot be read to its end" },
	{ "twice", "a column is there twice" },
};

struct told {
	int64_t lines;
	bool json;
};

static const char *words_of(const char *kind)
{
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (text_is(said[i].kind, kind))
			return said[i].words;
	return "";
}

static const char *mistake_words(const struct intake_mistake *mistake)
{
	return text_is(mistake->kind, "form") ? mistake->words : words_of(mistake->kind);
}

static void tell_json(struct told *told, const struct intake_line *line)
{
	printf("%s{\"row\":%lld,\"state\":\"%s\",\"name\":", told->lines ? "," : "", (long long)line->row, line->state);
	json_text(stdout, line->name);
	if (*line->by)
		printf(",\"by\":\"%s\",\"person\":%lld,\"sameAsRow\":%lld", line->by, (long long)line->known_id, (long long)line->known_row);
	fputs(",\"mistakes\":[", stdout);
	for (size_t i = 0; i < line->mistakes.count; i++) {
		const struct intake_mistake *mistake = (const struct intake_mistake *)line->mistakes.rows + i;
		printf("%s{\"column\":\"%s\",\"words\":", i ? "," : "", mistake->column);
		json_text(stdout, mistake_words(mistake));
		putchar('}');
	}
	fputs("]}", stdout);
}

/* Line ends and other controls of a cell stay in the line. */
static void print_plain(const char *text)
{
	for (; *text; text++)
		putchar((unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text);
}

static void tell_line(const struct intake_line *line)
{
	printf("row %-6lld %-6s", (long long)line->row, line->state);
	print_plain(line->name);
	if (line->known_row)
		printf(": the %s of row %lld", line->by, (long long)line->known_row);
	else if (line->known_id)
		printf(": the %s of person %lld", line->by, (long long)line->known_id);
	putchar('\n');
	for (size_t i = 0; i < line->mistakes.count; i++) {
		const struct intake_mistake *mistake = (const struct intake_mistake *)line->mistakes.rows + i;
		printf("                  %s%s%s\n", mistake->column, *mistake->column ? ": " : "", mistake_words(mistake));
	}
}

static void take_line(void *context, const struct intake_line *line)
{
	struct told *told = context;

	if (told->json)
		tell_json(told, line);
	else
		tell_line(line);
	told->lines++;
}

static void tell_end(const struct told *told, const struct intake_end *end, bool kept)
{
	if (told->json) {
		printf("],\"kept\":%s,\"new\":%lld,\"known\":%lld,\"wrong\":%lld,\"blank\":%lld,\"notUsed\":", kept ? "true" : "false", (long long)end->added,
		       (long long)end->known, (long long)end->wrong, (long long)end->blank);
		json_text(stdout, end->passed_over);
		printf(",\"trouble\":\"%s\",\"troubleRow\":%lld}\n", end->trouble, (long long)end->row);
		return;
	}
	if (*end->passed_over) {
		fputs("columns not used: ", stdout);
		print_plain(end->passed_over);
		putchar('\n');
	}
	printf("%lld %s, %lld known already, %lld with mistakes, %lld blank\n", (long long)end->added, kept ? "put in" : "would be put in", (long long)end->known,
	       (long long)end->wrong, (long long)end->blank);
}

/* The programme that is named, or the only one that is open. */
static const struct programmes_open *programme_of(struct call *call)
{
	const char *slug = call_flag(call, "programme");
	struct list open = sql_programmes_open(&call->work, &(struct programmes_open_in){ "en" });

	if (slug)
		return call_programme(call, slug);
	if (open.count == 1)
		return open.rows;
	call_refuse(call, "there are %zu open programmes: --programme SLUG says which", open.count);
	return NULL;
}

/* What is said here is English; people are written to in a language of the site's. */
static bool find_language(struct call *call, const char *codes, struct intake_of *of)
{
	const char *wanted = call_flag(call, "language");

	of->language = language_use(call->arena, "en");
	of->spoken = wanted ? wanted : arena_slice(call->arena, codes, strcspn(codes, " "));
	if (text_has_word(codes, of->spoken))
		return true;
	call_refuse(call, "the site does not speak %s", of->spoken);
	return false;
}

/* Inside a transaction. False with a message where the programme is none. */
static bool find_ground(struct call *call, struct intake_of *of)
{
	const struct programmes_open *programme = programme_of(call);
	const struct settings settings = site_settings(&call->work, "");

	if (!programme)
		return false;
	of->programme_id = programme->programme_id;
	of->site_languages = settings.languages;
	of->rows_most = ROWS_MOST;
	return find_language(call, settings.languages, of);
}

/* Piece by piece: the file may be larger than memory. */
static bool feed_all(struct call *call, struct intake *intake, FILE *in)
{
	char *piece = arena_alloc(call->arena, PIECE);
	size_t got;

	while ((got = fread(piece, 1, PIECE, in)) > 0)
		intake_feed(intake, piece, got);
	return !ferror(in);
}

/* How it ends, once all is read; nothing is kept of a file that is not one. */
static int settle(struct call *call, struct told *told, const struct intake_end *end)
{
	bool puts = !call_flag(call, "dry-run") && !*end->trouble;

	if (call_flag(call, "dry-run"))
		db_end_read(&call->work);
	else if (!puts)
		db_rollback(&call->work);
	else
		db_commit(&call->work);
	bool kept = puts && call->work.trouble == TROUBLE_NONE;
	tell_end(told, end, kept);
	if (call->work.trouble != TROUBLE_NONE)
		return call_trouble(call);
	if (!*end->trouble)
		return end->wrong ? EXIT_FOUND : EXIT_DONE;
	return call_found(call, "row %lld: %s%s%s. Nothing was put in", (long long)end->row, words_of(end->trouble), *end->column ? ": " : "", end->column);
}

static int import_file(struct call *call, FILE *in)
{
	struct told told = { .json = call_flag(call, "json") != NULL };
	bool looks = call_flag(call, "dry-run") != NULL;
	struct intake_of of = { .puts = !looks, .line = take_line, .context = &told };

	if (looks ? !db_begin_read(&call->work) : !db_begin_write(&call->work))
		return call_trouble(call);
	struct intake *intake = find_ground(call, &of) ? intake_begin(&call->work, &of) : NULL;
	if (!intake) {
		if (looks)
			db_end_read(&call->work);
		else
			db_rollback(&call->work);
		return EXIT_USAGE;
	}
	if (told.json)
		fputs("{\"rows\":[", stdout);
	bool read = feed_all(call, intake, in);
	struct intake_end end = intake_finish(intake);
	if (!read && !*end.trouble)
		end.trouble = "unread";
	return settle(call, &told, &end);
}

static int print_example(struct call *call)
{
	struct intake_of of = { 0 };
	struct buffer out = buffer_in(call->arena, 2048);

	if (!db_begin_read(&call->work))
		return call_trouble(call);
	bool found = find_ground(call, &of);
	if (found)
		intake_example(&call->work, &of, &out);
	db_end_read(&call->work);
	fputs(buffer_string(&out), stdout);
	return found ? call_trouble(call) : EXIT_USAGE;
}

int import_command(struct call *call)
{
	const char *path = call->argument_count ? call->arguments[0] : NULL;

	if (!path && !call_flag(call, "example"))
		return call_refuse(call, "FILE is missing");
	if (!call_open_site(call))
		return EXIT_USAGE;
	if (!path)
		return print_example(call);
	FILE *in = text_is(path, "-") ? stdin : fopen(path, "rb");
	if (!in)
		return call_refuse(call, "%s cannot be read: %s", path, strerror(errno));
	int status = import_file(call, in);
	if (in != stdin)
		fclose(in);
	return status;
}
