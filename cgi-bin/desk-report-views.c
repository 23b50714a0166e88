/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-report-views.h"
#include "sql_report.h"
#include "cgi-bin/desk-views.h"
#include "domain/standards.h"

static const struct member shown_count_members[] = {
	VIEW_MEMBER(struct shown_count, n),
	VIEW_MEMBER(struct shown_count, few),
};
static const struct view shown_count_view = VIEW(shown_count, shown_count_members);

static const struct member moment_members[] = {
	VIEW_MEMBER(struct report_moment, day),
	VIEW_ROW(struct report_moment, members, shown_count_view),
	VIEW_ROW(struct report_moment, both, shown_count_view),
	VIEW_ROW(struct report_moment, gives, shown_count_view),
	VIEW_ROW(struct report_moment, receives, shown_count_view),
	VIEW_ROW(struct report_moment, neither, shown_count_view),
	VIEW_ROW(struct report_moment, pairs, shown_count_view),
	VIEW_MEMBER(struct report_moment, has_share),
	VIEW_MEMBER(struct report_moment, share),
};
static const struct view report_moment_view = VIEW(report_moment, moment_members);

static const struct member count_members[] = {
	VIEW_MEMBER(struct desk_count, kind),
	VIEW_ROW(struct desk_count, count, shown_count_view),
};
const struct view desk_count_view = VIEW(desk_count, count_members);

static const struct member spread_members[] = {
	VIEW_ROW(struct report_days, count, shown_count_view),
	VIEW_MEMBER(struct report_days, least),
	VIEW_MEMBER(struct report_days, middle),
	VIEW_MEMBER(struct report_days, most),
};
static const struct view report_days_view = VIEW(report_days, spread_members);

static const struct member days_members[] = {
	VIEW_MEMBER(struct desk_days, kind),
	VIEW_ROW(struct desk_days, days, report_days_view),
	VIEW_MEMBER(struct desk_days, told),
};
static const struct view desk_days_view = VIEW(desk_days, days_members);

static const struct member said_members[] = {
	VIEW_ROW(struct report_answers, yes, shown_count_view),
	VIEW_ROW(struct report_answers, bit, shown_count_view),
	VIEW_ROW(struct report_answers, no, shown_count_view),
};
static const struct view report_answers_view = VIEW(report_answers, said_members);

static const struct member answers_members[] = {
	VIEW_MEMBER(struct desk_answers, kind),
	VIEW_MEMBER(struct desk_answers, is_mentor),
	VIEW_ROW(struct desk_answers, said, report_answers_view),
};
static const struct view desk_answers_view = VIEW(desk_answers, answers_members);

static const struct member want_members[] = {
	VIEW_MEMBER(struct report_want, topic_id),
	VIEW_MEMBER(struct report_want, words),
	VIEW_MEMBER(struct report_want, people),
};
static const struct view report_want_view = VIEW(report_want, want_members);

static const struct member bar_members[] = {
	VIEW_MEMBER(struct desk_length, kind),
	VIEW_ROW(struct desk_length, count, shown_count_view),
	VIEW_MEMBER(struct desk_length, x),
	VIEW_MEMBER(struct desk_length, y),
	VIEW_MEMBER(struct desk_length, high),
};
static const struct view desk_length_view = VIEW(desk_length, bar_members);

static const struct member change_members[] = {
	VIEW_MEMBER(struct desk_change, scale),
	VIEW_MEMBER(struct desk_change, later),
	VIEW_ROW(struct desk_change, count, shown_count_view),
	VIEW_MEMBER(struct desk_change, told),
	VIEW_MEMBER(struct desk_change, before),
	VIEW_MEMBER(struct desk_change, after),
	VIEW_MEMBER(struct desk_change, least),
	VIEW_MEMBER(struct desk_change, most),
};
const struct view desk_change_view = VIEW(desk_change, change_members);

static const struct member line_members[] = {
	VIEW_LIST(struct desk_line, points, desk_point_view),
	VIEW_MEMBER(struct desk_line, line),
	VIEW_MEMBER(struct desk_line, most),
	VIEW_MEMBER(struct desk_line, drawn),
};
static const struct view desk_line_view = VIEW(desk_line, line_members);

static const struct member report_members[] = {
	VIEW_LIST(struct desk_report, programmes, report_programmes_view),
	VIEW_MEMBER(struct desk_report, programme_id),
	VIEW_MEMBER(struct desk_report, words),
	VIEW_MEMBER(struct desk_report, first_day),
	VIEW_MEMBER(struct desk_report, last_day),
	VIEW_ROW(struct desk_report, now, report_moment_view),
	VIEW_MEMBER(struct desk_report, has_answers),
	VIEW_LIST(struct desk_report, over, report_moment_view),
	VIEW_MEMBER(struct desk_report, has_bars),
	VIEW_MEMBER(struct desk_report, any_day),
	VIEW_ROW(struct desk_report, share, desk_line_view),
	VIEW_ROW(struct desk_report, going, desk_line_view),
	VIEW_LIST(struct desk_report, bars, desk_length_view),
	VIEW_MEMBER(struct desk_report, bars_most),
	VIEW_LIST(struct desk_report, warnings, desk_count_view),
	VIEW_LIST(struct desk_report, changes, desk_change_view),
	VIEW_LIST(struct desk_report, wanted, report_want_view),
	VIEW_MEMBER(struct desk_report, wanted_others),
	VIEW_LIST(struct desk_report, pairs, desk_count_view),
	VIEW_LIST(struct desk_report, endings, desk_count_view),
	VIEW_LIST(struct desk_report, times, desk_days_view),
	VIEW_LIST(struct desk_report, meetings, desk_count_view),
	VIEW_LIST(struct desk_report, answers, desk_answers_view),
	VIEW_MEMBER(struct desk_report, longest),
};
const struct view desk_report_view = VIEW(desk_report, report_members);
const struct view desk_report_sheet_view = VIEW(desk_report, report_members);

static const struct member evidence_members[] = {
	VIEW_MEMBER(struct evidence, kind),
	VIEW_ROW(struct evidence, whole, shown_count_view),
	VIEW_MEMBER(struct evidence, told),
	VIEW_MEMBER(struct evidence, all),
	VIEW_MEMBER(struct evidence, none),
	VIEW_MEMBER(struct evidence, tenths),
};
static const struct view evidence_view = VIEW(evidence, evidence_members);

static const struct member standards_members[] = {
	VIEW_MEMBER(struct desk_standards, programme_id),
	VIEW_MEMBER(struct desk_standards, words),
	VIEW_MEMBER(struct desk_standards, first_day),
	VIEW_MEMBER(struct desk_standards, last_day),
	VIEW_LIST(struct desk_standards, evidence, evidence_view),
};
const struct view desk_standards_view = VIEW(desk_standards, standards_members);
