// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { offeredPacks } from '../../../entrypoints/offers/collect';

const link = (attributes: Record<string, string>) => {
  const element = document.createElement('link');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.head.append(element);
};

const offer = (href: string, more: Record<string, string> = {}) =>
  link({ rel: 'alternate', type: 'application/on-record-pack+json', href, ...more });

beforeEach(() => {
  document.head.replaceChildren();
});

describe('what a page offers', () => {
  it('is every link to a pack, as the page completes it, with its key', () => {
    const base = document.createElement('base');
    base.href = 'https://desk.example/news/';
    document.head.append(base);
    offer('head.json#ed25519=abc');
    offer('https://other.example/head.json', { rel: 'nofollow ALTERNATE' });
    expect(offeredPacks(document)).toEqual([
      'https://desk.example/news/head.json#ed25519=abc',
      'https://other.example/head.json',
    ]);
  });

  it('is nothing else: no feed, no style sheet, no script, no address of megabytes', () => {
    link({ rel: 'alternate', type: 'application/rss+xml', href: 'https://desk.example/feed' });
    link({
      rel: 'stylesheet',
      type: 'application/on-record-pack+json',
      href: 'https://a.example/',
    });
    offer('javascript:alert(1)');
    offer('data:text/plain,hello');
    offer(`https://a.example/${'x'.repeat(3000)}`);
    offer('https://[broken');
    expect(offeredPacks(document)).toEqual([]);
  });

  it('is looked at twenty links long', () => {
    for (let i = 0; i < 500; i++) offer(`https://a.example/${i}/head.json`);
    expect(offeredPacks(document)).toHaveLength(20);
  });
});
