// SPDX-License-Identifier: AGPL-3.0-or-later
// The site keeper: what is new, a page and a sentence in the charity's own words.
import fs from 'node:fs';
import path from 'node:path';
import { is, ok } from './tap.mjs';
import { door } from './corners.mjs';
import { keepFile } from './data.mjs';
import { Visitor } from './visitor.mjs';

async function ownPage(world, keeper) {
  const source = path.join(world.site, 'data/templates/signup/start.xml');
  await keeper.follow('main a[href="/desk/own-pages"]');
  await keeper.fill('page', 'signup/nowhere');
  await keeper.press();
  await keeper.fill('page', 'signup/start');
  await keeper.press();
  is(keeper.path, '/desk/own-page/signup.start', 'a page is begun');
  const shipped = fs.readFileSync(source, 'utf8');
  fs.writeFileSync(source, shipped.replace('Before you start', '<b b:text="nothing_such">x</b>'));
  await keeper.go('/desk/own-page/signup.start');
  ok((await keeper.text()).includes('What has to be mended first'), 'what is wrong with it is said');
  fs.writeFileSync(source, shipped.replace('Before you start', 'Welcome'));
  await keeper.go('/desk/own-page/signup.start');
  await keeper.follow('main a[href="/desk/own-look/signup.start"]');
  is(await keeper.page.locator('h1').innerText(), 'Welcome', 'it is looked at');
  await keeper.go('/desk/own-page/signup.start');
  await keeper.press('main button[value="live"]');
  const v = await Visitor.new(world, 'en');
  await v.go('/signup/start');
  is(await v.page.locator('h1').innerText(), 'Welcome', 'visitors see it');
  await keeper.go('/desk/own-pages');
  await keeper.go('/desk/own-page/signup.start');
  await keeper.press('main button[value="back"]');
  await v.go('/signup/start');
  is(await v.page.locator('h1').innerText(), 'Before you start', 'and one press goes back');
  await v.close();
}

// What is promised and what is sent, by a coordinator.
async function ownTexts(world) {
  const desk = await door(world, 'coordinator');
  await desk.go('/desk/charity');
  await desk.follow('main a[href="/desk/texts"]');
  await desk.follow('main a[href*="page=signup/promise"]');
  ok((await desk.text()).includes('We do not sell, share or advertise.'), 'the sentences of the promise are there');
  await desk.go('/desk/texts');
  await desk.follow('main a[href="/desk/text/approved"]');
  ok((await desk.text()).includes('Hello Delyth,'), 'a mail is read as if it went to whoever looks');
  await desk.follow('main a[href*="/desk/word/"] >> nth=0');
  await desk.fill('words', 'You are in.');
  await desk.press('main button[value="keep"]');
  const draft = desk.path;
  await desk.follow('main a[href="/desk/text/approved?draft=1"]');
  ok((await desk.text('main .card >> nth=0')).includes('You are in.'), 'a draft is looked at in the mail');
  for (const language of ['cy', 'ar-XB', 'en']) {
    desk.language = language;
    for (const page of ['/desk/texts', '/desk/text/approved', '/desk/text/code']) await desk.go(`${page}?lang=${language}`);
  }
  await desk.go(draft);
  await desk.press('main button[value="drop"]');
  ok(!(await desk.text()).includes('You are in.'), 'and thrown away');
  await desk.close();
}

