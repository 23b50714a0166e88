// SPDX-License-Identifier: AGPL-3.0-or-later
// pictures.mjs FOLDER SITE INTO: the pictures of README and docs/coordinator.md, each of a page as anybody gets it.
import path from 'node:path';
import { Visitor } from './visitor.mjs';
import { door } from './corners.mjs';
import { worldOf } from './world.mjs';

const [folder, site, into] = process.argv.slice(2);
const world = await worldOf(folder, site);

// The first of the page, down to `high` pixels at the most.
async function picture(v, name, high) {
  if (v.status >= 500) throw new Error(`${name}: ${v.status}`);
  await v.page.setViewportSize({ width: 1000, height: 900 });
  const whole = await v.page.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  await v.page.screenshot({ path: path.join(into, `${name}.png`), fullPage: true, clip: { x: 0, y: 0, width: 1000, height: Math.min(high, whole) } });
  console.log(name);
}

const visitor = await Visitor.new(world, 'en');
await visitor.go('/signup/start?programme=valley');
await visitor.press();
await visitor.go('/signup/reach');
await visitor.tick('reach', 'email');
await visitor.fill('email', 'margaret at example');
await visitor.press('main form button');
if (visitor.status !== 422) throw new Error('the question was not refused');
await picture(visitor, 'question', 1340);
await visitor.close();

const desk = await door(world, 'coordinator');
await desk.go('/desk/todo');
await picture(desk, 'todo', 1400);
await desk.follow('main a[href*="/desk/proposal/"]');
await picture(desk, 'proposal', 1500);
await desk.go('/desk/report');
await picture(desk, 'report', 1500);
await desk.close();
await world.browser.close();
