/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* How the site sends mail, tried at once. */
#include <unistd.h>

#include "base/arena.h"
#include "base/command.h"
#include "base/text.h"
#include "cgi-bin/setup/setup.h"
#include "domain/audit.h"
#include "pages_setup.h"
#include "post/post.h"

/* The command of the settings, where it can be run; else the one that hosts have. */
static const char *sendmail(struct request *q)
{
	const char *known = q->settings.mail_command;

	return *known && access(known, X_OK) == 0 ? known : command_find(q->work.arena, "sendmail");
}

struct outcome mail_show(struct request *q, void *into)
{
	struct setup_mail *view = into;
	const struct settings *s = &q->settings;

	*view = (struct setup_mail){
		.mail_way = text_is(s->mail_way, "folder") ? "" : s->mail_way, .smtp_host = s->smtp_host, .smtp_user = s->smtp_user, .mail_from = s->mail_from,
		.smtp_port = s->smtp_port, .mail_an_hour = s->mail_an_hour, .has_sendmail = *sendmail(q) != '\0',
		.has_curl = *command_find(q->work.arena, "curl") != '\0', .has_password = *s->smtp_password != '\0',
	};
	return shown;
}

/* The settings as they would be. */
static struct settings wished(struct request *q, const struct setup_mail_form *f)
{
	struct settings s = q->settings;

	s.mail_way = f->mail_way;
	s.mail_command = sendmail(q);
	s.mail_from = f->mail_from;
	s.mail_an_hour = f->mail_an_hour;
	if (text_is(f->mail_way, "sendmail"))
		return s;
	s.smtp_host = f->smtp_host;
	s.smtp_port = f->smtp_port;
	s.smtp_user = f->smtp_user;
	if (*f->smtp_password)
		s.smtp_password = crypto_seal(q->work.arena, q->work.key, "smtp", f->smtp_password);
	return s;
}

struct trial {
	struct settings settings;
	struct post_tried tried;
};

struct outcome mail_slow(struct request *q, const void *answers)
{
	const struct setup_mail_form *f = answers;
	struct trial *trial = arena_alloc(q->work.arena, sizeof *trial);
	bool smtp = text_is(f->mail_way, "smtp");

	trial->settings = wished(q, f);
	if (!*(smtp ? command_find(q->work.arena, "curl") : trial->settings.mail_command))
		return blamed(q, "mail_way", REASON_NOT_ALLOWED);
	trial->tried = post_try(&q->work, q->site, &trial->settings, f->test_to, q->language.code);
	q->scratch = trial;
	return shown;
}

static void put_count(struct request *q, const char *name, int64_t count)
{
	put_setting(q, name, arena_printf(q->work.arena, "%lld", (long long)count));
}

struct outcome mail_keep(struct request *q, const void *answers)
{
	const struct trial *trial = q->scratch;
	const struct settings *s = &trial->settings;

	(void)answers;
	put_setting(q, "mail_way", s->mail_way);
	put_setting(q, "mail_command", s->mail_command);
	put_setting(q, "mail_from", s->mail_from);
	put_count(q, "mail_an_hour", s->mail_an_hour);
	put_setting(q, "smtp_host", s->smtp_host);
	put_count(q, "smtp_port", s->smtp_port);
	put_setting(q, "smtp_user", s->smtp_user);
	put_setting(q, "smtp_password", s->smtp_password);
	put_setting(q, "setup_mail", arena_printf(q->work.arena, "%s\n%s", trial->tried.taken ? "taken" : "refused", trial->tried.said));
	audit_add(&q->work, "setting.change", "setting", 0, "mail_way mail_from mail_an_hour");
	return next_page;
}

struct outcome mail_sent_show(struct request *q, void *into)
{
	struct setup_mail_sent *view = into;
	const char *rest = q->settings.setup_mail, *first = text_piece(q->work.arena, &rest, '\n');

	if (!first || !*first)
		return go_to(q, "setup", "/mail");
	view->taken = text_is(first, "taken");
	view->said = rest ? rest : "";
	return shown;
}
