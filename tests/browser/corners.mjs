// SPDX-License-Identifier: AGPL-3.0-or-later
// What lies beside the main job: the other pages, the same button twice, no mouse, other languages.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { is, ok } from './tap.mjs';
import { Visitor, newestMail, totp } from './visitor.mjs';
import { signIn, signUp, send } from './story.mjs';

export async function door(world, role, language = 'en') {
  const v = await Visitor.new(world, language);
  await v.go(world.doors[role].address);
  await v.press();
  return v;
}

// Pages that the story had no reason to open, each by whoever may.
export async function everywhereElse(world, desk) {
  const welsh = await Visitor.new(world, 'cy');
  for (const page of ['how', 'lessons', 'lesson-mentored', 'lesson-asking', 'lesson-listening', 'lesson-safety', 'lesson-ending', 'booklet', 'promise', 'matching', 'reading', 'source', 'programme/valley']) await welsh.go(`/signup/${page}?lang=cy`);
  await welsh.close();
  const v = await Visitor.new(world, 'en');
  for (const page of ['how', 'lessons', 'lesson-mentored', 'lesson-asking', 'lesson-listening', 'lesson-safety', 'lesson-ending', 'booklet', 'promise', 'matching', 'reading', 'source', 'programme/valley', 'start', 'return']) await v.go(`/signup/${page}`);
  for (const wrong of ['/signup/nothing', '/desk/todo', '/signup/name', '/account/demo/nothing']) {
    await v.go(wrong);
    ok(wrong === '/desk/todo' ? v.path === '/account/sign-in' : v.status >= 400, `${wrong} says what is the matter`);
  }
  for (const file of ['/data/key', '/data/bothways.db', '/data/bothways.log', '/server.log', '/lighttpd.conf', '/run/lighttpd.conf', '/bothways.conf', '/..%2fdata/key']) {
    const answer = await fetch(world.address + file);
    ok(answer.status === 404, `${file} is not served`, [answer.status]);
  }
  await v.close();
  await desksOwn(desk);
  const keeper = await door(world, 'site-keeper');
  await keeper.go('/desk/todo');
  await keeper.close();
  const mentor = await door(world, 'mentor');
  await mentor.go('/account/me');
  await mentor.go('/account/outgoing');
  await mentor.go('/desk/todo');
  is(mentor.status, 403, 'a mentor may not open the desk');
  await mentor.close();
  await newKey(world);
  await leadsOwn(world);
  await byLink(world);
  await byCard(world, desk);
}

// Somebody without e-mail: a coordinator prints a card, and its code signs in once.
async function byCard(world, desk) {
  await desk.go('/desk/signups');
  await desk.follow('main a[href*="/desk/signup/"]');
  await desk.follow('main a[href*="/desk/card/"]');
  await desk.follow('main a[href*="/desk/new-card/"]');
  const number = (await desk.text('main .code')).trim();
  const codes = await desk.page.locator('main .codes tbody td:last-child').allInnerTexts();
  await desk.press();
  ok(desk.path.startsWith('/desk/card/'), 'a card is made');
  const v = await Visitor.new(world, 'en');
  await v.go('/account/sign-in');
  await v.follow('main a[href*="/account/card"]');
  await v.press();
  is(v.status, 422, 'an empty card is refused');
  await v.fill('card', number);
  await v.fill('number', '1');
  await v.fill('code', codes[0].toLowerCase());
  await v.press();
  is(v.path, '/account/me', 'a code of a card signs in');
  await v.close();
  await desk.go(desk.path);
  await desk.press('main form button');
  ok(desk.path.startsWith('/desk/card/'), 'a code is struck out');
}

