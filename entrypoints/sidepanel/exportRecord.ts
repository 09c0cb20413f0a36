/** Saves a page's record as a file. What writes it is loaded at the first export. */

import { download } from '../../components/download';
import type { Words } from '../../components/words';
import type { PageRecord } from '../../data/export/page-record';
import type { ExportForm } from './Foot';
import { fileName } from './fileName';

const FILES: Readonly<Record<ExportForm, { readonly type: string; readonly ending: string }>> = {
  markdown: { type: 'text/markdown', ending: 'md' },
  csv: { type: 'text/csv', ending: 'csv' },
  json: { type: 'application/json', ending: 'json' },
};

async function write(form: ExportForm, page: PageRecord, words: Words): Promise<string> {
  if (form === 'markdown') {
    return (await import('../../data/export/markdown')).toMarkdown(page, words);
  }
  if (form === 'csv') return (await import('../../data/export/csv')).toCsv(page);
  return (await import('../../data/export/json')).toJson(page);
}

/** @throws {Error} when what writes it could not be loaded, as after an update of the extension */
export async function exportRecord(
  form: ExportForm,
  page: PageRecord,
  words: Words,
): Promise<void> {
  const text = await write(form, page, words);
  const { type, ending } = FILES[form];
  download(fileName(page.title ?? '', words.say('panel.title'), ending), type, text);
}
