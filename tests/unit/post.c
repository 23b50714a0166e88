/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The room post: a message that no value can break out of, and the states of what waits to go. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/text.h"
#include "base/utf8.h"
#include "crypto/crypto.h"
#include "language/language.h"
#include "post/message.h"
#include "post/post.h"
#include "tests/tap.h"
#include "tests/unit/programme.h"

static struct programme *p;
static struct arena *arena;
enum { WHEN = 1772548200 };

static const struct message usual = { "bothways-12-1772548200", "Riverside", "hello@riverside.example", "ann@example.org", "en", "News for you", "Hello Ann,\n\nThere is news.", NULL };

static const char *whole(struct message m)
{
	return message_text(arena, &m, WHEN);
}

static void test_message(void)
{
	is(whole(usual), "From: \"Riverside\" <hello@riverside.example>\r\nTo: <ann@example.org>\r\nSubject: News for you\r\n"
	   "Date: Tue, 03 Mar 2026 14:30:00 +0000\r\nMessage-ID: <bothways-12-1772548200@riverside.example>\r\nContent-Language: en\r\n"
	   "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
	   "Hello Ann,\r\n\r\nThere is news.", "a message is what RFC 5322 wants");
}

static void test_reply(void)
{
	struct message m = usual;

	m.reply_to = "people@riverside.example";
	ok(strstr(whole(m), "\r\nReply-To: <people@riverside.example>\r\n") != NULL, "an answer goes where people may write to");
	m.reply_to = "a@b\r\nBcc: c@d";
	is(whole(m), whole(usual), "and to the sender where that is no address");
}

/* Addresses that no header may hold. */
static void test_addresses(void)
{
	static const char *const bad[] = { "", "a@b\r\nBcc: c@d", "a@b\nX: y", "a b@c", "a@b,c@d", "a@b;c@d", "<a@b>", "\"a\"@b", "a@b\t", "a(x)@b", "a@b\x7f" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct message to = usual, from = usual;
		to.to = bad[i];
		from.from = bad[i];
		ok(!whole(to) && !whole(from), arena_printf(arena, "no message to or from address %zu", i + 1));
	}
	struct message nowhere = usual;
	nowhere.from = "hello";
	ok(!whole(nowhere), "nor from an address without a host");
	nowhere = usual;
	nowhere.language = "en\r\nBcc: c@d";
	ok(!whole(nowhere), "nor in a language that is more than one");
}

static int value_of(char c)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(letters, c) : NULL;

	return at ? (int)(at - letters) : -1;
}

/* The header's encoded words, each checked, put together. NULL when one is not as RFC 2047 wants. */
static const char *decoded(const char *header)
{
	struct buffer out = buffer_in(arena, 256);

	for (const char *at = header; (at = strstr(at, "=?UTF-8?B?")); ) {
		const char *end = strstr(at, "?=");
		size_t before = out.length;
		unsigned bits = 0;
		int have = 0;
		if (!end || end + 2 - at > 75)
			return NULL;
		for (at += 10; at < end && *at != '='; at++) {
			bits = bits << 6 | (unsigned)value_of(*at);
			have += 6;
			if (have >= 8)
				buffer_char(&out, (char)(bits >> (have -= 8) & 0xff));
		}
		/* Whole letters, each word by itself. */
		if (!utf8_is_valid(out.bytes + before, out.length - before))
			return NULL;
	}
	return buffer_string(&out);
}

static const char *header_of(const char *message, const char *name)
{
	const char *start = strstr(message, name);
	const char *end = start ? strstr(start, "\r\n") : NULL;

	while (end && end[2] == ' ')
		end = strstr(end + 2, "\r\n");
	return end ? arena_slice(arena, start, (size_t)(end - start)) : "";
}

