// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { readTree, type TreeView } from '../../../data/page/runs';
import { type Scope, scopeOf, type WalkOptions, walk } from '../../../entrypoints/reader/collect';
import type { PageRun } from '../../../entrypoints/reader/contract';

const never = () => false;

function collect(root: Scope, options?: WalkOptions, isOver = never): PageRun[] {
  const runs: PageRun[] = [];
  const steps = walk(root, (run) => runs.push(run), options);
  while (!steps.advance(isOver));
  return runs;
}

const texts = (runs: readonly PageRun[]) => runs.map((run) => run.text);
const find = (selector: string) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
};

beforeEach(() => {
  document.body.innerHTML = '';
});

/** The rules of data/page, read off the same document by the walk that the command line uses. */
const asAFile: TreeView<Node> = {
  text: (node) => (node.nodeType === 3 ? (node as Text).data : null),
  element: (node) =>
    node.nodeType === 1
      ? {
          name: (node as Element).localName,
          attribute: (name) => (node as Element).getAttribute(name),
        }
      : null,
  children: (node) => [...node.childNodes],
};

/** Small pages of every kind of element that the rules tell apart. */
const page = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('grain', ' ships', '\n  ', '&nbsp;', '<br>', '<hr>', '<img>', '<!--x-->'),
    fc
      .tuple(
        fc.constantFrom('div', 'p', 'b', 'i', 'span', 'pre', 'nav', 'code', 'ul', 'li', 'button'),
        fc.constantFrom('', '', '', ' hidden', ' aria-hidden="true"', ' contenteditable'),
        tie('nodes'),
      )
      .map(([name, attribute, inner]) => `<${name}${attribute}>${inner}</${name}>`),
  ),
})).nodes;

describe('collecting a page', () => {
  test('gives the same blocks as reading the page as a file, however it is cut into slices', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 1, max: 5 }), (html, patience) => {
        document.body.innerHTML = html.repeat(30);
        const expected = readTree<Node>(document.documentElement, asAFile);
        let looks = 0;
        const runs = collect(document.documentElement, {}, () => ++looks % patience === 0);
        expect(runs).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('begins where the reader looks, then takes the rest, each block once', () => {
    document.body.innerHTML = '<p>one</p><div><p id="here">two</p><p>three</p></div><p>four</p>';
    const root = document.documentElement;
    const from = find('#here');
    expect(texts(collect(root, { from }))).toEqual(['two', 'three', 'four']);
    expect(texts(collect(root, { until: from }))).toEqual(['one']);
  });

  test('loses nothing that stays when the page takes out the part being read', () => {
    const part = (name: string) =>
      `<section id="${name}">${`<p>${name} <i>x</i></p>`.repeat(40)}</section>`;
    document.body.innerHTML = part('a') + part('b') + part('c');
    const seen = new Set<string>();
    const steps = walk(document.documentElement, (run) => seen.add(run.text));
    steps.advance(() => seen.has('b x'));
    find('#b').remove();
    while (!steps.advance(never));
    expect([...seen]).toEqual(['a x', 'b x', 'c x']);
  });

  test('reads of a changed block only its own text and what is new in it', () => {
    document.body.innerHTML =
      '<div id="scope">loose <b>text</b><p>old</p><div id="new"><p>deep</p></div>end</div>';
    const fresh = new Set<Node>([find('#new')]);
    expect(texts(collect(find('#scope'), { fresh }))).toEqual(['loose text', 'deep', 'end']);
  });
});

test('elements nested deeper than prose ever is are not entered', () => {
  let inner = document.body;
  for (let i = 0; i < 3000; i++) {
    const next = document.createElement('div');
    if (i === 100) next.append('near');
    inner.append(next);
    inner = next;
  }
  inner.append('deep');
  document.body.append('after');
  expect(texts(collect(document.documentElement))).toEqual(['near', 'after']);
});

describe('shadow trees', () => {
  test('are handed over with their hosts, and walked like a page', () => {
    document.body.innerHTML = '<p>before <story-part id="host"></story-part> after</p>';
    const root = find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = 'loose <b>text</b><p>deep</p>';
    const met: (ShadowRoot | null)[] = [];
    const page = collect(document.documentElement, { onHost: (_, tree) => met.push(tree) });
    expect(texts(page)).toEqual(['before  after']);
    expect(met).toEqual([root]);
    expect(texts(collect(root))).toEqual(['loose text', 'deep']);
  });

  test('are the scope of a change at their top', () => {
    document.body.innerHTML = '<story-part id="host"></story-part>';
    const root = find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = 'loose <b>text</b><p>deep</p>';
    expect(root.firstChild && scopeOf(root.firstChild)).toBe(root);
    expect(root.children[0] && scopeOf(root.children[0])).toBe(root);
    expect(root.children[1] && scopeOf(root.children[1])).toBe(root.children[1]);
  });
});

describe('the scope of a change', () => {
  test('is the nearest block', () => {
    document.body.innerHTML = '<div><p id="p">a <b>b <i id="i">c</i></b></p></div>';
    expect(scopeOf(find('#i'))).toBe(find('#p'));
    expect(scopeOf(find('#i').firstChild ?? document)).toBe(find('#p'));
  });

  test('is none inside what is not read', () => {
    document.body.innerHTML =
      '<nav><p id="a">x</p></nav><div contenteditable><p id="b">x</p></div><pre><b id="c">x</b></pre>';
    expect(['#a', '#b', '#c'].map((selector) => scopeOf(find(selector)))).toEqual([
      null,
      null,
      null,
    ]);
  });
});
