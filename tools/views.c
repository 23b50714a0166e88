/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "db/views.h"

#include "base/text.h"
#include "cgi-bin/account-views.h"
#include "cgi-bin/backup-views.h"
#include "cgi-bin/desk-charity-views.h"
#include "cgi-bin/desk-lead-views.h"
#include "cgi-bin/desk-match-views.h"
#include "cgi-bin/desk-own-views.h"
#include "cgi-bin/desk-people-views.h"
#include "cgi-bin/desk-report-views.h"
#include "cgi-bin/desk-safety-views.h"
#include "cgi-bin/desk-todo-views.h"
#include "cgi-bin/desk-views.h"
#include "cgi-bin/feedback-views.h"
#include "cgi-bin/mail-views.h"
#include "cgi-bin/match-views.h"
#include "cgi-bin/setup-views.h"
#include "cgi-bin/signup-views.h"
#include "post/mail.h"
#include "web/error-views.h"

#define PAGE(name) { #name, &name##_view }

static const struct named_view page_views[] = {
	PAGE(error),
	PAGE(account_ask), PAGE(account_asks), PAGE(account_bars), PAGE(account_code), PAGE(account_complaint), PAGE(account_complaint_sent), PAGE(account_data), PAGE(account_details), PAGE(account_erase), PAGE(account_join), PAGE(account_leave), PAGE(account_meet),
	PAGE(account_new_ask), PAGE(account_new_offer), PAGE(account_offer), PAGE(account_pause), PAGE(account_reach), PAGE(account_demo), PAGE(account_enrol), PAGE(account_link), PAGE(account_me), PAGE(account_outgoing),
	PAGE(account_who),
	PAGE(desk_answer), PAGE(desk_audit), PAGE(desk_audit_chain), PAGE(desk_away), PAGE(desk_backups), PAGE(desk_hand_over), PAGE(desk_mail), PAGE(desk_restore), PAGE(desk_take_away), PAGE(desk_bereaved), PAGE(desk_card), PAGE(desk_concern), PAGE(desk_concern_close), PAGE(desk_concern_pairs), PAGE(desk_concern_think), PAGE(desk_concerns), PAGE(desk_death),
	PAGE(desk_erase), PAGE(desk_erasures), PAGE(desk_leave), PAGE(desk_invitation), PAGE(desk_join), PAGE(desk_lines), PAGE(desk_matching), PAGE(desk_meeting),
	PAGE(desk_mentee_says), PAGE(desk_mentor_says), PAGE(desk_name), PAGE(desk_names), PAGE(desk_new_card), PAGE(desk_organisation), PAGE(desk_organisations), PAGE(desk_others), PAGE(desk_pair),
	PAGE(desk_pairs), PAGE(desk_proposal), PAGE(desk_request), PAGE(desk_report), PAGE(desk_rests), PAGE(desk_retention), PAGE(desk_run), PAGE(desk_send), PAGE(desk_signup), PAGE(desk_signups), PAGE(desk_swap),
	PAGE(desk_people), PAGE(desk_person), PAGE(desk_merge), PAGE(desk_letter), PAGE(desk_how_you_are), PAGE(desk_how_sheet), PAGE(desk_letters), PAGE(desk_help), PAGE(desk_new_person), PAGE(desk_import), PAGE(desk_blank_form),
	PAGE(desk_tie), PAGE(desk_ties), PAGE(desk_todo),
	PAGE(desk_report_sheet), PAGE(desk_standards),
	PAGE(desk_weights), PAGE(desk_what_if),
	PAGE(desk_data), PAGE(desk_lead_find), PAGE(desk_lead_pair), PAGE(desk_lead_person),
	PAGE(desk_closing), PAGE(desk_gained), PAGE(desk_move), PAGE(desk_plan), PAGE(desk_review), PAGE(desk_sheet), PAGE(desk_task),
	PAGE(feedback_concern), PAGE(feedback_concern_sent), PAGE(feedback_meeting), PAGE(feedback_move),
	PAGE(feedback_plan), PAGE(feedback_say), PAGE(feedback_thanks),
	PAGE(match_agreement), PAGE(match_aims), PAGE(match_ask), PAGE(match_balance), PAGE(match_change), PAGE(match_choose), PAGE(match_circle), PAGE(match_closing), PAGE(match_pair),
	PAGE(match_invitation), PAGE(match_proposal), PAGE(match_read), PAGE(match_review), PAGE(match_sheet), PAGE(match_topic),
	PAGE(desk_language), PAGE(desk_languages), PAGE(desk_sentence), PAGE(desk_news), PAGE(desk_text), PAGE(desk_texts), PAGE(desk_own_page), PAGE(desk_own_pages), PAGE(desk_word), PAGE(desk_words),
	PAGE(setup_charity), PAGE(setup_checks), PAGE(setup_coordinator), PAGE(setup_finish), PAGE(setup_languages), PAGE(setup_mail), PAGE(setup_mail_sent),
	PAGE(setup_people), PAGE(setup_programme), PAGE(setup_restore), PAGE(setup_start),
	PAGE(account_how_you_are), PAGE(account_lesson), PAGE(account_logins), PAGE(desk_invite), PAGE(desk_role), PAGE(desk_staff), PAGE(desk_new_topic), PAGE(desk_programme), PAGE(desk_programme_words), PAGE(desk_programmes), PAGE(desk_charity), PAGE(desk_colours), PAGE(desk_topic),
	PAGE(signup_ask), PAGE(signup_bars), PAGE(signup_check), PAGE(signup_done), PAGE(signup_matching), PAGE(signup_meet), PAGE(signup_offer),
	PAGE(signup_save), PAGE(signup_start), PAGE(signup_which), PAGE(signup_work),
};

static const struct view *among(const struct named_view *views, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(views[i].name, name))
			return views[i].view;
	return NULL;
}

const struct view *view_named(const char *name)
{
	if (text_starts(name, "mail_"))
		return &mail_view;
	const struct view *page = among(page_views, sizeof page_views / sizeof *page_views, name);
	return page ? page : among(statement_views, statement_view_count, name);
}
