// SPDX-License-Identifier: AGPL-3.0-or-later
// main.mjs SCREENS SITE: walks the demo site that script/server serves, then checks what was seen.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { checkHtml, checkMedia, checkPages } from './checks.mjs';
import { is, ok, done } from './tap.mjs';
import { Seen, routes } from './visitor.mjs';
import { mainJob, staff } from './story.mjs';
import { lifeOfPairs, pairsElsewhere } from './life.mjs';
import { deaths } from './death.mjs';
import { safety } from './safety.mjs';
import { heldOnMe, leaving } from './data.mjs';
import { settingUp } from './setup.mjs';
import { answering, changing, everyday } from './people.mjs';
import { byKeyboard, door, everywhereElse, otherLanguages, twice } from './corners.mjs';

const [screens, site] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const told = fs.readFileSync(path.join(screens, 'server.out'), 'utf8').split('\n');
const world = {
  screens, site, here, top: path.join(here, '../..'), seen: new Seen(), read: new Set(),
  address: told.find((l) => l.startsWith('ready ')).slice(6).replace(/\/$/, ''),
  doors: Object.fromEntries(told.filter((l) => l.startsWith('sign-in ')).map((l) => l.split(' ').slice(1)).map(([role, address, key]) => [role, { address, key }])),
};
world.routes = routes(world.top);
world.browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

// A part that breaks off is one failure; the others go on.
async function part(name, does) {
  try {
    await does();
  } catch (e) {
    ok(false, name, e.message, (e.stack ?? '').split('\n').filter((l) => l.includes('.mjs')).slice(0, 4));
  }
}

// A coordinator whose desk is in Welsh.
async function inWelsh(world) {
  const v = await door(world, 'coordinator');
  v.language = 'cy';
  return v.go('/desk/todo?lang=cy');
}

let desk;
await part('a coordinator signs in', async () => { desk = await staff(world, 'delyth@riverside.example', world.doors.coordinator.key); });
await part('the main job in English', () => mainJob(world, 'en', desk));
await part('the main job in Welsh', async () => mainJob(world, 'cy', await inWelsh(world)));
// A person's language is kept with the person: this browser asks for English again.
await part('a desk is in English again', () => desk.go('/desk/todo?lang=en'));
await part('the life of pairs in English', () => lifeOfPairs(world, 'en', desk));
await part('the life of pairs in Welsh', () => lifeOfPairs(world, 'cy', desk));
await part('pairs in languages that nobody speaks', () => pairsElsewhere(world));
await part('a death', () => deaths(world));
await part('the rest of the pages', () => everywhereElse(world, desk));
await part('ties, concerns, and who did what', () => safety(world));
await part('answers that are more than yes and no', () => answering(world, desk));
await part('what was told, changed later', () => changing(world));
await part('everyday asking', () => everyday(world));
await part('what is held on somebody', () => heldOnMe(world, desk));
await part('somebody leaves', () => leaving(world, desk));
await part('pressed twice, Back, and too late', () => twice(world));
await part('by keyboard alone', () => byKeyboard(world));
await part('languages that nobody speaks', () => otherLanguages(world));
// Last: it changes the site's name and address.
await part('set-up', () => settingUp(world));

const missing = world.routes.filter((r) => !world.seen.routes.has(r));
ok(missing.length === 0, `all ${world.routes.length} routes are reached`, missing);
const foreign = world.seen.requests.filter((r) => !r.startsWith(world.address));
ok(foreign.length === 0, 'nothing is asked of another origin', foreign);
await part('pages can be used by everybody', () => checkPages(world));
await part('dark, forced colours, print', () => checkMedia(world, ['/account/data', '/signup/done', '/signup/save', '/match/sheet/:pair_id', '/desk/sheet/:pair_id']));
await part('the HTML is sound', () => checkHtml(world));
const logs = ['run/server.log', 'data/bothways.log'].map((f) => path.join(site, f)).filter((f) => fs.existsSync(f)).map((f) => fs.readFileSync(f, 'utf8')).join('\n');
const bad = logs.split('\n').filter((l) => /Sanitizer|runtime error|fault|trouble/.test(l));
ok(bad.length === 0, 'the log tells of no fault', bad);
await world.browser.close();
process.exitCode = done();
