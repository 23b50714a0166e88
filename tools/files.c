/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "tools/files.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"

const char *file_read(struct arena *arena, const char *path)
{
	FILE *in = fopen(path, "rb");
	struct buffer text = buffer_in(arena, 4096);
	char bytes[4096];
	size_t got;

	if (!in)
		die("%s cannot be read", path);
	while ((got = fread(bytes, 1, sizeof bytes, in)))
		buffer_add(&text, bytes, got);
	fclose(in);
	return buffer_string(&text);
}

enum { FILES_MAX = 1000 };

struct found {
	struct arena *arena;
	const char *end;
	const char **paths;
	size_t count;
};

static void find(struct found *found, const char *folder, const char *inside)
{
	const char *here = arena_printf(found->arena, "%s/%s", folder, inside);
	DIR *dir = opendir(here);
	struct dirent *entry;
	struct stat facts;

	if (!dir)
		die("%s cannot be read", here);
	while ((entry = readdir(dir))) {
		if (*entry->d_name == '.')
			continue;
		const char *path = *inside ? arena_printf(found->arena, "%s/%s", inside, entry->d_name)
			: arena_copy(found->arena, entry->d_name);
		if (stat(arena_printf(found->arena, "%s/%s", folder, path), &facts))
			continue;
		if (S_ISDIR(facts.st_mode))
			find(found, folder, path);
		else if (text_ends(path, found->end) && found->count < FILES_MAX)
			found->paths[found->count++] = path;
	}
	closedir(dir);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct texts files_below(struct arena *arena, const char *folder, const char *end)
{
	struct found found = { arena, end, arena_array(arena, FILES_MAX, sizeof(char *)), 0 };

	find(&found, folder, "");
	qsort(found.paths, found.count, sizeof *found.paths, by_name);
	return (struct texts){ found.paths, found.count };
}

static bool holds(const char *path, const char *text)
{
	FILE *in = fopen(path, "rb");
	bool same = in != NULL;

	for (; same && *text; text++)
		same = fgetc(in) == (unsigned char)*text;
	same = same && fgetc(in) == EOF;
	if (in)
		fclose(in);
	return same;
}

bool file_write(const char *path, const char *text)
{
	if (holds(path, text))
		return true;
	FILE *out = fopen(path, "wb");
	bool written = out && fputs(text, out) >= 0;

	if (out && fclose(out))
		written = false;
	if (!written)
		log_line("%s cannot be written", path);
	return written;
}

void c_string(struct buffer *out, const char *text, const char *indent)
{
	buffer_char(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '\n')
			buffer_printf(out, "\\n%s", text[1] ? "\"" : "");
		else if (c == '"' || c == '\\')
			buffer_printf(out, "\\%c", c);
		else if (c == '?' || c < ' ' || c >= 0x7f)
			buffer_printf(out, "\\%03o", c);
		else
			buffer_char(out, (char)c);
		if (c == '\n' && text[1])
			buffer_printf(out, "\n%s\"", indent);
	}
	buffer_char(out, '"');
}
