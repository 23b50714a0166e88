// SPDX-License-Identifier: AGPL-3.0-or-later
// What comes after a pair is opened: promises, aims, meetings, the end of the trial, changes, endings. The people are
// those of the main job: Ben helps Ann, Ann helps Fred, who has no e-mail.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { is, ok } from './tap.mjs';
import { Visitor } from './visitor.mjs';
import { signIn } from './story.mjs';

const ending = (language) => language.replace('-', '').toLowerCase();

async function pairOf(v, kind) {
  await v.go('/account/me');
  await v.follow(`main .card.${kind} a[href*="/match/pair/"]`);
  return v.path;
}

async function promise(v, pair) {
  await v.go('/account/me');
  await v.follow(`main a[href*="/match/agreement/${pair.split('/').pop()}"]`);
  await v.press();
  is(v.status, 422, `${v.language}: a promise is ticked, or not made`);
  await v.tick('agreed', 'yes');
  await v.press();
  is(v.path, pair, `${v.language}: what they promise is ticked`);
}

async function aims(v, pair) {
  await v.go(pair);
  await v.follow('main .todo a[href*="/match/aims/"]');
  await v.press();
  is(v.status, 422, `${v.language}: an aim needs words`);
  await v.fill('words', 'To call my sister by video');
  await v.tick('kind', 'practical');
  await v.press();
  is(v.path, pair, `${v.language}: an aim is kept`);
  ok((await v.text()).includes('To call my sister by video'), `${v.language}: and stands with the pair`);
  await v.follow('main a.back[href*="/match/aims/"]');
  await v.fill('words', 'To feel surer with it');
  await v.tick('kind', 'personal');
  await v.tick('shared', 'yes');
  await v.press();
  await v.follow('main a.back[href*="/match/aims/"]');
  await v.follow('main a[href*="aim=1"]');
  is(await v.value('words'), 'To call my sister by video', `${v.language}: an aim may change`);
  await v.tick('state', 'reached');
  await v.press();
  is(v.path, pair, `${v.language}: and be reached`);
}

// At most four presses each, from the page of the pair.
async function planned(v, pair) {
  await v.go(pair);
  let before = v.presses;
  await v.follow('main a[href*="/feedback/plan/"]');
  await v.pick('day', 1);
  await v.press();
  is(v.path, pair, `${v.language}: a meeting is planned`);
  ok(v.presses - before <= 4, `${v.language}: in at most four presses`, [`${v.presses - before}`]);
  await v.follow('main a[href*="/feedback/plan/"]');
  await v.press();
  is(v.status, 422, `${v.language}: a day is asked for`);
  await v.go(pair);
  await v.follow('main a[href*="/feedback/move/"]');
  await v.press('main button[value="move"]');
  is(v.status, 422, `${v.language}: so is a new one`);
  await v.pick('day', 2);
  await v.press('main button[value="move"]');
  is(v.path, pair, `${v.language}: a meeting is put off`);
  await v.follow('main a[href*="/feedback/move/"]');
  // The first meeting, whose day was set in the yes, is planned too.
  const planned = () => v.page.locator('main a[href*="/feedback/move/"]').count();
  await v.press('main button[value="off"]');
  is(await planned(), 1, `${v.language}: or called off; the day that was set in the yes stays`);
}

// Noted, and said how it went: one press for each answer, and one to save.
async function noted(v, pair, day, taps) {
  await v.go(pair);
  const before = v.presses;
  await v.follow('main a[href*="/feedback/meeting/"]');
  await v.pick('day', day);
  await v.press();
  ok(v.path.startsWith('/feedback/say/'), `${v.language}: a meeting is noted`);
  await v.press();
  ok(v.path.startsWith('/feedback/thanks/'), `${v.language}: and they are thanked`);
  ok(v.presses - before <= 4, `${v.language}: in at most four presses`, [`${v.presses - before}`]);
  if (!taps) return;
  await v.back();
  await v.tick('useful', taps);
  await v.press();
}

async function missed(v, pair) {
  await v.go(pair);
  await v.follow('main a[href*="/feedback/plan/"]');
  await v.pick('day', 0);
  await v.press();
  if (!(await v.has('main .todo a[href*="/feedback/say/"]'))) return;
  await v.follow('main .todo a[href*="/feedback/say/"]');
  await v.tick('did_meet', 'no');
  await v.press();
  ok(v.path.startsWith('/feedback/thanks/'), `${v.language}: a meeting that did not come about is nobody's fault`);
}

