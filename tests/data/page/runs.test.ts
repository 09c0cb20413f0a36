import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { html5Tree } from '../../../data/pack/cli/html5-tree';
import { readTree } from '../../../data/page/runs';

const read = (html: string) => readTree(parse(html), html5Tree);
const texts = (html: string) => read(html).map((run) => run.text);

describe('blocks of a page', () => {
  test('a block runs through inline elements and soft line breaks', () => {
    expect(texts('<p>Two <b>grain</b> <a href="#">ships\n  left</a> port.')).toEqual([
      'Two grain ships\n  left port.',
    ]);
  });

  test('a block element breaks before and after itself', () => {
    expect(texts('<div>before<p>inside</p>after<ul><li>one<li>two</ul>')).toEqual([
      'before',
      'inside',
      'after',
      'one',
      'two',
    ]);
  });

  test('table cells, headings and captions are blocks of their own', () => {
    expect(
      texts(
        '<h1>Head</h1><figure><figcaption>Cap</figcaption></figure><table><tr><td>a<td>b</table>',
      ),
    ).toEqual(['Head', 'Cap', 'a', 'b']);
  });

  test('one line break is a space, two are a break', () => {
    expect(texts('<p>grain<br>ship<br> <br>port')).toEqual(['grain ship  ', 'port']);
  });

  test('words on both sides of a picture or a button do not join', () => {
    expect(texts('<p>grain<img alt="x">ship<button>more</button>port')).toEqual([
      'grain ship port',
    ]);
  });

  test('what is not rendered leaves no trace: a soft break, a comment, a reading aid', () => {
    expect(
      texts('<p>grain<wbr>ship<!-- x --><script>1</script>s <ruby>北<rt>kita</rt></ruby>海'),
    ).toEqual(['grainships 北海']);
  });

  test('navigation, code, typed text and hidden parts are not read', () => {
    expect(
      texts(`<nav>menu</nav><pre>code</pre><p>a</p><div hidden>b</div><div aria-hidden=true>c</div>
        <div contenteditable>d</div><div contenteditable=false>e</div><p role=navigation>f</p>
        <textarea>g</textarea>`),
    ).toEqual(['a', 'e']);
  });

  test('white space between blocks makes no block, and a no-break space is white space too', () => {
    expect(texts('<p> \n </p>\n<p>&nbsp;</p> <p>&nbsp;x')).toEqual(['\u00a0x']);
  });

  test('every piece stands at its start, so offsets lead back to the page', () => {
    const runs = read('<p>A <i>b</i><br>c <code>x</code><b>d</b>e<p>f');
    for (const run of runs) {
      run.pieces.forEach((piece, i) => {
        const data = html5Tree.text(piece) ?? '';
        expect(run.text.slice(run.starts[i], (run.starts[i] ?? 0) + data.length)).toBe(data);
      });
    }
    expect(runs.map((run) => run.pieces.length)).toEqual([5, 1]);
  });

  test('a file nested deeper than the call stack is read', () => {
    expect(texts(`${'<div>'.repeat(20_000)}deep`)).toEqual(['deep']);
  });
});
