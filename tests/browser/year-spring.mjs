// SPDX-License-Identifier: AGPL-3.0-or-later
// February to June: meetings, trials that end, one that is silent, one that goes less well, a rest, a concern.
import { is, ok } from './tap.mjs';
import { sql } from './people.mjs';
import { as, cast, deskOf, line, onTheList, pairOf, stateOf, told } from './year-cast.mjs';
import { goesOn, goesOnByPhone, notes, notesByPhone, promises, says } from './year-acts.mjs';

const { mair, owen, hana, fred, beth, tom, nesta, carys, joe, anwen, dot } = cast;
const taskOf = (world, pair, kind) => sql(world, `select count(*) from task where subject = 'pair' and subject_id = ${pair} and kind = '${kind}' and state = 'open'`);

// Owen and Mair meet three times, which ends their trial: each is asked apart, and one wishes a change.
async function trialEnds(world) {
  const m = await as(world, mair);
  await m.go(`/match/aims/${pairOf(world, owen, mair)}`);
  await m.fill('words', 'To see my sister in Toronto when she talks');
  await m.tick('kind', 'practical');
  await m.press();
  for (const [day, said] of [['2026-02-04', ['yes', 'bit', 'yes']], ['2026-02-11', ['yes', 'yes', 'yes']], ['2026-02-18', ['yes', 'yes', 'yes']]]) {
    world.clock.to(day);
    // The first was planned in the yes: both are asked how it went.
    if (day === '2026-02-04') await says(world, mair, owen, said);
    else await notes(world, mair, owen, mair, said);
    await says(world, owen, mair);
    await quietOnes(world, day);
    await falling(world, day);
    await rests(world, day);
  }
  world.clock.to('2026-02-19');
  for (const who of [mair, owen]) told(world, who, 'review', 1, `${who.called} is asked how to go on, after three meetings`);
  await goesOn(world, mair, owen, mair, 'change', 'Once a month is enough now, and I would like to learn to write letters on it.');
  const o = await as(world, owen);
  ok(!(await o.text('body')).includes('letters'), 'Owen does not see what she wrote');
  await goesOn(world, owen, owen, mair);
  const desk = await deskOf(world);
  await onTheList(desk, 'what should change is on the desk\'s list', 'Owen', 'Mair', 'Something should change');
  await desk.go(`/desk/pair/${pairOf(world, owen, mair)}`);
  ok((await desk.text()).includes('write letters'), 'and the coordinator reads it');
  await desk.follow('main a[href*="/desk/task/"]');
  await desk.press('main button[value="done"]');
}

// What the review asked for is done: another rhythm, another aim.
async function changes(world) {
  const pair = pairOf(world, owen, mair);
  const m = await as(world, mair);
  await m.go(`/match/change/${pair}`);
  await m.tick('what', 'rhythm');
  await m.tick('rhythm', 'month');
  await m.press();
  await m.go(`/match/aims/${pair}?aim=1`);
  await m.tick('state', 'reached');
  await m.press();
  await m.go(`/match/aims/${pair}`);
  await m.fill('words', 'To write letters on it');
  await m.tick('kind', 'practical');
  await m.press();
  world.clock.to('2026-02-20');
  told(world, owen, 'news', 2, 'Owen hears that there is news, twice');
  const o = await as(world, owen);
  await o.go(`/match/pair/${pair}`);
  ok((await o.text()).includes('To write letters on it'), 'and sees what Mair aims for now');
  is(sql(world, `select state || ' ' || rhythm from pair where id = ${pair}`), 'trial month', 'the trial goes on, once a month');
}

// Hana and Owen, who meant to meet every two weeks, never do: after 21 days each is asked, after 30 it is the desk's.
async function quietOnes(world, day) {
  if (day === '2026-02-04') is(taskOf(world, pairOf(world, hana, owen), 'quiet'), '0', 'two weeks are not quiet');
  if (day !== '2026-02-11') return;
  const desk = await deskOf(world);
  await onTheList(desk, 'a pair that has not met for three weeks is on the list', 'Hana', 'Owen', 'not met for a while');
  told(world, hana, 'quiet', 1, 'and Hana is asked whether it is time for a change');
  const h = await as(world, hana);
  ok(await h.has('main a[href*="/match/change/"]'), 'on her page too');
}

