// SPDX-License-Identifier: AGPL-3.0-or-later
// What people do beside the straight way: suggest somebody, be invited, change their mind, rest, ask for more.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { is, ok } from './tap.mjs';
import { Visitor } from './visitor.mjs';
import { signIn } from './story.mjs';

export const sql = (world, text) => execFileSync('sqlite3', ['-cmd', '.timeout 5000', path.join(world.site, 'data', 'bothways.db'), text]).toString().trim();

// A mail that is not urgent goes when its turn comes: each request sends one. Its text.
async function invitationTo(world, to) {
  const folder = path.join(world.site, 'data', 'mail');
  for (let tries = 0; tries < 400; tries++) {
    for (const name of fs.readdirSync(folder).sort().reverse()) {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      if (text.includes(`To: <${to}>`)) return { text, link: text.match(/https?:\S+\/match\/invitation\/\S+/)?.[0] };
    }
    await fetch(`${world.address}/signup/how`);
  }
  return { text: '', link: '' };
}

// Proposals that wait for both, whose people have an e-mail address of their own.
function waiting(world) {
  sql(world, `update proposal set state = 'sent', due_at = unixepoch() + 864000 where state = 'kept'`);
  return sql(world, `select x.id || ' ' || m.email || ' ' || e.email from proposal x join person m on m.id = x.mentor_id join person e on e.id = x.mentee_id
    where x.state = 'sent' and x.mentor_answer = '' and x.mentee_answer = '' and m.email like 'person%' and e.email like 'person%' and m.language = 'en' and e.language = 'en' order by x.id`)
    .split('\n').map((line) => { const [id, mentor, mentee] = line.split(' '); return { id, mentor, mentee }; });
}

async function suggest(v, proposal, fill) {
  await v.go(`/match/proposal/${proposal.id}`);
  await v.tick('answer', 'suggest');
  await v.press();
  is(v.path, `/match/suggest/${proposal.id}`, 'who has no time may suggest somebody');
  await v.press();
  is(v.status, 422, 'whom, is asked for');
  await fill();
  await v.press();
  is(v.path, '/match/suggested', 'the answer is the same, whoever is suggested');
}

// Somebody new, by e-mail and by post; somebody of the programme, by name.
async function suggestions(world, desk, proposals) {
  const [one, two, three] = proposals;
  const guest = 'nesta.guest@example.org';
  let v = await signIn(world, 'en', one.mentor);
  await suggest(v, one, async () => {
    await v.fill('name', 'Nesta Bevan');
    await v.tick('who', 'new');
    await v.tick('consent', 'yes');
    await v.press();
    is(v.status, 422, 'and how to reach them');
    await v.fill('email', guest);
  });
  await v.close();
  const { text, link } = await invitationTo(world, guest);
  ok(link && !text.includes('Nesta'), 'a mail without a name goes to them');
  v = await Visitor.new(world, 'en');
  const [number, code] = link.split('/').pop().split('-');
  await v.go('/match/invited');
  await v.fill('number', number);
  await v.fill('code', 'WRONG CODE');
  await v.press();
  is(v.status, 422, 'a wrong code opens nothing');
  await v.fill('code', code.toLowerCase());
  await v.press();
  await v.press();
  is(v.status, 422, 'yes or no, is asked for');
  await v.tick('answer', 'yes');
  await v.press();
  is(v.path, '/signup/start', 'a yes leads to the sign-up');
  ok((await v.text()).includes('Thank you for saying yes'), 'which knows of the invitation');
  await v.press();
  await v.close();
  v = await Visitor.new(world, 'en');
  await v.go(link);
  ok((await v.text()).includes('has been answered'), 'the code works once');
  await v.close();

  v = await signIn(world, 'en', two.mentor);
  await suggest(v, two, async () => {
    await v.fill('name', 'Olwen Letter');
    await v.tick('who', 'new');
    await v.tick('consent', 'yes');
    await v.fill('address', '3 High Street\nRiverside');
  });
  await desk.go('/desk/todo?group=invitations');
  await desk.follow('main a[href*="/desk/invitation/"]:has-text("Olwen Letter")');
  const letter = [(await desk.text('main .number')).trim(), (await desk.text('main .code')).trim()];
  await desk.press('main button[value="posted"]');
  const reader = await Visitor.new(world, 'en');
  await reader.go('/match/invited');
  await reader.fill('number', letter[0]);
  await reader.fill('code', letter[1]);
  await reader.press();
  await reader.tick('answer', 'no');
  await reader.press();
  is(reader.path, '/match/declined', 'no reason is asked for');
  await reader.close();
  await v.close();

  v = await signIn(world, 'en', three.mentor);
  const member = sql(world, `select p.id || '|' || p.full_name || '|' || p.email from person p join signup s on s.person_id = p.id
    join proposal x on x.id = ${three.id} where s.programme_id = x.programme_id and s.state = 'approved' and p.email like 'person%' and p.language = 'en'
    and p.id not in (x.mentor_id, x.mentee_id) and not exists (select 1 from proposal z where z.mentor_id = p.id and z.state in ('kept', 'sent', 'agreed', 'opened', 'proposed'))
    and not exists (select 1 from proposal z where z.mentee_id = p.id and z.mentor_id = x.mentee_id) order by p.id limit 1`).split('|');
  await suggest(v, three, async () => {
    await v.fill('name', member[1]);
    await v.tick('who', 'programme');
  });
  await v.close();
  await desk.go('/desk/todo?group=invitations');
  await desk.follow(`main a[href*="/desk/invitation/"]:has-text("${member[1]}")`);
  await desk.press('main button[value="tie"]');
  is(desk.status, 422, 'who is meant, is asked for');
  await desk.tick('person_id', member[0]);
  await desk.press('main button[value="tie"]');
  v = await signIn(world, 'en', member[2]);
  await v.go('/account/me');
  await v.follow('main a[href*="/match/help/"]');
  await v.press();
  is(v.status, 422, 'somebody of the programme is asked too');
  await v.tick('answer', 'yes');
  await v.press();
  is(v.path, '/account/me', 'and says yes');
  await v.close();
}

