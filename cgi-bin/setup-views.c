/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/setup-views.h"

static const struct member start_members[] = {
	VIEW_MEMBER(struct setup_start, folder),
	VIEW_MEMBER(struct setup_start, path),
	VIEW_MEMBER(struct setup_start, open),
	VIEW_MEMBER(struct setup_start, is_in),
	VIEW_MEMBER(struct setup_start, secure),
};
const struct view setup_start_view = VIEW(setup_start, start_members);

static const struct member picture_members[] = {
	VIEW_MEMBER(struct setup_picture, address),
};
static const struct view picture_view = VIEW(setup_picture, picture_members);

static const struct member checks_members[] = {
	VIEW_MEMBER(struct setup_checks, found),
	VIEW_MEMBER(struct setup_checks, path),
	VIEW_MEMBER(struct setup_checks, now),
	VIEW_MEMBER(struct setup_checks, ran),
	VIEW_MEMBER(struct setup_checks, stops),
	VIEW_LIST(struct setup_checks, pictures, picture_view),
};
const struct view setup_checks_view = VIEW(setup_checks, checks_members);

static const struct member charity_members[] = {
	VIEW_MEMBER(struct setup_charity, site_name),
	VIEW_MEMBER(struct setup_charity, phone),
	VIEW_MEMBER(struct setup_charity, phone_hours),
	VIEW_MEMBER(struct setup_charity, concern_phone),
	VIEW_MEMBER(struct setup_charity, concern_hours),
	VIEW_MEMBER(struct setup_charity, email),
	VIEW_MEMBER(struct setup_charity, post_address),
	VIEW_MEMBER(struct setup_charity, address),
	VIEW_MEMBER(struct setup_charity, zone),
	VIEW_MEMBER(struct setup_charity, source_address),
};
const struct view setup_charity_view = VIEW(setup_charity, charity_members);

static const struct member language_members[] = {
	VIEW_MEMBER(struct setup_language, code),
	VIEW_MEMBER(struct setup_language, name),
	VIEW_MEMBER(struct setup_language, dir),
	VIEW_MEMBER(struct setup_language, draft),
	VIEW_MEMBER(struct setup_language, chosen),
};
static const struct view language_view = VIEW(setup_language, language_members);

static const struct member languages_members[] = {
	VIEW_LIST(struct setup_languages, all, language_view),
	VIEW_MEMBER(struct setup_languages, first),
};
const struct view setup_languages_view = VIEW(setup_languages, languages_members);

static const struct member mail_members[] = {
	VIEW_MEMBER(struct setup_mail, mail_way),
	VIEW_MEMBER(struct setup_mail, smtp_host),
	VIEW_MEMBER(struct setup_mail, smtp_user),
	VIEW_MEMBER(struct setup_mail, mail_from),
	VIEW_MEMBER(struct setup_mail, smtp_port),
	VIEW_MEMBER(struct setup_mail, mail_an_hour),
	VIEW_MEMBER(struct setup_mail, has_sendmail),
	VIEW_MEMBER(struct setup_mail, has_curl),
	VIEW_MEMBER(struct setup_mail, has_password),
};
const struct view setup_mail_view = VIEW(setup_mail, mail_members);

static const struct member mail_sent_members[] = {
	VIEW_MEMBER(struct setup_mail_sent, said),
	VIEW_MEMBER(struct setup_mail_sent, taken),
};
const struct view setup_mail_sent_view = VIEW(setup_mail_sent, mail_sent_members);

static const struct member programme_members[] = {
	VIEW_ROW(struct setup_programme, row, setup_first_view),
	VIEW_MEMBER(struct setup_programme, is_there),
};
const struct view setup_programme_view = VIEW(setup_programme, programme_members);

static const struct member coordinator_members[] = {
	VIEW_MEMBER(struct setup_coordinator, full_name),
	VIEW_MEMBER(struct setup_coordinator, call_name),
	VIEW_MEMBER(struct setup_coordinator, email),
};
const struct view setup_coordinator_view = VIEW(setup_coordinator, coordinator_members);

static const struct member people_members[] = {
	VIEW_ROW(struct setup_people, coordinator, setup_coordinator_view),
	VIEW_MEMBER(struct setup_people, lead_name),
	VIEW_MEMBER(struct setup_people, lead_email),
	VIEW_MEMBER(struct setup_people, second_role),
	VIEW_MEMBER(struct setup_people, second_name),
	VIEW_MEMBER(struct setup_people, second_email),
};
const struct view setup_people_view = VIEW(setup_people, people_members);

static const struct member finish_members[] = {
	VIEW_MEMBER(struct setup_finish, site_name),
	VIEW_MEMBER(struct setup_finish, address),
	VIEW_MEMBER(struct setup_finish, programme),
	VIEW_LIST(struct setup_finish, staff, setup_staff_view),
	VIEW_MEMBER(struct setup_finish, no_charity),
	VIEW_MEMBER(struct setup_finish, no_mail),
	VIEW_MEMBER(struct setup_finish, no_programme),
	VIEW_MEMBER(struct setup_finish, no_people),
	VIEW_MEMBER(struct setup_finish, not_secure),
	VIEW_MEMBER(struct setup_finish, not_checked),
	VIEW_MEMBER(struct setup_finish, ready),
};
const struct view setup_finish_view = VIEW(setup_finish, finish_members);
