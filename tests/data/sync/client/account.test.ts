import { describe, expect, it } from 'vitest';
import {
  checkFollowed,
  type Followed,
  type FollowedList,
  mergeFollowed,
} from '../../../../data/sync/client/account';

const KEY = 'tlgtll6etpxf3tl76tgqtmjzxeqky6xm';
const one = (at: number, given: Partial<Followed> = {}): Followed => ({
  folder: 'https://a.example/',
  key: KEY,
  at,
  gone: false,
  ...given,
});

const merge = (here: FollowedList, there: FollowedList, base: FollowedList, now = 100) =>
  mergeFollowed(here, there, base, now);

describe('subscriptions of two browsers', () => {
  it('are together what each had', () => {
    expect(merge({ a: one(1) }, { b: one(2) }, {})).toEqual({ a: one(1), b: one(2) });
  });

  it('follow the later change of address', () => {
    const moved = one(5, { folder: 'https://b.example/' });
    expect(merge({ a: one(1) }, { a: moved }, { a: one(1) })).toEqual({ a: moved });
    expect(merge({ a: moved }, { a: one(1) }, { a: one(1) })).toEqual({ a: moved });
  });

  it('lose a pack that was taken away in one of them', () => {
    const gone = one(5, { gone: true });
    expect(merge({ a: one(1) }, { a: gone }, { a: one(1) })).toEqual({ a: gone });
  });

  it('keep a pack that was taken away here and changed there, whoever was later', () => {
    const base = { a: one(1) };
    const moved = one(3, { folder: 'https://b.example/' });
    const gone = one(5, { gone: true });
    expect(merge({ a: gone }, { a: moved }, base)).toEqual({ a: moved });
    expect(merge({ a: moved }, { a: gone }, base)).toEqual({ a: moved });
  });

  it('never lose one, in whatever order two browsers meet the account', () => {
    // Every pair of changes since the last meeting: none, moved, taken away; each before or after the other.
    const changes = (at: number) => [
      one(1),
      one(at, { folder: `https://${at}.example/` }),
      one(at, { gone: true }),
    ];
    for (const [x, y] of [[2, 3] as const, [3, 2] as const]) {
      for (const first of changes(x)) {
        for (const second of changes(y)) {
          const base = { a: one(1) };
          const account = merge({ a: first }, base, base);
          const [end] = Object.values(merge({ a: second }, account, base));
          const changed = [first, second].filter((each) => each.at !== 1);
          const kept = changed.some((each) => !each.gone) || changed.length === 0;
          expect(end?.gone).toBe(!kept);
        }
      }
    }
  });

  it('forget a removal after half a year, and hold no more than an account does', () => {
    const year = 365 * 86_400_000;
    expect(merge({ a: one(1, { gone: true }) }, {}, {}, year)).toEqual({});
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`p-${i}`, one(i)]));
    const kept = merge(many, {}, {});
    expect(Object.keys(kept)).toHaveLength(400);
    expect(kept['p-899']).toBeDefined();
    // An item has at most 8 KB, all have 100 KB.
    const bytes = JSON.stringify(kept).length;
    expect(bytes).toBeLessThan(90_000);
  });

  it.each([
    ['no object', 'a', 3],
    ['a folder of the own network', 'a', one(1, { folder: 'https://192.168.1.1/' })],
    ['a folder over http', 'a', one(1, { folder: 'http://a.example/' })],
    ['a script', 'a', one(1, { folder: 'javascript:alert(1)/' })],
    ['no fingerprint', 'a', one(1, { key: 'short' })],
    ['no time', 'a', { ...one(1), at: 'yesterday' }],
    ['no id of a pack', '../a', one(1)],
  ])('do not come from %s', (_, pack, value) => {
    expect(checkFollowed(pack, value)).toBeNull();
    expect(checkFollowed('a', { ...one(1), more: 1 })).toEqual(one(1));
  });
});
