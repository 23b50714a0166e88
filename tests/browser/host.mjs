// SPDX-License-Identifier: AGPL-3.0-or-later
// host.mjs ADDRESS DATA MAIL [COMMAND...]: an unpacked zip on a real server, in a real browser: set-up from its first page to its end, the
// coordinator's app, then the main job whole. DATA is the data folder, MAIL where the host's sendmail leaves what it is given; COMMAND
// names that one to the site, where it is not in one of the usual places.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { done, is, ok } from './tap.mjs';
import { Seen, Visitor, routes, totp } from './visitor.mjs';
import { browser, noForeigners, part } from './world.mjs';
import { mainJob } from './story.mjs';

const [address, data, mail, ...command] = process.argv.slice(2);
const top = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const world = { address, data, mail, before: new URL(address).pathname, after: '.cgi', alone: true, seen: new Seen(), read: new Set(), routes: routes(top), browser: await browser() };

const fields = async (v, values) => { for (const [name, value] of Object.entries(values)) await v.fill(name, value); };

async function opened() {
  const v = await Visitor.new(world, 'en');
  await v.go('/');
  if (await v.has('a.go')) await v.follow('a.go');
  else await v.follow('main a[href*="/setup/"]');
  await v.fill('code', fs.readFileSync(path.join(data, 'setup-code.txt'), 'utf8').trim());
  await v.press();
  is(v.path, '/setup/checks', 'the first page leads to set-up, and the code in the file opens it');
  return v;
}

async function host(v) {
  await v.press();
  // Where the host has no curl, a person looks for a red square: it is not there.
  if (await v.has('main [name=sees]')) {
    const seen = await v.page.locator('main img').evaluateAll((all) => all.filter((i) => i.naturalWidth > 0).length);
    is(seen, 0, 'the data folder is not served: no red square');
    await v.tick('sees', 'no');
    await v.press();
  }
  ok(!(await v.has('main .late')), 'this host is right for a site', await v.text());
  await v.follow('main a.button[href$="/setup/charity"]');
}

async function charity(v) {
  is(await v.value('address'), address, 'the address is known');
  await fields(v, { site_name: 'Hafan', phone: '01632 960 123', phone_hours: 'Mornings', concern_hours: '24' });
  await v.tick('zone', 'britain');
  await v.press();
  await v.tick('languages', 'cy');
  await v.tick('first', 'en');
  await v.press();
  is(v.path, '/setup/mail', 'who they are and which languages are kept');
  if (command.length) execFileSync(command[0], command.slice(1));
  await v.go('/setup/mail');
  await v.tick('mail_way', 'sendmail');
  await fields(v, { mail_from: 'hello@hafan.example', mail_an_hour: '20', test_to: 'me@hafan.example' });
  await v.press();
  ok(fs.readdirSync(mail).some((name) => fs.readFileSync(path.join(mail, name), 'utf8').includes('To: <me@hafan.example>')), 'the mail to try is there');
  await v.go('/setup/programme');
  await v.tick('kind', 'everyday');
  await v.tick('intergenerational', 'yes');
  await v.press();
  is(v.path, '/setup/people', 'there is a first programme');
}

async function people(v) {
  await fields(v, { full_name: 'Ann Lee', call_name: 'Ann', email: 'lee@hafan.example', lead_name: 'Bob Hill', lead_email: 'bob@hafan.example',
    second_name: 'Cai Rees', second_email: 'cai@hafan.example' });
  await v.tick('second_role', 'trustee');
  await v.press();
  await v.press();
  is(v.path, '/account/enrol', 'set-up is at its end');
  await v.fill('digits', totp(await v.text('main .code')));
  await v.press();
  is(`${v.path} ${v.status}`, '/desk/todo 200', 'the coordinator is at the desk');
  return v;
}

let desk;
await part('set-up', async () => {
  desk = await opened();
  await host(desk);
  await charity(desk);
  await people(desk);
});
await part('the main job', () => mainJob(world, 'en', desk));
noForeigners(world);
const log = fs.readFileSync(path.join(data, 'bothways.log'), 'utf8').split('\n').filter((l) => /fault|trouble/.test(l));
is(log.join('\n'), '', 'the log tells of no fault');
console.log(`# ${world.seen.pages.size} pages, ${world.seen.requests.length} requests`);
await world.browser.close();
process.exitCode = done();
