/** A page's record as Markdown (https://spec.commonmark.org), in the reader's language, for notes and articles. */
import { onOneLine } from '../bidi';
import { markdownText } from '../cite/markdown';
import { intlLocale, type Say } from '../locale';
import type { CorrectionView, RecordView, RelationView, SourceView } from '../messages';
import { type PageRecord, packOf, recordsOf } from './page-record';

export interface ExportWords {
  /** BCP-47 tag. */
  readonly locale: string;
  readonly say: Say;
}

/** A stranger's text within a line, or at its start. */
const plain = (text: string) => markdownText(onOneLine(text));

/** Only http(s) addresses come here; what would end the link is encoded. */
const address = (url: string) =>
  `<${onOneLine(url).replace(/[\s<>\\]/g, (one) => encodeURIComponent(one))}>`;

const list = (names: readonly string[], locale: string) =>
  new Intl.ListFormat(intlLocale(locale), { type: 'conjunction' }).format(names.map(plain));

function sourceLine(source: SourceView, { say }: ExportWords): string {
  const more = source.published?.label ?? source.title;
  const name = more
    ? say('source.name', { publisher: plain(source.publisher), more: plain(more) })
    : plain(source.publisher);
  const linked = source.url ? `[${name}](${address(source.url)})` : name;
  const archive = source.archive && `[${say('source.archive')}](${address(source.archive)})`;
  const quote = source.quote && `“${plain(source.quote.exact)}”`;
  return [
    linked,
    source.at && plain(source.at),
    source.print && plain(source.print),
    archive,
    quote,
  ]
    .filter(Boolean)
    .join(' · ');
}

function relationLine(relation: RelationView, { locale, say }: ExportWords): string {
  const who = relation.speakers.length > 0 ? list(relation.speakers, locale) : null;
  const date = relation.date?.label;
  const other = who
    ? date
      ? say('relation.who-date', { who, date })
      : who
    : date
      ? say('relation.date', { date })
      : say('relation.other');
  return say(`relation.${relation.type}.${relation.direction}`, { other });
}

function correctionLine(correction: CorrectionView, { say }: ExportWords): string {
  const { figures, reported, corrected, text, source } = correction;
  const labels = (all: readonly { readonly label: string }[]) =>
    all.map(({ label }) => plain(label)).join(', ');
  const was = figures ? labels(figures.reported) : reported?.label;
  const is = figures ? labels(figures.corrected) : corrected?.label;
  const words = is ?? plain(text.text);
  const from = source ? ` (${plain(source.publisher)})` : '';
  const right = `${say('correction.corrected')}: ${words}${from}`;
  return was ? `${say('correction.reported')}: ${was} · ${right}` : right;
}

function recordLines(record: RecordView, page: PageRecord, words: ExportWords): string[] {
  const { locale, say } = words;
  const { made, when, kind, form, speakers, text, original, withdrawn } = record;
  const date = made ?? (kind === 'event' ? when : null);
  const head = [
    date?.label ?? say('record.undated'),
    say(`kind.${kind}`),
    speakers.length > 0 && list(speakers, locale),
    form && form !== 'remark' && say(`form.${form}`),
  ].filter(Boolean);
  const said = withdrawn && text.text ? `~~${plain(text.text)}~~` : plain(text.text);
  const pack = packOf(page, record);
  const details = [
    withdrawn &&
      say('record.withdrawn', { date: withdrawn.date.label, reason: plain(withdrawn.reason) }),
    text.translator && say('text.translator', { who: plain(text.translator) }),
    original && `${plain(original.text)} (${original.lang})`,
    when &&
      when !== date &&
      when.edtf !== made?.edtf &&
      say(kind === 'event' ? 'record.happened' : 'record.refers', { date: when.label }),
    ...record.corrections.map((correction) => correctionLine(correction, words)),
    ...record.relations.map((relation) => relationLine(relation, words)),
    ...record.sources.map((source) => sourceLine(source, words)),
    page.packs.length > 1 && pack && plain(pack.name),
  ].filter(Boolean);
  return [`- **${head.join(' · ')}**: ${said}`, ...details.map((detail) => `  - ${detail}`)];
}

/**
 * @param words the language it is written in; texts of records are as the packs have them
 * @returns the text of the file
 */
export function toMarkdown(page: PageRecord, words: ExportWords): string {
  const { title, about, topics, packs, total, exported } = page;
  const { say } = words;
  const shown = recordsOf(page).length;
  const origin = [
    about.address && address(about.address),
    about.published
      ? say('panel.published', { date: about.published.date.label })
      : say('page.date.none'),
  ];
  const lines = [
    `# ${title === null ? say('panel.title') : plain(title)}`,
    '',
    origin.filter(Boolean).join(' · '),
    '',
    [
      say('export.on', { date: exported }),
      shown < total && say('filter.shown', { n: total, shown }),
    ]
      .filter(Boolean)
      .join(' · '),
    ...topics.flatMap(({ topic, records }) => [
      '',
      `## ${plain(topic.name)}`,
      '',
      ...records.flatMap((record) => recordLines(record, page, words)),
    ]),
    '',
    `## ${say('library.packs')}`,
    '',
    ...packs.map(({ name, publisher, edition, licence }) =>
      [
        '-',
        [
          plain(name),
          plain(publisher),
          edition && say('library.edition', { edition: plain(edition) }),
          plain(licence),
        ]
          .filter(Boolean)
          .join(' · '),
      ].join(' '),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