// A yes with a first day, taken back; a suggestion taken back.
async function changesOfMind(world, proposals) {
  const proposal = proposals[3] ?? proposals[0];
  const v = await signIn(world, 'en', proposal.mentee);
  await v.go(`/match/proposal/${proposal.id}`);
  await v.tick('answer', 'yes');
  await v.press();
  is(v.status, 422, 'the first day is asked for');
  await v.page.locator('main [name="first_day"]').nth(2).check();
  await v.press();
  is(v.path, `/match/proposal/${proposal.id}`, 'a yes shows what comes next');
  ok((await v.text()).includes('Your first meeting'), 'and the day');
  await v.go('/account/me');
  await v.follow('main a[href*="/match/withdraw/"]');
  await v.press();
  is(v.path, '/account/me', 'a yes can be taken back');
  await v.go(`/match/proposal/${proposal.id}`);
  ok((await v.text()).includes('did not come about'), 'then it says so');
  await v.close();
}

// Somebody who was named by mistake.
async function takenBack(world, proposal) {
  const v = await signIn(world, 'en', proposal.mentor);
  await suggest(v, proposal, async () => {
    await v.fill('name', 'Somebody Unknown');
    await v.tick('who', 'programme');
  });
  await v.go('/account/me');
  await v.follow('main a[href*="/match/take-back/"]');
  await v.press();
  ok(!(await v.text()).includes('Somebody Unknown'), 'whom one named can be taken back');
  await v.close();
}

export async function answering(world, desk) {
  const proposals = waiting(world);
  await takenBack(world, proposals.at(-1));
  await suggestions(world, desk, proposals);
  await changesOfMind(world, proposals);
}

