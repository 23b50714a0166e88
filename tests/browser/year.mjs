// SPDX-License-Identifier: AGPL-3.0-or-later
// year.mjs SCREENS SITE: a programme from its first sign-up through a year, then checks of what was seen.
import fs from 'node:fs';
import path from 'node:path';
import { checkHtml, checkPages, fileName } from './checks.mjs';
import { Clock } from './clock.mjs';
import { ok, done } from './tap.mjs';
import { logIsQuiet, noForeigners, part, worldOf } from './world.mjs';
import { months } from './year-months.mjs';
import { whole } from './year-whole.mjs';

const [screens, site] = process.argv.slice(2);
const world = await worldOf(screens, site);
world.clock = new Clock(world, '2026-01-05');

let lives = true;
for (const [name, month] of Object.entries(months)) lives &&= await part(name, () => month(world));
if (lives) await part('at the end of the year', () => whole(world));
noForeigners(world);

// What the first walk has checked since the programs were built is not checked again; with --long it is.
const built = fs.statSync(path.join(world.top, process.env.BUILD, 'programs/desk')).mtimeMs;
const before = path.join(world.top, 'build/screens/html');
const isChecked = (seen) => {
  const file = path.join(before, `${fileName(seen)}.html`);
  return process.env.BOTHWAYS_TEST !== 'long' && fs.existsSync(file) && fs.statSync(file).mtimeMs > built;
};
const all = world.seen.pages.size;
for (const [key, seen] of world.seen.pages) if (isChecked(seen)) world.seen.pages.delete(key);
console.log(`# ${all} pages were met, of ${world.seen.routes.size} routes; ${world.seen.pages.size} of them are new, and checked`);
ok(all > 60, 'a year meets many pages', [all]);
await part('pages can be used by everybody', () => checkPages(world));
await part('the HTML is sound', () => checkHtml(world));
logIsQuiet(world);
await world.browser.close();
process.exitCode = done();
