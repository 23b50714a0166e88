/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "site/site.h"

enum { CODE_BYTES = 64 };

static const char *path_of(struct arena *arena, const struct site *site)
{
	return arena_printf(arena, "%s/setup-code.txt", site->data);
}

/* In place: the file stays whoever's it was, and what the file manager has open is what is written. */
static bool write_code(int file, const char *shown)
{
	size_t length = strlen(shown);

	return ftruncate(file, 0) == 0 && lseek(file, 0, SEEK_SET) == 0 && write(file, shown, length) == (ssize_t)length
		&& write(file, "\n", 1) == 1 && fsync(file) == 0;
}

const char *site_setup_code(struct arena *arena, const struct site *site)
{
	char bytes[CODE_BYTES] = "";
	int file = open(path_of(arena, site), O_RDWR | O_CLOEXEC | O_NOFOLLOW);

	if (file < 0)
		return NULL;
	ssize_t length = read(file, bytes, sizeof bytes - 1);
	if (length >= 0)
		bytes[length] = '\0';
	bytes[strcspn(bytes, "\r\n")] = '\0';
	const char *code = crypto_code_read(arena, bytes);
	if (!code) {
		code = crypto_code(arena);
		if (!write_code(file, crypto_code_shown(arena, code))) {
			log_line("set-up's code cannot be written");
			code = NULL;
		}
	}
	close(file);
	return code;
}

void site_setup_code_forget(struct arena *arena, const struct site *site)
{
	unlink(path_of(arena, site));
}
