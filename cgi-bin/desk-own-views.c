/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cgi-bin/desk-own-views.h"

static const struct member own_row_members[] = {
	VIEW_MEMBER(struct desk_own_row, name),
	VIEW_MEMBER(struct desk_own_row, slug),
	VIEW_MEMBER(struct desk_own_row, state),
};
const struct view desk_own_row_view = VIEW(desk_own_row, own_row_members);

static const struct member news_members[] = {
	VIEW_MEMBER(struct desk_news, upgraded_at),
	VIEW_LIST(struct desk_news, looks, desk_own_row_view),
	VIEW_MEMBER(struct desk_news, keeper),
	VIEW_MEMBER(struct desk_news, unread),
};
const struct view desk_news_view = VIEW(desk_news, news_members);

static const struct member own_pages_members[] = {
	VIEW_LIST(struct desk_own_pages, rows, desk_own_row_view),
	VIEW_MEMBER(struct desk_own_pages, no_tool),
};
const struct view desk_own_pages_view = VIEW(desk_own_pages, own_pages_members);

static const struct member own_wrong_members[] = {
	VIEW_MEMBER(struct desk_own_wrong, words),
};
static const struct view desk_own_wrong_view = VIEW(desk_own_wrong, own_wrong_members);

static const struct member own_page_members[] = {
	VIEW_ROW(struct desk_own_page, row, desk_own_row_view),
	VIEW_LIST(struct desk_own_page, wrong, desk_own_wrong_view),
	VIEW_MEMBER(struct desk_own_page, good),
	VIEW_MEMBER(struct desk_own_page, live),
	VIEW_MEMBER(struct desk_own_page, no_tool),
};
const struct view desk_own_page_view = VIEW(desk_own_page, own_page_members);

static const struct member words_members[] = {
	VIEW_MEMBER(struct desk_words, find),
	VIEW_MEMBER(struct desk_words, of_page),
	VIEW_MEMBER(struct desk_words, no_tool),
	VIEW_MEMBER(struct desk_words, language),
	VIEW_LIST(struct desk_words, rows, sentence_view),
	VIEW_LIST(struct desk_words, owns, sentence_view),
	VIEW_MEMBER(struct desk_words, nothing),
};
const struct view desk_words_view = VIEW(desk_words, words_members);

static const struct member word_page_members[] = {
	VIEW_MEMBER(struct desk_word_page, name),
	VIEW_MEMBER(struct desk_word_page, slug),
	VIEW_MEMBER(struct desk_word_page, kind),
};
static const struct view desk_word_page_view = VIEW(desk_word_page, word_page_members);

static const struct member word_members[] = {
	VIEW_ROW(struct desk_word, sentence, sentence_view),
	VIEW_LIST(struct desk_word, pages, desk_word_page_view),
	VIEW_MEMBER(struct desk_word, no_tool),
	VIEW_MEMBER(struct desk_word, language),
	VIEW_MEMBER(struct desk_word, words),
};
const struct view desk_word_view = VIEW(desk_word, word_members);

static const struct member text_row_members[] = {
	VIEW_MEMBER(struct desk_text_row, kind),
	VIEW_MEMBER(struct desk_text_row, subject),
};
static const struct view desk_text_row_view = VIEW(desk_text_row, text_row_members);

static const struct member texts_members[] = {
	VIEW_LIST(struct desk_texts, mails, desk_text_row_view),
};
const struct view desk_texts_view = VIEW(desk_texts, texts_members);

static const struct member text_members[] = {
	VIEW_MEMBER(struct desk_text, kind),
	VIEW_MEMBER(struct desk_text, subject),
	VIEW_MEMBER(struct desk_text, from),
	VIEW_LIST(struct desk_text, letters, desk_letter_row_view),
	VIEW_LIST(struct desk_text, sentences, sentence_view),
	VIEW_MEMBER(struct desk_text, letter),
	VIEW_MEMBER(struct desk_text, has_drafts),
	VIEW_MEMBER(struct desk_text, drafts),
	VIEW_MEMBER(struct desk_text, no_tool),
};
const struct view desk_text_view = VIEW(desk_text, text_members);

static const struct member tongue_members[] = {
	VIEW_MEMBER(struct desk_tongue, code),
	VIEW_MEMBER(struct desk_tongue, name),
	VIEW_MEMBER(struct desk_tongue, dir),
	VIEW_MEMBER(struct desk_tongue, readers),
	VIEW_MEMBER(struct desk_tongue, draft),
	VIEW_MEMBER(struct desk_tongue, all),
	VIEW_MEMBER(struct desk_tongue, read),
	VIEW_MEMBER(struct desk_tongue, corrected),
	VIEW_MEMBER(struct desk_tongue, left),
};
const struct view desk_tongue_view = VIEW(desk_tongue, tongue_members);

static const struct member languages_members[] = {
	VIEW_LIST(struct desk_languages, rows, desk_tongue_view),
};
const struct view desk_languages_view = VIEW(desk_languages, languages_members);

static const struct member read_members[] = {
	VIEW_ROW(struct desk_read, sentence, sentence_view),
	VIEW_MEMBER(struct desk_read, reader),
	VIEW_MEMBER(struct desk_read, mark),
};
static const struct view desk_read_view = VIEW(desk_read, read_members);

static const struct member language_members[] = {
	VIEW_ROW(struct desk_language, tongue, desk_tongue_view),
	VIEW_LIST(struct desk_language, rows, desk_read_view),
	VIEW_MEMBER(struct desk_language, these),
	VIEW_MEMBER(struct desk_language, show),
	VIEW_MEMBER(struct desk_language, before),
	VIEW_MEMBER(struct desk_language, after),
	VIEW_MEMBER(struct desk_language, found),
	VIEW_MEMBER(struct desk_language, first),
	VIEW_MEMBER(struct desk_language, last),
	VIEW_MEMBER(struct desk_language, several),
};
const struct view desk_language_view = VIEW(desk_language, language_members);

static const struct member one_members[] = {
	VIEW_ROW(struct desk_sentence, sentence, sentence_view),
	VIEW_MEMBER(struct desk_sentence, code),
	VIEW_MEMBER(struct desk_sentence, name),
	VIEW_MEMBER(struct desk_sentence, dir),
	VIEW_MEMBER(struct desk_sentence, reader),
	VIEW_MEMBER(struct desk_sentence, words),
	VIEW_MEMBER(struct desk_sentence, words_1),
	VIEW_MEMBER(struct desk_sentence, words_2),
	VIEW_MEMBER(struct desk_sentence, words_3),
	VIEW_MEMBER(struct desk_sentence, words_4),
	VIEW_MEMBER(struct desk_sentence, words_5),
	VIEW_MEMBER(struct desk_sentence, numbers),
	VIEW_MEMBER(struct desk_sentence, numbers_1),
	VIEW_MEMBER(struct desk_sentence, numbers_2),
	VIEW_MEMBER(struct desk_sentence, numbers_3),
	VIEW_MEMBER(struct desk_sentence, numbers_4),
	VIEW_MEMBER(struct desk_sentence, numbers_5),
	VIEW_MEMBER(struct desk_sentence, may_look),
};
const struct view desk_sentence_view = VIEW(desk_sentence, one_members);
