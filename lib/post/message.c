/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "post/message.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "crypto/crypto.h"

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
	buffer_printf(&out, " <%s>\r\n", m->from);
	if (m->reply_to && is_clean(m->reply_to))
		buffer_printf(&out, "Reply-To: <%s>\r\n", m->reply_to);
	buffer_printf(&out, "To: <%s>\r\nSubject: ", m->to);
	add_header_words(&out, arena, m->subject);
	buffer_text(&out, "\r\n");
	add_date(&out, now);
	buffer_printf(&out, "Message-ID: <%s%s>\r\n", m->mark, host);
	buffer_printf(&out, "Content-Language: %s\r\n", m->language);
	buffer_text(&out, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
		    "Content-Transfer-Encoding: 8bit\r\n\r\n");
	for (const char *text = message_folded(arena, m->text); *text; text++)
		buffer_printf(&out, *text == '\n' ? "\r\n" : "%c", *text);
	return buffer_string(&out);
}
