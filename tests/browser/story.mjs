// SPDX-License-Identifier: AGPL-3.0-or-later
// The main job from end to end, as a mentee, a mentor, somebody without e-mail and a coordinator.
import { is, ok } from './tap.mjs';
import { Visitor, newestMail, totp } from './visitor.mjs';

// Each language's people live where nobody else does, so that the run can only match them with each other.
const towns = { en: 'AB10', cy: 'IV1', 'en-XA': 'ZE1', 'ar-XB': 'KW15' };

async function enter(world, language) {
  const v = await Visitor.new(world, 'en');
  await v.go('/');
  v.language = language;
  if (language === 'cy') await v.follow('a[hreflang="cy"]');
  else if (language !== 'en') await v.go(`/signup/home?lang=${language}`);
  return v;
}

// Signs up with the mistakes that people make, and leaves the answers behind.
export async function signUp(world, language, who) {
  const v = await enter(world, language);
  const say = (sentence) => `${language}: ${who.called}: ${sentence}`;
  await v.go('/signup/start');
  await v.press();
  await v.fill('thanks_to', 'My aunt Nesta');
  await v.press();
  await v.press();
  is(v.status, 422, say('a name left empty is asked for again'));
  ok(await v.has('#error-summary a[href="#call_name"]'), say('the summary leads to the field'));
  await v.fill('call_name', who.called);
  await v.fill('full_name', who.full);
  await v.press();
  await v.press();
  is(v.status, 422, say('one way to be reached is needed'));
  if (who.email) {
    await v.tick('reach', 'email');
    await v.fill('email', 'not an address');
    await v.press();
    is(v.status, 422, say('an e-mail address is looked at'));
    is(await v.value('email'), 'not an address', say('what was typed is still there'));
    await v.fill('email', who.email);
  } else {
    await v.tick('reach', 'phone');
    await v.fill('phone', '01632 960 777');
    await v.tick('reach', 'post');
    await v.fill('address', '1 Bridge Street\nRiverside');
  }
  await v.press();
  // The only programme needs no choosing.
  if (!world.alone) {
    await v.press();
    is(v.status, 422, say('a programme is to be chosen'));
    await v.page.locator('main [name="programme_id"]').first().check();
    await v.press();
  }
  await v.press();
  is(v.status, 422, say('only adults can take part'));
  await v.tick('adult', 'yes');
  await v.tick('age_band', who.age);
  await v.press();
  await v.press();
  await v.page.locator('main [name="topic_id"]').nth(who.asks).check();
  await v.fill('words', 'I would like to learn it slowly.');
  await v.tick('wish', 'any');
  // The language changes in the middle of a form: nothing typed is lost.
  if (language === 'en' || language === 'cy') {
    const other = language === 'en' ? 'cy' : 'en';
    v.language = other;
    await v.press(`[name="to_lang"][value="${other}"]`);
    is(await v.value('words'), 'I would like to learn it slowly.', say('changing the language keeps what was typed'));
    is(await v.page.locator('html').getAttribute('lang'), other, say('and the page speaks it'));
    v.language = language;
    await v.press(`[name="to_lang"][value="${language}"]`);
  }
  await v.press();
  await v.page.locator('main [name="topic_id"]').nth(who.offers).check();
  await v.fill('words', 'I did this for thirty years.');
  await v.tick('wish', 'any');
  await v.press();
  for (const value of ['patience', 'kindness', 'honesty', 'courage']) await v.tick('core_values', value);
  await v.press();
  is(v.status, 422, say('three values at the most'));
  await v.page.locator('main [name="core_values"][value="courage"]').uncheck();
  await v.press();
  await v.tick('time_offered', 'hour-fortnight');
  await v.tick('capacity', '1');
  await v.press();
  await v.tick('ways', 'in-person');
  await v.fill('district', 'somewhere');
  await v.press();
  is(v.status, 422, say('a postcode district is looked at'));
  await v.fill('district', towns[language]);
  await v.press();
  await v.tick('tongues', 'en');
  await v.press();
  await v.fill('organisations', who.organisation ?? '');
  await v.press();
  await v.fill('people', who.notWith ?? '');
  await v.press();
  return v;
}

