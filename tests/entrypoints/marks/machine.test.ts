import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  hover,
  startHover,
} from '../../../entrypoints/marks/machine';

type Mark = 'kursk' | 'treaty';

/** A hand, a clock and a background that answers after so many ms: what a page would see. */
function session(answerAfter = 0, restMs?: number) {
  let state: HoverState<Mark> = startHover();
  let now = 1000;
  let wakeAt: number | null = null;
  let answers: { at: number; token: number }[] = [];
  const log: string[] = [];

  const perform = (effect: HoverEffect<Mark>) => {
    if (effect.type === 'wake') wakeAt = effect.at;
    else if (effect.type === 'fetch') answers.push({ at: now + answerAfter, token: effect.token });
    else if (effect.type === 'show')
      log.push(`show ${effect.mark}${effect.focus ? ' with focus' : ''}`);
    else log.push(effect.type);
  };
  const tell = (event: HoverEvent<Mark>) => {
    const [next, effects] = hover(state, event, restMs);
    state = next;
    effects.forEach(perform);
  };
  /** Lets time pass, with what is due in it. */
  const wait = (ms: number) => {
    const end = now + ms;
    for (;;) {
      const due = answers.map(({ at }) => at).concat(wakeAt ?? []);
      const next = Math.min(...due);
      if (!(next <= end)) break;
      now = Math.max(now, next);
      const answer = answers.find(({ at }) => at <= now);
      if (answer) {
        answers = answers.filter((one) => one !== answer);
        tell({ type: 'ready', token: answer.token, at: now });
      } else {
        wakeAt = null;
        tell({ type: 'wake', at: now });
      }
    }
    now = end;
  };
  let x = 0;
  return {
    wait,
    now: () => now,
    /** Puts the pointer on a mark, or between marks; `by` px from where it was. */
    over(mark: Mark | null, by = 1) {
      x += by;
      tell({ type: 'move', mark, x, y: 0, at: now });
    },
    scroll: () => tell({ type: 'scroll', at: now }),
    dismiss: () => tell({ type: 'dismiss', at: now }),
    pin: () => tell({ type: 'pin', at: now }),
    press: (mark: Mark | null) => tell({ type: 'press', mark, at: now }),
    click: (mark: Mark) => tell({ type: 'summon', mark, focus: false, at: now }),
    key: (mark: Mark) => tell({ type: 'summon', mark, focus: true, at: now }),
    enterCard: () => tell({ type: 'enter-card', at: now }),
    leaveCard: () => tell({ type: 'leave-card', at: now }),
    /** What happened since the last look. */
    seen: () => log.splice(0),
  };
}

describe('opening by hover', () => {
  test('a card opens half a second after the pointer came to rest on a mark, not before', () => {
    const hand = session();
    hand.over('kursk');
    hand.wait(499);
    expect(hand.seen()).toEqual([]);
    hand.wait(1);
    expect(hand.seen()).toEqual(['show kursk']);
  });

  test.each([300, 1000])('who set %s ms waits so long', (restMs) => {
    const hand = session(0, restMs);
    hand.over('kursk');
    hand.wait(restMs - 1);
    expect(hand.seen()).toEqual([]);
    hand.wait(1);
    expect(hand.seen()).toEqual(['show kursk']);
  });

  test('a pointer that only crosses a mark opens nothing', () => {
    const hand = session();
    hand.over('kursk', 40);
    hand.wait(100);
    hand.over(null, 40);
    hand.wait(5000);
    expect(hand.seen()).toEqual([]);
  });

  test('the time counts from the rest: a hand on its way along the mark is not resting', () => {
    const hand = session();
    for (let i = 0; i < 20; i++) {
      hand.over('kursk', 10);
      hand.wait(20);
    }
    hand.wait(479);
    expect(hand.seen()).toEqual([]);
    hand.wait(1);
    expect(hand.seen()).toEqual(['show kursk']);
  });

  test('a trembling hand rests', () => {
    const hand = session();
    hand.over('kursk');
    for (let i = 0; i < 24; i++) {
      hand.wait(20);
      hand.over('kursk', 1);
    }
    hand.wait(20);
    expect(hand.seen()).toEqual(['show kursk']);
  });

  test('a slow answer opens the card when it comes, if the pointer is still there', () => {
    const hand = session(2000);
    hand.over('kursk');
    hand.wait(2149);
    expect(hand.seen()).toEqual([]);
    hand.wait(1);
    expect(hand.seen()).toEqual(['show kursk']);
  });

  test('an answer that comes after the pointer went elsewhere never shows', () => {
    const hand = session(600);
    hand.over('kursk');
    hand.wait(500);
    hand.over('treaty', 30);
    hand.wait(5000);
    expect(hand.seen()).toEqual(['show treaty']);
  });

  test('a scroll or a press ends the waiting', () => {
    const scrolled = session();
    scrolled.over('kursk');
    scrolled.wait(400);
    scrolled.scroll();
    scrolled.wait(5000);
    expect(scrolled.seen()).toEqual([]);

    const pressed = session();
    pressed.over('kursk');
    pressed.wait(400);
    pressed.press('kursk');
    pressed.over('kursk');
    pressed.wait(5000);
    expect(pressed.seen()).toEqual([]);
  });
});

