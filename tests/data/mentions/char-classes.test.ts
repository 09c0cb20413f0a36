import { expect, test } from 'vitest';
import { classify } from '../../../data/mentions/char-rules';
import { BREAK, CLASSES } from '../../../data/mentions/chars';

/** With which the table was made; another one has other characters. */
const UNICODE = '17.0';

test('every unit has the class that the rules give it', () => {
  const isSame = process.versions.unicode === UNICODE;
  const wrong: string[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const kind = classify(unit);
    if (CLASSES[unit] === kind) continue;
    const isNew = CLASSES[unit] === BREAK || kind === BREAK;
    if (isSame || !isNew) wrong.push(`U+${unit.toString(16)}: ${CLASSES[unit]}, not ${kind}`);
  }
  expect(wrong, 'make char-classes.ts anew from writeRuns()').toEqual([]);
});