// Leaves with a return code, comes back in another browser, changes an answer, and sends.
async function leaveAndComeBack(v, who) {
  const say = (sentence) => `${v.language}: ${who.called}: ${sentence}`;
  await v.go('/signup/save');
  const code = (await v.text('main .code')).trim();
  const later = await enter(v.world, v.language);
  await later.go('/signup/return');
  await later.fill('code', 'WRONG CODE');
  await later.press();
  is(later.status, 422, say('a wrong return code is refused'));
  await later.fill('code', code.toLowerCase());
  await later.press();
  is(later.path, '/signup/check', say('the return code leads back to the answers'));
  await v.close();
  await later.follow('a[href*="/signup/think?then="]');
  await later.fill('thanks_to', 'My aunt Nesta, who taught me to bake');
  await later.press();
  is(later.path, '/signup/check', say('a changed answer leads back to all of them'));
  return later;
}

export async function send(v, who) {
  await v.go('/signup/check');
  await v.press();
  is(`${v.path} ${v.status}`, '/signup/done 200', `${v.language}: ${who.called}: the sign-up is sent`);
  await v.close();
}

export async function signIn(world, language, email, person) {
  const v = await enter(world, language);
  await v.go('/account/sign-in');
  await v.press();
  await v.fill('email', email);
  await v.press();
  const mail = await newestMail(world, email);
  await v.fill('code', 'ABCD EFGH');
  await v.press();
  is(v.status, 422, `${language}: ${email}: a wrong code is refused`);
  await v.fill('code', mail.code.toLowerCase());
  await v.press();
  if (v.path === '/account/who') {
    await v.page.locator('main [name="person_id"]').nth(person ?? 0).check();
    await v.press();
  }
  return v;
}

async function decide(desk, called, decision, words, reads) {
  await desk.go('/desk/signups');
  await desk.follow(`main a[href*="/desk/signup/"]:has-text("${called}")`);
  if (reads) ok((await desk.text()).includes(reads), `the coordinator reads: ${reads}`);
  await desk.tick('decision', decision);
  for (const [name, value] of Object.entries(words ?? {})) {
    await desk.press();
    is(desk.status, 422, `${called}: a reason is asked for`);
    await desk.fill(name, value);
  }
  await desk.press();
  is(desk.path, '/desk/signups', `${called}: ${decision}`);
}

// The card of the run that puts these two together.
const card = (mentor, mentee) => `main .card:has(h3:has-text("${mentor}")):has(h3:has-text("${mentee}"))`;

async function proposalsOf(world, desk, pairs) {
  await desk.go('/desk/matching');
  await desk.follow('main a[href*="/desk/run/"]');
  const run = desk.path;
  await desk.press();
  for (const [mentor, mentee] of pairs) {
    ok(await desk.has(card(mentor, mentee)), `the run puts ${mentor} forward to ${mentee}`);
    await desk.press(`${card(mentor, mentee)} button[value="keep"]`);
  }
  await desk.go(run);
  if (!world.alone) {
    await desk.press(`main .card button[value="drop"]`);
    await desk.go(run);
  }
  await desk.follow('main a[href*="/desk/send/"]');
  await desk.press();
  is(desk.path, '/desk/todo', 'the proposals that were kept are sent');
  return run;
}

async function answer(v, sees, says) {
  await v.go('/account/me');
  await v.follow(`main li:has-text("${sees}") a[href*="/match/proposal/"]`);
  ok((await v.text()).includes(sees), `${v.language}: the card shows ${sees}`);
  ok(!(await v.text()).includes('Fullname'), `${v.language}: and no full name`);
  await v.press();
  is(v.status, 422, `${v.language}: an answer is asked for`);
  await v.tick('answer', says);
  if (says === 'yes') {
    await v.tick('shows', 'email');
    await v.page.locator('main [name="first_day"]').first().check();
  }
  await v.press();
}

