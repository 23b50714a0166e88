/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* Somebody signed up by the desk: what the form of templates/desk/new-person.xml is filled with, and what its answers
   come to. One of the form is judged as one of many from a file is. */
#ifndef INTAKE_NEW_PERSON_H
#define INTAKE_NEW_PERSON_H

#include "base/view.h"
#include "domain/enrol.h"
#include "sql_people.h"

struct desk_new_person_form;
struct work;

struct desk_spoken {
	const char *language;
};

/* What a sign-up to this programme asks. */
struct desk_new_person {
	struct desk_form_programme programme;
	struct list topics, places;
	struct enrolment row;      /* what the form is filled with: nothing yet */
	struct list languages;     /* desk_spoken: those of the site */
	bool several_languages;
};
extern const struct view desk_new_person_view;
extern const struct view desk_blank_form_view;

/* For a programme that is there, in a language, on a site that speaks `site_languages` (codes with one space between).
   False where there is no such programme. */
struct new_person_of {
	int64_t programme_id;
	const char *language, *site_languages;
};
bool new_person_begin(struct work *work, const struct new_person_of *of, struct desk_new_person *view);

/* What a good form tells. */
struct enrolment new_person_told(struct arena *arena, const struct new_person_of *of, const struct desk_new_person_form *form);

/* The field that is missing, where the template cannot ask for it (none-chosen), or NULL. */
const char *new_person_lacks(const struct enrolment *told);

#endif
