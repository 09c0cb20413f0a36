import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentInColumn, placeBeside } from '../../entrypoints/card/place';

const at = (top: number, bottom = top + 20) => ({ top, bottom });

describe('the part of a sentence beside the card', () => {
  it('runs from its first line to its last', () => {
    expect(extentInColumn(at(130), [at(100), at(130), at(160)])).toEqual({ top: 100, bottom: 180 });
  });

  it('leaves out what stands in the next column', () => {
    const sentence = [at(700), at(730), at(40), at(70)];
    expect(extentInColumn(at(730), sentence)).toEqual({ top: 700, bottom: 750 });
    expect(extentInColumn(at(40), sentence)).toEqual({ top: 40, bottom: 90 });
  });

  it('takes a raised letter for a part of its line', () => {
    expect(extentInColumn(at(100), [at(100), at(94, 104), at(130)])).toEqual({
      top: 94,
      bottom: 150,
    });
  });

  it('is the hovered line itself where the sentence is not known', () => {
    expect(extentInColumn(at(100), [])).toEqual({ top: 100, bottom: 120 });
  });
});

describe('the place of a card', () => {
  const view = { width: 1000, height: 800 };
  const card = { width: 380, height: 500 };
  const line = (top: number, left = 100) => ({ top, bottom: top + 20, left, right: left + 120 });

  it('is below the end of the sentence, from where the phrase begins', () => {
    expect(placeBeside(line(100), [line(100), line(130)], card, view, false)).toEqual({
      x: 100,
      y: 156,
      height: 500,
    });
  });

  it('is where the phrase begins, also for whom it begins at the right', () => {
    expect(placeBeside(line(100, 500), [], card, view, true).x).toBe(500 + 120 - 380);
  });

  it('is above the start of the sentence where there is more room', () => {
    const { y, height } = placeBeside(line(700), [line(670), line(700)], card, view, false);
    expect([y, height]).toEqual([670 - 6 - 500, 500]);
  });

  it('may cover the sentence where there is too little room around all of it', () => {
    const sentence = Array.from({ length: 25 }, (_, i) => line(30 * i + 20));
    const { y, height } = placeBeside(line(380), sentence, card, view, false);
    expect([y, height]).toEqual([406, 386]);
  });

  it('stays in the window, and never over the line', () => {
    const size = fc.record({
      width: fc.integer({ min: 200, max: 380 }),
      height: fc.integer({ min: 90, max: 572 }),
    });
    const window = fc.record({
      width: fc.integer({ min: 320, max: 2560 }),
      height: fc.integer({ min: 240, max: 1440 }),
    });
    fc.assert(
      fc.property(
        size,
        window,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 10, max: 60 }),
        fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 12 }),
        fc.boolean(),
        (want, win, down, right, tall, others, rtl) => {
          const top = down * (win.height - tall);
          const left = right * (win.width - 20);
          const own = { top, bottom: top + tall, left, right: left + 20 };
          const sentence = others.map((y) => ({ top: y, bottom: y + tall }));
          const width = Math.min(want.width, win.width - 16);
          const { x, y, height } = placeBeside(own, sentence, { ...want, width }, win, rtl);
          expect(x).toBeGreaterThanOrEqual(8);
          expect(x + width).toBeLessThanOrEqual(win.width - 8);
          expect(y + height <= top - 6 + 1e-6 || y >= top + tall + 6 - 1e-6).toBe(true);
          // The better side has at least half of what the line leaves; the sentence is not worth a card that is of use.
          const room = (win.height - tall) / 2 - 14;
          expect(height).toBeGreaterThanOrEqual(Math.min(want.height, 260, room) - 1e-6);
          if (height > 0) expect(y).toBeGreaterThanOrEqual(8 - 1e-6);
          if (height > 0) expect(y + height).toBeLessThanOrEqual(win.height - 8 + 1e-6);
        },
      ),
    );
  });

  it('stays in sight when the line is scrolled out of it', () => {
    const { y } = placeBeside(line(-400), [], card, view, false);
    expect(y).toBe(8);
    expect(placeBeside(line(1200), [], card, view, false).y).toBe(800 - 8 - 500);
  });
});
