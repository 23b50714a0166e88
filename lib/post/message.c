/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "post/message.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"
#include "base/utf8.h"
#include "crypto/crypto.h"
#include "site/site.h"

enum { LINE_LETTERS = 72, WORD_BYTES = 42 };

static bool is_clean(const char *address)
{
	for (const char *at = address; *at; at++)
		if ((unsigned char)*at <= ' ' || *at == 0x7f || strchr("<>,;\"()", *at))
			return false;
	return *address != '\0';
}

static bool is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ' || (unsigned char)*text >= 0x7f)
			return false;
	return true;
}

/* RFC 2047 encoded words, each whole letters and at most 75 bytes long. */
static void add_header_words(struct buffer *out, struct arena *arena, const char *text)
{
	if (is_ascii(text)) {
		buffer_text(out, text);
		return;
	}
	while (*text) {
		const char *end = text, *at = text;
		while (*at && at - text <= WORD_BYTES) {
			end = at;
			utf8_next(&at);
		}
		if (!*at && at - text <= WORD_BYTES)
			end = at;
		buffer_printf(out, "=?UTF-8?B?%s?=", crypto_base64(arena, arena_slice(arena, text, (size_t)(end - text))));
		text = end;
		if (*text)
			buffer_text(out, "\r\n ");
	}
}

/* A phrase of RFC 5322: quoted, so that no sign in it ends it. */
static void add_name(struct buffer *out, struct arena *arena, const char *name)
{
	if (!is_ascii(name)) {
		add_header_words(out, arena, name);
		return;
	}
	buffer_char(out, '"');
	for (; *name; name++)
		buffer_printf(out, *name == '"' || *name == '\\' ? "\\%c" : "%c", *name);
	buffer_char(out, '"');
}

const char *message_folded(struct arena *arena, const char *text)
{
	struct buffer out = buffer_in(arena, strlen(text) + 64);
	size_t letters = 0;

	while (*text) {
		if (*text == '\n') {
			buffer_char(&out, *text++);
			letters = 0;
			continue;
		}
		size_t length = strcspn(text, " \n");
		size_t points = utf8_points(arena_slice(arena, text, length));
		if (letters && letters + 1 + points > LINE_LETTERS) {
			buffer_char(&out, '\n');
			letters = 0;
		} else if (letters) {
			buffer_char(&out, ' ');
			letters++;
		}
		buffer_add(&out, text, length);
		letters += points;
		text += length;
		while (*text == ' ')
			text++;
	}
	return buffer_string(&out);
}

static void add_date(struct buffer *out, int64_t now)
{
	char date[64];
	struct tm utc;
	time_t when = (time_t)now;

	if (gmtime_r(&when, &utc) && strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0000", &utc))
		buffer_printf(out, "Date: %s\r\n", date);
}

const char *message_text(struct arena *arena, const struct message *m, int64_t now)
{
	struct buffer out = buffer_in(arena, 2048);
	const char *host = strchr(m->from, '@');

	if (!is_clean(m->to) || !is_clean(m->from) || !is_clean(m->language) || !host)
		return NULL;
	buffer_text(&out, "From: ");
	add_name(&out, arena, m->from_name);
	buffer_printf(&out, " <%s>\r\nTo: <%s>\r\nSubject: ", m->from, m->to);
	add_header_words(&out, arena, m->subject);
	buffer_text(&out, "\r\n");
	add_date(&out, now);
	buffer_printf(&out, "Message-ID: <bothways-%lld-%lld%s>\r\n", (long long)m->number, (long long)now, host);
	buffer_printf(&out, "Content-Language: %s\r\n", m->language);
	buffer_text(&out, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
		    "Content-Transfer-Encoding: 8bit\r\n\r\n");
	for (const char *text = message_folded(arena, m->text); *text; text++)
		buffer_printf(&out, *text == '\n' ? "\r\n" : "%c", *text);
	return buffer_string(&out);
}

static bool write_all(int file, const char *text)
{
	size_t length = strlen(text);

	while (length) {
		ssize_t wrote = write(file, text, length);
		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return false;
		text += wrote;
		length -= (size_t)wrote;
	}
	return true;
}

static bool deliver_to_folder(struct arena *arena, const char *data, int64_t number, const char *text)
{
	const char *folder = arena_printf(arena, "%s/mail", data);
	const char *path = arena_printf(arena, "%s/%06lld.eml", folder, (long long)number);

	mkdir(folder, 0700);
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (file < 0) {
		log_line("mail %lld cannot be written to its folder", (long long)number);
		return false;
	}
	bool written = write_all(file, text);
	return close(file) == 0 && written;
}

/* No shell: the command, its arguments, and the message on its standard input. */
static bool deliver_to_command(struct arena *arena, const struct settings *settings, int64_t number, const char *text)
{
	char *argv[] = { arena_copy(arena, settings->mail_command), arena_copy(arena, "-t"), arena_copy(arena, "-i"),
		arena_copy(arena, "-f"), arena_copy(arena, settings->mail_from), NULL };
	int ends[2], status = 0;

	if (pipe(ends))
		return false;
	/* A command that ends before it has read all is one that failed, not the end of us. */
	void (*before)(int) = signal(SIGPIPE, SIG_IGN);
	pid_t child = fork();
	if (child == 0) {
		signal(SIGPIPE, SIG_DFL);
		dup2(ends[0], STDIN_FILENO);
		close(ends[0]);
		close(ends[1]);
		execv(argv[0], argv);
		_exit(127);
	}
	close(ends[0]);
	bool written = child > 0 && write_all(ends[1], text);
	close(ends[1]);
	signal(SIGPIPE, before);
	bool ended = child > 0 && waitpid(child, &status, 0) == child;
	if (written && ended && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	log_line("mail %lld: the host's mail command ended with %d", (long long)number, ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1);
	return false;
}

bool message_deliver(struct arena *arena, const struct settings *settings, const char *data, int64_t number, const char *text)
{
	if (text_is(settings->mail_way, "folder"))
		return deliver_to_folder(arena, data, number, text);
	return deliver_to_command(arena, settings, number, text);
}
