// @vitest-environment happy-dom

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../../entrypoints/card/Card';
import type { CardRequest } from '../../entrypoints/card/contract';
import { openCard } from '../../entrypoints/card/open';
import en from '../../public/locales/en.json';
import { crack, date, noCrack, record, topic } from './sample';
import { click, english, press, show, textOf } from './show';

const later = record({ key: 'varn-dam#later', made: date('2025-04-26'), kind: 'statement' });
const three = topic([crack, noCrack, later]);
const other = topic([crack], { key: 'varn-dam#money', name: 'Money for the dam' });

const unpinned = { pinned: false, onClose: () => {}, onPin: () => {} };

describe('the card', () => {
  it('shows title, counts, overview, the record and who published it', () => {
    const place = show(<Card topics={[three]} {...unpinned} />);
    expect(textOf(place.querySelector('h2'))).toBe('Cracks in the dam');
    expect(textOf(place.querySelector('.counts'))).toBe('1 claim 1 denial 1 statement');
    expect(place.querySelectorAll('.overview-dot')).toHaveLength(3);
    expect(place.querySelectorAll('[data-kind]')).toHaveLength(3);
    expect(textOf(place.querySelector('.pack'))).toBe('VDThe Varn damComes with On Record');
    expect(textOf(place)).not.toMatch(/signed/i);
  });

  it('is small for one or two records: no counts and no overview', () => {
    const place = show(<Card topics={[topic([crack, noCrack])]} {...unpinned} />);
    expect(place.querySelector('.counts, .overview')).toBeNull();
    expect(place.querySelectorAll('[data-kind]')).toHaveLength(2);
  });

  it('has a tab for each topic, walked by arrow keys and round the end', () => {
    const place = show(<Card topics={[three, other]} {...unpinned} />);
    const tabs = [...place.querySelectorAll<HTMLElement>('[role=tab]')];
    expect(tabs.map(textOf)).toEqual(['Cracks in the dam 3', 'Money for the dam 1']);
    press(tabs[0] ?? null, 'ArrowRight');
    expect(textOf(place.querySelector('h2'))).toBe('Money for the dam');
    expect(document.activeElement).toBe(tabs[1]);
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([-1, 0]);
    press(tabs[1] ?? null, 'ArrowRight');
    expect(textOf(place.querySelector('h2'))).toBe('Cracks in the dam');
    press(tabs[0] ?? null, 'End');
    expect(textOf(place.querySelector('h2'))).toBe('Money for the dam');
  });

  it('turns the arrow keys round where one reads from right to left', () => {
    const arabic = { ...english, locale: 'ar' };
    const place = show(<Card topics={[three, other]} {...unpinned} />, arabic);
    press(place.querySelector('[role=tab]'), 'ArrowLeft');
    expect(textOf(place.querySelector('h2'))).toBe('Money for the dam');
  });

  it('lights the record that a mark of the overview stands for', () => {
    const place = show(<Card topics={[three]} {...unpinned} />);
    click(place.querySelector('.overview-dot.denial'));
    expect(place.querySelector<HTMLElement>('.lit')?.dataset.key).toBe(noCrack.key);
  });
});

describe('an open card', () => {
  const line = new DOMRect(100, 100, 80, 20);
  let closing = new AbortController();

  function open(given: Partial<CardRequest> = {}) {
    closing = new AbortController();
    const onClose = vi.fn(() => closing.abort());
    act(() => {
      openCard({
        topics: [three],
        strings: { locale: 'en', strings: en },
        anchor: () => ({ line, sentence: [line] }),
        dark: false,
        focus: false,
        signal: closing.signal,
        onPointerEnter: () => {},
        onPointerLeave: () => {},
        onClose,
        onPin: () => {},
        ...given,
      });
    });
    return onClose;
  }
  const host = () => document.querySelector<HTMLElement>('on-record-card');

  beforeEach(() => {
    document.body.innerHTML = '<button id="own">Of the page</button>';
    // happy-dom has no popovers.
    HTMLElement.prototype.showPopover ??= () => {};
  });
  afterEach(() => closing.abort());

  it('lets no page look inside', () => {
    open();
    expect(host()?.shadowRoot).toBeNull();
  });

  it('leaves the page as it was', () => {
    const before = document.documentElement.outerHTML;
    open();
    expect(document.documentElement.outerHTML).not.toBe(before);
    closing.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('takes the focus when asked to, and gives it back', () => {
    const own = document.getElementById('own');
    own?.focus();
    open({ focus: true });
    expect(document.activeElement).toBe(host());
    closing.abort();
    expect(document.activeElement).toBe(own);
  });

  it('leaves the focus alone when opened by the pointer', () => {
    const own = document.getElementById('own');
    own?.focus();
    open();
    expect(document.activeElement).toBe(own);
    closing.abort();
    expect(document.activeElement).toBe(own);
  });

  it('closes at Escape, which the page then does not hear', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard, { once: true });
    const onClose = open();
    // A page can make the key up; a person's is trusted.
    press(document.body, 'Escape');
    expect(onClose).not.toHaveBeenCalled();
    expect(heard).toHaveBeenCalledOnce();
    document.addEventListener('keydown', heard, { once: true });
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    Object.defineProperty(key, 'isTrusted', { value: true });
    document.body.dispatchEvent(key);
    expect(onClose).toHaveBeenCalledOnce();
    expect(heard).toHaveBeenCalledOnce();
    expect(host()).toBeNull();
    document.removeEventListener('keydown', heard);
  });

  it('opens nothing for a reader that has gone on already', () => {
    open({ signal: AbortSignal.abort() });
    expect(host()).toBeNull();
  });

  it('is dark or light as the page is, whatever the browser prefers', () => {
    open({ dark: true });
    expect(host()?.style.colorScheme).toBe('dark');
  });
});
