/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* What the desk's pages about the charity itself show: who works here, programmes, its own words. */
#ifndef DESK_CHARITY_VIEWS_H
#define DESK_CHARITY_VIEWS_H

#include "base/view.h"
#include "sql_programme.h"
#include "sql_staff.h"

/* Who works here, with when they are away. */
struct desk_staff_person {
	struct staff_all row;
	const char *away_from, *away_until, *deputy;
	bool is_silent;
};
struct desk_staff {
	struct list rows;
};
extern const struct view desk_staff_view;

struct desk_invite {
	bool may_coordinator, may_keeper, may_guard;   /* which roles may be given */
	const char *roles;                             /* filled in at first */
};
extern const struct view desk_invite_view;

struct desk_role {
	struct staff_one row;
	bool may_coordinator, may_keeper, may_guard, may_end;
	const char *roles;
	struct list logins;
	bool may_card;             /* without e-mail, a card of codes lets them in */
	bool is_self;
};
extern const struct view desk_role_view;

/* How the charity shows itself; name and hours in the page's language. */
struct desk_charity {
	const char *language;      /* its name */
	const char *site_name, *phone, *phone_hours, *concern_phone, *email, *post_address;
	int64_t concern_hours;
};
extern const struct view desk_charity_view;

/* Its colours, those that are looked at now or those that everybody sees; "" for those of the style sheet. */
struct desk_colours {
	const char *colour, *colour_dark;   /* as the form is filled: dark "" where it is the light one made lighter */
	const char *light, *dark;           /* as they are shown */
	bool looking, own;                  /* only looked at; everybody sees colours of its own */
};
extern const struct view desk_colours_view;

struct desk_programmes {
	struct list rows;
};
extern const struct view desk_programmes_view;

struct desk_programme {
	struct programme_settings row;
	const char *words;
	struct list topics;
};
extern const struct view desk_programme_view;

/* Words in one language, and what there is in all of them. */
struct desk_scheme_words {
	int64_t programme_id;
	const char *language_name, *in;
	const char *words, *more;
	struct list all;           /* struct desk_scheme_words_of */
	int64_t position;          /* of a topic */
};
struct desk_scheme_words_of {
	const char *code, *name, *dir, *words, *more, *address;
	bool current;
};
extern const struct view desk_topic_view;
extern const struct view desk_programme_words_view;
extern const struct view desk_new_topic_view;

#endif