async function trialEnds(a, b, pairA, pairB) {
  await a.go('/account/me');
  await a.follow('main a[href*="/match/review/"]');
  await a.press();
  is(a.status, 422, `${a.language}: an answer is asked for`);
  await a.tick('answer', 'change');
  await a.press();
  is(a.status, 422, `${a.language}: what should change is asked for`);
  await a.fill('words', 'Shorter walks');
  await a.press();
  is(a.path, pairA, `${a.language}: the mentee has answered`);
  await b.go('/account/me');
  await b.follow('main a[href*="/match/review/"]');
  ok(!(await b.text()).includes('Shorter walks'), `${b.language}: and the mentor does not see what`);
  await b.tick('answer', 'go-on');
  await b.press();
  is(b.path, pairB, `${b.language}: both have answered`);
}

async function change(v, pair, what, fills) {
  await v.go(pair);
  await v.follow('main a[href*="/match/change/"]');
  await v.press();
  is(v.status, 422, `${v.language}: what they would like is asked for`);
  await v.tick('what', what);
  await fills?.();
  await v.press();
  is(v.path, pair, `${v.language}: ${what} is kept`);
}

async function onTheDesk(desk, mentor, mentee) {
  await desk.go('/desk/todo?group=wishes');
  await desk.follow(`main li:has-text("${mentor}"):has-text("${mentee}") a[href*="/desk/pair/"]`);
  const pair = desk.path;
  ok((await desk.text()).includes('Shorter walks'), 'the coordinator reads what should change');
  ok((await desk.text()).includes('To feel surer with it'), 'and the aim that is shared');
  ok(!(await desk.text()).includes('To call my sister by video'), 'but not the other');
  await desk.press('main button[value="thank"]');
  is(desk.path, pair, 'what was said is thanked for in one press');
  await desk.follow('main .todo a[href*="/desk/task/"]');
  await desk.press('main button[value="done"]');
  is(desk.path, '/desk/todo', 'something to do is done');
}

// Fred has no e-mail: a coordinator does it all for him.
async function byPhone(desk, mentor, mentee) {
  await desk.go('/desk/pairs');
  await desk.follow(`main a[href*="/desk/pair/"]:has-text("${mentor}"):has-text("${mentee}")`);
  const pair = desk.path;
  await desk.press('main button[value="mentee-agreed"]');
  await desk.follow('main a[href*="/desk/sheet/"]');
  await desk.go(pair);
  await desk.follow('main a[href*="/desk/plan/"]');
  await desk.press();
  is(desk.status, 422, 'how it was heard of is asked for');
  await desk.tick('how', 'phone');
  await desk.pick('day', 3);
  await desk.press();
  is(desk.path, pair, 'a meeting is planned by phone');
  await desk.follow('main a[href*="/desk/move/"]');
  await desk.press('main button[value="move"]');
  is(desk.status, 422, 'how it was heard of is asked for');
  await desk.tick('how', 'phone');
  await desk.press('main button[value="move"]');
  is(desk.status, 422, 'and the new day');
  await desk.tick('how', 'phone');
  await desk.pick('day', 4);
  await desk.press('main button[value="move"]');
  is(desk.path, pair, 'it is put off by phone');
  await desk.press('main button[value="ask"]');
  await desk.follow('main a[href*="/desk/review/"]');
  await desk.press();
  is(desk.status, 422, 'whose answer it is, is asked for');
  await desk.tick('side', 'mentee');
  await desk.tick('how', 'phone');
  await desk.tick('answer', 'go-on');
  await desk.press();
  is(desk.path, pair, 'an answer is put in by phone');
  return pair;
}

async function ends(a, desk, pair) {
  await a.go('/account/me');
  await a.follow('main a[href*="/match/review/"]');
  await a.tick('answer', 'end');
  await a.press();
  ok(a.path.startsWith('/match/pair/'), `${a.language}: one ends it, with no reason`);
  await a.follow('main a[href*="/match/closing/"]');
  await a.fill('gained', 'Patience');
  await a.tick('again', 'yes');
  await a.press();
  await desk.go(pair);
  await desk.follow('main .todo a[href*="/desk/closing/"]');
  await desk.press();
  is(desk.status, 422, 'how it ended is asked for');
  await desk.tick('ended_how', 'planned');
  await desk.fill('told_by', 'I rang Fred');
  for (const [part, value] of [['day', '1'], ['month', '1'], ['year', '2020']]) await desk.fill(`follow_up.${part}`, value);
  await desk.press();
  is(desk.status, 422, 'a follow-up is a day to come');
  await desk.fill('follow_up.year', '2098');
  await desk.press();
  is(desk.path, pair, 'how it ended is written');
  await desk.follow('main a[href*="/desk/gained/"]');
  await desk.press();
  is(desk.status, 422, 'who says it is asked for');
  await desk.tick('side', 'mentee');
  await desk.tick('how', 'phone');
  await desk.fill('gained', 'I bake again');
  await desk.tick('look', 'no');
  await desk.press();
  ok((await desk.text()).includes('I bake again'), 'what was gained is put in by phone');
  await desk.press('main button[value="reopen"]');
  ok(await desk.has('main button[value="end"]'), 'a pair is opened again with its history');
  ok((await desk.text()).includes('I bake again'), 'which is still there');
}

