// SPDX-License-Identifier: AGPL-3.0-or-later
// The twelve of the year, and those who run it: how they sign up, sign in, and what mail comes to them.
import fs from 'node:fs';
import path from 'node:path';
import { is, ok } from './tap.mjs';
import { sql } from './people.mjs';
import { Visitor, newestMail, totp } from './visitor.mjs';

const VALLEY = 0, EVERYDAY = 1;

// Topics by their place in the programme's list. Who has no e-mail has a phone, and a card.
export const cast = {
  mair: { called: 'Mair', full: 'Mair Hopkin', age: '75-', programme: VALLEY, asks: 0, offers: 4, values: ['patience', 'humour'] },
  owen: { called: 'Owen', full: 'Owen Sayce', age: '18-29', programme: VALLEY, asks: 1, offers: 0, values: ['patience', 'learning'] },
  hana: { called: 'Hana', full: 'Hana Dvořáková', age: '45-59', programme: VALLEY, asks: 8, offers: 1, values: ['courage'] },
  fred: { called: 'Fred', full: 'Frederick Lunt', age: '60-74', programme: VALLEY, asks: 4, offers: 8, phone: '01632 960 301', values: ['humour'] },
  beth: { called: 'Beth', full: 'Bethan Rowe', age: '30-44', programme: VALLEY, asks: 6, offers: 5, values: ['honesty'] },
  tom: { called: 'Tom', full: 'Tomos Adeyemi', age: '45-59', programme: VALLEY, asks: 5, offers: 7, values: ['making'] },
  idris: { called: 'Idris', full: 'Idris Blake', age: '60-74', programme: VALLEY, asks: 3, offers: 6, values: ['fairness'] },
  nesta: { called: 'Nesta', full: 'Nesta Quill', age: 'unsaid', programme: VALLEY, asks: 7, offers: 6, values: ['fairness'] },
  carys: { called: 'Carys', full: 'Carys Munro', programme: EVERYDAY, asks: 6, offers: 7, values: ['calm'] },
  joe: { called: 'Joe', full: 'Joseph Tran', programme: EVERYDAY, asks: 3, offers: 6, phone: '01632 960 302', values: ['kindness'] },
  anwen: { called: 'Anwen', full: 'Anwen Prys', programme: EVERYDAY, language: 'cy', asks: 5, offers: 3, values: ['kindness'] },
  dot: { called: 'Dot', full: 'Dorothy Vane', programme: EVERYDAY, asks: 7, offers: 5, values: ['humour'] },
};
for (const [key, who] of Object.entries(cast)) if (!who.phone) who.email = `${key}@year.example`;

const answers = {
  think: (v) => v.fill('thanks_to', 'My neighbour across the road'),
  name: async (v, who) => { await v.fill('call_name', who.called); await v.fill('full_name', who.full); },
  reach: async (v, who) => { await v.tick('reach', who.email ? 'email' : 'phone'); await v.fill(who.email ? 'email' : 'phone', who.email ?? who.phone); },
  programme: (v, who) => v.pick('programme_id', who.programme),
  which: (v, who) => v.pick('programme_id', who.programme),
  about: async (v, who) => { await v.tick('adult', 'yes'); if (who.age && await v.has('main [name="age_band"]')) await v.tick('age_band', who.age); },
  ask: async (v, who) => { await v.pick('topic_id', who.asks); await v.fill('words', 'I would like to learn this slowly.'); if (await v.has('main [name="wish"]')) await v.tick('wish', 'any'); },
  offer: async (v, who) => { await v.pick('topic_id', who.offers); await v.fill('words', 'I have done this for years, and like to show it.'); if (await v.has('main [name="wish"]')) await v.tick('wish', 'any'); },
  values: async (v, who) => { for (const one of who.values) await v.tick('core_values', one); },
  time: async (v) => { await v.tick('time_offered', 'hour-fortnight'); await v.tick('capacity', '1'); },
  meet: (v) => v.tick('ways', 'phone'),
  tongues: (v) => v.tick('tongues', 'en'),
};

// From whichever question they are at to all the answers, and sent.
export async function answerAll(v, who) {
  for (let pages = 0; v.path !== '/signup/check' && pages < 20; pages++) {
    await answers[v.path.split('/').pop()]?.(v, who);
    await v.press();
    if (v.status !== 200) throw new Error(`${who.called}: ${v.path} is answered with ${v.status}`);
  }
  await v.press();
  is(`${v.path} ${v.status}`, '/signup/done 200', `${who.called} signs up`);
}

