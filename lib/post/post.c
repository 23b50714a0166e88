/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "post/post.h"

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/log.h"
#include "base/text.h"
#include "language/language.h"
#include "own/own.h"
#include "pages_mail.h"
#include "post/bounce.h"
#include "post/deliver.h"
#include "post/mail.h"
#include "post/message.h"
#include "site/site.h"
#include "sql_account.h"
#include "sql_lesson.h"
#include "sql_outbox.h"
#include "sql_person.h"

enum { HOUR = 3600, CODE_LASTS = 15 * 60 };

/* A code, which has no O and no 0 in it, and a link; both open nothing. */
#define SAMPLE_SECRET "7K3M9QTX sample"

/* Seconds until the next try, by how many there were; after the last it has failed. */
static const int64_t waits[] = { 60, 5 * 60, 15 * 60, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR };
enum { TRIES_MAX = sizeof waits / sizeof *waits };

static const struct template *template_for(struct arena *arena, const char *kind)
{
	const char *name = arena_printf(arena, "mail/%s", kind);

	for (size_t i = 0; i < mail_template_count; i++)
		if (text_is(mail_templates[i]->name, name))
			return mail_templates[i];
	return NULL;
}

const char *post_subject(struct arena *arena, const struct settings *settings, const char *kind, const char *code)
{
	const struct template *template = template_for(arena, kind);
	const struct language language = language_use(arena, code);
	const struct mail mail = { .call_name = "", .code = "", .link = "", .site_name = settings->site_name, .phone = settings->phone,
		.phone_hours = settings->phone_hours, .lessons = "" };
	const struct render render = { .arena = arena, .template = template, .page = &mail, .facts_view = &mail_view, .facts = &mail,
		.language = &language, .links = { settings->address, settings->ending } };
	struct buffer out = buffer_in(arena, 256);

	if (!template)
		return "";
	template_render(&render, &out);
	return arena_slice(arena, buffer_string(&out), strcspn(buffer_string(&out), "\n"));
}

/* Of what is wanted of them before a first meeting, what is not done (lib/domain/lesson.h has how these stand). */
static const char *lessons_left(struct work *work, int64_t person_id)
{
	struct lessons_of row = { .lessons = "", .wanted = "" };
	struct buffer left = buffer_in(work->arena, 0);
	const char *slug;

	sql_lessons_of(work, &(struct lessons_of_in){ person_id }, &row);
	const char *wanted = row.wanted, *done = arena_printf(work->arena, " %s", row.lessons);
	while ((slug = text_piece(work->arena, &wanted, ' ')))
		if (*slug && !strstr(done, arena_printf(work->arena, " %s=", slug)))
			buffer_printf(&left, "%s ", slug);
	return buffer_string(&left);
}

/* A number stands from left to right in every text: "01632 960 123" would be read 123 960 01632 in one from right to left. */
static const char *number_in(struct arena *arena, const struct language *language, const char *number)
{
	return text_is(language->dir, "rtl") && *number ? arena_printf(arena, "\u2066%s\u2069", number) : number;
}

/* The subject is the template's first paragraph. */
static struct message written(struct work *work, const struct site *site, const struct settings *settings,
			      const struct outbox_next *row, const struct template *template)
{
	struct language language = language_use(work->arena, row->language);
	template = own_template(work->arena, site, template);
	struct person_called person = { .call_name = "" };
	const char *secret = *row->sealed ? crypto_unseal(work->arena, &site->key, "outbox", row->sealed) : "";
	struct buffer out = buffer_in(work->arena, 1024);

	if (row->person_id)
		sql_person_called(work, &(struct person_called_in){ row->person_id }, &person);
	bool has_words = text_is(row->kind, "night");
	const char *space = secret && !has_words ? strchr(secret, ' ') : NULL;
	const struct mail mail = {
		.call_name = person.call_name,
		.code = space ? crypto_code_shown(work->arena, secret) : "",
		.link = space ? space + 1 : "",
		.site_name = settings->site_name, .phone = number_in(work->arena, &language, settings->phone), .phone_hours = settings->phone_hours,
		.lessons = text_is(row->kind, "opened") ? lessons_left(work, row->person_id) : "",
	};
	const struct render render = {
		.arena = work->arena, .template = template, .page = &mail, .facts_view = &mail_view, .facts = &mail,
		.language = &language, .links = { settings->address, settings->ending },
	};
	template_render(&render, &out);
	if (has_words && secret)
		buffer_printf(&out, "\n%s", secret);
	const char *text = buffer_string(&out);
	size_t subject = strcspn(text, "\n");
	return (struct message){ bounce_mark(work->arena, &site->key, row->id, work->now), settings->site_name, settings->mail_from, row->recipient, language.code,
		arena_slice(work->arena, text, subject), text + subject + strspn(text + subject, "\n"), settings->email };
}

