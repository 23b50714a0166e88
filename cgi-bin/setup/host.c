/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Whether this host is right for people's details. What was found is kept until it is checked again. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/log.h"
#include "base/text.h"
#include "cgi-bin/setup/setup.h"
#include "pages_setup.h"

enum { PLACES_MOST = 3, FETCH_SECONDS = 12 };

/* A red square of 8 by 8, as PNG. */
static const unsigned char square[] = {
	0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x08,
	0x01, 0x03, 0x00, 0x00, 0x00, 0xfe, 0xc1, 0x2c, 0xc8, 0x00, 0x00, 0x00, 0x03, 0x50, 0x4c, 0x54, 0x45, 0xd0, 0x00, 0x00, 0x2a, 0xf3, 0x08, 0xea,
	0x00, 0x00, 0x00, 0x0b, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x60, 0x40, 0x05, 0x00, 0x00, 0x10, 0x00, 0x01, 0xaa, 0x19, 0xf8, 0x82, 0x00,
	0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

bool checks_stop(const char *found)
{
	static const char *const stops[] = { "fetch-yes", "fetch-untried", "rights-open", "room-none", "locks-none", "clock-wrong" };

	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (text_has_word(found, stops[i]))
			return true;
	return !*found;
}

/* The folder that the site's bare address serves: by the address of this program and its place on the disk. */
static const char *web_folder(struct request *q)
{
	const char *home = q->site->home, *before = q->links.before;
	size_t whole = strlen(home), tail = strlen(before);

	if (tail < whole && text_is(home + whole - tail, before))
		return arena_slice(q->work.arena, home, whole - tail);
	return q->http->root;
}

/* Addresses at which a file of the data folder would be served, were it served. */
static size_t places(struct request *q, const char *file, const char **into)
{
	struct arena *arena = q->work.arena;
	const char *web = web_folder(q), *data = q->site->data, *slash = strrchr(data, '/');
	size_t length = strlen(web), count = 0;

	if (length && strncmp(data, web, length) == 0 && data[length] == '/')
		into[count++] = arena_printf(arena, "%s/%s", data + length, file);
	into[count++] = arena_printf(arena, "%s/%s", slash ? slash : "", file);
	into[count++] = arena_printf(arena, "/..%s/%s", slash ? slash : "", file);
	return count;
}

static bool write_bytes(struct request *q, const char *name, const void *bytes, size_t length)
{
	int file = open(arena_printf(q->work.arena, "%s/%s", q->site->data, name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (file < 0)
		return false;
	bool written = write(file, bytes, length) == (ssize_t)length;
	return close(file) == 0 && written;
}

/* What the host's curl gets of one address: the secret, something else, or no answer. */
static const char *fetch(struct request *q, const char *curl, const char *place, const char *secret)
{
	const char *address = arena_printf(q->work.arena, "%s://%s%s", q->http->secure ? "https" : "http", q->http->host, place);
	const char *const argv[] = { curl, "-q", "-s", "-k", "-m", "5", "--path-as-is", "--", address, NULL };
	struct command_answer answer = command_run(q->work.arena, argv, "", FETCH_SECONDS);

	if (!answer.done)
		log_line("%s the host's curl ended with %d at %s", q->work.request, answer.status, address);
	return !answer.done ? "fetch-untried" : strstr(answer.said, secret) ? "fetch-yes" : "fetch-no";
}

static const char *try_to_fetch(struct request *q)
{
	const char *curl = command_find(q->work.arena, "curl"), *secret = crypto_token(q->work.arena), *worst = "fetch-no";
	const char *into[PLACES_MOST];
	size_t count = places(q, "fetch.db", into);

	if (!*curl || !*q->http->host || !write_bytes(q, "fetch.db", secret, strlen(secret)))
		return "fetch-untried";
	for (size_t i = 0; i < count && !text_is(worst, "fetch-yes"); i++) {
		const char *got = fetch(q, curl, into[i], secret);
		worst = text_is(got, "fetch-no") ? worst : got;
	}
	unlink(arena_printf(q->work.arena, "%s/fetch.db", q->site->data));
	return worst;
}

struct outcome checks_show(struct request *q, void *into)
{
	struct setup_checks *view = into;
	const char *addresses[PLACES_MOST];
	struct setup_picture *pictures = arena_array(q->work.arena, PLACES_MOST, sizeof *pictures);

	view->found = q->settings.setup_found;
	view->path = q->site->data;
	view->now = q->work.now;
	view->ran = *view->found != '\0';
	view->stops = view->ran && checks_stop(view->found);
	if (!text_has_word(view->found, "fetch-untried"))
		return shown;
	view->pictures = (struct list){ pictures, places(q, "square.png", addresses) };
	for (size_t i = 0; i < view->pictures.count; i++)
		pictures[i].address = addresses[i];
	return shown;
}

/* Outside any transaction: it writes, waits and asks the web server. */
struct outcome checks_slow(struct request *q, const void *answers)
{
	const struct setup_checks_form *f = answers;
	const struct site_host host = { q->http->root, q->http->secure, http_is_fastcgi() };
	const char *fetched = try_to_fetch(q);

	if (text_is(fetched, "fetch-untried")) {
		write_bytes(q, "square.png", square, sizeof square);
		fetched = text_is(f->sees, "yes") ? "fetch-yes" : text_is(f->sees, "no") ? "fetch-no" : fetched;
	}
	if (!text_is(fetched, "fetch-untried"))
		unlink(arena_printf(q->work.arena, "%s/square.png", q->site->data));
	q->scratch = arena_printf(q->work.arena, "%s %s", site_check(q->work.arena, q->site, &host), fetched);
	return shown;
}

struct outcome checks_keep(struct request *q, const void *answers)
{
	(void)answers;
	put_setting(q, "setup_found", q->scratch);
	return next_page;
}
