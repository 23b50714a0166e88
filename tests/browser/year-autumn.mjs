// SPDX-License-Identifier: AGPL-3.0-or-later
// July to January: a summer without nights, a death, an ending as planned, somebody who leaves, somebody erased.
import fs from 'node:fs';
import path from 'node:path';
import { is, ok } from './tap.mjs';
import { sql } from './people.mjs';
import { allMails, as, cast, deskOf, onTheList, pairOf, personOf, stateOf, told } from './year-cast.mjs';
import { notes } from './year-acts.mjs';

const { mair, owen, beth, tom, idris, nesta, carys, anwen, dot } = cast;

// The host stands still for three weeks: one night makes up for all, and nobody gets a heap of mail.
async function summer(world) {
  world.clock.to('2026-07-20');
  const people = Object.values(cast).filter((who) => who.email), before = people.map((who) => allMails(world, who));
  world.clock.to('2026-08-10', { asleep: true });
  const most = Math.max(...people.map((who, i) => allMails(world, who) - before[i]));
  ok(most <= 3, 'after three weeks without a night nobody gets a heap of mail', [most]);
  const again = people.map((who) => allMails(world, who));
  world.clock.night();
  is(people.map((who) => allMails(world, who)).join(), again.join(), 'and a second night in one day sends nothing twice');
}

// Dot dies. Anwen, whom she helped, and Carys, who helped her, hear it from a voice.
async function death(world) {
  world.clock.to('2026-09-07');
  const pairs = [[dot, anwen], [carys, dot]].map((two) => pairOf(world, ...two));
  const before = [dot, anwen, carys].map((who) => allMails(world, who));
  const desk = await deskOf(world);
  await desk.go(`/desk/pair/${pairs[0]}`);
  await desk.follow(`main a[href$="/desk/death/${personOf(world, dot)}"]`);
  await desk.press('main button[value="die"]');
  ok((await desk.text()).includes(anwen.full) && (await desk.text()).includes(carys.full), 'a coordinator hears that Dot has died, and sees whom to ring');
  const a = await as(world, anwen);
  await a.go(`/match/pair/${pairs[0]}`);
  ok(!(await a.text()).includes('marw'), 'no page tells Anwen before she is rung');
  world.clock.to('2026-09-08');
  is([dot, anwen, carys].map((who) => allMails(world, who)).join(), before.join(), 'and no mail tells anybody');
  await deskOf(world);
  await onTheList(desk, 'both are on the desk\'s list', 'Ring', 'Anwen', 'somebody they met with has died');
  await onTheList(desk, 'each with a line of their own', 'Ring', 'Carys', 'somebody they met with has died');
  for (const pair of pairs) {
    await desk.go(`/desk/bereaved/${pair}`);
    await desk.fill('told_by', 'I rang in the morning, and sat with it a while.');
    for (const [part, value] of [['day', '21'], ['month', 'September'], ['year', '2026']]) await desk.fill(`follow_up.${part}`, value);
    if (await desk.has('main [name="look"]')) await desk.tick('look', 'yes');
    await desk.press();
    is(desk.path, `/desk/pair/${pair}`, 'they have been told');
  }
  await as(world, anwen);
  await a.go(`/match/pair/${pairs[0]}`);
  ok((await a.text()).includes('Dot') && (await a.text()).includes('marw'), 'now her page says it, kindly');
  world.clock.to('2026-09-22');
  await deskOf(world);
  await onTheList(desk, 'two weeks later the desk asks how they are', 'Ask how both are', 'Anwen');
}

