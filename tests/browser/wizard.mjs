// SPDX-License-Identifier: AGPL-3.0-or-later
// wizard.mjs PORT FOLDER USER: set-up on the host that tests/host/wizard.t makes, with each thing that it looks at wrong in turn.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkHtml, checkPages } from './checks.mjs';
import { done, is, ok } from './tap.mjs';
import { Seen, Visitor, routes, totp } from './visitor.mjs';
import { browser, part } from './world.mjs';

const [port, folder, user] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const home = path.join(folder, 'home'), web = path.join(home, 'public_html'), site = path.join(web, 'bothways'), data = path.join(home, 'bothways-data');
const conf = path.join(site, 'bothways.conf');
const world = { address: `https://localhost:${port}/bothways`, before: '/bothways', after: '.cgi', seen: new Seen(), read: new Set(), here,
  routes: routes(path.join(here, '../..')), screens: path.join(folder, 'screens'), browser: await browser() };

const run = (...words) => execFileSync(words[0], words.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
const fault = (words = '') => fs.writeFileSync(path.join(folder, 'fault'), words);
const preload = (what) => fault(`env FAULT=${what} LD_PRELOAD=${folder}/faulty.so`);
const database = (words) => run('sqlite3', path.join(data, 'bothways.db'), words);
const code = () => fs.readFileSync(path.join(data, 'setup-code.txt'), 'utf8').trim();
const sure = 'main a.button[href$="/setup/charity"]';

// Before anything is made: what would keep it from being made. Each is mended, and the next one comes.
const founding = [
  ['the programs are another’s', 'Many call it suEXEC', () => run('chown', 'root', site), () => run('chown', user, site)],
  ['no folder can be made beside the web folder', 'call it bothways-data', () => run('chown', 'root', home), () => run('chown', user, home)],
  ['bothways.conf cannot be written', 'could not write the file', () => fs.chmodSync(site, 0o555), () => fs.chmodSync(site, 0o755)],
  ['the data folder is one that cannot be made', 'could not put anything into', () => fs.writeFileSync(conf, '/nowhere/at/all\n', { mode: 0o644 }), () => fs.rmSync(conf)],
];

async function notYet() {
  const v = await Visitor.new(world, 'en');
  for (const [what, says, breaks, mends] of founding) {
    breaks();
    await v.go('/setup/start');
    ok(v.status === 503 && (await v.text()).includes(says), `${what}: the page says what to do`, v.status, await v.text());
    is(await v.has('main form'), false, `${what}: and asks for nothing`);
    mends();
    fs.rmSync(data, { recursive: true, force: true });
    fs.rmSync(conf, { force: true });
  }
  await v.close();
}

async function entered() {
  const v = await Visitor.new(world, 'en');
  await v.go('/setup/start');
  await v.fill('code', 'AAAA AAAA');
  await v.press();
  is(v.status, 422, 'a code that is none is refused');
  await v.fill('code', code());
  await v.press();
  is(v.path, '/setup/checks', 'the code in the file opens it');
  return v;
}

// What the page says of a fault, whether it stops there, and that all is well again when it is mended.
async function checked(v, what, says, stops, breaks, mends) {
  breaks();
  await v.press();
  // A web server may know for some seconds that a file is not there.
  for (let i = 0; i < 5 && await v.has(sure) === stops; i++) {
    await v.page.waitForTimeout(1000);
    await v.press();
  }
  const text = await v.text();
  ok(text.includes(says), `${what}: the page says what to do`, text);
  is(await v.page.locator('main .late').count() > 0, true, `${what}: and marks it`);
  is(await v.has(sure), !stops, `${what}: ${stops ? 'it goes no further' : 'it may go on'}`);
  mends();
}

const moved = (to) => {
  fs.renameSync(fs.readFileSync(conf, 'utf8').trim(), to);
  fs.writeFileSync(conf, `${to}\n`);
};
const inWeb = path.join(web, 'bothways-data');

const faults = [
  ['another owner', 'Ask your host for suEXEC', false, () => run('chown', 'root', site), () => run('chown', user, site)],
  ['a data folder that the web hands out', 'A file in the data folder can be fetched from the web', true, () => moved(inWeb), () => moved(data)],
  ['a data folder in the web folder', 'It lies in the web folder', true, () => moved(inWeb), () => moved(data)],
  ['a key that others may read', 'set that folder to 700', true, () => fs.chmodSync(path.join(data, 'key'), 0o644), () => fs.chmodSync(path.join(data, 'key'), 0o600)],
  ['a data folder that others may read', 'set that folder to 700', true, () => fs.chmodSync(data, 0o755), () => fs.chmodSync(data, 0o700)],
  ['programs that others may change', 'Others may write into the folder of the programs', false, () => fs.chmodSync(site, 0o777), () => fs.chmodSync(site, 0o755)],
  ['a full account', 'could not write 20 megabytes', true, () => preload('no-room'), fault],
  ['little room', 'less room than 200 megabytes', false, () => preload('little-room'), fault],
  ['locks that do not hold', 'do not wait for each other on this disk', true, () => preload('no-locks'), fault],
  ['a clock that is years behind', 'The clock is years behind', true, () => fault('faketime 2001-02-03'), fault],
  ['a clock that differs from the disk’s', 'the clock of its disk differ', false, () => fault('env NO_FAKE_STAT=1 faketime -f +10m'), fault],
];

async function looked(v) {
  await v.press();
  ok(await v.has(sure), 'a host in order: it goes on', await v.text());
  is(await v.page.locator('main .late').count(), 0, 'and nothing is marked');
  ok((await v.text()).includes('(WAL)'), 'and the fast journal is used');
  for (const one of faults) {
    await checked(v, ...one);
    await v.press();
    is(`${await v.page.locator('main .late').count()} ${await v.has(sure)}`, '0 true', `${one[0]}: mended, it is gone`);
  }
}

// A host without curl: a person has to look for a red square.
async function square(v) {
  preload('no-curl');
  const seen = () => v.page.locator('main img').evaluateAll((all) => all.filter((i) => i.naturalWidth > 0).length);
  moved(inWeb);
  await checked(v, 'a host that lets nothing be fetched', 'Answer the question about the red square', true, () => {}, () => {});
  ok(await seen() > 0, 'the red square is seen where the folder is handed out');
  await v.tick('sees', 'yes');
  await checked(v, 'somebody who sees it', 'can be fetched from the web', true, () => {}, () => moved(data));
  await v.press();
  // A web server may know a file for some seconds after it is gone.
  for (let i = 0; i < 10 && await seen(); i++) {
    await v.page.waitForTimeout(1000);
    await v.press();
  }
  is(await seen(), 0, 'and not where it is not');
  await v.tick('sees', 'no');
  await v.press();
  ok(await v.has(sure), 'who sees none goes on');
  fault();
}

// Without https: it is said at once, again at the checks, and there is no end.
async function unsafe() {
  const plain = { ...world, address: `http://localhost:${Number(port) + 1}/bothways` };
  const v = await Visitor.new(plain, 'en');
  await v.go('/setup/start');
  ok((await v.text()).includes('does not begin with https'), 'without https, the first page says so before the code is typed');
  await v.fill('code', code());
  await v.press();
  await checked(v, 'no https', 'You came without https', false, () => {}, () => {});
  await v.go('/setup/finish');
  ok((await v.text()).includes('Open this page with https') && !(await v.has('main form')), 'no https: there is no end');
  await v.close();
}

async function mailed(v) {
  await v.go('/setup/mail');
  await v.press();
  is(v.status, 422, 'a way to send mail has to be chosen');
  const to = { mail_from: 'hello@hafan.example', mail_an_hour: '20', test_to: 'me@hafan.example' };
  const tried = async (way, fields) => {
    await v.go('/setup/mail');
    await v.tick('mail_way', way);
    for (const [name, value] of Object.entries({ ...to, ...fields })) await v.fill(name, value);
    await v.press();
    return v.text();
  };
  database(`replace into setting values ('mail_command', '${folder}/sendmail-that-refuses')`);
  let said = await tried('sendmail', {});
  ok(said.includes('550 we know no such sender'), 'a sendmail that refuses is heard in its own words', said);
  said = await tried('smtp', { smtp_host: 'localhost', smtp_port: '9', smtp_user: 'site', smtp_password: 'nonsense' });
  ok(said.includes('It was not taken') && !said.includes('nonsense'), 'a mail server that is not there is said, and no password', said);
  preload('no-curl');
  await tried('smtp', { smtp_host: 'localhost', smtp_port: '9' });
  is(v.status, 422, 'without curl there is no mail server');
  fault();
  await v.go('/setup/finish');
  ok(await v.has('main a[href$="/setup/mail"]') && !(await v.has('main form')), 'there is no end before a mail was taken');
  database(`replace into setting values ('mail_command', '${folder}/sendmail')`);
  said = await tried('sendmail', {});
  ok(said.includes('It was taken') && fs.readdirSync(path.join(home, 'mail')).length === 1, 'one that takes it has the mail', said);
}

async function toTheEnd(v) {
  await v.go('/setup/charity');
  for (const [name, value] of Object.entries({ site_name: 'Hafan', phone: '01632 960 123', phone_hours: 'Mornings', concern_hours: '24' })) await v.fill(name, value);
  await v.fill('address', 'http://hafan.example');
  await v.tick('zone', 'britain');
  await v.press();
  is(v.status, 422, 'an address without https is refused');
  await v.fill('address', world.address);
  await v.press();
  await v.tick('languages', 'cy');
  await v.tick('first', 'pl');
  await v.press();
  is(v.status, 422, 'the first language has to be one of those that are ticked');
  await v.tick('first', 'en');
  await v.press();
  await mailed(v);
  await v.go('/setup/programme');
  await v.press();
  is(v.status, 422, 'a kind is to be chosen');
  await v.tick('kind', 'teaching');
  await v.press();
  const people = { full_name: 'Ann Lee', call_name: 'Ann', email: 'ann@hafan.example', lead_name: 'Bob Hill', lead_email: 'bob@hafan.example', second_name: 'Cai', second_email: 'bob@hafan.example' };
  for (const [name, value] of Object.entries(people)) await v.fill(name, value);
  await v.tick('second_role', 'lead');
  await v.press();
  is(v.status, 422, 'two leads are two people');
  await v.fill('second_email', 'ann@hafan.example');
  await v.tick('second_role', 'trustee');
  await v.press();
  is(v.status, 422, 'the trustee is not the coordinator');
  await v.fill('second_email', 'cai@hafan.example');
  await v.press();
  await v.press();
  is(v.path, '/account/enrol', 'and so to the end');
  await v.fill('digits', '000000');
  await v.press();
  is(v.status, 422, 'wrong figures of the app are refused');
  await v.fill('digits', totp(await v.text('main .code')));
  await v.press();
  is(v.path, '/desk/todo', 'the coordinator is at the desk');
  await v.go('/setup/start');
  ok(!(await v.has('main form')), 'set-up is closed');
  await v.go('/setup/checks');
  is(v.status, 403, 'for the browser that went through it too');
}

await part('what keeps a site from being made', notYet);
await part('a disk without locks from the start', async () => {
  preload('no-locks');
  const v = await entered();
  await v.press();
  ok((await v.text()).includes('journal that it rolls back') && !(await v.has(sure)), 'where locks do not hold the journal is the slow and safe one, and it goes no further');
  await v.close();
  fault();
  fs.rmSync(data, { recursive: true });
  fs.rmSync(conf);
});
await part('a disk of the network from the start', async () => {
  preload('network-disk');
  const v = await entered();
  await v.press();
  ok((await v.text()).includes('journal that it rolls back') && await v.has(sure), 'where other computers may write the journal is the slow and safe one, and it goes on', await v.text());
  is(execFileSync('sqlite3', [path.join(data, 'bothways.db'), 'pragma journal_mode'], { encoding: 'utf8' }).trim(), 'delete', 'and so it is in the database');
  await v.close();
  fault();
  fs.rmSync(data, { recursive: true });
  fs.rmSync(conf);
});
let v;
await part('the checks', async () => {
  v = await entered();
  await looked(v);
  await square(v);
});
await part('without https', unsafe);
await part('the rest of it', async () => {
  v = await entered();
  await v.press();
  await toTheEnd(v);
});
if (process.env.BOTHWAYS_TEST === 'long') {
  await part('pages can be used by everybody', () => checkPages(world));
  await part('the HTML is sound', () => checkHtml(world));
}
console.log(`# ${world.seen.pages.size} states of pages`);
await world.browser.close();
process.exitCode = done();
