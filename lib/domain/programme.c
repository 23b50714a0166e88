/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/programme.h"

#include "base/text.h"
#include "domain/audit.h"
#include "sql_programme.h"

static void put(struct work *work, const char *subject, int64_t id, const struct kind_words *w)
{
	sql_wording_put(work, &(struct wording_put_in){ .subject = subject, .subject_id = id, .language = w->language, .words = w->words, .more = w->more });
}

/* The charity's own name, where it gave one; a name of the kind stands beside none of theirs. */
static void put_name(struct work *work, const struct programme_new *p, int64_t id, struct kind_words words)
{
	const char *own = text_is(words.language, "en") ? p->name : text_is(words.language, "cy") ? p->name_cy : "";

	if (*own)
		words.words = own;
	else if (*p->name)
		words.words = p->name;
	put(work, "programme", id, &words);
}

int64_t programme_begin(struct work *work, const struct programme_new *p)
{
	struct programme_add added;
	struct topic_add topic = { 0 };
	int last = -1;

	if (!sql_programme_add(work, &(struct programme_add_in){ .slug = p->kind, .kind = p->kind, .intergenerational = p->intergenerational }, &added))
		return 0;
	for (size_t i = 0; i < kind_word_count; i++) {
		const struct kind_words *w = &kind_words[i];
		if (!text_is(w->kind, p->kind))
			continue;
		if (w->topic < 0) {
			put_name(work, p, added.id, *w);
			continue;
		}
		if (w->topic != last && !sql_topic_add(work, &(struct topic_add_in){ .programme_id = added.id, .position = w->topic }, &topic))
			return 0;
		last = w->topic;
		put(work, "topic", topic.id, w);
	}
	audit_add(work, "programme.begin", "programme", added.id, "");
	return added.id;
}
