// SPDX-License-Identifier: AGPL-3.0-or-later
// What a charity settles of itself at its desk: who works here; and where somebody is signed in.
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';

async function whoWorksHere(world) {
  const desk = await door(world, 'coordinator');
  await desk.go('/desk/todo');
  await desk.follow('main a[href*="/desk/staff"]');
  await desk.follow('main a[href*="/desk/invite"]');
  await desk.press();
  is(desk.status, 422, 'who is asked to work here has a name');
  await desk.fill('full_name', 'Nia Lloyd');
  await desk.fill('call_name', 'Nia');
  await desk.fill('email', 'nia@riverside.example');
  await desk.tick('roles', 'coordinator');
  await desk.press();
  ok(desk.path.startsWith('/desk/role/'), 'a coordinator asks another in');
  await desk.page.locator('main [name="roles"][value="coordinator"]').uncheck();
  await desk.press('main button[value="save"]');
  is(desk.path, '/desk/staff', 'and takes the role from them again');
  await desk.follow('main a[href*="/desk/role/"]');
  await desk.close();
  const me = await door(world, 'mentee');
  await me.go('/account/details');
  await me.follow('main a[href*="/account/logins"]');
  is(me.status, 200, 'somebody sees where they are signed in');
  await me.close();
}

export async function charity(world) {
  await whoWorksHere(world);
}
