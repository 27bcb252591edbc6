/** The tables of bank holidays that a definition can name. One more is a file beside this one, and a line here. */
import type { WorkingDays } from '../../../engine/contract/course.js';
import { englandAndWales } from './england-and-wales.js';
import { northernIreland } from './northern-ireland.js';
import { scotland } from './scotland.js';

export const workingDayTables: readonly WorkingDays[] = [englandAndWales, scotland, northernIreland];
