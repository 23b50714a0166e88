/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-safety-views.h"
#include "sql_audit.h"

#include "domain/retention.h"

static const struct member name_person_members[] = {
	VIEW_MEMBER(struct desk_name_person, person_id),
	VIEW_MEMBER(struct desk_name_person, full_name),
	VIEW_MEMBER(struct desk_name_person, call_name),
};
static const struct view desk_name_person_view = VIEW(desk_name_person, name_person_members);

static const struct member organisations_members[] = {
	VIEW_LIST(struct desk_organisations, unjoined, bars_unjoined_view),
	VIEW_LIST(struct desk_organisations, organisations, organisations_all_view),
};
const struct view desk_organisations_view = VIEW(desk_organisations, organisations_members);

static const struct member join_members[] = {
	VIEW_MEMBER(struct desk_join, typed),
	VIEW_MEMBER(struct desk_join, kind),
	VIEW_MEMBER(struct desk_join, name),
	VIEW_LIST(struct desk_join, organisations, organisations_of_view),
};
const struct view desk_join_view = VIEW(desk_join, join_members);

static const struct member organisation_members[] = {
	VIEW_ROW(struct desk_organisation, organisation, organisation_one_view),
	VIEW_LIST(struct desk_organisation, spellings, spellings_of_view),
};
const struct view desk_organisation_view = VIEW(desk_organisation, organisation_members);

static const struct member names_members[] = {
	VIEW_LIST(struct desk_names, rows, bars_named_view),
};
const struct view desk_names_view = VIEW(desk_names, names_members);

static const struct member ties_members[] = {
	VIEW_LIST(struct desk_names, rows, bars_untied_view),
};
const struct view desk_ties_view = VIEW(desk_names, ties_members);

static const struct member lines_members[] = {
	VIEW_LIST(struct desk_lines, rows, lines_shown_view),
	VIEW_LIST(struct desk_lines, people, desk_name_person_view),
};
const struct view desk_lines_view = VIEW(desk_lines, lines_members);

static const struct member name_members[] = {
	VIEW_ROW(struct desk_name, bar, bar_one_view),
	VIEW_LIST(struct desk_name, people, desk_name_person_view),
};
const struct view desk_name_view = VIEW(desk_name, name_members);
const struct view desk_tie_view = VIEW(desk_name, name_members);

static const struct member concerns_members[] = {
	VIEW_LIST(struct desk_concerns, rows, concerns_open_view),
	VIEW_LIST(struct desk_concerns, closed, concerns_closed_view),
};
const struct view desk_concerns_view = VIEW(desk_concerns, concerns_members);

static const struct member concern_members[] = {
	VIEW_ROW(struct desk_concern, concern, concern_one_view),
	VIEW_LIST(struct desk_concern, looks, concern_looks_view),
	VIEW_LIST(struct desk_concern, entries, concern_entries_view),
	VIEW_LIST(struct desk_concern, pairs, concern_pairs_view),
	VIEW_LIST(struct desk_concern, people, desk_name_person_view),
	VIEW_MEMBER(struct desk_concern, is_taken),
	VIEW_MEMBER(struct desk_concern, is_closed),
	VIEW_MEMBER(struct desk_concern, is_answered),
	VIEW_MEMBER(struct desk_concern, is_late),
	VIEW_MEMBER(struct desk_concern, may_take),
	VIEW_MEMBER(struct desk_concern, may_take_over),
};
const struct view desk_concern_view = VIEW(desk_concern, concern_members);
const struct view desk_concern_think_view = VIEW(desk_concern, concern_members);
const struct view desk_concern_pairs_view = VIEW(desk_concern, concern_members);
const struct view desk_concern_close_view = VIEW(desk_concern, concern_members);

static const struct member audit_members[] = {
	VIEW_MEMBER(struct desk_audit, who),
	VIEW_MEMBER(struct desk_audit, verb),
	VIEW_MEMBER(struct desk_audit, first_day),
	VIEW_MEMBER(struct desk_audit, last_day),
	VIEW_LIST(struct desk_audit, rows, audit_found_view),
	VIEW_LIST(struct desk_audit, people, desk_name_person_view),
	VIEW_MEMBER(struct desk_audit, older),
	VIEW_MEMBER(struct desk_audit, nothing),
};
const struct view desk_audit_view = VIEW(desk_audit, audit_members);

static const struct member audit_chain_members[] = {
	VIEW_MEMBER(struct desk_audit_chain, holds),
	VIEW_MEMBER(struct desk_audit_chain, broken),
};
const struct view desk_audit_chain_view = VIEW(desk_audit_chain, audit_chain_members);

static const struct member rest_members[] = {
	VIEW_MEMBER(struct desk_rest, pair_id),
	VIEW_ROW(struct desk_rest, row, pairs_resting_view),
	VIEW_MEMBER(struct desk_rest, kind),
	VIEW_MEMBER(struct desk_rest, is_over),
};
const struct view desk_rest_view = VIEW(desk_rest, rest_members);

static const struct member rests_members[] = {
	VIEW_LIST(struct desk_rests, rows, desk_rest_view),
};
const struct view desk_rests_view = VIEW(desk_rests, rests_members);

static const struct member leave_members[] = {
	VIEW_ROW(struct desk_leave, person, leave_person_view),
	VIEW_LIST(struct desk_leave, pairs, leave_pairs_view),
};
const struct view desk_leave_view = VIEW(desk_leave, leave_members);

static const struct member erase_members[] = {
	VIEW_LIST(struct desk_erase, people, desk_name_person_view),
};
const struct view desk_erase_view = VIEW(desk_erase, erase_members);

static const struct member erasure_members[] = {
	VIEW_MEMBER(struct desk_erasure, person_id),
	VIEW_ROW(struct desk_erasure, row, erasures_view),
	VIEW_LIST(struct desk_erasure, held, erase_tied_view),
};
static const struct view erasure_view = VIEW(desk_erasure, erasure_members);

static const struct member erasures_members[] = {
	VIEW_LIST(struct desk_erasures, rows, erasure_view),
};
const struct view desk_erasures_view = VIEW(desk_erasures, erasures_members);

static const struct member retention_day_members[] = {
	VIEW_MEMBER(struct retention_day, day),
	VIEW_MEMBER(struct retention_day, count),
};
static const struct view retention_day_view = VIEW(retention_day, retention_day_members);

static const struct member retention_rule_members[] = {
	VIEW_MEMBER(struct desk_retention_rule, rule),
	VIEW_MEMBER(struct desk_retention_rule, days),
	VIEW_LIST(struct desk_retention_rule, coming, retention_day_view),
};
static const struct view retention_rule_view = VIEW(desk_retention_rule, retention_rule_members);

static const struct member retention_members[] = {
	VIEW_LIST(struct desk_retention, rules, retention_rule_view),
};
const struct view desk_retention_view = VIEW(desk_retention, retention_members);
