/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "house/files.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "db/db.h"
#include "site/site.h"

enum { PIECE = 64 * 1024 };

const char *house_file(struct arena *arena, const struct site *site, const char *name)
{
	return arena_printf(arena, "%s/backups/%s", site->data, name);
}

bool house_folder(struct arena *arena, const struct site *site)
{
	const char *folder = arena_printf(arena, "%s/backups", site->data);

	mkdir(folder, 0700);
	return access(folder, W_OK | X_OK) == 0;
}

int house_lock(struct arena *arena, const struct site *site)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int file = open(arena_printf(arena, "%s/backups.lock", site->data), O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (file >= 0 && fcntl(file, F_SETLKW, &whole) == 0)
		return file;
	if (file >= 0)
		close(file);
	return -1;
}

const char *file_text(struct arena *arena, const char *path, size_t most)
{
	struct stat facts;
	FILE *file = fopen(path, "rbe");

	if (!file)
		return NULL;
	bool fits = fstat(fileno(file), &facts) == 0 && S_ISREG(facts.st_mode) && (size_t)facts.st_size <= most;
	char *text = fits ? arena_alloc(arena, (size_t)facts.st_size + 1) : NULL;
	/* A NUL ends what can be read of it. */
	if (text && fread(text, 1, (size_t)facts.st_size, file) != (size_t)facts.st_size)
		text = NULL;
	fclose(file);
	return text;
}

static bool flush_folder(const char *path)
{
	char folder[4096];
	const char *slash = strrchr(path, '/');

	if (slash && (size_t)(slash - path) >= sizeof folder)
		return false;
	if (slash && slash != path)
		snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
	else
		snprintf(folder, sizeof folder, "%s", slash ? "/" : ".");
	int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool flushed = file >= 0 && fsync(file) == 0;
	if (file >= 0)
		close(file);
	return flushed;
}

bool file_move(const char *from, const char *to)
{
	return rename(from, to) == 0 && flush_folder(to);
}

bool file_replace(struct arena *arena, const char *path, const char *text)
{
	return file_put(arena, path, text, strlen(text)) && flush_folder(path);
}

bool file_copy(struct arena *arena, const char *from, const char *to)
{
	char *piece = arena_alloc(arena, PIECE);
	FILE *in = fopen(from, "rbe"), *out = in ? fopen(to, "wbe") : NULL;
	bool copied = out != NULL;
	size_t got;

	while (copied && (got = fread(piece, 1, PIECE, in)) > 0)
		copied = fwrite(piece, 1, got, out) == got;
	copied = copied && !ferror(in);
	if (in)
		fclose(in);
	if (out)
		copied = file_end(out) && copied;
	return copied;
}

bool folder_new(struct arena *arena, const char *folder)
{
	folder_remove(arena, folder);
	return mkdir(folder, 0700) == 0;
}

void folder_remove(struct arena *arena, const char *folder)
{
	static const char *const names[] = { "bothways.db", "bothways.db-wal", "bothways.db-shm", "bothways.db-journal", "write.lock" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(arena_printf(arena, "%s/%s", folder, names[i]));
	/* What was kept while a copy was brought up to date. */
	for (unsigned i = 0; i <= schema_migration_count; i++)
		unlink(arena_printf(arena, "%s/backups/before-schema-%04u.db", folder, i));
	rmdir(arena_printf(arena, "%s/backups", folder));
	rmdir(folder);
}