// Everything that was told at sign-up, changed later.
async function details(world) {
  const email = sql(world, `select p.email from person p join pair y join proposal z on z.id = y.proposal_id and z.mentor_id = p.id join programme g on g.id = z.programme_id
    where y.state = 'trial' and g.kind <> 'everyday' and p.email like 'person%' and p.language = 'en' order by p.id limit 1`);
  const v = await signIn(world, 'en', email);
  await v.go('/account/details');
  const pages = {
    name: async () => { await v.fill('call_name', ''); await v.press(); is(v.status, 422, 'a name is still needed'); await v.fill('call_name', 'Changed'); },
    values: async () => { await v.page.locator('main [name="core_values"]').evaluateAll((all) => all.forEach((e) => { e.checked = false; })); await v.tick('core_values', 'calm'); },
    time: () => v.tick('capacity', '2'),
    tongues: () => v.tick('tongues', 'cy'),
    reach: async () => { await v.tick('reach', 'phone'); await v.fill('phone', 'none'); await v.press(); is(v.status, 422, 'a phone number is still looked at'); await v.fill('phone', '01632 960 555'); },
    'meet/': async () => { await v.tick('ways', 'phone'); },
  };
  for (const [page, change] of Object.entries(pages)) {
    await v.follow(`main a[href*="/account/${page}"]`);
    await change();
    await v.press();
    is(v.path, '/account/details', `${page} is changed, and the details shown`);
  }
  ok((await v.text()).includes('Changed') && (await v.text()).includes('01632 960 555'), 'what was changed is shown');
  sql(world, `update browser set created_at = created_at - 3600 where person_id = (select id from person where email = '${email}')`);
  await v.go('/account/reach');
  is(v.path, '/account/sign-in', 'how to be reached is changed only after signing in lately');
  await v.close();
  return email;
}

async function asksAndOffers(world, email) {
  const v = await signIn(world, 'en', email);
  await v.go('/account/me');
  await v.follow('main a[href*="/account/asks"]');
  await v.follow('main a[href*="/account/new-ask/"]');
  await v.press();
  is(v.status, 422, 'what to ask for is asked');
  await v.page.locator('main [name="topic_id"]').nth(5).check();
  await v.fill('words', 'A second thing');
  await v.press();
  is(v.path, '/account/asks', 'a second ask beside the first');
  await v.follow('main li:has-text("A second thing") a');
  await v.fill('words', 'A second thing, in other words');
  await v.press('main button[value="save"]');
  await v.follow('main li:has-text("in other words") a');
  await v.press('main button[value="close"]');
  ok((await v.text()).includes('You need this no more'), 'an ask is closed');
  await v.follow('main li:has-text("in other words") a');
  await v.press('main button[value="open"]');
  await v.follow('main a[href*="/account/new-offer/"]');
  await v.press();
  is(v.status, 422, 'what to offer is asked');
  await v.page.locator('main [name="topic_id"]').nth(6).check();
  await v.fill('words', 'One offer more');
  await v.press();
  await v.follow('main li:has-text("One offer more") a');
  await v.press('main button[value="close"]');
  await v.follow('main li:has-text("One offer more") a');
  await v.press('main button[value="open"]');
  is(v.path, '/account/asks', 'an offer is made, closed and made again');
  await v.go('/account/pause');
  await v.press();
  is(v.status, 422, 'until when, is asked');
  await v.tick('how_long', 'day');
  await v.fill('until.day', '3');
  await v.fill('until.month', 'March');
  await v.fill('until.year', '2020');
  if (await v.has('main [name="meetings"]')) await v.tick('meetings', 'rest');
  await v.press();
  is(v.status, 422, 'a day that has been is none to rest until');
  await v.tick('how_long', 'open');
  await v.press();
  is(v.path, '/account/me', 'somebody rests');
  ok((await v.text()).includes('You are taking a rest'), 'and their page says so');
  await v.go('/account/pause');
  await v.go('/account/back');
  await v.press();
  ok(!(await v.text()).includes('You are taking a rest'), 'they are back');
  await v.follow('main a[href*="/account/join"]');
  await v.press();
  is(v.status, 422, 'which programme, is asked');
  await v.page.locator('main [name="programme_id"]').first().check();
  await v.press();
  is(v.path, '/signup/ask', 'only what the other programme needs is asked');
  await v.page.locator('main [name="topic_id"]').first().check();
  await v.press();
  is(v.path, '/signup/check', 'and then all is shown');
  await v.press();
  await v.page.locator('main [name="topic_id"]').nth(1).check();
  await v.press();
  await v.press();
  is(v.path, '/signup/done', 'and sent');
  return v;
}

