// SPDX-License-Identifier: AGPL-3.0-or-later
// The year, month by month.
import { winter } from './year-winter.mjs';
import { spring } from './year-spring.mjs';
import { autumn } from './year-autumn.mjs';

export const months = { ...winter, ...spring, ...autumn };
