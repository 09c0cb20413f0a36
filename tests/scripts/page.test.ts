/** How `npm start` serves a local file. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPage } from '../../scripts/start/page';

const folder = mkdtempSync(join(tmpdir(), 'on-record-pages-'));

/** What a browser is given for a file. */
async function served(name: string, bytes: Buffer) {
  writeFileSync(join(folder, name), bytes);
  const page = await openPage(name, folder);
  try {
    const response = await fetch(page.url);
    return {
      type: response.headers.get('content-type'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  } finally {
    await page.close();
  }
}

/** "Мост" in windows-1251. */
const BRIDGE = Buffer.from([0xcc, 0xee, 0xf1, 0xf2]);

it.each([
  ['a meta charset', Buffer.from('<!doctype html><META CHARSET="windows-1251"><p>')],
  [
    'a meta http-equiv',
    Buffer.from('<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
  ],
  ['a byte order mark', Buffer.from([0xff, 0xfe])],
])(
  'leaves the encoding to a page that names it by %s, and its bytes as they are',
  async (_, head) => {
    const bytes = Buffer.concat([head, BRIDGE]);
    expect(await served('page.html', bytes)).toEqual({ type: 'text/html', bytes });
  },
);

it('says UTF-8 of a page that names no encoding in its head', async () => {
  const bytes = Buffer.from(
    '<head></head><body>“Мост” <code>&lt;meta charset="koi8-r"></code><meta charset="koi8-r">',
  );
  expect(await served('page.html', bytes)).toEqual({ type: 'text/html; charset=utf-8', bytes });
});

it('makes an article of a text file, a paragraph a line', async () => {
  const { bytes } = await served('article.txt', Buffer.from('Мост <b>\n\nclosed.\n'));
  expect(String(bytes)).toContain('<p>Мост &#60;b&#62;</p>\n<p>closed.</p>');
});
