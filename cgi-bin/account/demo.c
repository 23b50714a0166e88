/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The doors of a site that script/server made; anywhere else these pages do not exist. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/account/account.h"
#include "pages_account.h"
#include "sql_person.h"

enum { MAIL_BYTES = 16 * 1024 };

/* A demo site's doors: the address holds the person's number, sealed with the site's key. */
static int64_t demo_person(struct request *q)
{
	const char *number = crypto_unseal(q->work.arena, q->work.key, "demo", q->param);
	int64_t person_id;

	return number && text_is_count(number, &person_id) ? person_id : 0;
}

struct outcome demo_show(struct request *q, void *into)
{
	struct account_demo *view = into;
	struct person_roles row;

	if (!sql_person_roles(&q->work, &(struct person_roles_in){ demo_person(q) }, &row))
		return missing;
	view->name = row.call_name;
	view->is_staff = row.is_coordinator || row.is_lead || row.is_trustee || row.is_keeper || row.is_reader;
	return shown;
}

struct outcome demo_keep(struct request *q, const void *answers)
{
	int64_t person_id = demo_person(q);

	(void)answers;
	return sign_in(q, person_id, false, true);
}

static bool is_loopback(const char *remote)
{
	return text_starts(remote, "127.") || text_is(remote, "::1") || text_is(remote, "::ffff:127.0.0.1");
}

static const char *file_text(struct arena *arena, const char *path)
{
	char *text = arena_alloc(arena, MAIL_BYTES + 1);
	FILE *in = fopen(path, "rb");
	size_t length = in ? fread(text, 1, MAIL_BYTES, in) : 0;

	if (in)
		fclose(in);
	text[length] = '\0';
	return text;
}

static int newest_first(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*b)->d_name, (*a)->d_name);
}

static int is_mail(const struct dirent *entry)
{
	return text_ends(entry->d_name, ".eml");
}

/* What a demo site would have sent: on this machine alone. */
struct outcome outgoing_show(struct request *q, void *into)
{
	enum { MOST = 50 };
	struct account_outgoing *view = into;
	struct arena *arena = q->work.arena;
	struct account_mail *mails = arena_array(arena, MOST, sizeof *mails);
	const char *folder = arena_printf(arena, "%s/mail", q->site->data);
	struct dirent **entries = NULL;

	if (!is_loopback(q->http->remote))
		return missing;
	int found = scandir(folder, &entries, is_mail, newest_first);
	for (int i = 0; i < found; i++) {
		if (view->mails.count < MOST) {
			const char *path = arena_printf(arena, "%s/%s", folder, entries[i]->d_name);
			mails[view->mails.count++] = (struct account_mail){ arena_copy(arena, entries[i]->d_name), file_text(arena, path) };
		}
		free(entries[i]);
	}
	free(entries);
	view->mails.rows = mails;
	return shown;
}