async function ownWords(world, keeper) {
  await keeper.go('/desk/words');
  await keeper.fill('find', 'zzzz');
  await keeper.press();
  await keeper.fill('find', 'How this site matches');
  await keeper.press();
  await keeper.follow('main a[href^="/desk/word/"]');
  const one = keeper.path;
  await keeper.fill('words', 'How we {match}');
  await keeper.press('main button[value="keep"]');
  ok((await keeper.text()).includes('Keep all that stands in curly brackets'), 'a mark that is not the sentence’s is refused');
  await keeper.fill('words', 'How we find a match');
  await keeper.press('main button[value="keep"]');
  is(keeper.path, one, 'own words are a draft first');
  const v = await Visitor.new(world, 'en');
  await v.go('/signup/home');
  ok(!(await v.text('footer')).includes('How we find a match'), 'which nobody sees');
  await v.close();
  for (const language of ['cy', 'ar-XB', 'en']) {
    keeper.language = language;
    await keeper.go(`${one}?lang=${language}`);
  }
  await keeper.follow('main a[href*="/desk/own-look/"] >> nth=0');
  ok((await keeper.page.content()).includes('How we find a match'), 'but whoever looks at a page with it');
  await keeper.go(one);
  await keeper.press('main button[value="live"]');
  ok((await keeper.text()).includes('How we find a match'), 'then they are said');
  for (const language of ['cy', 'ar-XB', 'en']) {
    keeper.language = language;
    for (const page of ['/desk/news', '/desk/own-pages', '/desk/own-page/signup.start', '/desk/words', one]) await keeper.go(`${page}?lang=${language}`);
  }
  await keeper.go(one);
  await keeper.press('main button[value="back"]');
  ok(!(await keeper.text()).includes('How we find a match'), 'and one press goes back');
}

// A reader goes through a language: what is right is ticked, what is not is corrected, form by form.
async function reads(world, keeper) {
  await keeper.go('/desk/languages');
  await keeper.follow('main a[href="/desk/language/cy"]');
  await keeper.press('main button[value="ticked"]');
  ok((await keeper.text()).includes('Tick what is right, or press the other button'), 'nothing ticked is nothing');
  await keeper.page.locator('main [name="right"]').first().check();
  await keeper.press('main button[value="ticked"]');
  await keeper.press('main button[value="these"]');
  await keeper.go('/desk/language/cy?show=all');
  ok((await keeper.text()).includes('Read by Delyth Owen on '), 'a name stands beside what was read');
  for (const language of ['cy', 'ar-XB', 'en']) {
    keeper.language = language;
    for (const page of ['/desk/languages', '/desk/language/cy', '/desk/language/ur?show=all&page=2']) await keeper.go(`${page}${page.includes('?') ? '&' : '?'}lang=${language}`);
  }
  const { answer, text } = await keepFile(world, keeper, '/desk/language-file/cy');
  world.seen.routes.add('/desk/language-file/:language');
  ok(answer.status() === 200 && text.includes('"Language: cy\\n"'), 'its file can be kept');
  await keeper.go('/desk/language/ur?show=all&page=3');
  const plain = await keeper.page.locator('main a[href*="/desk/sentence/"]').first().getAttribute('href');
  let counted;
  for (let page = 1; !counted && page < 150; page++) {
    await keeper.page.goto(`${world.address}/desk/language/ur?show=all&page=${page}`);
    const at = keeper.page.locator('main label:has-text("They have met {n} times.") + p a');
    if (await at.count()) counted = (await at.first().getAttribute('href')).replace(world.address, '');
  }
  for (const language of ['cy', 'ar-XB', 'en']) {
    keeper.language = language;
    for (const one of [counted, plain]) await keeper.go(`${one}?lang=${language}`);
  }
  await keeper.go(counted);
  await keeper.fill('words_1', 'وہ مل چکے ہیں، {x}۔');
  await keeper.press('main button[value="keep"]');
  is(keeper.status, 422, 'a mark that is not the sentence’s is refused in each form');
  await keeper.fill('words_1', 'وہ {n} بار مل چکے ہیں۔');
  await keeper.press('main button[value="keep"]');
  await keeper.go('/desk/language/ur?show=corrected');
  ok((await keeper.text()).includes('It is corrected.'), 'what is corrected is listed');
  await keeper.go(counted);
  await keeper.press('main button[value="back"]');
}

export async function ownWay(world) {
  const keeper = await door(world, 'site-keeper');
  await keeper.go('/desk/todo');
  await keeper.follow('main a[href="/desk/news"]');
  await ownPage(world, keeper);
  await ownWords(world, keeper);
  await reads(world, keeper);
  await ownTexts(world);
  await keeper.close();
}