static void settle(struct work *work, const struct outbox_next *row, bool sent)
{
	if (!db_begin_write(work))
		return;
	if (sent)
		sql_outbox_sent(work, &(struct outbox_sent_in){ .outbox_id = row->id, .now = work->now });
	if (sent && text_is(row->kind, "code"))
		sql_code_handed_over(work, &(struct code_handed_over_in){ .expires_at = work->now + CODE_LASTS, .email = row->recipient });
	if (!sent)
		sql_outbox_again(work, &(struct outbox_again_in){ .outbox_id = row->id, .most_tries = TRIES_MAX,
			.not_before = work->now + waits[row->tries < TRIES_MAX ? row->tries : TRIES_MAX - 1] });
	db_commit(work);
}

static enum post_sent send(struct work *work, const struct site *site, const struct settings *settings, const struct outbox_next *row)
{
	const struct template *template = template_for(work->arena, row->kind);

	if (!template) {
		log_line("mail %lld has no template: %s", (long long)row->id, row->kind);
		settle(work, row, false);
		return POST_AGAIN;
	}
	struct message message = written(work, site, settings, row, template);
	const char *text = message_text(work->arena, &message, work->now);
	if (!text)
		log_line("mail %lld has an address that cannot be written to", (long long)row->id);
	bool sent = text && deliver(work->arena, settings, site, &(struct parcel){ row->id, row->recipient, text }).taken;
	settle(work, row, sent);
	return sent ? POST_SENT : POST_AGAIN;
}

struct post_tried post_try(struct work *work, struct site *site, const struct settings *settings, const char *to, const char *language)
{
	const struct outbox_next row = { .kind = "test", .recipient = to, .language = language, .sealed = "" };
	struct message message = written(work, site, settings, &row, template_for(work->arena, "test"));
	const char *text = message_text(work->arena, &message, work->now);

	language_use(work->arena, language);
	if (!text)
		return (struct post_tried){ false, "" };
	struct delivery tried = deliver(work->arena, settings, site, &(struct parcel){ 0, to, text });
	return (struct post_tried){ tried.taken, tried.said };
}

/* Marks the next one as being sent, so that no other process takes it too. */
static bool take(struct work *work, const struct settings *settings, struct outbox_next *row)
{
	struct outbox_pace pace = { 0 };
	struct outbox_take taken;

	if (!sql_outbox_next(work, &(struct outbox_next_in){ work->now }, row))
		return false;
	if (!row->urgent && sql_outbox_pace(work, &(struct outbox_pace_in){ work->now - HOUR }, &pace)
	    && pace.n >= settings->mail_an_hour)
		return false;
	if (!db_begin_write(work))
		return false;
	bool ours = sql_outbox_take(work, &(struct outbox_take_in){ .outbox_id = row->id, .now = work->now }, &taken);
	return db_commit(work) && ours;
}

enum post_sent post_send_one(struct site *site, struct arena *arena)
{
	struct work work = { .arena = arena, .db = site->db, .key = &site->key, .request = "post", .now = clock_now() };
	struct outbox_next row;

	if (site->state != SITE_READY)
		return POST_NOTHING;
	struct settings settings = site_settings(&work, "");
	if (!take(&work, &settings, &row))
		return POST_NOTHING;
	return send(&work, site, &settings, &row);
}

static bool read_out(struct work *work, const struct site *site, const struct settings *settings, const struct outbox_next *row, struct post_letter *letter)
{
	const struct template *template = template_for(work->arena, row->kind);

	if (!template)
		return false;
	const struct message message = written(work, site, settings, row, template);
	*letter = (struct post_letter){ message.subject, message.text, message.language };
	return true;
}

bool post_letter(struct work *work, const struct site *site, const struct settings *settings, const struct post_to *to, struct post_letter *letter)
{
	const struct outbox_next row = { .person_id = to->person_id, .kind = to->kind, .recipient = "", .language = to->language, .sealed = "" };

	return read_out(work, site, settings, &row, letter);
}

bool post_sample(struct work *work, const struct site *site, const struct settings *settings, const struct post_to *to, struct post_letter *letter)
{
	const char *secret = text_is(to->kind, "night") ? "" : crypto_seal(work->arena, &site->key, "outbox", SAMPLE_SECRET);
	const struct outbox_next row = { .person_id = to->person_id, .kind = to->kind, .recipient = "", .language = to->language, .sealed = secret };

	return read_out(work, site, settings, &row, letter);
}

const char *post_kinds(struct arena *arena)
{
	struct buffer kinds = buffer_in(arena, 512);

	for (size_t i = 0; i < mail_template_count; i++)
		buffer_printf(&kinds, "%s%s", i ? " " : "", strchr(mail_templates[i]->name, '/') + 1);
	return buffer_string(&kinds);
}