// Mair and Owen end as they planned; she was helped, and is invited to help more.
async function closing(world) {
  world.clock.to('2026-10-05');
  await notes(world, owen, owen, mair);
  world.clock.to('2026-10-12');
  const pair = pairOf(world, owen, mair);
  const m = await as(world, mair);
  await m.go(`/match/change/${pair}`);
  await m.tick('what', 'end');
  await m.press();
  is(stateOf(world, owen, mair), 'ended', 'Mair ends it, as she can now');
  world.clock.to('2026-10-13');
  told(world, owen, 'ended', 2, 'Owen is told kindly');
  for (const [who, gained] of [[mair, 'I call my sister every Sunday'], [owen, 'She taught me how to wait']]) {
    const v = await as(world, who);
    await v.follow(`main a[href$="/match/closing/${pair}"]`);
    await v.fill('gained', gained);
    await v.tick('again', 'yes');
    if (await v.has('main [name="look"]')) await v.tick('look', 'no');
    await v.press();
    is(v.path, `/match/pair/${pair}`, `${who.called} looks back`);
  }
  ok((await m.text()).includes('You were helped'), 'Mair was helped, and is asked to help');
  ok(!(await owen.at.text()).includes('You were helped'), 'Owen is not');
  await m.follow('main .note a[href*="/account/asks"]');
  await m.follow('main a[href*="/account/new-offer/"]');
  await m.pick('topic_id', 0);
  await m.fill('words', 'Photographs and calls on a tablet, slowly');
  await m.press();
  ok((await m.text()).includes('Photographs and calls'), 'she offers what she has learnt');
  const desk = await deskOf(world);
  await desk.go(`/desk/pair/${pair}`);
  ok((await desk.text()).includes('She taught me how to wait'), 'the coordinator reads what both gained');
  await desk.follow('main .todo a[href*="/desk/closing/"]');
  await desk.tick('ended_how', 'planned');
  await desk.fill('told_by', 'They told each other');
  await desk.press();
}

// Tom leaves: Beth is to hear it from a voice, Nesta from a mail.
async function leaving(world) {
  world.clock.to('2026-11-02');
  const before = [beth, nesta].map((who) => allMails(world, who));
  const v = await as(world, tom);
  await v.follow('main a[href*="/account/leave"]');
  await v.page.locator('main label:has-text("Beth") [name="ring"]').check();
  await v.press();
  is(v.path, '/account/left', 'Tom leaves, and nobody asks why');
  world.clock.to('2026-11-03');
  is(stateOf(world, beth, tom) + stateOf(world, tom, nesta), 'endedended', 'his meetings end');
  is(allMails(world, beth), before[0], 'Beth gets no mail');
  is(allMails(world, nesta), before[1] + 1, 'Nesta does');
  const desk = await deskOf(world);
  await onTheList(desk, 'Beth is to be rung', 'Ring', 'Beth', 'has left');
  await v.go('/account/me');
  is(v.path, '/account/sign-in', 'Tom is signed in nowhere');
}

// Idris, who once suggested somebody, asks to be erased: a week later nothing of him is left.
async function erasure(world) {
  world.clock.to('2026-11-09');
  const person = personOf(world, idris);
  const v = await as(world, idris);
  await v.follow('main a[href*="/account/data"]');
  ok((await v.text()).includes(idris.full), 'Idris reads what is held on him');
  await v.follow('main a[href*="/account/erase"]');
  await v.press();
  is(v.path, '/account/erased', 'and asks that it is erased');
  world.clock.to('2026-11-10');
  told(world, idris, 'erase-asked', 1, 'a mail says when');
  world.clock.to('2026-11-15');
  is(sql(world, `select state from person where id = ${person}`), 'left', 'for a week it could be taken back');
  world.clock.to('2026-11-18');
  is(sql(world, `select state || full_name || email from person where id = ${person}`), 'erased', 'then nothing is left but a number');
  const files = ['bothways.db', 'bothways.db-wal'].map((f) => path.join(world.site, 'data', f)).filter((f) => fs.existsSync(f));
  for (const word of [idris.full, idris.email]) ok(files.every((f) => !fs.readFileSync(f).includes(word)), `no byte of the database says ${word}`);
}

async function winterAgain(world) {
  const before = allMails(world, dot);
  world.clock.to('2027-01-04');
  is(allMails(world, dot), before, 'a whole autumn writes nothing to Dot');
  const desk = await deskOf(world);
  for (const page of ['/desk/pairs', '/desk/matching', '/desk/audit', '/desk/audit-chain']) await desk.go(page);
  for (const who of [mair, anwen]) await as(world, who);
}

export const autumn = { 'August: a host that stood still': summer, 'September: a death': death, 'October: an ending as planned': closing,
  'November: somebody leaves': leaving, 'November: an erasure': erasure,
  'January: a year is over': winterAgain };