async function desksOwn(desk) {
  await desk.go('/desk/todo');
  const first = desk.page.locator('main button[name="act"]').first(), key = await first.getAttribute('value');
  await desk.press('main button[name="act"]');
  is(desk.path, '/desk/todo', 'the worst thing to do is answered in one press');
  ok(!(await desk.has(`main button[value="${key}"]`)), 'and is gone');
  await desk.follow('main nav a');
  await desk.go('/desk/todo?group=quiet&programme=99');
  await desk.go('/desk/todo');
  await desk.follow('main a[href$="/desk/away"]');
  await desk.press('main button[value="away"]');
  is(desk.status, 422, 'both days away are asked for');
  for (const end of ['away_from', 'away_until']) for (const [part, value] of [['day', '3'], ['month', 'March'], ['year', '2098']]) await desk.fill(`${end}.${part}`, value);
  await desk.press('main button[value="away"]');
  is(desk.path, '/desk/away', 'a coordinator says when they are away');
  await desk.press('main button[value="back"]');
  await desk.go('/desk/matching');
  await desk.follow('main a[href*="/desk/run/"]');
  const run = desk.path;
  const programme = run.split('/').pop();
  const asks = await desk.page.locator('main a[href*="/desk/others/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const ask of asks) {
    await desk.go(ask);
    if (await desk.has('main form[method="post"]')) break;
  }
  await desk.press('main form[method="post"] button');
  is(desk.status, 422, 'whom to put forward is asked for');
  await desk.fill('name', 'nobody of that name');
  await desk.press('main form[method="get"] button');
  await desk.go(run);
  for (const proposal of await desk.page.locator('main a[href*="/desk/proposal/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    await desk.go(proposal);
    if (!(await desk.has('main a[href*="/desk/swap/"]'))) continue;
    await desk.follow('main a[href*="/desk/swap/"]');
    if (await desk.has('main form')) break;
  }
  await desk.go(`/desk/what-if/${programme}`);
  await desk.tick('what', 'mentor');
  await desk.press('main form button');
  await desk.go(`/desk/weights/${programme}`);
  await desk.fill('topic', '500');
  await desk.press();
  is(desk.status, 422, 'a weight has its bounds');
  is(await desk.value('topic'), '500', 'and what was typed is still there');
  await desk.go('/desk/organisations');
  await desk.follow('main a[href*="/desk/join/"]');
  await desk.fill('name', '');
  await desk.press();
  is(desk.status, 422, 'what an organisation is, is asked for');
  await desk.fill('name', 'Bridge Bakery');
  await desk.press();
  is(desk.path, '/desk/organisations', 'an organisation as it was typed is joined to the list');
}

// Somebody of staff without an app sets one up, and later signs in with a code from the sheet.
async function newKey(world) {
  const db = path.join(world.site, 'data', 'bothways.db');
  execFileSync('sqlite3', ['-cmd', '.timeout 5000', db,
    "delete from totp where person_id = (select id from person where email = 'hari@riverside.example');"]);
  const lead = await signIn(world, 'en', 'hari@riverside.example');
  is(lead.path, '/account/enrol', 'staff without an app are asked to set one up');
  const key = (await lead.text('main .code')).trim();
  const sheet = await lead.page.locator('main .codes tbody tr').first().innerText();
  await lead.fill('digits', '1');
  await lead.press();
  is(lead.status, 422, 'wrong figures set up nothing');
  is((await lead.text('main .code')).trim(), key, 'and the key stays the same');
  await lead.fill('digits', totp(key));
  await lead.press();
  ok(lead.status === 200 && lead.path !== '/account/enrol', 'the right ones set it up');
  await lead.close();
  const later = await signIn(world, 'en', 'hari@riverside.example');
  await later.go('/account/recovery');
  await later.press();
  await later.fill('number', '1');
  await later.fill('code', sheet.replace(/^1\s+/, ''));
  await later.press();
  ok(later.status === 200 && later.path !== '/account/recovery', 'a code from the sheet lets in once');
  await later.go('/desk/todo');
  is(later.path, '/desk/todo', 'and the desk is open');
  await later.close();
}

async function leadsOwn(world) {
  const lead = await door(world, 'safeguarding-lead');
  await lead.go('/desk/concerns');
  ok((await lead.text()).length > 0, 'a lead sees the concerns');
  await lead.follow('main a[href*="/desk/concern/"]');
  await lead.press('main button[name="act"]');
  await lead.go('/desk/names');
  await lead.follow('main a[href*="/desk/name/"]');
  await lead.press('main button[value="aside"]');
  is(lead.path, '/desk/names', 'a name is set aside');
  await lead.close();
  const trustee = await door(world, 'trustee');
  await trustee.go('/desk/concerns');
  await trustee.close();
}

// The link of a mail opens a page; only its button signs in. Two people share this address.
async function byLink(world) {
  const email = 'ann.en@example.org';
  const v = await Visitor.new(world, 'en');
  // The story has asked for as many codes as an address may.
  execFileSync('sqlite3', ['-cmd', '.timeout 5000', path.join(world.site, 'data', 'bothways.db'), "delete from counter where kind = 'code address';"]);
  await v.go('/account/sign-in');
  await v.fill('email', email);
  await v.press();
  const mail = await newestMail(world, email);
  await v.go(mail.link);
  const other = await Visitor.new(world, 'en');
  await other.go('/account/me');
  is(other.path, '/account/sign-in', 'opening a link signs nobody in');
  await other.close();
  await v.go(mail.link);
  await v.page.locator('main [name="person_id"]').first().check();
  await v.press();
  await v.go('/account/me');
  is(v.path, '/account/me', 'its button does');
  await v.close();
}

// The same button twice; Back and again; a page that was open for days.
export async function twice(world) {
  const v = await Visitor.new(world, 'en');
  await v.go('/signup/start');
  await v.press();
  await v.go('/signup/name');
  await v.fill('call_name', 'Twice');
  await v.fill('full_name', 'Twice Pressed');
  await v.page.locator('main form button').first().dblclick({ noWaitAfter: true });
  await v.page.waitForURL(/reach/);
  await v.back();
  await v.fill('call_name', 'Thrice');
  await v.press();
  is(v.path, '/signup/reach', 'Back and pressed again goes on');
  await v.go('/signup/name');
  is(await v.value('call_name'), 'Thrice', 'and the later answer holds');
  await v.page.locator('main [name="token"]').evaluateAll((all) => all.forEach((e) => { e.value = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'; }));
  await v.fill('call_name', 'Late');
  await v.press();
  is(v.status, 403, 'a page that was open too long is not taken');
  is(await v.value('call_name'), 'Late', 'what was typed is still there');
  await v.press();
  is(v.path, '/signup/reach', 'and the next press takes it');
  await v.close();
}

// Tab, Shift+Tab, space, arrows and Enter.
export async function byKeyboard(world) {
  const v = await Visitor.new(world, 'en');
  const press = (key) => v.page.keyboard.press(key);
  const focused = () => v.page.evaluate(() => {
    const e = document.activeElement, style = getComputedStyle(e);
    return { name: e.name ?? '', value: e.value ?? '', tag: e.tagName, href: e.getAttribute('href') ?? '', text: e.textContent.trim(),
      ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
  });
  const hidden = [];
  async function tabTo(wanted) {
    for (let i = 0; i < 60; i++) {
      await press('Tab');
      const at = await focused();
      if (at.tag !== 'BODY' && !at.ring) hidden.push(`${v.path} ${at.tag} ${at.name} ${at.text}`);
      if (wanted(at)) return at;
    }
    throw new Error(`by keyboard, not found on ${v.path}: ${wanted}`);
  }
  const button = (at) => at.tag === 'BUTTON' && at.name === '';
  await v.go('/');
  await press('Tab');
  is((await focused()).href, '#main', 'the first Tab offers to skip to the page');
  await tabTo((at) => at.href.endsWith('/signup/start'));
  await v.act(() => press('Enter'));
  await tabTo(button);
  await v.act(() => press('Enter'));
  await tabTo(button);
  await v.act(() => press('Enter'));
  await tabTo(button);
  await v.act(() => press('Enter'));
  is(v.status, 422, 'by keyboard: a form left empty comes back');
  await tabTo((at) => at.href === '#call_name');
  await press('Enter');
  is((await focused()).name, 'call_name', 'by keyboard: the summary leads into the field');
  await v.page.keyboard.type('Keys');
  await tabTo((at) => at.name === 'full_name');
  await v.page.keyboard.type('Keys Only');
  await v.act(() => press('Enter'));
  await tabTo((at) => at.name === 'reach' && at.value === 'phone');
  await press('Space');
  await tabTo((at) => at.name === 'phone');
  await v.page.keyboard.type('01632 960 888');
  await tabTo(button);
  await v.act(() => press('Enter'));
  await tabTo((at) => at.name === 'programme_id');
  await press('Space');
  await press('ArrowDown');
  await tabTo(button);
  await v.act(() => press('Enter'));
  is(v.path, '/signup/about', 'by keyboard: the questions go on');
  ok(hidden.length === 0, 'by keyboard: what has the focus can be seen', hidden);
  await v.close();
}

// Every text longer and in brackets, and the same from right to left.
export async function otherLanguages(world) {
  for (const language of ['en-XA', 'ar-XB']) {
    const end = language.replace('-', '').toLowerCase();
    const who = { called: `Zoe${end}`, full: `Zoe${end} Fullname`, email: `zoe.${end}@example.org`, age: '45-59', asks: 1, offers: 2 };
    await send(await signUp(world, language, who), who);
    for (const [role, pages] of Object.entries({
      coordinator: ['/desk/todo', '/desk/signups', '/desk/matching', '/desk/run/1', '/desk/what-if/1', '/desk/weights/1', '/desk/pairs', '/desk/pair/1', '/desk/organisations'],
      'safeguarding-lead': ['/desk/names', '/desk/concerns'], mentor: ['/account/me', '/account/sign-out', '/match/pair/1', '/feedback/meeting/1'],
    })) {
      const v = await door(world, role);
      v.language = language;
      for (const page of pages) await v.go(`${page}?lang=${language}`);
      await v.close();
    }
    const v = await Visitor.new(world, language);
    for (const page of ['how', 'lessons', 'lesson-asking', 'booklet', 'promise', 'matching', 'reading', 'source']) await v.go(`/signup/${page}?lang=${language}`);
    await v.go('/account/sign-in');
    await v.go('/feedback/concern');
    await v.close();
  }
}