// Weeks lie between one sign-in and the next: what was counted of the last is forgotten.
function weeksLater(world) {
  execFileSync('sqlite3', ['-cmd', '.timeout 5000', path.join(world.site, 'data', 'bothways.db'), "delete from counter where kind like 'code %'"]);
}

export async function lifeOfPairs(world, language, desk) {
  weeksLater(world);
  const end = ending(language);
  const a = await signIn(world, language, `ann.${end}@example.org`, 0), b = await signIn(world, language, `ben.${end}@example.org`);
  const pairA = await pairOf(a, 'take'), pairB = await pairOf(b, 'give');
  await promise(a, pairA);
  await promise(b, pairB);
  await aims(a, pairA);
  await b.go(pairB);
  ok((await b.text()).includes('To call my sister by video'), `${language}: the mentor sees the aims`);
  for (const v of [a, b]) {
    await v.go(pairA);
    await v.follow('main a[href*="/match/sheet/"]');
    is((await v.text()).includes('Nesta'), v === b, `${language}: the sheet shows who once helped, to the mentor alone`);
  }
  await planned(a, pairA);
  await missed(b, pairB);
  await noted(a, pairA, 2);
  await noted(a, pairA, 1, 'no');
  await a.go(pairA);
  await a.follow('main #meetings + .todo a[href*="/feedback/say/"]');
  await a.tick('useful', 'no');
  await a.press();
  ok(await a.has('main .note a[href*="/match/change/"]'), `${language}: two no in a row ask whether it is time for a change`);
  await b.go(pairB);
  ok(!(await b.has('main .todo a[href*="/match/change/"]')), `${language}: and ask nobody else`);
  await b.follow('main a[href*="/match/balance/"]');
  ok(await b.has('main svg.chart'), `${language}: the mentor sees how the time was spent`);
  await a.go(pairA.replace('/pair/', '/balance/'));
  is(a.status, 404, `${language}: the mentee does not`);
  await trialEnds(a, b, pairA, pairB);
  await onTheDesk(desk, `Ben${end}`, `Ann${end}`);
  await a.go(pairA);
  ok(await a.has('main .todo'), `${language}: the pair goes on`);
  await change(a, pairA, 'rhythm', () => a.tick('rhythm', 'month'));
  await change(b, pairB, 'pause');
  await a.go(pairA);
  await a.press('main button[value="resume"]');
  ok(await a.has('main a[href*="/feedback/meeting/"]'), `${language}: paused, and gone on again`);
  await a.go('/match/circle');
  ok(await a.has('main svg.ringpic'), `${language}: one's own circle is drawn`);
  ok(!(await a.text()).includes('Fullname'), `${language}: without full names`);
  await ends(a, desk, await byPhone(desk, `Ann${end}`, `Fred${end}`));
  await change(b, pairB, 'end');
  await b.go('/account/me');
  await b.follow('main a[href*="/match/closing/"]');
  await b.press();
  is(b.path, pairB, `${language}: looking back asks nothing that must be answered`);
  await a.go('/account/me');
  await a.follow('main a[href*="/match/closing/"]');
  await a.tick('look', 'yes');
  await a.press();
  ok(await a.has('main .note'), `${language}: who was helped is asked to help`);
  ok(!(await a.text()).includes(`ben.${end}@`), `${language}: and sees no more how to reach the other`);
  await a.close();
  await b.close();
  weeksLater(world);
}

async function door(world, role, language) {
  const v = await Visitor.new(world, 'en');
  await v.go(world.doors[role].address);
  await v.press();
  v.language = language;
  return v;
}

// The same pages in texts that are longer, and from right to left.
export async function pairsElsewhere(world) {
  for (const language of ['en-XA', 'ar-XB']) {
    const staff = await door(world, 'coordinator', language);
    await staff.go(`/desk/pairs?lang=${language}`);
    await staff.follow('main a[href*="/desk/pair/"]');
    const number = staff.path.split('/').pop();
    for (const page of ['plan', 'sheet', 'review', 'closing', 'gained']) await staff.go(`/desk/${page}/${number}`);
    await staff.close();
    for (const [role, kind] of [['mentor', 'give'], ['mentee', 'take']]) {
      const v = await door(world, role, language);
      await v.go(`/account/me?lang=${language}`);
      await v.follow(`main .card.${kind} a[href*="/match/pair/"]`);
      const pair = v.path.split('/').pop();
      for (const page of ['agreement', 'sheet', 'aims', 'review', 'change', 'balance']) await v.go(`/match/${page}/${pair}`);
      await v.go('/match/circle');
      await v.go(`/feedback/plan/${pair}`);
      await v.close();
    }
  }
}
