// SPDX-License-Identifier: AGPL-3.0-or-later
// January: people sign up, are matched, and answer; one is silent, one has no time and suggests somebody.
import { is, ok } from './tap.mjs';
import { sql } from './people.mjs';
import { Visitor } from './visitor.mjs';
import { answerAll, as, cast, deskOf, line, mailOf, onTheList, pairOf, personOf, signUp, stateOf, told } from './year-cast.mjs';
import { answers, answersByPhone, opens, promises } from './year-acts.mjs';

const { mair, owen, hana, fred, beth, tom, idris, nesta, carys, joe, anwen, dot } = cast;

async function approve(desk, who) {
  await desk.go('/desk/signups');
  await desk.follow(`main a[href*="/desk/signup/"]:has-text("${who.full}")`);
  await desk.tick('decision', 'approve');
  await desk.press();
  is(desk.path, '/desk/signups', `${who.called} is approved`);
}

// A card of ten codes, printed for somebody without e-mail.
async function card(desk, who) {
  await desk.go(`/desk/new-card/${personOf(desk.world, who)}`);
  const number = (await desk.text('main .code')).trim();
  const codes = (await desk.page.locator('main .codes tbody td:last-child').allInnerTexts()).map((code, i) => [String(i + 1), code]);
  await desk.press();
  who.card = { number, codes };
  is(codes.length, 10, `${who.called} has a card of ten codes`);
}

async function signUps(world) {
  for (const who of Object.values(cast)) if (who !== nesta) await signUp(world, who);
  world.clock.to('2026-01-12');
  const desk = await deskOf(world);
  for (const who of Object.values(cast)) if (who !== nesta) await approve(desk, who);
  for (const who of [fred, joe]) await card(desk, who);
  world.clock.to('2026-01-13');
  for (const who of [mair, anwen]) told(world, who, 'approved', 1, `${who.called} hears that they are in`);
  const v = await as(world, fred);
  ok((await v.text()).includes('you are in'), 'Fred reads the same on his page, by a code of his card');
  world.clock.later(1);
  owen.own = mair.own = anwen.own = true;
}

// In an everyday programme a person reads offers without names, and asks.
async function asks(world) {
  const v = await as(world, dot);
  await v.follow('main a[href*="/match/read"]');
  await v.follow('main a[href*="/match/topic/"]:has-text("Somebody to talk to")');
  ok(!(await v.text()).includes('Carys'), 'offers are read without names');
  await v.follow('main a[href*="/match/ask/"]');
  await v.fill('words', 'The evenings are long since I stopped work.');
  await v.press();
  is(v.path, '/account/me', 'Dot asks for an offer');
}

// Match, keep all, send.
async function run(desk, programme, pairs, look) {
  await desk.go('/desk/matching');
  await desk.page.locator('main a[href*="/desk/run/"]').nth(programme).getAttribute('href').then((to) => desk.go(to));
  const at = desk.path;
  await desk.press();
  await look?.(desk);
  for (const [mentor, mentee] of pairs) {
    const card = `main .card:has(h3:has-text("${mentor.called} helps ${mentee.called}"))`;
    ok(await desk.has(card), `${mentor.called} is put forward to ${mentee.called}`);
    await desk.press(`${card} button[value="keep"]`);
    await desk.go(at);
  }
  is(await desk.page.locator('main .card button[value="keep"]').count(), 0, 'and nobody else is put forward');
  await desk.follow('main a[href*="/desk/send/"]');
  await desk.press();
  is(desk.path, '/desk/todo', 'the proposals are sent');
}

const row = (desk, name) => desk.page.locator(`main tr:has(th:has-text("${name}")) td`).allInnerTexts();

async function matching(world) {
  world.clock.to('2026-01-19');
  await asks(world);
  const desk = await deskOf(world);
  await run(desk, 0, [[owen, mair], [mair, fred], [fred, hana], [hana, owen], [beth, tom], [idris, beth]], async () => {
    is((await row(desk, 'Reverse pairs')).join(), '0,1', 'the run would make a reverse pair: Owen is under 30 and Mair is over 75');
    is((await row(desk, 'Circles')).join(), '0,1', 'and a circle');
    is((await row(desk, 'Pairs in a circle')).join(), '0,4', 'of four');
  });
  await run(desk, 1, [[joe, carys], [anwen, joe], [dot, anwen], [carys, dot]]);
  world.clock.to('2026-01-20');
  for (const who of [mair, anwen]) ok(mailOf(world, who, 'proposal').includes('/account/me'), `${who.called} gets a mail that leads to their page`);
}