async function feedback(v, other, noted) {
  if (noted) {
    ok(await v.ticked('did_meet', 'yes'), `${v.language}: who noted the meeting is not asked again whether they met`);
  } else {
    await v.press();
    is(v.status, 422, `${v.language}: whether they met is asked for`);
    await v.tick('did_meet', 'yes');
  }
  for (const name of ['productive', 'useful']) await v.tick(name, 'yes');
  await v.tick('energising', 'bit');
  if (await v.has('[name="listened"]')) await v.tick('listened', 'yes');
  if (await v.has('[name="split"]')) await v.tick('split', 'listening');
  await v.fill('next_time', 'Bring the photographs');
  await v.fill('private_word', `A word about ${other}`);
  await v.press();
  ok(v.status === 200, `${v.language}: how it went with ${other} is kept`);
}

// Mentee, mentor and somebody without e-mail, who close into a ring; and the coordinator who moderates.
export async function mainJob(world, language, desk) {
  const end = language.replace('-', '').toLowerCase();
  const ann = { called: `Ann${end}`, full: `Ann${end} Fullname`, email: `ann.${end}@example.org`, age: '75-', asks: 0, offers: 5, organisation: 'Bridge Bakery Ltd' };
  const ben = { called: `Ben${end}`, full: `Ben${end} Fullname`, email: `ben.${end}@example.org`, age: '18-29', asks: 4, offers: 0, notWith: `Nobody Known ${end}` };
  const fred = { called: `Fred${end}`, full: `Fred${end} Fullname`, age: '60-74', asks: 5, offers: 4 };
  const dora = { called: `Dora${end}`, full: `Dora${end} Fullname`, email: ann.email, age: '75-', asks: 2, offers: 3 };

  await send(await leaveAndComeBack(await signUp(world, language, ann), ann), ann);
  for (const who of [ben, fred, dora]) await send(await signUp(world, language, who), who);

  await decide(desk, ann.called, 'ask', { question: 'Which phone do you have?' });
  let a = await signIn(world, language, ann.email);
  await a.go('/account/me');
  await a.follow('main a[href*="/signup/reply"]');
  await a.press();
  is(a.status, 422, `${language}: an answer to the question is asked for`);
  await a.fill('reply', 'An old one with buttons');
  await a.press();
  ok((await a.text('main .note')).includes('An old one with buttons'), `${language}: and stands with all the others`);
  await a.press();
  is(`${a.path} ${a.status}`, '/signup/done 200', `${language}: what was asked again is answered`);
  await a.close();
  await decide(desk, ann.called, 'approve', {}, 'An old one with buttons');
  for (const who of [ben, fred]) await decide(desk, who.called, 'approve');
  await decide(desk, dora.called, 'decline', { reason: 'She moved away.' });

  await proposalsOf(world, desk, [[ben.called, ann.called], [fred.called, ben.called], [ann.called, fred.called]]);
  a = await signIn(world, language, ann.email, 0);
  const b = await signIn(world, language, ben.email);
  await answer(a, ben.called, 'yes');
  await answer(b, ann.called, 'yes');
  await answer(b, fred.called, 'no');
  await byPhone(desk, fred.called, ann.called);
  await answer(a, fred.called, 'yes');

  // Opened; a meeting is noted in a few presses; each says apart how it went.
  await openPair(desk, ben.called, ann.called);
  await openPair(desk, ann.called, fred.called);
  await a.go('/account/me');
  await a.follow(`main .card.take a[href*="/match/pair/"]`);
  ok((await a.text()).includes(ben.email), `${language}: once open, ${ann.called} sees what ${ben.called} ticked`);
  await a.follow('main a[href*="/feedback/meeting/"]');
  await a.press();
  is(a.status, 422, `${language}: the day of a meeting is asked for`);
  await a.page.locator('main [name="day"]').first().check();
  await a.tick('way', 'in-person');
  await a.press();
  await feedback(a, ben.called, true);
  await b.go('/account/me');
  await b.follow('main a[href*="/feedback/say/"]');
  await feedback(b, ann.called);
  await phonedFeedback(desk, ann.called, fred.called);
  await desk.go('/desk/pairs');
  await desk.follow(`main a[href*="/desk/pair/"]:has-text("${ben.called}")`);
  ok(await desk.has('main svg'), 'the coordinator sees the trend as a chart');
  ok((await desk.text()).includes(`A word about ${ann.called}`), 'and the private word');
  ok(!(await desk.text()).includes('Bring the photographs'), 'but not the note for next time');
  await concern(a, world);
  await signOut(a);
  await b.close();
}

