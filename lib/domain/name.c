/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "domain/name.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"

/* Titles, kin and small words that people write around a name. */
static const char passed_over[] =
	"mr mrs ms miss mx dr prof professor rev reverend sir dame lord lady fr father sister brother mum mother dad son daughter "
	"wife husband partner ex aunt auntie uncle cousin nan gran grandma grandad grandpa neighbour friend boss manager "
	"my our the a an and of or from at in on no who is was called named known as nee formerly either near next door to "
	"fy mrs y yr o ap ab ferch";

/* One row a name: its forms, folded. */
static const char *const short_forms[] = {
	"abigail abbie abby gail", "albert al bert bertie", "alexander alex alec alasdair alistair sandy xander sacha",
	"alexandra alex sandra sacha lexie", "alfred alf alfie fred", "alice ali", "alison ali ally", "amanda mandy",
	"andrew andy drew andreas andras", "angela angie ange", "ann anne annie anna nan nancy hannah anita ania", "anthony tony antony ant",
	"antonia toni", "archibald archie", "arthur art", "barbara barb babs basia", "beatrice bea beattie trixie", "benjamin ben benny",
	"bernard bernie", "bethan beth betsan elizabeth", "brian bryan", "bronwen bron", "cadwaladr cad", "caroline carol carrie caz", "catherine cath cathy kate katie "
	"kathy kitty cat kathryn katharine katherine kat cadi catrin kasia", "charles charlie chas chuck siarl", "charlotte charlie lottie", "christine chris chrissie tina",
	"christopher chris kit kris", "constance connie", "cynthia cyn", "daniel dan danny deiniol", "david dave davy dai dafydd dewi taffy deio", "deborah deb debbie debra",
	"denise den", "dennis den denny", "dominic dom", "donald don donnie", "dorothy dot dottie dolly thea", "douglas doug", "edward ed eddie ted teddy ned",
	"eleanor ellie nell nellie elinor", "elizabeth liz lizzie beth betty betsy eliza libby lisa elsie bess elspeth lilibet ela", "emily em emmie", "emma em", "eric ric", "ernest ernie",
	"ethel eth", "eugene gene", "evelyn eve evie", "florence flo florrie flossie", "frances fran frannie francesca", "francis frank franny", "frederick fred freddie freddy",
	"gabriel gabe", "gareth gaz gary", "geoffrey geoff jeff jeffrey", "george georgie siors", "gerald gerry jerry", "geraldine gerry", "gillian gill jill", "gladys glad", "gregory greg", "griffith griff gruffydd guto",
	"gwendolen gwen gwenda gwenllian gwenno", "gwyneth gwen", "gurpreet preet", "harold harry hal", "harriet hattie harry", "helen nell nellie elen", "henry harry hal hank", "herbert herb bert", "howard howie hywel", "hubert bert", "hugh huw hughie",
	"humphrey wmffre", "ian iain", "isabel bella izzy isabella belle", "isaac ike zac", "jacqueline jackie jacqui", "jacob jake", "james jim jimmy jamie jem", "jane janey jan janet sian", "janet jan", "jason jase", "jean jeannie sian",
	"jennifer jen jenny jennie", "jeremy jerry jez", "jessica jess jessie", "joan joanie sioned", "joanna jo joanne joanie", "john jack johnny jon jonny ian sion ioan ieuan evan iwan", "jonathan jon jonny jonty", "joseph joe joey jo jos", "josephine jo josie fifi",
	"joshua josh", "joyce joy", "judith judy judi", "julia julie jules", "julian jules", "katarzyna kasia", "kenneth ken kenny", "kimberley kim", "laura laurie loz", "lawrence larry laurie laurence loz", "leonard len lenny leo", "leslie les lesley",
	"lewis lew lou louis", "lilian lil lily lilly", "linda lin lindy lynda", "llewelyn lyn llew", "louise lou", "lucy lu lucie", "magdalena magda", "malcolm mal", "malgorzata gosia margaret", "margaret maggie meg megan peggy peg marge margie madge daisy greta rita mair marged mags",
	"marian marion", "maria mary marie", "martin marty", "mary molly polly mair mari may maire maria", "matilda tilly mattie", "matthew matt matty", "maureen mo", "maurice mo morris morus", "maximilian max", "megan meg margaret", "melanie mel", "melissa mel lissa", "michael mike mick mickey micky mikey mihangel michal",
	"michelle shell chelle", "mildred millie", "miriam mim", "mohammed mohammad muhammad mohamed muhammed mo", "morgan mog", "myfanwy myf fanw", "natalie nat", "nathaniel nathan nat nate", "nathan nat nate", "nicholas nick nicky nic", "nicola nicky nic nikki", "norman norm",
	"oliver ollie olly", "olivia liv livvy", "owen owain", "pamela pam", "patricia pat patsy tricia trish paddy", "patrick pat paddy", "paul paulie pawel", "pauline paula", "penelope penny pen", "peter pete pedr piotr", "philip phil pip phillip", "philippa pippa pip phil", "phyllis phyl",
	"prudence pru", "rachel rach rae", "raymond ray", "rebecca becky becca becs", "reginald reg reggie", "rhiannon rhi", "richard rich richie rick ricky dick rhisiart", "robert rob robbie bob bobby bert robin", "roderick rod roddy rhodri", "rodney rod", "roger rodge", "ronald ron ronnie", "rosemary rose rosie romy",
	"rupert rupe", "russell russ", "ruth ruthie", "samantha sam sammy", "samuel sam sammy", "sarah sally sal sara sadie", "sebastian seb", "sharon shaz", "sheila she", "shirley shirl", "sidney sid sydney syd", "simon si", "sophia sophie soph zofia", "stanley stan", "stephanie steph stevie", "stephen steve steven stevie steffan",
	"stuart stu stewart", "susan sue susie suzy susanna suzanne su", "sylvia sylv", "tabitha tabby", "teresa terry tess tessa tracy theresa", "terence terry tel", "theodore theo ted teddy", "thomas tom tommy twm tomos tomasz", "timothy tim timmy", "tobias toby", "trevor trev", "valerie val", "vera vee", "veronica ronnie vron", "victor vic", "victoria vicky vic tori vicki",
	"vincent vin vince vinny", "violet vi", "virginia ginny ginger", "vivian viv vivien vivienne", "walter wally walt wat", "wilfred wilf fred", "william will bill billy willy gwilym gwil wil liam", "winifred win winnie fred gwenfrewi", "yvonne von", "zachary zac zak",
};