async function declines(world) {
  const v = await answers(world, idris, beth, 'suggest');
  await v.fill('name', nesta.full);
  await v.tick('who', 'new');
  await v.fill('email', nesta.email);
  await v.tick('consent', 'yes');
  await v.press();
  is(v.path, '/match/suggested', 'Idris has no time, and suggests somebody');
  const b = await as(world, beth);
  ok(!(await b.text('body')).includes('Nesta') && !(await b.text('body')).includes('Idris'), 'Beth is not told whom');
}

async function answering(world) {
  for (const [who, ...others] of [[mair, owen, fred], [owen, mair, hana], [fred, hana, mair], [hana, owen, fred], [beth, tom], [tom, beth], [anwen, joe, dot], [dot, anwen]])
    for (const other of others) await answers(world, who, other, 'yes', [who, other].every((one) => one === mair || one === owen));
  await declines(world);
  const desk = await deskOf(world);
  for (const other of [carys, anwen]) await answersByPhone(desk, joe, other);
  for (const [mentor, mentee] of [[owen, mair], [mair, fred], [fred, hana], [hana, owen], [beth, tom], [anwen, joe], [dot, anwen]]) await opens(desk, mentor, mentee);
  for (const who of [mair, owen]) await promises(world, who, owen, mair);
  for (const who of [fred, hana]) await promises(world, who, fred, hana);
  const m = await as(world, mair);
  await m.go('/match/circle');
  ok(await m.has('main svg.ringpic'), 'Mair sees her circle');
  for (const name of ['Owen', 'Fred', 'Hana']) ok((await m.text('body')).includes(name) || name === 'Hana', `and ${name} in it, as far as she may`);
  world.clock.to('2026-01-21');
  told(world, beth, 'another', 1, 'Beth hears that somebody else is looked for');
  told(world, mair, 'opened', 2, 'Mair hears of both of hers');
}

// Who was suggested reads the mail, says yes, and signs up.
async function suggested(world) {
  const link = mailOf(world, nesta, 'invitation').match(/https?:\S+\/match\/invitation\/\S+/)?.[0];
  ok(link, 'a mail goes to whom Idris suggested');
  const v = await Visitor.new(world, 'en');
  await v.go(link);
  ok((await v.text()).includes('Idris'), 'and says who thought of them');
  await v.tick('answer', 'yes');
  await v.press();
  await answerAll(v, nesta);
  await v.close();
  const desk = await deskOf(world);
  await approve(desk, nesta);
}

// Carys is silent: reminded on the third and the seventh day, then it is the desk's.
async function silence(world) {
  world.clock.to('2026-01-22');
  told(world, carys, 'reminder', 0, 'two days are no silence');
  world.clock.to('2026-01-23');
  told(world, carys, 'reminder', 2, 'Carys is reminded of both on the third day');
  world.clock.to('2026-01-27');
  told(world, carys, 'reminder', 4, 'and on the seventh');
  let desk = await deskOf(world);
  await desk.go('/desk/todo');
  ok(!(await desk.has(line('Carys', 'has not answered'))), 'till then she is not on the desk\'s list');
  world.clock.to('2026-01-30');
  desk = await deskOf(world);
  told(world, carys, 'reminder', 4, 'nobody is reminded a third time');
  await onTheList(desk, 'on the tenth day she is on the desk\'s list', 'Carys', 'has not answered about', 'Joe');
  for (const other of [joe, dot]) await answersByPhone(desk, carys, other);
  for (const [mentor, mentee] of [[joe, carys], [carys, dot]]) await opens(desk, mentor, mentee);
}

// What Idris could not do, Nesta can.
async function second(world) {
  world.clock.to('2026-02-02');
  const desk = await deskOf(world);
  await run(desk, 0, [[nesta, beth], [tom, nesta]]);
  world.clock.to('2026-02-03');
  for (const [who, other] of [[nesta, beth], [beth, nesta], [tom, nesta], [nesta, tom]]) await answers(world, who, other);
  const again = await deskOf(world);
  for (const [mentor, mentee] of [[nesta, beth], [tom, nesta]]) await opens(again, mentor, mentee);
  is(stateOf(world, nesta, beth), 'trial', 'who was suggested helps');
  ok(pairOf(world, tom, nesta), 'and is helped: the second circle closes');
  is(sql(world, "select count(*) from pair where state = 'trial'"), '11', 'eleven pairs are on trial');
}

export const winter = { 'January: sign-ups': signUps, 'January: a run of matching': matching, 'January: answers': answering,
  'January: somebody suggested': suggested, 'January: a silence': silence, 'February: a second run': second };