// Nesta and Beth: three meetings, each with less to it.
async function falling(world, day) {
  const said = { '2026-02-04': null, '2026-02-11': ['yes', 'yes', 'bit'], '2026-02-18': ['yes', 'bit', 'no'] }[day];
  if (said) await notes(world, beth, nesta, beth, said);
}

// Tom and Beth meet; then Tom rests until a day, and so do his meetings.
async function rests(world, day) {
  if (day === '2026-02-04') {
    await notes(world, tom, beth, tom);
    for (const [who, ...two] of [[hana, fred, hana], [anwen, dot, anwen], [dot, carys, dot], [carys, joe, carys]]) await notes(world, who, ...two);
    const desk = await deskOf(world);
    for (const two of [[anwen, joe], [mair, fred]]) await notesByPhone(desk, pairOf(world, ...two), 'mentee');
  }
  if (day !== '2026-02-11') return;
  const v = await as(world, tom);
  await v.follow('main a[href*="/account/pause"]');
  await v.tick('how_long', 'day');
  for (const [part, value] of [['day', '1'], ['month', 'March'], ['year', '2026']]) await v.fill(`until.${part}`, value);
  await v.tick('meetings', 'rest');
  await v.press();
  ok((await v.text()).includes('You are taking a rest'), 'Tom rests until the first of March');
  is(stateOf(world, beth, tom), 'paused', 'and his meetings too');
}

async function february(world) {
  world.clock.to('2026-02-25');
  await notes(world, beth, nesta, beth, ['bit', 'no', 'no']);
  const b = await as(world, beth);
  ok(await b.has('main a[href*="/match/change/"], main a[href*="/match/review/"]'), 'Beth is asked whether it is time for a change');
  let desk = await deskOf(world);
  await onTheList(desk, 'and it is on the desk\'s list', 'Beth', 'meetings go less well');
  await desk.go(`/desk/pair/${pairOf(world, nesta, beth)}`);
  ok(await desk.has('main svg.chart'), 'where the fall is drawn');
  await goesOn(world, beth, nesta, beth, 'change', 'I would like to be told less, and asked more.');
  await goesOn(world, nesta, nesta, beth, 'go-on');
  world.clock.to('2026-02-27');
  desk = await deskOf(world);
  await onTheList(desk, 'after 30 days the desk hears again of those who do not meet', 'Hana', 'Owen', 'not met for a long while');
  told(world, owen, 'quiet', 1, 'and they do not, who were asked once');
}

// Six weeks are over: the trial of Hana and Owen ends in silence, then by phone. Tom is back by himself.
async function silentTrial(world) {
  world.clock.to('2026-03-05');
  told(world, tom, 'back', 1, 'the night ends Tom\'s rest');
  is(stateOf(world, beth, tom), 'trial', 'and his meetings go on');
  told(world, owen, 'review', 2, 'after six weeks Owen is asked how to go on with Hana');
  world.clock.to('2026-03-13');
  told(world, mair, 'quiet', 1, 'Mair, who meets Owen once a month, is asked of Fred alone');
  const desk = await deskOf(world), pair = pairOf(world, hana, owen);
  is(taskOf(world, pair, 'review-phone'), '2', 'nobody answers: both are to be rung');
  await onTheList(desk, 'which is on the desk\'s list', 'Ring', 'Hana', 'how would they like to go on');
  await goesOnByPhone(desk, pair, 'mentee', 'end');
  await desk.follow(`main .todo a[href*="/desk/closing/"]`);
  await desk.tick('ended_how', 'planned');
  await desk.fill('told_by', 'I rang both');
  await desk.press();
  world.clock.later(1);
  is(stateOf(world, hana, owen), 'ended', 'the trial ends');
  for (const who of [hana, owen]) told(world, who, 'ended', 1, `${who.called} is told kindly`);
  const o = await as(world, owen);
  await o.follow(`main a[href$="/match/closing/${pair}"]`);
  await o.tick('look', 'yes');
  await o.press();
  ok((await o.text()).includes('came to their end'), 'Owen asks for somebody else');
}

