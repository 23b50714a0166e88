// SPDX-License-Identifier: AGPL-3.0-or-later
// Ties between people, concerns, and who did what: as a mentee, a coordinator, a lead and the trustee see them.
import { is, ok } from './tap.mjs';
import { lookedUp } from './leads.mjs';
import { Visitor } from './visitor.mjs';

async function door(world, role, language = 'en') {
  const v = await Visitor.new(world, language);
  await v.go(world.doors[role].address);
  await v.press();
  return v;
}

// A mentee says more of ties to others; a coordinator settles them.
async function ties(world) {
  const v = await door(world, 'mentee');
  await v.go('/account/me');
  await v.follow('main a[href*="/account/bars"]');
  await v.fill('family', 'Nobody Alive');
  await v.fill('lines', 'Ms Nobody Overhead');
  await v.fill('friends', 'Nan Nobody');
  await v.fill('posts', 'Prize of the valley');
  await v.fill('posts_until.day', '31');
  await v.fill('posts_until.month', '2');
  await v.fill('posts_until.year', '2031');
  await v.press();
  is(v.status, 422, 'a day that is none is refused');
  is(await v.value('family'), 'Nobody Alive', 'and what was typed is still there');
  await v.fill('posts_until.month', '3');
  await v.press();
  is(v.path, '/account/me', 'whom not to be matched with is changed at any time');
  await v.close();
  const desk = await door(world, 'coordinator');
  await desk.go('/desk/todo');
  await desk.follow('main a[href*="/desk/ties"]');
  await desk.follow('main a[href*="/desk/tie/"]:has-text("Nobody Alive")');
  await desk.press('main button[value="tie"]');
  is(desk.status, 422, 'whom a name means is asked for');
  await desk.fill('who', 'Nobody At All');
  await desk.press('main button[value="tie"]');
  is(desk.status, 422, 'a name that nobody has is refused');
  await desk.press('main button[value="aside"]');
  is(desk.path, '/desk/ties', 'a name that means nobody is set aside');
  await desk.follow('main a[href*="/desk/lines"]');
  await desk.fill('under', 'Owen Reed');
  await desk.fill('over', 'Owen Reed');
  await desk.press('main button[value="tie"]');
  is(desk.status, 422, 'nobody is over themself');
  await desk.fill('over', 'Amina Yusuf');
  await desk.press('main button[value="tie"]');
  ok((await desk.text()).includes('Amina Yusuf'), 'a coordinator says who is over whom');
  await desk.page.locator('main [name="bar_id"]').first().check();
  await desk.press('main button[value="end"]');
  await desk.go('/desk/organisations');
  await desk.follow('main a[href*="/desk/organisation/"]');
  await desk.fill('name', '');
  await desk.press('main button[value="rename"]');
  is(desk.status, 422, 'a name on the list is not empty');
  await desk.fill('name', 'Bridge Bakery and Café');
  await desk.press('main button[value="rename"]');
  await desk.go('/desk/audit');
  await desk.fill('verb', 'bar');
  await desk.press();
  ok((await desk.text()).includes('bar.change'), 'who did what is found by its verb');
  await desk.follow('main a[href*="/desk/audit-chain"]');
  ok((await desk.text()).includes('whole'), 'and nobody has changed it');
  await desk.close();
}

