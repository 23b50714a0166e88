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
import { anyLetter, helpedFirst, lessons, onlyLead, onPaper } from './lessons.mjs';
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
await part('a programme in numbers', () => numbers(world));
await part('who works here, and what the charity settles', () => charity(world));
await part('answers that are more than yes and no', () => answering(world, desk));
await part('what was told, changed later', () => changing(world));
await part('everyday asking', () => everyday(world));
await part('what is held on somebody', () => heldOnMe(world, desk));
await part('people at the desk', () => peopleAtDesk(world));
await part('short lessons', () => lessons(world));
await part('answers from paper', () => onPaper(world));
await part('any letter', () => anyLetter(world));
await part('a mentee first, and an only lead', async () => { await helpedFirst(world); await onlyLead(world); });
await part('pages and sentences in own words', () => ownWay(world));
await part('somebody leaves', () => leaving(world, desk));
await part('backups', () => backups(world, desk));
await part('pressed twice, Back, and too late', () => twice(world));
await part('by keyboard alone', () => byKeyboard(world));
await part('languages that nobody speaks', () => otherLanguages(world));
// Last: it changes the site's name and address.
await part('set-up', () => settingUp(world));

const missing = world.routes.filter((r) => !world.seen.routes.has(r));
ok(missing.length === 0, `all ${world.routes.length} routes are reached`, missing);
noForeigners(world);
await part('pages can be used by everybody', () => checkPages(world));
await part('dark, forced colours, print', () => checkMedia(world, ['/signup/done', '/signup/save', '/match/sheet/:pair_id', '/desk/sheet/:pair_id']));
await part('the HTML is sound', () => checkHtml(world));
logIsQuiet(world);
await world.browser.close();
process.exitCode = done();
