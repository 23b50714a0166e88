// SPDX-License-Identifier: AGPL-3.0-or-later
// What a charity settles of itself at its desk: programmes, topics, who works here; how people are, and where somebody is signed in.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';
import { sql } from './people.mjs';
import { Visitor } from './visitor.mjs';

async function whoWorksHere(world) {
  const desk = await door(world, 'coordinator');
  await desk.go('/desk/todo');
  await desk.follow('main a[href*="/desk/staff"]');
  await desk.follow('main a[href*="/desk/invite"]');
  await desk.press();
  is(desk.status, 422, 'who is asked to work here has a name');
  await desk.fill('full_name', 'Nia Lloyd');
  await desk.fill('call_name', 'Nia');
  await desk.fill('email', 'nia@riverside.example');
  await desk.tick('roles', 'coordinator');
  await desk.press();
  ok(desk.path.startsWith('/desk/role/'), 'a coordinator asks another in');
  await desk.page.locator('main [name="roles"][value="coordinator"]').uncheck();
  await desk.press('main button[value="save"]');
  is(desk.path, '/desk/staff', 'and takes the role from them again');
  await desk.follow('main a[href*="/desk/role/"]');
  await desk.close();
  const me = await door(world, 'mentee');
  await me.go('/account/details');
  await me.follow('main a[href*="/account/logins"]');
  is(me.status, 200, 'somebody sees where they are signed in');
  await me.close();
}

async function programmes(world) {
  const desk = await door(world, 'coordinator');
  await desk.go('/desk/todo');
  await desk.follow('main a[href*="/desk/programmes"]');
  await desk.follow('main a[href*="/desk/new-programme"]');
  await desk.press();
  is(desk.status, 422, 'a programme has a kind');
  await desk.tick('kind', 'teaching');
  await desk.fill('name', 'Learning on the river');
  await desk.press();
  ok((await desk.text()).includes('Learning on the river'), 'a programme begins as a draft');
  await desk.fill('trial_meetings', '99');
  await desk.press();
  is(desk.status, 422, 'with settings that make sense');
  await desk.fill('trial_meetings', '4');
  await desk.tick('measures', 'ucla-3');
  await desk.tick('measures', 'direct');
  await desk.tick('measures', 'ons-4');
  await desk.press();
  is(desk.path, '/desk/programmes', 'which are kept');
  await desk.follow('main li:has-text("Learning on the river") a');
  await desk.follow('main a[href*="/desk/new-topic/"]');
  await desk.fill('words', 'Chess');
  await desk.fill('more', 'first moves');
  await desk.press();
  await desk.follow('main a[href*="in=cy"]');
  await desk.fill('words', 'Gwyddbwyll');
  await desk.press('main button[value="save"]');
  await desk.follow('main a[href*="/desk/topic/"] >> nth=-1');
  ok((await desk.text()).includes('Gwyddbwyll'), 'a topic has its words in every language');
  await desk.press('main button[value="leave-out"]');
  await desk.follow('main a[href*="/desk/programme-words/"]');
  await desk.press();
  for (const address of ['/desk/programmes', '/desk/programme/1', '/desk/topic/1', '/desk/staff']) for (const language of ['cy', 'ar-XB']) {
    desk.language = language;
    await desk.go(`${address}?lang=${language}`);
  }
  desk.language = 'en';
  await desk.go('/desk/todo?lang=en');
  await desk.close();
}

async function howYouAre(world) {
  const me = await door(world, 'mentee');
  sql(world, `update programme set measures = 'ucla-3 direct ons-4'; insert or replace into measure (programme_id, moment, person_id, item, answered, at)
    select s.programme_id, 'start', b.person_id, 'happy', 5, strftime('%s', 'now') - 190 * 86400 from browser b join signup s on s.person_id = b.person_id and s.state = 'approved'
      join programme g on g.id = s.programme_id and g.measures <> '' where b.seen_at = (select max(seen_at) from browser where person_id is not null);
    delete from measure where moment <> 'start';`);
  await me.go('/account/me');
  await me.follow('main a[href*="/account/how-you-are/"]');
  await me.fill('satisfied', '11');
  await me.press();
  is(me.status, 422, 'nothing is more than ten');
  await me.fill('satisfied', '7');
  await me.tick('lonely', 'unsaid');
  for (const language of ['cy', 'ar-XB']) await me.go(`${me.path}?lang=${language}`);
  await me.go(`${me.path}?lang=en`);
  await me.fill('satisfied', '7');
  await me.press();
  is(me.path, '/account/me', 'somebody says how they are');
  await me.close();
}

async function howItLooks(world) {
  const desk = await door(world, 'coordinator');
  await desk.go('/desk/todo');
  await desk.follow('main a[href*="/desk/charity"]');
  await desk.fill('email', 'nobody');
  await desk.press();
  is(desk.status, 422, 'an e-mail address that is none is refused');
  await desk.fill('email', 'hello@riverside.example');
  await desk.fill('post_address', '1 Mill Lane\nHafod');
  await desk.press();
  ok((await desk.text('footer')).includes('hello@riverside.example'), 'how people reach the charity stands on every page');
  await desk.follow('main a[href*="/desk/colours"]');
  await desk.fill('colour', '#ffcc00');
  await desk.press('main button[value="look"]');
  ok((await desk.text()).includes('Choose a darker one'), 'a colour that cannot be read is refused');
  await desk.fill('colour', '#9e1858');
  await desk.press('main button[value="look"]');
  ok((await desk.text()).includes('Choose a darker one'), 'so is one of 6.99 to 1');
  await desk.fill('colour', '#9d1857');
  await desk.press('main button[value="look"]');
  const look = `${desk.path}${new URL(desk.page.url()).search}`;
  const colour = (v) => v.page.locator('main button').first().evaluate((e) => getComputedStyle(e).backgroundColor);
  is(await colour(desk), 'rgb(157, 24, 87)', 'a good one is looked at');
  for (const language of ['cy', 'ar-XB', 'en']) {
    desk.language = language;
    for (const address of ['/desk/charity', look]) await desk.go(`${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
  }
  const v = await Visitor.new(world, 'en');
  await v.go('/signup/start');
  ok(await colour(v) !== 'rgb(157, 24, 87)', 'nobody else sees it yet');
  await desk.press('main button[value="show"]');
  await v.go('/signup/start');
  is(await colour(v), 'rgb(157, 24, 87)', 'then everybody does');
  await v.close();
  await desk.press('main button[value="back"]');
  ok(await colour(desk) !== 'rgb(157, 24, 87)', 'and one press goes back');
  await desk.go('/desk/todo?lang=en');
  await desk.close();
}

export async function charity(world) {
  await howItLooks(world);
  await programmes(world);
  await howYouAre(world);
  await whoWorksHere(world);
}
