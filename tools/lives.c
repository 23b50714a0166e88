/* SPDX-License-Identifier: AGPL-3.0-or-later */
/* bothways-lives: prints docs/lives.md from the tables that drive the code. */
#include <stdio.h>

#include "base/text.h"
#include "domain/ask.h"
#include "domain/concern.h"
#include "domain/invitation.h"
#include "domain/pair.h"
#include "domain/person.h"
#include "domain/proposal.h"
#include "domain/review.h"
#include "domain/signup.h"

static void print_actors(unsigned actors)
{
	static const struct { unsigned actor; const char *name; } names[] = {
		{ ACTOR_SELF, "the person" }, { ACTOR_MENTOR, "the mentor" }, { ACTOR_MENTEE, "the mentee" },
		{ ACTOR_COORDINATOR, "a coordinator" }, { ACTOR_LEAD, "a safeguarding lead" },
		{ ACTOR_TRUSTEE, "the trustee for safeguarding" }, { ACTOR_CLOCK, "the nightly job" },
		{ ACTOR_HOST, "whoever suggests or invites" }, { ACTOR_GUEST, "who is suggested or invited" },
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
		if (step->days == LIFE_SAME)
			printf(" | by the day it was |\n");
		else if (step->days)
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
	print_life("Person", &person_life);
	printf("\nWhoever rests is put forward to nobody and shown to nobody; a rest with a day ends at night. Leaving and erasure\n"
	       "are not steps of this table.\n");
	print_life("Sign-up", &signup_life);
	print_life("Ask", &ask_life);
	printf("\nAs many may be open at once as the programme lets. One that is open waits for a match; one that is met lies with its pair.\n"
	       "Closing it ends what is under way for it.\n");
	print_life("Offer", &offer_life);
	print_life("Proposal", &proposal_life);
	printf("\nA side that does not know of it is told nothing: not before it is sent, unless it asked for it. What a mentee asks for, or\n"
	       "somebody whom they invited, goes out at once at the levels shared and light; at the level light the second yes opens it. It is\n"
	       "closed when another proposal for the same ask is agreed, and barred when a yes comes to what cannot be any more. Those who are\n"
	       "silent are reminded on the third and the seventh day; a coordinator may let it lapse after the tenth.\n");
	print_life("Invitation", &invitation_life);
	printf("\nIt goes by e-mail at once, by post when a coordinator has printed it; a name of the programme is tied to one person by a\n"
	       "coordinator or at night. After 30 days without an answer it lapses; 30 days after its end the name and address are forgotten.\n");
	print_life("Pair", &pair_life);
	printf("\nA pair begins on trial when its proposal is opened. A pause that the pair asked for is resumed by the pair or a\n"
	       "coordinator; any other is released by a safeguarding lead, whatever its reason. Both lead back to where the pair was.\n"
	       "After a death it rests until a coordinator has told the other.\n");
	print_life("Concern", &concern_life);
	printf("\nWho of them may read a concern is the view `concern_reader` of the schema; nobody else takes a step. The promise\n"
	       "to answer stands as the date until it is kept.\n");
	print_life("Review", &review_life);
	print_verdicts();
	return 0;
}
