/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "post/deliver.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/command.h"
#include "base/log.h"
#include "base/text.h"
#include "site/site.h"

enum { COMMAND_SECONDS = 60, SMTPS_PORT = 465 };

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

static bool write_file(const char *path, const char *text)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (file < 0)
		return false;
	bool written = write_all(file, text);
	return close(file) == 0 && written;
}

static struct delivery by_folder(struct arena *arena, const struct site *site, const struct parcel *parcel)
{
	const char *folder = arena_printf(arena, "%s/mail", site->data);

	mkdir(folder, 0700);
	bool written = write_file(arena_printf(arena, "%s/%06lld.eml", folder, (long long)parcel->number), parcel->text);
	if (!written)
		log_line("mail %lld cannot be written to its folder", (long long)parcel->number);
	return (struct delivery){ written, "" };
}

static struct delivery told(const struct parcel *parcel, const char *command, struct command_answer answer)
{
	if (!answer.done)
		log_line("mail %lld: the host's %s ended with %d", (long long)parcel->number, command, answer.status);
	return (struct delivery){ answer.done, answer.said };
}

static struct delivery by_sendmail(struct arena *arena, const struct settings *settings, const struct parcel *parcel)
{
	const char *const argv[] = { settings->mail_command, "-t", "-i", "-f", settings->mail_from, NULL };

	return told(parcel, "mail command", command_run(arena, argv, parcel->text, COMMAND_SECONDS));
}

/* A line of curl's own settings: the value between quotes, what could end it escaped. */
static void add_option(struct buffer *out, const char *name, const char *value)
{
	buffer_printf(out, "%s = \"", name);
	for (; *value; value++)
		if (*value != '\n' && *value != '\r')
			buffer_printf(out, *value == '"' || *value == '\\' ? "\\%c" : "%c", *value);
	buffer_text(out, "\"\n");
}

/* What the server said: of curl's account the lines that came from it. Ours, among them the password, stay out. */
static const char *server_lines(struct arena *arena, const char *account)
{
	struct buffer out = buffer_in(arena, 512);
	const char *line;

	while ((line = text_piece(arena, &account, '\n')))
		if (text_starts(line, "< ") || text_starts(line, "curl: "))
			buffer_printf(&out, "%.*s\n", (int)strcspn(line, "\r"), text_starts(line, "< ") ? line + 2 : line);
	return buffer_string(&out);
}

/* TLS always: from the first byte on port 465, else asked for before anything is told. The password goes through
   standard input, where no list of processes shows it; the message lies in the data folder for that long. */
static struct delivery by_smtp(struct arena *arena, const struct settings *settings, const struct site *site, const struct parcel *parcel)
{
	const char *curl = command_find(arena, "curl");
	const char *const argv[] = { curl, "-q", "-K", "-", NULL };
	const char *path = arena_printf(arena, "%s/mail-%lld-%ld.tmp", site->data, (long long)parcel->number, (long)getpid());
	const char *password = *settings->smtp_password ? crypto_unseal(arena, &site->key, "smtp", settings->smtp_password) : "";
	struct buffer options = buffer_in(arena, 512);

	if (!*curl || !password || !write_file(path, parcel->text)) {
		log_line("mail %lld cannot go to the mail server: %s", (long long)parcel->number, !*curl ? "there is no curl" : "it cannot be prepared");
		return (struct delivery){ false, "" };
	}
	add_option(&options, "url", arena_printf(arena, "%s://%s:%lld", settings->smtp_port == SMTPS_PORT ? "smtps" : "smtp", settings->smtp_host,
						 (long long)settings->smtp_port));
	if (*settings->smtp_user)
		add_option(&options, "user", arena_printf(arena, "%s:%s", settings->smtp_user, password));
	add_option(&options, "mail-from", settings->mail_from);
	add_option(&options, "mail-rcpt", parcel->to);
	add_option(&options, "upload-file", path);
	buffer_text(&options, "ssl-reqd\nverbose\nsilent\nshow-error\nconnect-timeout = 15\nmax-time = 50\n");
	struct command_answer answer = command_run(arena, argv, buffer_string(&options), COMMAND_SECONDS);
	unlink(path);
	answer.said = server_lines(arena, answer.said);
	return told(parcel, "curl", answer);
}

struct delivery deliver(struct arena *arena, const struct settings *settings, const struct site *site, const struct parcel *parcel)
{
	if (text_is(settings->mail_way, "folder"))
		return by_folder(arena, site, parcel);
	if (text_is(settings->mail_way, "smtp"))
		return by_smtp(arena, settings, site, parcel);
	return by_sendmail(arena, settings, parcel);
}