/** A session in which the card of `kursk` is open under the pointer. */
function opened() {
  const hand = session();
  hand.over('kursk');
  hand.wait(500);
  hand.seen();
  return hand;
}

describe('closing', () => {
  test('the card goes 300 ms after the pointer left the mark', () => {
    const hand = opened();
    hand.over(null, 20);
    hand.wait(299);
    expect(hand.seen()).toEqual([]);
    hand.wait(1);
    expect(hand.seen()).toEqual(['hide']);
  });

  test('the way from the mark to the card is free, and the card holds as long as one is in it', () => {
    const hand = opened();
    hand.over(null, 20);
    hand.wait(200);
    hand.enterCard();
    hand.wait(10_000);
    expect(hand.seen()).toEqual([]);
    hand.leaveCard();
    hand.wait(300);
    expect(hand.seen()).toEqual(['hide']);
  });

  test('coming back to the mark in time keeps the card', () => {
    const hand = opened();
    hand.over(null, 20);
    hand.wait(250);
    hand.over('kursk', -20);
    hand.wait(5000);
    expect(hand.seen()).toEqual([]);
  });

  test('Escape, a scroll and a press elsewhere close at once', () => {
    for (const close of [
      (hand: ReturnType<typeof session>) => hand.dismiss(),
      (hand: ReturnType<typeof session>) => hand.scroll(),
      (hand: ReturnType<typeof session>) => hand.press(null),
    ]) {
      const hand = opened();
      close(hand);
      expect(hand.seen()).toEqual(['hide']);
    }
  });

  test('a card that was dismissed stays away until the pointer has left its mark and come back', () => {
    const hand = opened();
    hand.dismiss();
    hand.seen();
    hand.over('kursk');
    hand.wait(5000);
    expect(hand.seen()).toEqual([]);
    hand.over(null, 30);
    hand.wait(1000);
    hand.over('kursk', -30);
    hand.wait(500);
    expect(hand.seen()).toEqual(['show kursk']);
  });

  test('a press inside the card is the card’s', () => {
    const hand = opened();
    hand.over(null, 20);
    hand.enterCard();
    hand.press(null);
    expect(hand.seen()).toEqual([]);
  });
});

describe('from card to card', () => {
  test('a second mark within 600 ms of a close opens at once', () => {
    const hand = opened();
    hand.over(null, 20);
    hand.wait(300);
    hand.wait(599);
    hand.over('treaty', 20);
    hand.wait(0);
    expect(hand.seen()).toEqual(['hide', 'show treaty']);
  });

  test('later than that it takes its half second', () => {
    const hand = opened();
    hand.over(null, 20);
    hand.wait(300);
    hand.wait(600);
    hand.over('treaty', 20);
    hand.wait(499);
    expect(hand.seen()).toEqual(['hide']);
    hand.wait(1);
    expect(hand.seen()).toEqual(['show treaty']);
  });

  test('a pointer that moves on to another mark gets that one’s card when the first goes', () => {
    const hand = opened();
    hand.over('treaty', 20);
    hand.wait(299);
    expect(hand.seen()).toEqual([]);
    hand.wait(1);
    expect(hand.seen()).toEqual(['hide', 'show treaty']);
  });
});