static void test_words_in_headers(void)
{
	static const char *const texts[] = { "Newyddion i chi – Tŷ Hafan", "News\r\nBcc: victim@example.org", "a\tb", "\x1b[2J",
		"ŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷ", "👵🏽👵🏽👵🏽👵🏽👵🏽👵🏽👵🏽👵🏽👵🏽👵🏽👵🏽👵🏽", "é" };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct message m = usual;
		m.subject = m.from_name = texts[i];
		const char *out = whole(m), *head = arena_slice(arena, out, (size_t)(strstr(out, "\r\n\r\n") - out));
		is(decoded(header_of(out, "Subject: ")), texts[i], "a subject's words come through");
		is(decoded(header_of(out, "From: ")), texts[i], "and a sender's");
		bool ascii = true;
		for (const char *at = head; *at; at++)
			ascii &= (unsigned char)*at < 0x80 && ((unsigned char)*at >= ' ' || *at == '\r' || *at == '\n');
		ok(ascii && !strstr(head, "Bcc: "), "as letters that every mail server takes, and as no header of their own");
	}
	struct message quoted = usual;
	quoted.from_name = "The \"Tŷ\" \\ <a@b>";
	is(decoded(header_of(whole(quoted), "From: ")), quoted.from_name, "a name with quotes and other letters is encoded");
	quoted.from_name = "The \"Old\" \\ Mill <a@b>";
	has(whole(quoted), "From: \"The \\\"Old\\\" \\\\ Mill <a@b>\" <hello@riverside.example>\r\n", "quotes of a name do not end it");
}

static void test_folding(void)
{
	const char *word = "abcdefghi ";
	struct buffer long_line = buffer_in(arena, 512);

	for (int i = 0; i < 20; i++)
		buffer_text(&long_line, word);
	const char *folded = message_folded(arena, buffer_string(&long_line));
	size_t longest = 0, length = 0;
	for (const char *at = folded; *at; at++) {
		length = *at == '\n' ? 0 : length + 1;
		longest = length > longest ? length : longest;
	}
	ok(longest <= 72 && longest > 60, "lines are folded at spaces");
	is(message_folded(arena, "https://example.org/a/very/long/address/that/is/longer/than/any/line/of/a/message/may/be x"),
	   "https://example.org/a/very/long/address/that/is/longer/than/any/line/of/a/message/may/be\nx", "an address stays whole");
	is(message_folded(arena, "a\n\nb"), "a\n\nb", "paragraphs stay");
	is(message_folded(arena, ""), "", "nothing is nothing");
}

static void wait_for(const char *kind, const char *recipient, const char *more)
{
	programme_sql(p, arena_printf(arena, "insert into outbox (person_id, kind, recipient, language, not_before, created_at%s) values (1, '%s', '%s', 'en', 0, 0%s)",
		*more ? ", urgent" : "", kind, recipient, more));
}

static bool send_one(void)
{
	return post_send_one(p->site, arena);
}

static int64_t in_state(const char *state)
{
	return programme_count(p, arena_printf(arena, "select count(*) from outbox where state = '%s'", state));
}

static const char *folder_of_mail(void)
{
	return arena_printf(arena, "%s/data/mail", p->folder);
}

static void set(const char *name, const char *value)
{
	programme_sql(p, arena_printf(arena, "insert into setting values ('%s', '%s') on conflict (name) do update set value = excluded.value", name, value));
}

static void test_sending(void)
{
	struct stat facts;

	set("mail_way", "folder");
	set("mail_from", "hello@riverside.example");
	ok(!send_one(), "nothing waits");
	wait_for("news", "ann@example.org", "");
	ok(send_one() && in_state("sent") == 1, "what waits goes");
	ok(!send_one(), "once");
	const char *file = arena_printf(arena, "%s/%06d.eml", folder_of_mail(), 1);
	ok(stat(file, &facts) == 0 && (facts.st_mode & 0777) == 0600, "into a file of its owner alone");
	ok(stat(folder_of_mail(), &facts) == 0 && (facts.st_mode & 0777) == 0700, "in a folder of its owner alone");
	programme_sql(p, "insert into outbox (person_id, kind, recipient, language, not_before, created_at) values (1, 'news', 'a@b', 'en', unixepoch() + 3600, 0)");
	ok(!send_one(), "what is not due stays");
	programme_sql(p, "delete from outbox");
}

