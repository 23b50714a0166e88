// SPDX-License-Identifier: AGPL-3.0-or-later
// Short lessons: read by a mentor before a first meeting, noted by a coordinator, and seen at the pair.
import { is, ok } from './tap.mjs';
import { sql } from './people.mjs';
import { door } from './corners.mjs';

export async function lessons(world) {
  const v = await door(world, 'mentor');
  const id = sql(world, 'select person_id from browser where person_id is not null order by created_at desc limit 1');
  await readOne(world, v, id);
  await v.close();
  const desk = await door(world, 'coordinator');
  await atDesk(world, desk, id);
  await desk.close();
}

async function readOne(world, v, id) {
  sql(world, `update person set lessons = '' where id = ${id}; update programme set mentor_lessons = 'listening safety', mentee_lessons = 'mentored safety'`);
  await v.go('/account/me');
  for (const language of ['cy', 'ar-XB', 'en']) { v.language = language; await v.go(`/account/lesson/safety?lang=${language}`); }
  await v.press();
  is(v.path, '/account/me', 'a lesson is read');
  ok(sql(world, `select lessons like 'safety=%=self' from person where id = ${id}`) === '1', 'and kept');
  for (const language of ['cy', 'ar-XB', 'en']) { v.language = language; await v.go(`/account/me?lang=${language}`); }
  await v.follow('main a[href*="/account/lesson/"]');
  await v.go('/account/lesson/safety');
  ok(!(await v.has('main form button')), 'and not asked for again');
}

async function atDesk(world, desk, id) {
  await desk.go(`/desk/person/${id}`);
  await desk.press('main button[value="listening"]');
  is(desk.path, `/desk/person/${id}`, 'a coordinator notes one as done in person');
  const pair = sql(world, `select y.id from pair y join proposal z on z.id = y.proposal_id where y.state <> 'ended' and ${id} in (z.mentor_id, z.mentee_id) limit 1`);
  for (const language of ['cy', 'ar-XB', 'en']) {
    desk.language = language;
    for (const address of [`/desk/person/${id}`, `/desk/pair/${pair}`, '/desk/programme/1']) await desk.go(`${address}?lang=${language}`);
  }
}

// Any letter, printed at will.
export async function anyLetter(world) {
  const desk = await door(world, 'coordinator');
  const id = sql(world, "select z.mentee_id from pair y join proposal z on z.id = y.proposal_id join person p on p.id = z.mentee_id where y.state = 'active' and p.state = 'active' order by p.id limit 1");
  sql(world, `update person set language = 'cy', address = '2 Mill Lane' || char(10) || 'NP20 9XX' where id = ${id}`);
  await desk.go(`/desk/person/${id}`);
  await desk.follow('main a[href^="/desk/letter/"]');
  await desk.follow('main a[href*="kind="]');
  ok(await desk.has('main .card[lang="cy"]'), 'a letter is printed in the language of its reader');
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`/desk/letter/${id}?kind=approved&lang=${language}`); }
  await desk.close();
}

// How somebody without e-mail is, from paper.
export async function onPaper(world) {
  sql(world, "update programme set measures = 'ucla-3 direct ons-4'");
  const [signup, id] = sql(world, "select s.id || ' ' || p.id from signup s join person p on p.id = s.person_id where s.state = 'approved' and p.state = 'active' and p.email = '' order by s.id limit 1").split(' ');
  sql(world, `delete from measure where person_id = ${id}; update pair set opened_at = strftime('%s') where proposal_id in (select id from proposal where ${id} in (mentor_id, mentee_id))`);
  const desk = await door(world, 'coordinator');
  await desk.go(`/desk/person/${id}`);
  await desk.follow('main a[href^="/desk/how-you-are/"]');
  const page = desk.path;
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`${page}?lang=${language}`); await desk.go(`/desk/how-sheet/${signup}?lang=${language}`); }
  await desk.go(page);
  await desk.fill('satisfied', '11');
  await desk.press();
  is(desk.status, 422, 'a number that is none is refused');
  await desk.fill('satisfied', '7');
  await desk.press();
  ok((await desk.text()).includes('The answers for this time are in'), 'answers from paper are put in once');
  ok(!(await desk.has('main [name="satisfied"]')), 'and shown to nobody again');
  await desk.close();
}

// A programme in which people are helped first: what is said of it where it counts.
export async function helpedFirst(world) {
  sql(world, 'update programme set mentee_weeks = 4');
  const v = await door(world, 'mentee');
  for (const language of ['cy', 'ar-XB', 'en']) {
    v.language = language;
    for (const address of ['/account/asks', '/signup/matching']) await v.go(`${address}?lang=${language}`);
  }
  ok((await v.text()).includes('is helped first, for 4 weeks'), 'how this site matches says so');
  await v.close();
  sql(world, 'update programme set mentee_weeks = 0');
}

// The only lead who is there cannot rest.
export async function onlyLead(world) {
  const lead = await door(world, 'safeguarding-lead');
  const others = "select person_id from role where role = 'lead' and person_id <> (select person_id from browser where person_id is not null order by created_at desc limit 1)";
  const kept = sql(world, `select group_concat(id) from person where state = 'active' and id in (${others})`);
  sql(world, `update person set state = 'paused' where id in (${kept})`);
  for (const language of ['cy', 'ar-XB', 'en']) { lead.language = language; await lead.go(`/account/pause?lang=${language}`); }
  ok(!(await lead.has('main [name="how_long"]')), 'the only lead who is there cannot rest');
  sql(world, `update person set state = 'active' where id in (${kept})`);
  await lead.close();
}
