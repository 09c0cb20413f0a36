/** Pages of any length, in paragraphs that are alike. */
import { generatedPages } from '../mentions/generated-pages';
import type { SavedPage } from './saved';

/** UTF-16 units of a paragraph, about. */
export const PARAGRAPH = 200;

/** The invented sentences, in paragraphs of one language after another. */
function paragraphs(): string[] {
  const sentences = generatedPages().flatMap(([, blocks]) =>
    blocks.flatMap((block) => block.match(/[^.]+\./g) ?? []),
  );
  const made: string[] = [];
  let text = '';
  for (const sentence of sentences) {
    text += text ? ` ${sentence.trim()}` : sentence.trim();
    if (text.length < PARAGRAPH) continue;
    made.push(text);
    text = '';
  }
  return made;
}

/**
 * @param sizes UTF-16 units, ascending
 * @returns an article of each size; longer ones begin like shorter ones
 */
export function longPages(sizes: readonly number[]): SavedPage[] {
  const all = paragraphs();
  return sizes.map((size) => {
    const blocks: string[] = [];
    let chars = 0;
    while (chars < size) {
      const text = all[blocks.length % all.length] ?? '';
      blocks.push(text);
      chars += text.length;
    }
    const name = `long-${size}.html`;
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<article>${blocks.map((text) => `<p>${text}</p>`).join('\n')}</article></html>`;
    return { name, html, blocks, chars };
  });
}