static void test_failing(void)
{
	static const int waits[] = { 60, 300, 900, 3600, 14400, 43200 };

	set("mail_way", "sendmail");
	set("mail_command", "/bin/false");
	wait_for("news", "ann@example.org", "");
	for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
		ok(send_one() && in_state("waiting") == 1, "a mail that the host does not take waits");
		int64_t wait = programme_count(p, "select not_before - sent_at from outbox");
		ok(wait >= waits[i] - 2 && wait <= waits[i], arena_printf(arena, "for %d seconds after try %zu", waits[i], i + 1));
		programme_sql(p, "update outbox set not_before = 0");
	}
	ok(send_one() && in_state("failed") == 1, "after the last try it has failed");
	ok(!send_one(), "and is not tried again");
	programme_sql(p, "delete from outbox");
	set("mail_command", "/nothing/here");
	wait_for("news", "ann@example.org", "");
	ok(send_one() && in_state("waiting") == 1, "a command that is not there is a host that does not take it");
	programme_sql(p, "delete from outbox");
	set("mail_command", "/bin/true");
	wait_for("news", "ann@example.org\r\nBcc: x@y", "");
	ok(send_one() && in_state("waiting") == 1, "an address that no header may hold is written to by nobody");
	programme_sql(p, "delete from outbox");
	wait_for("no-such-kind", "ann@example.org", "");
	ok(send_one() && in_state("waiting") == 1, "nor is a mail without words sent");
	programme_sql(p, "delete from outbox");
}

static void test_pace(void)
{
	set("mail_way", "folder");
	set("mail_an_hour", "2");
	for (int i = 0; i < 4; i++)
		wait_for("news", "ann@example.org", "");
	ok(send_one() && send_one() && !send_one(), "no more go in an hour than the host allows");
	wait_for("code", "ann@example.org", ", 1");
	ok(send_one(), "but a code for signing in does");
	ok(programme_count(p, "select count(*) from outbox where urgent and state = 'sent'") == 1, "before all others");
	programme_sql(p, "update outbox set sent_at = sent_at - 3601 where state = 'sent'");
	ok(send_one() && in_state("waiting") == 1, "an hour later the next goes");
	programme_sql(p, "delete from outbox");
	programme_sql(p, "insert into outbox (id, person_id, kind, recipient, language, state, not_before, created_at) values (99, 1, 'news', 'a@b', 'en', 'sending', 0, 0)");
	ok(!send_one() && in_state("sending") == 1, "what another process has in hand is left to it");
	programme_sql(p, "delete from outbox");
}

static const char *read_mail(int number)
{
	char *text = arena_alloc(arena, 8192);
	FILE *in = fopen(arena_printf(arena, "%s/%06d.eml", folder_of_mail(), number), "r");

	if (in) {
		text[fread(text, 1, 8191, in)] = '\0';
		fclose(in);
	}
	return text;
}

/* What only the mail knows is sealed until it has gone, and gone then. */
static void test_codes(void)
{
	const char *sealed = crypto_seal(arena, &p->site->key, "outbox", "7K3M9QTX aLinkThatNobodyGuesses");

	programme_sql(p, arena_printf(arena, "insert into outbox (id, kind, recipient, language, sealed, urgent, not_before, created_at)"
		" values (500, 'code', 'ann@example.org', 'cy', '%s', 1, 0, 0);"
		"insert into sign_in_code (email, code, link, browser, expires_at) values ('ann@example.org', '', '', '', 7)", sealed));
	ok(send_one(), "a code goes");
	const char *mail = read_mail(500);
	has(mail, "7K3M 9QTX", "as it is shown");
	has(mail, "/link/aLinkThatNobodyGuesses", "with the link");
	has(mail, "Content-Language: cy", "in the language of whoever asked");
	is_count(programme_count(p, "select length(sealed) from outbox where id = 500"), 0, "what was sealed is gone");
	ok(programme_count(p, "select expires_at - unixepoch() from sign_in_code") > 890, "and its fifteen minutes begin when the host has taken it");
	programme_sql(p, "insert into outbox (id, kind, recipient, language, sealed, urgent, not_before, created_at) values (501, 'code', 'ann@example.org', 'en', 'forged', 1, 0, 0)");
	ok(send_one() && !strstr(read_mail(501), "forged"), "a seal that is none gives nothing away");
}

static void clean(void)
{
	DIR *dir = opendir(folder_of_mail());

	for (struct dirent *entry; dir && (entry = readdir(dir));)
		if (*entry->d_name != '.')
			remove(arena_printf(arena, "%s/%s", folder_of_mail(), entry->d_name));
	if (dir)
		closedir(dir);
	programme_free(p);
}

int main(void)
{
	p = programme_new(0);
	arena = p->arena;
	language_start(arena_printf(arena, "%s/locale", getenv("builddir")));
	test_message();
	test_reply();
	test_addresses();
	test_words_in_headers();
	test_folding();
	test_sending();
	test_failing();
	test_pace();
	test_codes();
	clean();
	return done();
}
