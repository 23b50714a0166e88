/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "template/facts.h"

#include "template/template.h"

static const struct member language_members[] = {
	VIEW_MEMBER(struct page_language, code),
	VIEW_MEMBER(struct page_language, name),
	VIEW_MEMBER(struct page_language, dir),
	VIEW_MEMBER(struct page_language, address),
	VIEW_MEMBER(struct page_language, current),
};
static const struct view page_language_view = VIEW(page_language, language_members);

static const struct member typed_members[] = {
	VIEW_MEMBER(struct typed_text, words),
};
static const struct view typed_text_view = VIEW(typed_text, typed_members);

static const struct member facts_members[] = {
	VIEW_MEMBER(struct page_facts, language),
	VIEW_MEMBER(struct page_facts, dir),
	VIEW_LIST(struct page_facts, languages, page_language_view),
	VIEW_MEMBER(struct page_facts, several_languages),
	VIEW_MEMBER(struct page_facts, site_name),
	VIEW_MEMBER(struct page_facts, phone),
	VIEW_MEMBER(struct page_facts, phone_link),
	VIEW_MEMBER(struct page_facts, phone_hours),
	VIEW_MEMBER(struct page_facts, email),
	VIEW_MEMBER(struct page_facts, email_link),
	VIEW_MEMBER(struct page_facts, post_address),
	VIEW_MEMBER(struct page_facts, colours),
	VIEW_MEMBER(struct page_facts, source_address),
	VIEW_MEMBER(struct page_facts, self),
	VIEW_MEMBER(struct page_facts, token),
	VIEW_MEMBER(struct page_facts, once),
	VIEW_MEMBER(struct page_facts, filled),
	VIEW_MEMBER(struct page_facts, has_form),
	VIEW_MEMBER(struct page_facts, warned),
	VIEW_MEMBER(struct page_facts, refused),
	VIEW_LIST(struct page_facts, mistakes, mistake_view),
	VIEW_MEMBER(struct page_facts, stale),
	VIEW_MEMBER(struct page_facts, unsaved),
	VIEW_MEMBER(struct page_facts, kept),
	VIEW_MEMBER(struct page_facts, changed),
	VIEW_MEMBER(struct page_facts, changed_by),
	VIEW_MEMBER(struct page_facts, changed_at),
	VIEW_LIST(struct page_facts, typed, typed_text_view),
	VIEW_MEMBER(struct page_facts, is_visitor),
	VIEW_MEMBER(struct page_facts, signed_in),
	VIEW_MEMBER(struct page_facts, is_staff),
	VIEW_MEMBER(struct page_facts, is_coordinator),
	VIEW_MEMBER(struct page_facts, is_keeper),
	VIEW_MEMBER(struct page_facts, sees_report),
	VIEW_MEMBER(struct page_facts, is_lead),
	VIEW_MEMBER(struct page_facts, is_trustee),
	VIEW_MEMBER(struct page_facts, is_reader),
	VIEW_MEMBER(struct page_facts, is_draft),
	VIEW_MEMBER(struct page_facts, sees_concerns),
	VIEW_MEMBER(struct page_facts, at_desk),
	VIEW_MEMBER(struct page_facts, signing_up),
	VIEW_MEMBER(struct page_facts, is_demo),
	VIEW_MEMBER(struct page_facts, call_name),
	VIEW_MEMBER(struct page_facts, helped_name),
	VIEW_MEMBER(struct page_facts, helped_here),
	VIEW_MEMBER(struct page_facts, helped_id),
	VIEW_MEMBER(struct page_facts, helped_until),
	VIEW_MEMBER(struct page_facts, step),
	VIEW_MEMBER(struct page_facts, steps),
	VIEW_MEMBER(struct page_facts, back),
	VIEW_MEMBER(struct page_facts, request),
};
const struct view page_facts_view = VIEW(page_facts, facts_members);