// The same pages in Welsh and from right to left. (In the same browser: an address is sent three codes in a quarter of an hour.)
async function otherwise(world, v, email) {
  for (const language of ['cy', 'ar-XB']) {
    v.language = language;
    const signup = sql(world, `select s.id from signup s join person p on p.id = s.person_id where p.email = '${email}' and s.state = 'approved' limit 1`);
    for (const page of ['me', 'asks', 'details', 'name', 'reach', 'values', 'time', 'tongues', 'pause', `meet/${signup}`, `new-ask/${signup}`, `new-offer/${signup}`])
      await v.go(`/account/${page}?lang=${language}`);
  }
  await v.close();
}

export async function changing(world) {
  const email = await details(world);
  await otherwise(world, await asksAndOffers(world, email), email);
}

// Reading what people offer, asking one, inviting somebody, choosing from three.
export async function everyday(world) {
  const [email, person] = sql(world, `select p.email || ' ' || p.id from person p join signup s on s.person_id = p.id join programme g on g.id = s.programme_id
    where g.kind = 'everyday' and s.state = 'approved' and p.state = 'active' and p.email like 'person%' and p.language = 'en'
    and exists (select 1 from ask a where a.signup_id = s.id and a.state = 'open') order by p.id desc limit 1`).split(' ');
  const v = await signIn(world, 'en', email);
  await v.go('/account/me');
  await v.follow('main a[href*="/match/read"]');
  const topics = await v.page.locator('main a[href*="/match/topic/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const topic of topics) {
    await v.go(topic);
    if (await v.has('main a[href*="/match/ask/"]')) break;
  }
  await v.follow('main a[href*="way=phone"]');
  await v.back();
  await v.follow('main a[href*="/match/ask/"]');
  const offer = v.path;
  await v.press();
  is(v.status, 422, 'what to say to them, is asked');
  await v.fill('words', 'I would like to learn how you began.');
  await v.press();
  is(v.path, '/account/me', 'an offer is asked for');
  ok((await v.text()).includes('Somebody whom you asked'), 'and waits, without a name');
  const ask = sql(world, `select a.id from ask a join signup s on s.id = a.signup_id where s.person_id = ${person} and a.state = 'open' limit 1`);
  await v.go(`/match/invite/${ask}`);
  await v.press();
  is(v.status, 422, 'whom to invite, is asked');
  await v.tick('kind', 'again');
  await v.fill('name', 'Idris Invited');
  await v.tick('who', 'new');
  await v.fill('email', 'idris.invited@example.org');
  await v.tick('consent', 'yes');
  await v.fill('words', 'You helped me so much at work.');
  await v.press();
  is(v.path, '/match/suggested', 'somebody is invited');
  const { link } = await invitationTo(world, 'idris.invited@example.org');
  const guest = await Visitor.new(world, 'en');
  await guest.go(link);
  ok((await guest.text()).includes('You have helped'), 'and reads who asks');
  await guest.close();
  sql(world, `update programme set moderation = 'shared' where kind = 'everyday'`);
  const free = sql(world, `select a.id from ask a join signup s on s.id = a.signup_id where s.person_id = ${person} and a.state = 'open'
    and not exists (select 1 from proposal x where x.ask_id = a.id and x.state in ('kept', 'sent', 'agreed', 'opened')) order by a.id limit 1`);
  await v.go('/account/asks');
  await v.go(`/match/choose/${free}`);
  is(v.status, 200, 'three to choose from, where a programme says so');
  sql(world, `update programme set kind = 'teaching', group_most = 12 where kind = 'everyday'`);
  const signup = sql(world, `select s.id from signup s join programme g on g.id = s.programme_id where s.person_id = ${person} and g.kind = 'teaching'`);
  await v.go(`/account/new-offer/${signup}`);
  await v.page.locator('main [name="topic_id"]').first().check();
  await v.fill('words', 'A small group');
  await v.tick('level', '2');
  await v.tick('group_most', '6');
  await v.press();
  is(sql(world, `select level || ' ' || group_most from offer where words = 'A small group'`), '2 6', 'a programme that teaches has levels and groups');
  sql(world, `update programme set kind = 'everyday', moderation = 'careful', group_most = 1 where kind = 'teaching'`);
  for (const language of ['cy', 'ar-XB']) {
    v.language = language;
    for (const page of ['/match/read', topics[0], `/match/invite/${ask}`, offer]) await v.go(`${page}?lang=${language}`);
  }
  await v.close();
}
