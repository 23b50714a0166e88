// SPDX-License-Identifier: AGPL-3.0-or-later
// What is held on somebody: read, kept as a file.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';
import { Visitor } from './visitor.mjs';
import { signIn } from './story.mjs';
import { sql } from './people.mjs';

// A file to keep is no page: it is asked for as the browser would.
export async function keepFile(world, v, route, query = '') {
  const answer = await v.page.request.get(world.address + route + query);
  world.seen.routes.add(route);
  return { answer, text: await answer.text() };
}

export async function heldOnMe(world, desk) {
  const v = await door(world, 'mentee');
  await v.go('/account/me');
  await v.follow('main a[href="/account/data"]');
  is(v.path, '/account/data', 'what is held is one press from one\'s page');
  const shown = await v.text();
  for (const language of ['cy', 'ar-XB', 'en']) { v.language = language; await v.go(`/account/data?lang=${language}`); }
  const { answer, text } = await keepFile(world, v, '/account/data-file');
  const { person } = JSON.parse(text);
  ok(person.full_name.length > 3 && shown.includes(person.full_name), 'the page and the file say the same', person.full_name);
  ok(answer.headers()['content-disposition'].startsWith('attachment'), 'which the browser keeps');
  await v.go('/account/data');
  await v.follow('main a[href="/account/complaint"]');
  await v.press();
  is(v.status, 422, 'what it is, is asked for');
  await v.tick('kind', 'data-complaint');
  await v.fill('words', 'Who has read what I wrote?');
  await v.press();
  is(v.path, '/account/complaint-sent', 'a complaint is sent');
  for (const language of ['cy', 'ar-XB', 'en']) {
    v.language = language;
    for (const page of ['/account/complaint', '/account/complaint-sent']) await v.go(`${page}?lang=${language}`);
  }
  await v.close();
  const visitor = await Visitor.new(world, 'en');
  await visitor.go('/account/complaint');
  await visitor.tick('kind', 'data-request');
  await visitor.fill('words', 'What do you hold about me?');
  await visitor.press();
  is(visitor.status, 422, 'whoever is not signed in says how to be answered');
  await visitor.fill('reply_to', 'Joan Lee, 01632 960 999');
  await visitor.press();
  is(visitor.path, '/account/complaint-sent', 'and sends it too');
  await visitor.close();
  await desk.go('/desk/todo');
  await desk.follow(`main a[href^="/desk/request/"]:has-text("${person.call_name}")`);
  ok((await desk.text()).includes('Who has read what I wrote?'), 'a coordinator reads it');
  const request = desk.path;
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`${request}?lang=${language}`); }
  await desk.press('main button[value="done"]');
  is(desk.path, '/desk/todo', 'and says that it is done');
  await printed(world, desk);
}

// Somebody without e-mail asks for the same: the desk prints it, in their language.
async function printed(world, desk) {
  const [person, name] = sql(world, `select id || '|' || full_name from person where email = '' and state = 'active' and language = 'en' order by id limit 1`).split('|');
  sql(world, `insert into task (kind, role, person_id, subject, subject_id, due_at, at) values ('data-request', 'coordinator', ${person}, 'person', ${person}, unixepoch() - 864000, unixepoch() - 864000)`);
  await desk.go('/desk/todo');
  await desk.follow(`main a[href="/desk/request/${sql(world, 'select max(id) from task')}"]`);
  await desk.follow(`main a[href="/desk/data/${person}"]`);
  ok((await desk.text()).includes(name), 'what is held on somebody without e-mail is a letter');
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`/desk/data/${person}?lang=${language}`); }
  await desk.go(`/desk/card/${person}`);
  ok(await desk.has(`main a[href="/desk/data/${person}"]`), 'to which their card leads too');
}

const inLanguages = async (v, pages, languages = ['cy', 'ar-XB', 'en']) => {
  for (const language of languages) {
    v.language = language;
    for (const page of pages) await v.go(`${page}?lang=${language}`);
  }
};

