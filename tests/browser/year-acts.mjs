// SPDX-License-Identifier: AGPL-3.0-or-later
// What people do again and again in the year: answer, promise, meet, say how it went, go on.
import { is, ok } from './tap.mjs';
import { as, line, pairOf } from './year-cast.mjs';

// The answer to a proposal that stands on one's page; with a day for the first meeting, or one to be arranged.
export async function answers(world, who, other, says = 'yes', soon = false) {
  const v = await as(world, who);
  await v.follow(`main li:has-text("${other.called}") a[href*="/match/proposal/"]`);
  await v.tick('answer', says);
  if (says === 'yes') {
    await v.tick('shows', who.email ? 'email' : 'phone');
    await v.pick('first_day', soon ? 0 : await v.page.locator('main [name="first_day"]').count() - 1);
  }
  await v.press();
  return v;
}

export async function answersByPhone(desk, who, other, says = 'yes') {
  await desk.go('/desk/todo');
  await desk.follow(`${line(who.called, other.called)} a[href*="/desk/answer/"]`);
  for (const side of ['mentor', 'mentee']) {
    const radio = desk.page.locator(`main label:has([name="side"][value="${side}"])`);
    if (await radio.count() && (await radio.innerText()).includes(who.called)) await desk.tick('side', side);
  }
  await desk.tick('how', 'phone');
  await desk.tick('answer', says);
  if (says === 'yes') await desk.tick('shows', 'phone');
  await desk.press();
  is(desk.path, '/desk/todo', `${who.called} answers by phone`);
}

export async function opens(desk, mentor, mentee) {
  await desk.go('/desk/todo');
  await desk.follow(`${line(mentor.called, mentee.called)} a[href*="/desk/proposal/"]`);
  await desk.press('main button[value="open"]');
  ok(desk.path.startsWith('/desk/pair/'), `${mentor.called} and ${mentee.called} can meet`);
}

export async function promises(world, who, mentor, mentee) {
  const v = await as(world, who);
  await v.go(`/match/agreement/${pairOf(world, mentor, mentee)}`);
  await v.tick('agreed', 'yes');
  await v.press();
}

async function taps(v, said) {
  for (const [i, name] of ['productive', 'useful', 'energising'].entries()) await v.tick(name, said[i]);
}

// One of the two notes that they met yesterday, and says how it went.
export async function notes(world, who, mentor, mentee, said = ['yes', 'yes', 'yes']) {
  const v = await as(world, who);
  await v.go(`/match/pair/${pairOf(world, mentor, mentee)}`);
  await v.follow('main a[href*="/feedback/meeting/"]');
  await v.pick('day', 1);
  await v.tick('way', 'phone');
  await v.press();
  await taps(v, said);
  await v.press();
  ok(v.path.startsWith('/feedback/thanks/'), `${who.called} notes a meeting of ${world.clock.today}`);
}

// The other is asked by their own page.
export async function says(world, who, other, said = ['yes', 'yes', 'yes']) {
  const v = await as(world, who);
  await v.follow(`main li:has-text("${other.called}") a[href*="/feedback/say/"]`);
  await v.tick('did_meet', 'yes');
  await taps(v, said);
  await v.press();
  ok(v.path.startsWith('/feedback/thanks/'), `${who.called} says how it went`);
}

// Somebody without e-mail rings: the desk notes it for them.
export async function notesByPhone(desk, pair, side, said = ['yes', 'yes', 'yes']) {
  await desk.go(`/desk/meeting/${pair}`);
  await desk.pick('day', 1);
  await desk.tick('way', 'phone');
  await desk.tick('how', 'phone');
  await desk.press();
  await desk.follow(`main a[href*="/desk/${side}-says/"]`);
  await desk.tick('how', 'phone');
  await desk.tick('did_meet', 'yes');
  await taps(desk, said);
  await desk.press();
  is(desk.path, `/desk/pair/${pair}`, 'a meeting is noted by phone');
}

// Asked how they would like to go on.
export async function goesOn(world, who, mentor, mentee, answer = 'go-on', words) {
  const v = await as(world, who);
  const pair = pairOf(world, mentor, mentee);
  await v.follow(`main a[href$="/match/review/${pair}"]`);
  await v.tick('answer', answer);
  if (words) await v.fill('words', words);
  await v.press();
  is(v.path, `/match/pair/${pair}`, `${who.called} answers how to go on: ${answer}`);
}

export async function goesOnByPhone(desk, pair, side, answer = 'go-on') {
  await desk.go(`/desk/review/${pair}`);
  await desk.tick('side', side);
  await desk.tick('how', 'phone');
  await desk.tick('answer', answer);
  await desk.press();
  is(desk.path, `/desk/pair/${pair}`, `how to go on is put in by phone: ${answer}`);
}
