/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-todo-views.h"
#include "sql_desk.h"

static const struct member mail_members[] = {
	VIEW_MEMBER(struct todo_mail, call_name),
	VIEW_MEMBER(struct todo_mail, kind),
	VIEW_MEMBER(struct todo_mail, language),
	VIEW_MEMBER(struct todo_mail, phone),
	VIEW_MEMBER(struct todo_mail, by_mail),
	VIEW_MEMBER(struct todo_mail, subject),
};
static const struct view todo_mail_view = VIEW(todo_mail, mail_members);

static const struct member count_members[] = {
	VIEW_MEMBER(struct todo_count, group),
	VIEW_MEMBER(struct todo_count, n),
};
static const struct view todo_count_view = VIEW(todo_count, count_members);

static const struct member programme_members[] = {
	VIEW_MEMBER(struct desk_todo_programme, programme_id),
	VIEW_MEMBER(struct desk_todo_programme, n),
	VIEW_MEMBER(struct desk_todo_programme, words),
};
static const struct view desk_todo_programme_view = VIEW(desk_todo_programme, programme_members);

static const struct member line_members[] = {
	VIEW_MEMBER(struct todo_line, kind),
	VIEW_MEMBER(struct todo_line, key),
	VIEW_MEMBER(struct todo_line, press),
	VIEW_MEMBER(struct todo_line, note),
	VIEW_MEMBER(struct todo_line, place),
	VIEW_MEMBER(struct todo_line, call_name),
	VIEW_MEMBER(struct todo_line, other),
	VIEW_MEMBER(struct todo_line, mentor),
	VIEW_MEMBER(struct todo_line, mentee),
	VIEW_MEMBER(struct todo_line, phone),
	VIEW_MEMBER(struct todo_line, words),
	VIEW_MEMBER(struct todo_line, owner),
	VIEW_MEMBER(struct todo_line, owner_until),
	VIEW_MEMBER(struct todo_line, id),
	VIEW_MEMBER(struct todo_line, subject_id),
	VIEW_MEMBER(struct todo_line, since_day),
	VIEW_MEMBER(struct todo_line, due_day),
	VIEW_MEMBER(struct todo_line, late_days),
	VIEW_MEMBER(struct todo_line, is_late),
	VIEW_MEMBER(struct todo_line, sends),
	VIEW_LIST(struct todo_line, mails, todo_mail_view),
};
static const struct view todo_line_view = VIEW(todo_line, line_members);

static const struct member todo_members[] = {
	VIEW_LIST(struct desk_todo, lines, todo_line_view),
	VIEW_LIST(struct desk_todo, groups, todo_count_view),
	VIEW_LIST(struct desk_todo, programmes, desk_todo_programme_view),
	VIEW_LIST(struct desk_todo, by_phone, desk_pairs_by_phone_view),
	VIEW_MEMBER(struct desk_todo, group),
	VIEW_MEMBER(struct desk_todo, programme),
	VIEW_MEMBER(struct desk_todo, whose),
	VIEW_MEMBER(struct desk_todo, things),
	VIEW_MEMBER(struct desk_todo, found),
	VIEW_MEMBER(struct desk_todo, others),
	VIEW_MEMBER(struct desk_todo, first),
	VIEW_MEMBER(struct desk_todo, last),
	VIEW_MEMBER(struct desk_todo, before),
	VIEW_MEMBER(struct desk_todo, after),
	VIEW_MEMBER(struct desk_todo, unjoined),
	VIEW_MEMBER(struct desk_todo, untied),
	VIEW_MEMBER(struct desk_todo, named),
	VIEW_MEMBER(struct desk_todo, concerns),
	VIEW_MEMBER(struct desk_todo, several),
	VIEW_MEMBER(struct desk_todo, asked),
	VIEW_MEMBER(struct desk_todo, begins),
	VIEW_MEMBER(struct desk_todo, ends),
	VIEW_MEMBER(struct desk_todo, unguarded),
	VIEW_MEMBER(struct desk_todo, news),
	VIEW_MEMBER(struct desk_todo, nothing),
};
const struct view desk_todo_view = VIEW(desk_todo, todo_members);

static const struct member away_person_members[] = {
	VIEW_MEMBER(struct desk_away_person, person_id),
	VIEW_MEMBER(struct desk_away_person, call_name),
	VIEW_MEMBER(struct desk_away_person, away_from),
	VIEW_MEMBER(struct desk_away_person, away_until),
	VIEW_MEMBER(struct desk_away_person, deputy),
	VIEW_MEMBER(struct desk_away_person, seen_at),
	VIEW_MEMBER(struct desk_away_person, is_away),
	VIEW_MEMBER(struct desk_away_person, is_silent),
};
static const struct view desk_away_person_view = VIEW(desk_away_person, away_person_members);

static const struct member away_members[] = {
	VIEW_MEMBER(struct desk_away, away_from),
	VIEW_MEMBER(struct desk_away, away_until),
	VIEW_MEMBER(struct desk_away, deputy_id),
	VIEW_LIST(struct desk_away, others, desk_away_person_view),
	VIEW_LIST(struct desk_away, away, desk_away_person_view),
	VIEW_MEMBER(struct desk_away, is_planned),
};
const struct view desk_away_view = VIEW(desk_away, away_members);