// All others whose trial is over say that they go on; who has no e-mail is rung.
async function goOn(world) {
  world.clock.to('2026-04-14');
  const desk = await deskOf(world);
  const waiting = sql(world, `select y.id || ' ' || m.full_name || '|' || e.full_name from pair y join proposal z on z.id = y.proposal_id
    join person m on m.id = z.mentor_id join person e on e.id = z.mentee_id where y.review_state <> '' order by y.id`).split('\n').filter((l) => l);
  const named = (full) => Object.values(cast).find((who) => who.full === full);
  for (const one of waiting) {
    const [pair, names] = [one.split(' ')[0], one.slice(one.indexOf(' ') + 1).split('|').map(named)];
    for (const [side, who] of [['mentor', names[0]], ['mentee', names[1]]]) {
      const says = sql(world, `select ${side}_says || review_state from pair where id = ${pair}`);
      if (!says || says.startsWith('go-on') || says.startsWith('change')) continue;
      if (who.email) await goesOn(world, who, ...names);
      else await goesOnByPhone(desk, pair, side);
    }
  }
  is(sql(world, "select count(*) from pair where state = 'trial' and opened_at < unixepoch('2026-02-10')"), '0', 'all others go on');
}

// Something is wrong between Tom and Beth: he tells it, the meetings stop at once, a lead sees to it.
async function concern(world) {
  world.clock.to('2026-05-11');
  const v = await as(world, tom), pair = pairOf(world, beth, tom);
  await v.go('/feedback/concern');
  await v.fill('who_about', 'Somebody I meet');
  await v.fill('what', 'She asked me to lend her money, and asked again.');
  await v.page.locator(`main label:has-text("Beth") [name="stop"]`).check();
  await v.press();
  is(v.path, '/feedback/concern-sent', 'Tom tells a worry');
  is(stateOf(world, beth, tom), 'paused', 'and the meetings stop in the same step');
  const b = await as(world, beth);
  await b.go(`/match/pair/${pair}`);
  ok((await b.text()).includes('Your coordinator will be in touch') && !/concern|money/i.test(await b.text()), 'Beth is not told why');
  const desk = await deskOf(world);
  ok(!/concern/i.test(await desk.text()), 'nor is the coordinator');
  const lead = await deskOf(world, 'safeguarding-lead');
  await lead.follow('main a[href*="/desk/concerns"]');
  await lead.follow('main a[href*="/desk/concern/"]');
  const number = lead.path.split('/').pop();
  await lead.press('main button[value="take"]');
  world.clock.to('2026-05-13');
  await deskOf(world, 'safeguarding-lead');
  await lead.go(`/desk/concern/${number}`);
  await lead.tick('kind', 'reply');
  await lead.fill('words', 'Rang Tom, then Beth. She had forgotten that he said no. She is ashamed, and will not ask again.');
  await lead.press('main button[value="write"]');
  await lead.go(`/desk/concern-pairs/${number}`);
  await lead.pick('pair_id', 0);
  await lead.fill('why', 'Both wish to go on, and know how to reach me.');
  await lead.press('main button[value="release"]');
  is(stateOf(world, beth, tom), 'active', 'the lead lets them go on');
  await lead.go(`/desk/concern-close/${number}`);
  await lead.fill('why', 'No money changed hands.');
  await lead.press();
  is(lead.path, '/desk/concerns', 'and closes it');
  world.clock.later(1);
  told(world, beth, 'resumed', 2, 'Beth hears that they go on');
}

export const spring = { 'February: a trial ends': trialEnds, 'February: a review that changes': changes, 'February: signals': february,
  'March: a trial that ends in silence': silentTrial, 'April: others go on': goOn, 'May: a concern': concern };
