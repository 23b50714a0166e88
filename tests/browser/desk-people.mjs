// SPDX-License-Identifier: AGPL-3.0-or-later
// People at the desk: found, and all about one of them.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';
import { keepFile } from './data.mjs';
import { sql } from './people.mjs';

export async function peopleAtDesk(world) {
  const desk = await door(world, 'coordinator');
  const name = sql(world, "select p.full_name from person p where p.state = 'active' and exists (select 1 from proposal z join pair y on y.proposal_id = z.id where z.mentee_id = p.id) order by p.id limit 1");
  await desk.go('/desk/todo');
  await desk.follow('nav a[href="/desk/people"]');
  is(desk.path, '/desk/people', 'people are one press from the desk');
  await desk.fill('words', name.split(' ').pop());
  await desk.press();
  ok((await desk.text()).includes(name), 'somebody is found by their last name', name);
  await desk.follow(`main a[href^="/desk/person/"]:has-text("${name}")`);
  ok((await desk.text()).includes('Their story'), 'their page tells their story');
  const person = desk.path;
  for (const language of ['cy', 'ar-XB', 'en']) {
    desk.language = language;
    for (const page of ['/desk/people', person]) await desk.go(`${page}?lang=${language}`);
    await desk.go(`/desk/people?words=zzz&lang=${language}`);
  }
  const { answer, text } = await keepFile(world, desk, '/desk/people-file');
  ok(answer.headers()['content-disposition'].startsWith('attachment') && text.includes(name), 'everybody is in a file to keep');
  await signUpByPhone(world, desk);
  await putManyIn(world, desk);
  await helpSomebody(world, desk);
  await postLetters(world, desk);
  await signedUpTwice(world, desk);
  await desk.close();
}

// Somebody who rings, and the form for those who write.
async function signUpByPhone(world, desk) {
  await desk.go('/desk/people');
  await desk.follow('main a[href^="/desk/new-person/"]');
  const page = desk.path;
  await desk.press();
  is(desk.status, 422, 'what is missing, is asked for');
  for (const [name, value] of [['how', 'phone'], ['reach', 'phone'], ['adult', 'yes'], ['talk_ask', 'yes'], ['talk_offer', 'yes'], ['ways', 'phone'], ['capacity', '1'], ['heard', 'yes']]) await desk.tick(name, value);
  await desk.fill('call_name', 'Idris');
  await desk.fill('full_name', 'Idris Llŷn');
  await desk.fill('phone', '01632 960 321');
  await desk.press();
  ok(desk.path.startsWith('/desk/signup/'), 'a sign-up by phone is kept', desk.path);
  await desk.go(page);
  await desk.follow('main a[href^="/desk/blank-form/"]');
  const form = desk.path;
  for (const language of ['cy', 'ar-XB', 'en']) {
    desk.language = language;
    for (const address of [page, form]) await desk.go(`${address}?lang=${language}`);
  }
}

// Many at once: the example as it comes, filled in wrong, and put in.
async function putManyIn(world, desk) {
  await desk.go('/desk/people');
  await desk.follow('main a[href^="/desk/import/"]');
  const page = desk.path;
  const example = await desk.page.request.get(world.address + await desk.page.getAttribute('main a[href*="/desk/import-file/"]', 'href'));
  world.seen.routes.add('/desk/import-file/:programme_id');
  const text = await example.text();
  const wrong = text.replace(/"yes","yes","75-"/, '"yes","",""').replace('"Bryn Example"', '"Bryn Walk"').replaceAll('01632 960 96', '01632 960 86');
  const press = (act) => desk.press(`main button[name=act][value=${act}]`);
  await press('look');
  is(desk.status, 422, 'a file, or rows, are asked for');
  for (const language of ['cy', 'ar-XB', 'en']) {
    desk.language = language;
    await desk.go(`${page}?lang=${language}`);
    await desk.page.setInputFiles('main [name=text_file]', { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) });
    await press('look');
    is(desk.status, 200, 'what would happen is shown');
    ok((await desk.text()).includes('Bryn Walk'), 'row by row');
  }
  ok((await desk.text()).includes('They have to know what we keep'), 'with what is wrong');
  await press('put');
  is(desk.path, '/desk/signups', 'the others come in, and wait to be read');
  ok(sql(world, "select count(*) from person where full_name in ('Anna Example', 'Bryn Walk')") === '1', 'and only they');
}

// A coordinator changes something for somebody who rings.
async function helpSomebody(world, desk) {
  const [id, name] = sql(world, "select p.id || '|' || p.call_name from person p where p.state = 'active' and p.email = '' and p.id in (select person_id from signup where state = 'approved') order by p.id desc limit 1").split('|');
  await desk.go(`/desk/person/${id}`);
  await desk.follow('main a[href^="/desk/help/"]');
  const page = desk.path;
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`${page}?lang=${language}`); }
  await desk.press('main button[value="begin"]');
  is(desk.path, '/account/details', 'helping leads to the pages of the person');
  ok((await desk.text()).includes(name), 'and says whose they are');
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`/account/details?lang=${language}`); await desk.go(`/account/name?lang=${language}`); }
  await desk.fill('call_name', `${name}y`);
  await desk.press();
  is(sql(world, `select call_name from person where id = ${id}`), `${name}y`, 'what is typed is theirs');
  await desk.press('main form[action^="/desk/help/"] button');
  is(desk.path, `/desk/person/${id}`, 'one press ends it');
}

// What is told by mail is printed for whoever has none.
async function postLetters(world, desk) {
  sql(world, `insert into outbox (person_id, kind, recipient, language, state, not_before, created_at)
    select id, 'going-on', '', language, 'letter', 0, 0 from person where address <> '' and state = 'active' order by id limit 3`);
  await desk.go('/desk/todo');
  await desk.follow('nav a[href="/desk/letters"]');
  ok(await desk.page.locator('.window').count() > 0, 'letters wait to be printed');
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`/desk/letters?lang=${language}`); }
  await desk.press();
  is(desk.path, '/desk/letters', 'those that are in the post are noted');
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`/desk/letters?lang=${language}`); }
}

// Somebody who signed up by phone, and then again.
async function signedUpTwice(world, desk) {
  const [id, signup] = sql(world, "select p.id || ' ' || s.id from person p join signup s on s.person_id = p.id where p.full_name = 'Idris Llŷn' order by p.id limit 1").split(' ');
  await desk.go(`/desk/signup/${signup}`);
  await desk.tick('decision', 'approve');
  await desk.press();
  const merge = `/desk/merge/${id}`;
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`${merge}?lang=${language}`); }
  await desk.go('/desk/people');
  await desk.follow('main a[href^="/desk/new-person/"]');
  for (const [name, value] of [['how', 'paper'], ['reach', 'phone'], ['adult', 'yes'], ['talk_ask', 'yes'], ['talk_offer', 'yes'], ['ways', 'phone'], ['capacity', '1'], ['heard', 'yes']]) await desk.tick(name, value);
  await desk.fill('call_name', 'Idris');
  await desk.fill('full_name', 'Idris Llyn');
  await desk.fill('phone', '01632 960 322');
  await desk.press();
  const second = sql(world, "select id from person where full_name = 'Idris Llyn' order by id desc limit 1");
  await desk.go(`/desk/person/${second}`);
  await desk.follow('main a[href^="/desk/merge/"]');
  for (const language of ['cy', 'ar-XB', 'en']) { desk.language = language; await desk.go(`/desk/merge/${second}?lang=${language}`); }
  await desk.tick('into_id', id);
  await desk.press();
  is(desk.path, `/desk/person/${id}`, 'two sign-ups are made one');
}
