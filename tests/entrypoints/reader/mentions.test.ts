// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { TopicBrief } from '../../../data/messages';
import { bySpecificity, phraseOf } from '../../../entrypoints/marks/mention';
import { walk } from '../../../entrypoints/reader/collect';
import { type Block, type PageRun, stretches } from '../../../entrypoints/reader/contract';
import { createMentions, type Mentions } from '../../../entrypoints/reader/mentions';

const topic = (id: string): TopicBrief => ({
  key: `test#${id}`,
  name: id,
  counts: { claim: 1, denial: 0, statement: 0, event: 0 },
});

function runs(): PageRun[] {
  const found: PageRun[] = [];
  walk(document.documentElement, (run) => found.push(run)).advance(() => false);
  return found;
}

function first(): PageRun {
  const [run] = runs();
  if (!run) throw new Error('the page is empty');
  return run;
}

/** Finds every word "grain", as a background with one rule would. */
function findGrain(run: PageRun) {
  return [...run.text.matchAll(/grain/g)].map(({ index }) => ({
    topic: topic('grain'),
    parts: [[index, index + 5]] as const,
    quotedBy: null,
  }));
}

let dropped: Block[];
let mentions: Mentions;

/** Reads the page as it is now, and has what is new in it answered. @returns the texts asked about */
function read(): string[] {
  const fresh = runs().filter(mentions.isNew);
  for (const run of fresh) mentions.settle(run, findGrain(run));
  return fresh.map((run) => run.text);
}

beforeEach(() => {
  dropped = [];
  mentions = createMentions((block) => dropped.push(block));
  document.body.innerHTML = '<p>The grain left.</p><p>Nothing here.</p><p>More <b>gr</b>ain.</p>';
});

describe('what is asked', () => {
  test('text is asked once, whether something was found in it or not', () => {
    expect(read()).toEqual(['The grain left.', 'Nothing here.', 'More grain.']);
    expect(read()).toEqual([]);
  });

  test('text is not asked again while its answer is under way', () => {
    const run = first();
    expect(mentions.isNew(run)).toBe(true);
    expect(mentions.isNew(run)).toBe(false);
  });

  test('changed text is asked again, and its old mentions go', () => {
    read();
    const [p] = document.querySelectorAll('p');
    if (p) p.textContent = 'No more of it.';
    expect(read()).toEqual(['No more of it.']);
    mentions.sweep();
    expect(mentions.inOrder().map(phraseOf)).toEqual(['grain']);
  });

  test('the same words in other nodes are marked in those', () => {
    read();
    const [p] = document.querySelectorAll('p');
    p?.replaceChildren('The grain ', 'left.');
    mentions.sweep();
    expect(read()).toEqual(['The grain left.']);
    expect(mentions.inOrder()).toHaveLength(2);
    expect(mentions.inOrder()[0]?.block.pieces[0]).toBe(p?.firstChild);
  });
});

describe('answers', () => {
  test('an answer for text that has changed meanwhile is not taken', () => {
    const run = first();
    mentions.isNew(run);
    const [node] = run.pieces;
    if (node) node.data = 'Barley left.';
    expect(mentions.settle(run, findGrain(run))).toBe('stale');
    expect(mentions.isNew(first())).toBe(true);
  });

  test('an answer that comes twice counts once', () => {
    const run = first();
    mentions.isNew(run);
    mentions.settle(run, findGrain(run));
    expect(mentions.settle(run, findGrain(run))).toBeNull();
    expect(mentions.inOrder()).toHaveLength(1);
  });
});

test('parts of a phrase that only white space parts are one', () => {
  document.body.innerHTML = '<p>The grain \n ships of the river.</p>';
  const run = first();
  mentions.isNew(run);
  const parts = [
    [4, 9],
    [12, 17],
    [25, 30],
  ] as const;
  mentions.settle(run, [{ topic: topic('ships'), parts, quotedBy: null }]);
  expect(mentions.inOrder()[0]?.parts).toEqual([
    [4, 17],
    [25, 30],
  ]);
  expect(mentions.inOrder().map(phraseOf)).toEqual(['grain ships … river']);
});

describe('keeping track', () => {
  test('a removed paragraph is forgotten, and comes back as new', () => {
    read();
    const [p] = document.querySelectorAll('p');
    p?.remove();
    mentions.sweep();
    expect(dropped.map((block) => block.text)).toEqual(['The grain left.']);
    if (p) document.body.append(p);
    expect(read()).toEqual(['The grain left.']);
    expect(mentions.inOrder().map(({ block }) => block.text)).toEqual([
      'More grain.',
      'The grain left.',
    ]);
  });

  test('an emptied paragraph is forgotten', () => {
    read();
    const [node] = first().pieces;
    if (node) node.data = '';
    mentions.sweep();
    expect(dropped).toHaveLength(1);
  });

  test('mentions come in the order of the page, not of the answers', () => {
    for (const run of runs().filter(mentions.isNew).toReversed()) {
      mentions.settle(run, findGrain(run));
    }
    expect(mentions.inOrder().map(({ block }) => block.text)).toEqual([
      'The grain left.',
      'More grain.',
    ]);
  });

  test('text nodes and their elements lead to the mentions, others do not', () => {
    read();
    const [one, two, three] = document.querySelectorAll('p');
    expect(one?.firstChild && mentions.blockOf(one.firstChild)?.text).toBe('The grain left.');
    expect(two?.firstChild && mentions.blockOf(two.firstChild)).toBeUndefined();
    expect([one, two, three].map((p) => p && mentions.mayHold(p))).toEqual([true, false, true]);
  });
});

describe('places', () => {
  test('a phrase that crosses elements is a stretch of each text node', () => {
    read();
    const block = mentions.inOrder()[1]?.block;
    const found = block && stretches(block, 5, 10).map((s) => s.node.data.slice(s.start, s.end));
    expect(found).toEqual(['gr', 'ain']);
  });

  test('a phrase of several parts reads with an ellipsis', () => {
    read();
    const [mention] = mentions.inOrder();
    if (!mention) throw new Error('no mention');
    expect(
      phraseOf({
        ...mention,
        parts: [
          [0, 3],
          [10, 14],
        ],
      }),
    ).toBe('The … left');
  });

  test('of topics on one phrase, more parts come first, then the shorter hull', () => {
    read();
    const [mention] = mentions.inOrder();
    if (!mention) throw new Error('no mention');
    const broad = { ...mention, parts: [[0, 14]] as const };
    const near = { ...mention, parts: [[4, 9]] as const };
    const compound = {
      ...mention,
      parts: [
        [0, 3],
        [10, 14],
      ] as const,
    };
    expect([broad, near, compound].sort(bySpecificity)).toEqual([compound, near, broad]);
  });
});

test('a sweep that knows what changed takes out the same blocks', () => {
  document.body.innerHTML = '<p>one grain</p><p>two grain</p><p>three grain</p>';
  const known = createMentions((block) => dropped.push(block));
  for (const run of runs()) {
    known.isNew(run);
    known.settle(run, findGrain(run));
  }
  const [first, second, third] = [...document.querySelectorAll('p')];
  const text = second?.firstChild as Text;
  text.data = 'two ships';
  third?.remove();
  dropped = [];
  known.sweep(new Set<Node>([text, document.body]));
  expect(dropped.map(({ text: words }) => words)).toEqual(['two grain', 'three grain']);
  expect(known.blocks().map(({ pieces }) => pieces[0]?.parentElement)).toEqual([first]);
});
