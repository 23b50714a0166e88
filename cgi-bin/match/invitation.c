/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody is suggested or invited; they say yes or no. The answer to whoever suggests is the same whether or
   not the person is of the programme. */
#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/match/match.h"
#include "domain/invitation.h"
#include "domain/proposal.h"
#include "pages_match.h"

enum { DAY = 86400, HOUR = 3600, GUESTS_A_DAY = 5, CODES_AN_HOUR = 20, AGAIN_AFTER = 30 * DAY };

/* Nobody writes to many, and no address is written to twice in a month. *quiet: this one was. */
static struct outcome count_guest(struct request *q, const char *email)
{
	bool *quiet = arena_alloc(q->work.arena, sizeof *quiet);
	const char *who = arena_printf(q->work.arena, "%lld", (long long)q->visitor.person_id);

	q->scratch = quiet;
	if (web_too_often(q, "guests", who, GUESTS_A_DAY, DAY))
		return too_often;
	*quiet = *email && web_too_often(q, "guest", email, 1, AGAIN_AFTER);
	return shown;
}

struct outcome suggest_count(struct request *q, const void *answers)
{
	const struct match_suggest_form *f = answers;

	return count_guest(q, f->email);
}

struct outcome suggest_keep(struct request *q, const void *answers)
{
	const struct match_suggest_form *f = answers;
	const struct match_suggest *row = q->view;
	const bool *quiet = q->scratch;
	bool is_new = text_is(f->who, "new");
	const struct invitation_new invitation = { .by_id = q->visitor.person_id, .ask_id = row->ask_id, .kind = "suggest", .name = f->name,
		.email = f->email, .address = f->address, .words = "", .consent = f->consent, .quiet = *quiet };
	const struct proposal_answer no = { .proposal_id = param_id(q), .person_id = q->visitor.person_id, .shows = "", .how = "self", .first_day = "" };

	if (is_new && !*f->email && !*f->address)
		return blamed(q, "email", REASON_NONE_CHOSEN);
	return when(q, invitation_send(&q->work, &invitation) != 0 && proposal_answer(&q->work, &no), next_page);
}

struct outcome invite_count(struct request *q, const void *answers)
{
	const struct match_invite_form *f = answers;

	return count_guest(q, f->email);
}

/* Whoever asks for themself gives their name with it. */
struct outcome invite_keep(struct request *q, const void *answers)
{
	const struct match_invite_form *f = answers;
	const bool *quiet = q->scratch;
	const struct invitation_new invitation = { .by_id = q->visitor.person_id, .ask_id = param_id(q), .kind = f->kind, .name = f->name,
		.email = f->email, .address = f->address, .words = f->words, .consent = true, .quiet = *quiet };

	if (text_is(f->who, "new") && !*f->email && !*f->address)
		return blamed(q, "email", REASON_NONE_CHOSEN);
	return when(q, invitation_send(&q->work, &invitation) != 0, next_page);
}

struct outcome invited_count(struct request *q, const void *answers)
{
	(void)answers;
	return web_too_often(q, "invited", web_network(q), CODES_AN_HOUR, HOUR) ? too_often : shown;
}


struct outcome invited_keep(struct request *q, const void *answers)
{
	const struct match_invited_form *f = answers;
	int64_t invitation_id = text_count(f->number);

	if (!invitation_opens(&q->work, invitation_id, f->code))
		return blamed(q, "code", REASON_WRONG_CODE);
	return go_to(q, "match", arena_printf(q->work.arena, "/invitation/%s", invitation_key(&q->work, invitation_id)));
}

struct outcome invitation_show(struct request *q, void *into)
{
	struct match_invitation *view = into;

	if (!sql_invitation_page(&q->work, &(struct invitation_page_in){ .invitation_id = invitation_of_key(&q->work, q->param),
			.language = q->language.code }, &view->row))
		return missing;
	view->open = text_is(view->row.state, "open");
	q->formless = !view->open;
	return shown;
}

/* A guest who says yes goes on to sign up, with the code; somebody who is signed in is of ours already. */
struct outcome invitation_keep(struct request *q, const void *answers)
{
	const struct match_invitation_form *f = answers;
	const struct match_invitation *view = q->view;
	int64_t invitation_id = view->row.invitation_id, person_id = q->visitor.who & PERSON ? q->visitor.person_id : 0;

	if (!text_is(f->answer, "yes"))
		return when(q, invitation_step(&q->work, invitation_id, "decline", ACTOR_GUEST), go_to(q, "match", "/declined"));
	return when(q, invitation_accept(&q->work, invitation_id, person_id),
		    person_id ? go_to(q, "account", "/me") : go_to(q, "signup", arena_printf(q->work.arena, "/start?invitation=%s", q->param)));
}

struct outcome help_keep(struct request *q, const void *answers)
{
	const struct match_help_form *f = answers;
	int64_t invitation_id = param_id(q);
	bool done = text_is(f->answer, "yes") ? invitation_accept(&q->work, invitation_id, q->visitor.person_id)
		: invitation_step(&q->work, invitation_id, "decline", ACTOR_GUEST);

	return when(q, done, go_to(q, "account", "/me"));
}

struct outcome take_back_keep(struct request *q, const void *answers)
{
	(void)answers;
	return when(q, invitation_step(&q->work, param_id(q), "withdraw", ACTOR_HOST), go_to(q, "account", "/me"));
}