async function byPhone(desk, who, about) {
  await desk.go('/desk/todo?group=answers');
  await desk.follow(`main li:has-text("${who}"):has-text("${about}") a[href*="/desk/answer/"]`);
  await desk.press();
  is(desk.status, 422, 'whose answer it is, is asked for');
  await desk.tick('side', 'mentee');
  await desk.tick('how', 'phone');
  await desk.tick('answer', 'yes');
  await desk.tick('shows', 'phone');
  await desk.press();
  is(desk.path, '/desk/todo', 'an answer by phone is noted');
}

async function openPair(desk, mentor, mentee) {
  await desk.go('/desk/todo?group=proposals');
  await desk.follow(`main li:has-text("${mentor}"):has-text("${mentee}") a[href*="/desk/proposal/"]`);
  await desk.press('main button[value="open"]');
  ok(desk.path.startsWith('/desk/pair/'), `${mentor} and ${mentee} are open`);
}

async function phonedFeedback(desk, mentor, mentee) {
  await desk.go('/desk/pairs');
  await desk.follow(`main a[href*="/desk/pair/"]:has-text("${mentee}")`);
  const pair = desk.path;
  await desk.follow('main a[href*="/desk/meeting/"]');
  await desk.press();
  is(desk.status, 422, 'the desk asks for the day too');
  await desk.page.locator('main [name="day"]').first().check();
  await desk.tick('way', 'phone');
  await desk.tick('how', 'phone');
  await desk.press();
  await desk.go(pair);
  await desk.follow('main a[href*="/desk/mentee-says/"]');
  await desk.tick('how', 'paper');
  await feedback(desk, mentor);
  await desk.go(pair);
  await desk.follow('main a[href*="/desk/mentor-says/"]');
  await desk.tick('how', 'phone');
  await feedback(desk, mentee);
}

async function concern(v, world) {
  await v.go('/feedback/concern');
  await v.press();
  is(v.status, 422, `${v.language}: what the worry is about is asked for`);
  await v.fill('who_about', 'Somebody at the hall');
  await v.fill('what', `He asked for money (${v.language}).`);
  await v.press();
  is(v.path, '/feedback/concern-sent', `${v.language}: a worry is told`);
}

async function signOut(v) {
  await v.go('/account/sign-out');
  await v.press();
  await v.go('/account/me');
  is(v.path, '/account/sign-in', `${v.language}: signed out is signed out`);
  await v.close();
}

// A member of staff by code and six figures.
export async function staff(world, email, key) {
  const v = await signIn(world, 'en', email);
  is(v.path, '/account/app', 'who works at the desk is asked for six figures');
  await v.fill('digits', '000000');
  await v.press();
  is(v.status, 422, 'wrong figures are refused');
  await v.fill('digits', totp(key));
  await v.press();
  ok(v.status === 200 && v.path !== '/account/app', 'the right ones let in');
  return v;
}