bool name_is_short_for(const char *a, const char *b)
{
	if (text_is(a, b))
		return true;
	for (size_t i = 0; i < sizeof short_forms / sizeof *short_forms; i++)
		if (text_has_word(short_forms[i], a) && text_has_word(short_forms[i], b))
			return true;
	return false;
}

static bool has_digit(const char *word)
{
	return strpbrk(word, "0123456789") != NULL;
}

/* "o'neill", "O’Neill" and "O Neill" are one word; so are "Mc Donald" and "Mac Donald". */
static bool is_prefix(const char *word)
{
	return text_is(word, "o") || text_is(word, "mc") || text_is(word, "mac");
}

static const char *without_apostrophes(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1), *to = out;

	while (*text) {
		if (*text == '\'' || *text == '`') {
			text++;
		} else if (text_starts(text, "\xe2\x80\x99") || text_starts(text, "\xe2\x80\x98")) {
			text += 3;
		} else {
			*to++ = *text++;
		}
	}
	return out;
}

struct name name_read(struct arena *arena, const char *text)
{
	struct name name = { .count = 0 };
	const char *rest = utf8_folded(arena, without_apostrophes(arena, text)), *word;
	const char *prefix = "";

	while ((word = text_piece(arena, &rest, ' ')) && name.count < NAME_WORDS_MAX) {
		if (is_prefix(word) && rest) {
			prefix = word;
			continue;
		}
		word = arena_printf(arena, "%s%s", prefix, word);
		prefix = "";
		if (*word && !has_digit(word) && !text_has_word(passed_over, word))
			name.words[name.count++] = word;
	}
	return name;
}

static bool has_word(const struct name *name, const char *word)
{
	for (size_t i = 0; i < name->count; i++)
		if (text_is(name->words[i], word))
			return true;
	return false;
}

static bool is_initial_of(const char *a, const char *b)
{
	return utf8_points(a) == 1 && text_starts(b, a);
}

/* First names: the same, a short form, or one is the other's initial. */
static bool is_same_given(const char *a, const char *b)
{
	return name_is_short_for(a, b) || is_initial_of(a, b) || is_initial_of(b, a);
}

static bool any_given(const struct name *name, const char *word, const char *but)
{
	for (size_t i = 0; i < name->count; i++)
		if (name->words[i] != but && is_same_given(name->words[i], word))
			return true;
	return false;
}

/* One word may be any of the person's names. */
static bool one_word_could_be(const char *word, const struct name *full, const struct name *called)
{
	return has_word(full, word) || any_given(full, word, NULL) || any_given(called, word, NULL);
}

bool name_could_be(const struct name *typed, const struct name *full, const struct name *called)
{
	if (typed->count == 1)
		return one_word_could_be(typed->words[0], full, called);
	/* Somebody with one name is known by it alone. */
	if (full->count == 1 && has_word(typed, full->words[0]))
		return true;
	/* Any word of the full name may be the surname: people write them in any order. */
	for (size_t s = 0; s < full->count; s++) {
		const char *surname = full->words[s];
		if (utf8_points(surname) < 2 || !has_word(typed, surname))
			continue;
		for (size_t i = 0; i < typed->count; i++)
			if (!text_is(typed->words[i], surname)
			    && (any_given(full, typed->words[i], surname) || any_given(called, typed->words[i], NULL)))
				return true;
	}
	return false;
}

/* Where " and ", "&", "/" or ";" parts two names; NULL where none does. */
static const char *find_break(const char *line, size_t *length)
{
	static const char *const breaks[] = { " and ", " & ", "/", ";", " a ", " ac " };
	const char *first = NULL;

	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
		const char *at = strstr(line, breaks[i]);
		if (at && (!first || at < first)) {
			first = at;
			*length = strlen(breaks[i]);
		}
	}
	return first;
}

/* "Bob" of "Bob and Sue Jones" is a Jones too. */
static const char *with_surname(struct arena *arena, const char *part, const char *next)
{
	size_t length;
	const char *end = find_break(next, &length);
	struct name name = name_read(arena, part), after = name_read(arena, end ? arena_slice(arena, next, (size_t)(end - next)) : next);

	if (name.count != 1 || after.count < 2)
		return part;
	return arena_printf(arena, "%s %s", part, after.words[after.count - 1]);
}

struct texts name_split(struct arena *arena, const char *text)
{
	enum { MOST = 200 };
	const char **names = arena_array(arena, MOST, sizeof *names);
	struct texts list = { names, 0 };
	const char *lines = text, *line;

	while ((line = text_piece(arena, &lines, '\n'))) {
		const char *at;
		size_t length = 0;
		for (; (at = find_break(line, &length)) && list.count < MOST; line = at + length) {
			const char *part = utf8_trimmed(arena, arena_slice(arena, line, (size_t)(at - line)));
			if (*part)
				names[list.count++] = with_surname(arena, part, at + length);
		}
		line = utf8_trimmed(arena, line);
		if (*line && list.count < MOST)
			names[list.count++] = line;
	}
	return list;
}
