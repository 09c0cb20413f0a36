import { describe, expect, it } from 'vitest';
import { extentInColumn } from '../../entrypoints/card/place';

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
