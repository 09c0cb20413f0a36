/**
 * BibTeX, by Citation.js. It escapes either nothing or, with its option for ASCII, drops every letter that
 * TeX had no command for (github.com/citation-js/citation-js/issues/177): so texts are escaped here, all
 * letters kept, for a TeX that reads UTF-8.
 */
import config from '@citation-js/plugin-bibtex/lib-mjs/config.js';
import { type Dictionary, format } from '@citation-js/plugin-bibtex/lib-mjs/output/bibtex.js';
import { formatBibtex } from '@citation-js/plugin-bibtex/lib-mjs/output/entries.js';
import type { Say } from '../locale';
import type { PackView, RecordView } from '../messages';
import { type CslItem, cslItems } from './csl';

config.format.asciiOnly = false;
config.format.useIdAsLabel = true;
// It would take the hyphens out that tell `a-bc` from `ab-c`; `cslItems` makes ids of what is safe.
config.format.checkLabel = false;

/** By names that hold braces in pairs only: BibTeX counts them before TeX knows which are escaped. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '"': '\\textquotedbl{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

const texText = (text: string) => text.replace(/[\\{}~^<>"&%$#_]/g, (char) => TEX[char] ?? '');

/** An address is not read by TeX; only what would end the field or begin a command goes. */
const texAddress = (url: string) => url.replace(/[{}\\^`\s]/g, (char) => encodeURIComponent(char));

/** In BibTeX a date is one day, month or year: what more there is to it is said in the note. */
function plainDate({ issued }: CslItem): Pick<CslItem, 'issued'> {
  const [from, to] = issued?.['date-parts'] ?? [];
  if (!from) return {};
  if (!issued?.circa && !to) return { issued: { 'date-parts': [from] } };
  const [year = 0] = from;
  return !to || to[0] === year ? { issued: { 'date-parts': [[year]] } } : {};
}

function forBibtex(item: CslItem, more: readonly string[]): object {
  const { issued: _, accessed: __, ...texts } = item;
  const escaped = Object.entries(texts).map(([field, text]) => [
    field,
    field === 'URL' ? texAddress(text) : field === 'id' || field === 'type' ? text : texText(text),
  ]);
  const note = [...more, item.note].map(texText).join('. ');
  return { ...Object.fromEntries(escaped), ...plainDate(item), note };
}

/** Each level on lines of its own, fields set in by two spaces. */
const LINES: Dictionary = {
  bibliographyContainer: { join: (entries) => entries },
  entry: { join: (entry) => `${entry}\n` },
  list: { join: (fields) => `\n${fields}` },
  listItem: { join: (field) => `  ${field}\n` },
};

/** @returns an entry a source; see `cslItems` */
export function bibtex(record: RecordView, pack: PackView, say: Say): string {
  const items = cslItems(record, pack, say).map((item, index) => {
    const { published, retrieved, archive, at } = record.sources[index] ?? {};
    const isPlain = !published || /^\d{4}(-\d\d){0,2}$/.test(published.edtf);
    return forBibtex(
      item,
      [
        isPlain ? null : published?.label,
        at,
        retrieved && say('cite.accessed', { date: retrieved.label }),
        archive && say('cite.archived', { address: archive }),
      ].filter((part) => typeof part === 'string'),
    );
  });
  return format(formatBibtex(items), LINES);
}
