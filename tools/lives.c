/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways-lives: prints docs/lives.md from the tables that drive the code. */
#include <stdio.h>

#include "base/text.h"
#include "domain/concern.h"
#include "domain/pair.h"
#include "domain/proposal.h"
#include "domain/review.h"
#include "domain/signup.h"

static void print_actors(unsigned actors)
{
	static const struct { unsigned actor; const char *name; } names[] = {
		{ ACTOR_SELF, "the person" }, { ACTOR_MENTOR, "the mentor" }, { ACTOR_MENTEE, "the mentee" },
		{ ACTOR_COORDINATOR, "a coordinator" }, { ACTOR_LEAD, "a safeguarding lead" },
		{ ACTOR_TRUSTEE, "the trustee for safeguarding" }, { ACTOR_CLOCK, "the nightly job" },
	};
	const char *between = "";

	if (!actors)
		printf("nobody");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (actors & names[i].actor) {
			printf("%s%s", between, names[i].name);
			between = ", ";
		}
}

static void print_life(const char *title, const struct life *life)
{
	printf("\n## %s\n\n```mermaid\nstateDiagram-v2\n", title);
	for (size_t i = 0; i < life->count; i++)
		printf("  %s --> %s: %s\n", life->steps[i].from, life->steps[i].to, life->steps[i].event);
	printf("```\n\n| from | event | who may | to | what is told | who acts next | within |\n|---|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < life->count; i++) {
		const struct step *step = &life->steps[i];
		printf("| %s | %s | ", step->from, step->event);
		print_actors(step->who);
		printf(" | %s | %s | ", step->to, *step->told ? step->told : "nothing");
		print_actors(step->next);
		if (step->days)
			printf(" | %d days |\n", step->days);
		else
			printf(" | |\n");
	}
}

static void print_verdicts(void)
{
	printf("\nWhat the two answers come to, whoever gave which; until then the other is waited for:\n\n| one | the other | the pair's event |\n|---|---|---|\n");
	for (unsigned i = 0; i < review_verdict_count; i++)
		printf("| %s | %s | %s |\n", review_verdicts[i].one, review_verdicts[i].other ? review_verdicts[i].other : "whatever, or nothing yet",
		       review_verdicts[i].event);
}

int main(void)
{
	printf("# Lives\n\nThe life of a thing is one table: from which state, at which event, who may, to which state, what is told, who has\n"
	       "to act next and by when. This page is printed from those tables (`build/tools/bothways-lives`); a test compares it.\n"
	       "What is told is the name of a mail in `templates/mail/`.\n");
	print_life("Sign-up", &signup_life);
	print_life("Proposal", &proposal_life);
	print_life("Pair", &pair_life);
	printf("\nA pair begins on trial when its proposal is opened. A pause that the pair asked for is resumed by the pair or a\n"
	       "coordinator; any other is released by a safeguarding lead, whatever its reason. Both lead back to where the pair was.\n");
	print_life("Concern", &concern_life);
	printf("\nWho of them may read a concern is the view `concern_reader` of the schema; nobody else takes a step. The promise\n"
	       "to answer stands as the date until it is kept.\n");
	print_life("Review", &review_life);
	print_verdicts();
	return 0;
}
