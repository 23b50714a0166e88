/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* A pattern is a sequence of characters and sets with counts: no groups, no alternatives. It is kept
   as words: the number of steps, then for each step how often (STEP_…) and where its set lies; a set
   is the number of its ranges, then first and last code point of each. Linear in the text. */
#ifndef FORM_PATTERN_H
#define FORM_PATTERN_H

enum pattern_step { STEP_ONE, STEP_OPTIONAL, STEP_ANY };

enum { PATTERN_STEPS_MAX = 256 };

#endif
