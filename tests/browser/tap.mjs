// SPDX-License-Identifier: AGPL-3.0-or-later
// The Test Anything Protocol.
let count = 0, failed = 0;

export function ok(truth, sentence, ...why) {
  count++;
  if (!truth) failed++;
  console.log(`${truth ? '' : 'not '}ok ${count} - ${sentence}`);
  if (!truth) for (const line of why.flat().slice(0, 8)) console.log(`# ${String(line).replace(/\s+/g, ' ').slice(0, 300)}`);
  return truth;
}

export const is = (have, want, sentence) => ok(have === want, sentence, `have: ${have}`, `want: ${want}`);

export function done() {
  console.log(`1..${count}`);
  return failed ? 1 : 0;
}
