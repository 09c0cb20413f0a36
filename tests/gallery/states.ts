import type { State } from './state';
import { cards } from './states/cards';
import { parts } from './states/parts';
import { recordStates } from './states/records';
import { timelines } from './states/timelines';

/** Every state there is, in the order of the page. */
export const STATES: readonly State[] = [...cards, ...timelines, ...recordStates, ...parts];
