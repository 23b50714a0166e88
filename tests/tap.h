/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* The Test Anything Protocol, whole: a test reads like the sentence it proves. */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;

/* One sentence, and whether it is true. */
static inline bool ok(bool truth, const char *sentence)
{
	printf("%sok %d - %s\n", truth ? "" : "not ", ++tap_count, sentence);
	tap_failed += !truth;
	return truth;
}

/* Two strings are the same; where they are not, both are shown. */
static inline bool is(const char *have, const char *want, const char *sentence)
{
	bool same = have && want && strcmp(have, want) == 0;

	ok(same, sentence);
	if (!same)
		printf("# have: %s\n# want: %s\n", have ? have : "(null)", want ? want : "(null)");
	return same;
}

/* The one holds the other somewhere. */
static inline bool has(const char *have, const char *piece, const char *sentence)
{
	bool there = have && strstr(have, piece);

	ok(there, sentence);
	if (!there)
		printf("# have: %s\n# want in it: %s\n", have ? have : "(null)", piece);
	return there;
}

static inline bool is_count(long long have, long long want, const char *sentence)
{
	ok(have == want, sentence);
	if (have != want)
		printf("# have: %lld\n# want: %lld\n", have, want);
	return have == want;
}

/* The plan, at the end. Returns main's exit status. */
static inline int done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed > 0;
}

#endif
