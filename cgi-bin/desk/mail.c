/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What lies in the outbox, what may have gone, what came back, and what the DNS needs. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/desk/backups.h"
#include "cgi-bin/mail-views.h"
#include "domain/audit.h"
#include "house/bounced.h"
#include "pages_desk.h"
#include "post/post.h"

/* A press sends so many, each of which may take a minute; what is being sent now is not yet "maybe". */
enum { SENT_MOST = 3, SENDING_SECONDS = 600, MAIL_BYTES = 4 * 1024 * 1024 };

struct outcome mail_show(struct request *q, void *into)
{
	struct desk_mail *view = into;
	struct outbox_counts counts = { 0 };
	struct list rows = sql_outbox_left(&q->work, &(struct outbox_left_in){ .before = q->work.now - SENDING_SECONDS,
		.is_lead = (q->visitor.who & LEAD) != 0 });
	struct desk_mail_left *left = arena_array(q->work.arena, rows.count + 1, sizeof *left);

	sql_outbox_counts(&q->work, &counts);
	for (size_t i = 0; i < rows.count; i++) {
		const struct outbox_left *row = list_row(&outbox_left_view, rows, i);
		left[i] = (struct desk_mail_left){ row->outbox_id, row->at, row->kind, text_is(row->state, "sending"),
			text_is(row->state, "failed") && row->tries == 0 };
	}
	*view = (struct desk_mail){ counts.waiting, q->settings.mail_an_hour, { left, rows.count }, dns_lines(q->work.arena, &q->settings),
		query_value(q, "report") };
	return shown;
}

/* Mail is handed over outside any transaction. */
struct outcome mail_slow(struct request *q, const void *answers)
{
	const struct desk_mail_form *f = answers;
	enum post_sent went = POST_SENT;

	if (!text_is(f->act, "send"))
		return shown;
	struct arena *arena = arena_new(MAIL_BYTES);
	for (int i = 0; i < SENT_MOST && went != POST_NOTHING; i++) {
		went = post_send_one(q->site, arena);
		arena_reset(arena);
	}
	arena_free(arena);
	return shown;
}

static struct outcome settle(struct request *q, const struct desk_mail_form *f, bool again)
{
	int64_t before = q->work.now - SENDING_SECONDS;

	if (!f->outbox_id)
		return blamed(q, "outbox_id", REASON_NONE_CHOSEN);
	int64_t done = again ? sql_outbox_once_more(&q->work, &(struct outbox_once_more_in){ .now = q->work.now, .outbox_id = f->outbox_id, .before = before })
		: sql_outbox_leave(&q->work, &(struct outbox_leave_in){ .outbox_id = f->outbox_id, .before = before });
	/* To where one came back from, nothing is sent once more. */
	if (again && done == 0)
		return blamed(q, "outbox_id", REASON_NOT_ALLOWED);
	if (done > 0)
		audit_add(&q->work, again ? "mail.once-more" : "mail.leave", "outbox", f->outbox_id, "state");
	return when(q, done > 0, go_to(q, "desk", "/mail"));
}

static struct outcome note_report(struct request *q, const char *report)
{
	static const char *const words[] = { "noted", "known", "soft" };
	enum bounced what = *report ? bounced_take(&q->work, report) : BOUNCED_NO_REPORT;

	if (what == BOUNCED_NO_REPORT)
		return blamed(q, "report", REASON_GONE);
	if (what == BOUNCED_NOT_OURS)
		return blamed(q, "report", REASON_NOT_ALLOWED);
	return go_to(q, "desk", arena_printf(q->work.arena, "/mail?report=%s", words[what]));
}

struct outcome mail_keep(struct request *q, const void *answers)
{
	const struct desk_mail_form *f = answers;

	if (text_is(f->act, "report"))
		return note_report(q, f->report);
	if (text_is(f->act, "again") || text_is(f->act, "leave"))
		return settle(q, f, text_is(f->act, "again"));
	return go_to(q, "desk", "/mail");
}