// Somebody with two pairs leaves, comes back, and asks to be erased.
export async function leaving(world, desk) {
  const [id, email] = sql(world, `select p.id || ' ' || p.email from person p where p.state = 'active' and p.language = 'en' and p.email like 'person%'
    and (select count(*) from pair y join proposal z on z.id = y.proposal_id where p.id in (z.mentor_id, z.mentee_id) and y.state in ('trial', 'active')) > 1
    and p.id not in (select person_id from role) order by p.id desc limit 1`).split(' ');
  let v = await signIn(world, 'en', email);
  await v.go('/account/me');
  await v.follow('main a[href="/account/leave"]');
  await inLanguages(v, ['/account/leave', '/account/erase']);
  await v.go('/account/leave');
  await v.pick('ring', 0);
  await v.press();
  is(v.path, '/account/left', 'somebody leaves');
  await v.go('/account/me');
  is(v.path, '/account/sign-in', 'and is signed out');
  await inLanguages(v, ['/account/left', '/account/erased']);
  await v.close();
  await desk.go('/desk/todo');
  await desk.follow(`main a[href="/desk/request/${sql(world, `select id from task where kind = 'left' and person_id = ${id}`)}"]`);
  await inLanguages(desk, [desk.path]);
  await desk.press('main button[value="return"]');
  is(sql(world, `select state from person where id = ${id}`), 'active', 'a coordinator lets them come back');
  v = await signIn(world, 'en', email);
  await v.go('/account/erase');
  await v.press();
  is(v.path, '/account/erased', 'they ask to be erased');
  await v.close();
  const lead = await door(world, 'safeguarding-lead');
  await lead.go('/desk/concerns');
  await lead.follow('main a[href="/desk/erasures"]');
  await inLanguages(lead, ['/desk/erasures', '/desk/retention']);
  await lead.go('/desk/concerns');
  await lead.follow('main a[href="/desk/letters"]');
  is(lead.path, '/desk/letters', 'a lead finds the letters that tell of it');
  await lead.go('/desk/erasures');
  await lead.follow('main a[href="/desk/erase"]');
  await lead.fill('who', 'Nobody At All');
  await lead.press();
  is(lead.status, 422, 'whoever is not here is not erased');
  await lead.fill('who', sql(world, `select max(id) from person where state = 'active' and id not in (select person_id from role)`));
  await lead.press();
  await inLanguages(lead, [lead.path, '/desk/erase']);
  await lead.go('/desk/erasures');
  await lead.press();
  is(lead.status, 422, 'who takes it back, is asked for');
  await lead.tick('person_id', id);
  await lead.press();
  is(sql(world, `select state from person where id = ${id}`), 'active', 'and a lead takes it back for them');
  await lead.go('/desk/todo');
  await lead.follow('main a[href="/desk/hand-over"]');
  await lead.press();
  is(lead.path, '/desk/hand-over', 'a lead makes the pack for whoever goes on');
  await inLanguages(lead, ['/desk/hand-over']);
  ok((await keepFile(world, lead, '/desk/hand-over-file')).text.startsWith('PK'), 'and keeps it');
  await lead.close();
}

// Backups: made, taken away, and brought back in no more than a try.
export async function backups(world, desk) {
  await desk.go('/desk/todo');
  await desk.follow('main a[href="/desk/backups"]');
  await desk.press();
  ok((await desk.text()).includes('bothways-'), 'a backup is made');
  await desk.follow('main a[href="/desk/take-away"]');
  await desk.fill('passphrase', 'short');
  await desk.press();
  is(desk.status, 422, 'a short passphrase is refused');
  await desk.fill('passphrase', 'four words that nobody guesses');
  await desk.press();
  is(desk.path, '/desk/take-away', 'a locked copy is made');
  ok((await keepFile(world, desk, '/desk/take-away-file')).text.startsWith('bothways locked'), 'and kept');
  await desk.go('/desk/restore');
  await desk.pick('backup', 0);
  await desk.press();
  is(desk.status, 422, 'nothing is brought back without being sure');
  await inLanguages(desk, ['/desk/backups', '/desk/take-away', '/desk/restore']);
  await desk.go('/desk/todo');
  await desk.follow('main a[href="/desk/mail"]');
  await desk.fill('report', 'Dear all');
  await desk.press('main button[value="report"]');
  is(desk.status, 422, 'what is no report of a mail that came back, is told');
  await desk.press('main button[value="send"]');
  is(desk.path, '/desk/mail', 'mail is sent by a press');
  await inLanguages(desk, ['/desk/mail']);
}