describe('by click and by key', () => {
  test('a click opens at once, and leaving does not close', () => {
    const hand = session();
    hand.press('kursk');
    hand.click('kursk');
    hand.wait(0);
    hand.over(null, 50);
    hand.scroll();
    hand.wait(5000);
    expect(hand.seen()).toEqual(['show kursk']);
    hand.press(null);
    expect(hand.seen()).toEqual(['hide']);
  });

  test('a click on the mark of an open card holds that card, without closing it first', () => {
    const hand = opened();
    hand.press('kursk');
    hand.click('kursk');
    hand.over(null, 50);
    hand.wait(5000);
    expect(hand.seen()).toEqual([]);
  });

  test('a key opens with focus, past the scroll that brings the mark into view', () => {
    const hand = session(50);
    hand.key('kursk');
    hand.scroll();
    hand.wait(50);
    expect(hand.seen()).toEqual(['show kursk with focus']);
    hand.key('treaty');
    hand.wait(50);
    expect(hand.seen()).toEqual(['hide', 'show treaty with focus']);
  });
});

describe('keeping a card open', () => {
  test('takes it out of the pointer’s hands: nothing closes it, and the next card opens beside it', () => {
    const hand = session();
    hand.over('kursk');
    hand.wait(500);
    hand.pin();
    expect(hand.seen()).toEqual(['show kursk', 'pin']);
    hand.over(null, 50);
    hand.scroll();
    hand.dismiss();
    hand.wait(5000);
    expect(hand.seen()).toEqual([]);
    hand.over('treaty', 50);
    hand.wait(500);
    expect(hand.seen()).toEqual(['show treaty']);
  });

  test('opens no second card of the same mark until the pointer has left it', () => {
    const hand = session();
    hand.over('kursk');
    hand.wait(500);
    hand.pin();
    hand.over('kursk');
    hand.wait(5000);
    expect(hand.seen()).toEqual(['show kursk', 'pin']);
  });

  test('is nothing where no card is open', () => {
    const hand = session();
    hand.pin();
    hand.over('kursk');
    hand.pin();
    hand.wait(5000);
    expect(hand.seen()).toEqual(['show kursk']);
  });
});

test('whatever happens, cards open and close in turn, and Escape leaves none', () => {
  const mark = fc.constantFrom<Mark | null>('kursk', 'treaty', null);
  const action = fc.oneof(
    fc.record({ do: fc.constant('over' as const), mark, by: fc.integer({ min: -50, max: 50 }) }),
    fc.record({ do: fc.constant('press' as const), mark }),
    fc.record({ do: fc.constantFrom('click' as const, 'key' as const) }),
    fc.record({ do: fc.constantFrom('scroll' as const, 'dismiss' as const, 'pin' as const) }),
    fc.record({ do: fc.constantFrom('enterCard' as const, 'leaveCard' as const) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 900 }) }),
  );
  fc.assert(
    fc.property(
      fc.array(action, { maxLength: 60 }),
      fc.integer({ min: 0, max: 900 }),
      (acts, lag) => {
        const hand = session(lag);
        for (const act of acts) {
          if (act.do === 'over') hand.over(act.mark, act.by);
          else if (act.do === 'press') hand.press(act.mark);
          else if (act.do === 'click' || act.do === 'key') hand[act.do]('kursk');
          else if (act.do === 'wait') hand.wait(act.ms);
          else hand[act.do]();
        }
        hand.leaveCard();
        hand.dismiss();
        hand.over(null, 100);
        hand.wait(5000);
        const log = hand.seen();
        // A card that is kept open is out of the machine's hands as if it were closed.
        const turns = log.map((entry) => (/^(hide|pin)$/.test(entry) ? 'hide' : 'show'));
        expect(turns).toEqual(turns.map((_, i) => (i % 2 === 0 ? 'show' : 'hide')));
        expect(turns.length % 2).toBe(0);
      },
    ),
  );
});
