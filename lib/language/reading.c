/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Who has read which sentence: words/cy.read in the data folder. Its first line says for which files it was written, and whether all
   was read then; each other one has a mark, the number of a person, and a day. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "language/catalogue.h"
#include "language/sentences.h"
#include "language/words.h"

enum { FILE_MOST = 1024 * 1024, PRINT_BYTES = 256, DAY_BYTES = 11 };

struct mark {
	uint64_t hash;
	int64_t person_id;
	char day[DAY_BYTES];
};

struct reading {
	struct mark *marks;
	size_t count;
	const char *head;
};

static int by_hash(const void *a, const void *b)
{
	uint64_t x = ((const struct mark *)a)->hash, y = ((const struct mark *)b)->hash;

	return x < y ? -1 : x > y;
}

static const struct mark *mark_of(const struct reading *r, uint64_t hash)
{
	return bsearch(&(struct mark){ .hash = hash }, r->marks, r->count, sizeof *r->marks, by_hash);
}

/* "" where there is none, or none of that size. */
static const char *file_bytes(struct arena *arena, const char *path)
{
	struct stat facts;
	int file = open(path, O_RDONLY | O_CLOEXEC);
	char *bytes = NULL;

	if (file >= 0 && fstat(file, &facts) == 0 && facts.st_size < FILE_MOST) {
		bytes = arena_alloc(arena, (size_t)facts.st_size + 1);
		ssize_t got = read(file, bytes, (size_t)facts.st_size);
		bytes[got > 0 ? got : 0] = '\0';
	}
	if (file >= 0)
		close(file);
	return bytes ? bytes : "";
}

static bool read_mark(const char *line, struct mark *mark)
{
	char *end;

	mark->hash = strtoull(line, &end, 16);
	if (*end != ' ')
		return false;
	mark->person_id = strtoll(end, &end, 10);
	if (*end != ' ' || strlen(end + 1) != DAY_BYTES - 1)
		return false;
	snprintf(mark->day, DAY_BYTES, "%s", end + 1);
	return true;
}

/* Room for `more` marks behind. */
static struct reading load(struct arena *arena, const char *code, size_t more)
{
	const char *rest = file_bytes(arena, words_path(arena, code, "read")), *line = text_piece(arena, &rest, '\n');
	struct reading r = { NULL, 0, line ? line : "" };
	size_t room = more + 1;

	for (const char *at = rest; at && *at; at++)
		room += *at == '\n';
	r.marks = arena_array(arena, room + 1, sizeof *r.marks);
	while ((line = text_piece(arena, &rest, '\n')))
		r.count += read_mark(line, &r.marks[r.count]);
	qsort(r.marks, r.count, sizeof *r.marks, by_hash);
	return r;
}

void reading_put(struct arena *arena, const char *code, struct sentence *rows, size_t count)
{
	const struct reading r = load(arena, code, 0);

	for (size_t i = 0; i < count && r.count; i++) {
		const struct mark *mark = mark_of(&r, rows[i].mark_hash);
		rows[i].read = mark != NULL;
		rows[i].person_id = mark ? mark->person_id : 0;
		rows[i].day = mark ? mark->day : "";
	}
}

static void print_file(struct buffer *out, const char *path)
{
	struct stat facts = { .st_size = 0 };

	if (stat(path, &facts))
		facts = (struct stat){ .st_size = 0 };
	buffer_printf(out, "%lld %lld %ld ", (long long)facts.st_size, (long long)facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

/* Another as soon as the catalogue or the site's own words of it are. */
static const char *print_of(struct arena *arena, const char *code)
{
	struct buffer out = buffer_in(arena, PRINT_BYTES);

	print_file(&out, catalogue_path(arena, code));
	print_file(&out, words_path(arena, code, "txt"));
	return buffer_string(&out);
}

bool reading_keep(struct arena *arena, const char *code, struct texts marks, int64_t person_id, const char *day)
{
	struct reading r = load(arena, code, marks.count);
	struct buffer out = buffer_in(arena, 4096), lines = buffer_in(arena, 4096);
	size_t known = r.count, count, kept = 0;

	for (size_t i = 0; i < marks.count; i++) {
		struct mark *mark = &r.marks[r.count];
		mark->hash = strtoull(marks.values[i], NULL, 16);
		mark->person_id = person_id;
		snprintf(mark->day, DAY_BYTES, "%s", day);
		struct reading before = { r.marks, known, "" };
		r.count += mark_of(&before, mark->hash) == NULL;
	}
	qsort(r.marks, r.count, sizeof *r.marks, by_hash);
	const struct sentence *rows = sentences_all(arena, code, &count);
	for (size_t i = 0; i < count; i++) {
		const struct mark *mark = mark_of(&r, rows[i].mark_hash);
		if (mark)
			buffer_printf(&lines, "%016llx %lld %s\n", (unsigned long long)mark->hash, (long long)mark->person_id, mark->day);
		kept += mark != NULL;
	}
	buffer_printf(&out, "%s%s\n%s", print_of(arena, code), count && kept == count ? "whole" : "part", kept ? buffer_string(&lines) : "");
	return words_put(arena, words_path(arena, code, "read"), &out);
}

/* What was found where the file was written for others than there are now: once a process for each state of them. */
static struct {
	char print[PRINT_BYTES];
	bool whole;
} found;

static bool count_anew(struct arena *arena, const char *code, const char *print)
{
	struct buffer state = buffer_in(arena, PRINT_BYTES);
	size_t count;

	buffer_printf(&state, "%s %s", code, print);
	print_file(&state, words_path(arena, code, "read"));
	if (text_is(found.print, buffer_string(&state)))
		return found.whole;
	const struct sentence *rows = sentences_all(arena, code, &count);
	bool whole = count > 0;
	for (size_t i = 0; i < count; i++)
		whole &= rows[i].read;
	snprintf(found.print, sizeof found.print, "%s", buffer_string(&state));
	found.whole = whole;
	return whole;
}

/* The first line of what is kept: whose it is, and whether it is whole. NULL where nobody has read. */
static const char *head_of(struct arena *arena, const char *code)
{
	int file = strchr(code, '/') ? -1 : open(words_path(arena, code, "read"), O_RDONLY | O_CLOEXEC);
	char *head = arena_alloc(arena, PRINT_BYTES);
	ssize_t got = file >= 0 ? read(file, head, PRINT_BYTES - 1) : -1;

	if (file >= 0)
		close(file);
	if (got <= 0)
		return NULL;
	head[strcspn(head, "\n")] = '\0';
	return head;
}

bool reading_is_whole(struct arena *arena, const char *code)
{
	const char *head = head_of(arena, code);

	if (!head)
		return false;
	const char *print = print_of(arena, code);
	if (text_starts(head, print))
		return text_is(head + strlen(print), "whole");
	return count_anew(arena, code, print);
}

bool reading_freshen(struct arena *arena, const char *code)
{
	const char *head = head_of(arena, code);

	if (!head || text_starts(head, print_of(arena, code)))
		return true;
	return reading_keep(arena, code, (struct texts){ NULL, 0 }, 0, "");
}

size_t reading_people(struct arena *arena, const char *code, int64_t *people, size_t most)
{
	const struct reading r = load(arena, code, 0);
	size_t n = 0;

	for (size_t i = 0; i < r.count && n < most; i++) {
		size_t same = 0;
		while (same < n && people[same] != r.marks[i].person_id)
			same++;
		if (same == n)
			people[n++] = r.marks[i].person_id;
	}
	return n;
}