// A mentee tells a worry and stops the meetings; a lead works on it and lets the pair go on.
async function worry(world) {
  const v = await door(world, 'mentee');
  await v.go('/feedback/concern');
  await v.fill('who_about', 'Somebody at the hall');
  await v.page.locator('main [name="stop"]').first().check();
  await v.press();
  is(v.status, 422, 'what the worry is, is asked for');
  ok(await v.page.locator('main [name="stop"]').first().isChecked(), 'and the tick to stop is still there');
  await v.fill('what', 'He asked me for money.');
  await v.press();
  is(v.path, '/feedback/concern-sent', 'a worry is told, and the meetings stop');
  await v.close();
  const desk = await door(world, 'coordinator');
  await desk.go('/desk/todo');
  ok((await desk.text()).includes('you will be in touch'), 'a coordinator is to be in touch with both');
  ok(!(await desk.text('body')).toLowerCase().includes('a concern'), 'and is not told why');
  await desk.close();
  const lead = await door(world, 'safeguarding-lead');
  await lead.go('/desk/rests');
  await lead.press('main button[value="release"]');
  is(lead.status, 422, 'which pair is asked for');
  await lead.go('/desk/concerns');
  await lead.page.locator('main a[href*="/desk/concern/"]').last().waitFor();
  const all = await lead.page.locator('main .todo a[href*="/desk/concern/"]').evaluateAll((a) => a.map((e) => e.getAttribute('href')));
  for (const one of all) {
    await lead.go(one);
    if ((await lead.text()).includes('He asked me for money.')) break;
  }
  const concern = lead.path.split('/').pop();
  await lead.press('main button[value="take"]');
  await lead.press('main button[value="write"]');
  is(lead.status, 422, 'what was done is asked for');
  await lead.tick('kind', 'reply');
  await lead.fill('words', 'Rang her. She wants it to stop.');
  await lead.press('main button[value="write"]');
  ok((await lead.text()).includes('Rang her.'), 'what was done stands in the log');
  await lead.go(`/desk/concern-think/${concern}`);
  await lead.tick('needs', 'no');
  await lead.tick('risk', 'unsure');
  await lead.tick('protect', 'no');
  await lead.fill('wants', 'That he stops asking.');
  await lead.tick('serious', 'no');
  await lead.press();
  is(lead.status, 422, 'whether it is serious wants a reason');
  await lead.fill('serious_why', 'No money changed hands.');
  await lead.press();
  await lead.go(`/desk/concern-pairs/${concern}`);
  await lead.page.locator('main [name="pair_id"]').first().check();
  await lead.press('main button[value="release"]');
  is(lead.status, 422, 'why they may go on is asked for');
  await lead.fill('why', 'He said sorry, and she wants to go on.');
  await lead.press('main button[value="release"]');
  ok((await lead.text()).includes('He said sorry'), 'a lead lets them go on');
  await lookedUp(world, lead, concern);
  await lead.go(`/desk/concern-close/${concern}`);
  await lead.press();
  is(lead.status, 422, 'why it can be closed is asked for');
  await lead.fill('why', 'Both are content.');
  await lead.press();
  is(lead.path, '/desk/concerns', 'and it is closed');
  await lead.go(`/desk/concern/${concern}`);
  await lead.close();
}

// About somebody who runs the programme: the trustee reads it, and the lead whom it names does not.
async function aboutUs(world) {
  const v = await Visitor.new(world, 'en');
  await v.go('/feedback/concern');
  await v.fill('who_about', 'The lead');
  await v.tick('about_us', 'yes');
  await v.page.locator('main label:has-text("Hari") [name="not_for"]').check();
  await v.fill('what', 'He does not ring back.');
  await v.press();
  is(v.path, '/feedback/concern-sent', 'a worry about a lead is told');
  await v.close();
  const lead = await door(world, 'safeguarding-lead');
  await lead.go('/desk/concerns');
  const seen = await lead.page.locator('main a[href*="/desk/concern/"]').evaluateAll((a) => a.map((e) => e.getAttribute('href')));
  await lead.close();
  const trustee = await door(world, 'trustee');
  await trustee.go('/desk/concerns');
  const theirs = await trustee.page.locator('main a[href*="/desk/concern/"]').evaluateAll((a) => a.map((e) => e.getAttribute('href')));
  ok(theirs.length > 0 && theirs.every((a) => !seen.includes(a)), 'the trustee reads it, and the lead does not');
  await trustee.go(theirs[0]);
  await trustee.press('main button[value="take"]');
  await trustee.close();
}

// The same pages in a language that nobody speaks, longer and from right to left.
async function elsewhere(world) {
  for (const language of ['cy', 'ar-XB']) {
    for (const [role, pages] of Object.entries({
      mentee: ['/account/bars', '/feedback/concern'],
      coordinator: ['/desk/ties', '/desk/lines', '/desk/organisations', '/desk/audit', '/desk/audit-chain', '/desk/todo'],
      'safeguarding-lead': ['/desk/concerns', '/desk/rests', '/desk/concern/1'],
    })) {
      const v = await door(world, role);
      v.language = language;
      for (const page of pages) await v.go(`${page}?lang=${language}`);
      await v.close();
    }
  }
}

export async function safety(world) {
  await ties(world);
  await worry(world);
  await aboutUs(world);
  await elsewhere(world);
}
