// SPDX-License-Identifier: AGPL-3.0-or-later
// main.mjs SCREENS SITE: walks the demo site that script/server serves, then checks what was seen.
import { checkHtml, checkMedia, checkPages } from './checks.mjs';
import { ok, done } from './tap.mjs';
import { logIsQuiet, noForeigners, part, worldOf } from './world.mjs';
import { mainJob, staff } from './story.mjs';
import { lifeOfPairs, pairsElsewhere } from './life.mjs';
import { deaths } from './death.mjs';
import { numbers } from './reports.mjs';
import { charity } from './charity.mjs';
import { safety } from './safety.mjs';
import { backups, heldOnMe, leaving } from './data.mjs';
import { lessons } from './lessons.mjs';
import { ownWay } from './desk-own.mjs';
import { peopleAtDesk } from './desk-people.mjs';
import { settingUp } from './setup.mjs';
import { answering, changing, everyday } from './people.mjs';
import { byKeyboard, door, everywhereElse, otherLanguages, twice } from './corners.mjs';

const [screens, site] = process.argv.slice(2);
const world = await worldOf(screens, site);

// A coordinator whose desk is in Welsh.
async function inWelsh(world) {
  const v = await door(world, 'coordinator');
  v.language = 'cy';
  return v.go('/desk/todo?lang=cy');
}

let desk;
// A person's language is kept with the person: this browser asks for English again.
await part('short lessons', () => lessons(world));
// Last: it changes the site's name and address.

const missing = world.routes.filter((r) => !world.seen.routes.has(r));
noForeigners(world);
await part('pages can be used by everybody', () => checkPages(world));
await part('the HTML is sound', () => checkHtml(world));
logIsQuiet(world);
await world.browser.close();
process.exitCode = done();