export async function signUp(world, who) {
  const v = await Visitor.new(world, who.language ?? 'en');
  await v.go(`/signup/home?lang=${who.language ?? 'en'}`);
  await v.go('/signup/start');
  await answerAll(v, who);
  await v.close();
}

async function byCode(v, who) {
  await v.go('/account/sign-in');
  await v.fill('email', who.email);
  if (who.own) await v.tick('own_device', 'yes');
  await v.press();
  const mail = await newestMail(v.world, who.email);
  await v.fill('code', mail.code);
  await v.press();
}

async function byCard(v, who) {
  await v.go('/account/card');
  await v.fill('card', who.card.number);
  const [number, code] = who.card.codes.shift();
  await v.fill('number', number);
  await v.fill('code', code);
  await v.press();
}

// Somebody at their own browser, on their page; signed in again where too long has gone by.
export async function as(world, who) {
  const at = world.clock.now;
  who.at ??= await Visitor.new(world, who.language ?? 'en', { locale: who.language ?? 'en' });
  await who.at.go('/account/me');
  if (who.at.path === '/account/sign-in') {
    await (who.email ? byCode : byCard)(who.at, who);
    who.signIns = (who.signIns ?? 0) + 1;
  }
  if (who.at.path !== '/account/me') throw new Error(`${who.called} is at ${who.at.path}, ${Math.round((world.clock.now - at) / 1000)} s later`);
  return who.at;
}

const staff = { coordinator: 'delyth@riverside.example', 'safeguarding-lead': 'hari@riverside.example' };

// Somebody who works at the desk: a code, and six figures, in a browser that is left open all year.
export async function deskOf(world, role = 'coordinator') {
  world.desks ??= {};
  const v = world.desks[role] ??= await Visitor.new(world, 'en');
  await v.go('/desk/todo');
  if (v.path === '/account/sign-in') await byCode(v, { email: staff[role] });
  if (v.path === '/account/app') {
    await v.fill('digits', totp(world.doors[role].key, world.clock.now));
    await v.press();
  }
  if (v.path !== '/desk/todo') await v.go('/desk/todo');
  if (v.path !== '/desk/todo' || v.status !== 200) throw new Error(`the ${role} is at ${v.path}: ${v.status}`);
  return v;
}

// Mail as the outbox tells of it. It forgets what went a month ago: the clock looks in every week.
export function lookAtMail(world) {
  world.mails ??= new Map();
  for (const row of sql(world, "select id || ' ' || kind || ' ' || state || ' ' || created_at || ' ' || recipient from outbox where recipient <> ''").split('\n').filter((l) => l)) {
    const [id, kind, state, at, to] = row.split(' ');
    world.mails.set(`${id} ${at}`, { id: Number(id), kind, state, to });
  }
  return [...world.mails.values()];
}

// All that was written to somebody, but for codes; how much of a kind went, and the newest of them.
export const allMails = (world, who) => lookAtMail(world).filter((m) => m.to === who.email && m.kind !== 'code').length;
const sent = (world, who, kind) => lookAtMail(world).filter((m) => m.to === who.email && m.kind === kind && m.state === 'sent');
export function mailOf(world, who, kind) {
  const number = String(sent(world, who, kind).at(-1)?.id ?? '');
  const file = path.join(world.site, 'data/mail', `${number.padStart(6, '0')}.eml`);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
export const told = (world, who, kind, times, sentence) => is(sent(world, who, kind).length, times, sentence);

export const personOf = (world, who) => sql(world, `select id from person where full_name = '${who.full}'`);
export const pairOf = (world, mentor, mentee) => sql(world, `select y.id from pair y join proposal z on z.id = y.proposal_id
  where z.mentor_id = ${personOf(world, mentor)} and z.mentee_id = ${personOf(world, mentee)} order by y.id desc limit 1`);
export const stateOf = (world, mentor, mentee) => sql(world, `select state from pair where id = ${pairOf(world, mentor, mentee)}`);

// A line of the desk's list that has all these words; `leads`: whether there is one.
export const line = (...words) => `main li${words.map((w) => `:has-text("${w}")`).join('')}`;
export async function onTheList(desk, sentence, ...words) {
  await desk.go('/desk/todo');
  ok(await desk.has(line(...words)), sentence, (await desk.text()).split('\n').filter((l) => l.trim()).slice(0, 12));
}
