/** `cli try FILES…` */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileMentions } from '../../mentions/compile';
import { findMentions, type Matcher, openMentions } from '../../mentions/matcher';
import { RuleError } from '../../mentions/rule-error';
import { lintPack } from '../lint';
import { shown } from '../problem';
import { type ReadText, readPack, readStream, readText } from '../read';
import { type Command, type ExitCode, SHIPPED_PACK, type Terminal, UsageError } from './command';
import { count, problemLines } from './report';
import { type Style, styleOf } from './style';
import { type FileText, readAs } from './texts';

/** A page with its pictures inlined may be large; a text that large is no article. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
/** A phrase in the table; more would wrap in most terminals. */
const MAX_PHRASE = 90;
const DEFAULT_PACK = fileURLToPath(new URL(`../../../${SHIPPED_PACK}`, import.meta.url));

const help = `Usage: npm run -s cli -- try [--pack PACK] [--json] FILE…

Finds what a pack would mark in texts and pages. A .html file is read as the reader reads a page;
any other file is text, and every line of it is a paragraph. "-" is standard input (a page when it
begins with "<"). Default pack: ${SHIPPED_PACK}. Prints the line of a text, or the paragraph of a page,
the topic, and the phrase.

  --pack PACK   a YAML file, or a folder of them
  --json        one line of JSON a mention, and nothing else, on stdout:
                {"file","topic","start","end","text","parts":[[start,end],…]}
                Offsets are UTF-16 units into the file's text; for a page, into the text of its
                blocks with an empty line ("\\n\\n") between them. "parts" is what would be marked,
                "start" and "end" its hull, "text" what stands there. "topic" is the pack's own id.
  --help        this text

Exit code: 0 all read, 1 a file or the pack was not, 2 not understood.

Examples:
  npm run -s cli -- try article.txt saved-page.html
  npm run -s cli -- try --pack my-pack/ --json texts/*.txt | jq .topic
  curl -s https://example.org/ | npm run -s cli -- try -
`;

interface Mention {
  /** Of its block. */
  readonly number: number;
  readonly topic: string;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly (readonly [number, number])[];
}

const readInput = (name: string): Promise<ReadText> =>
  name === '-' ? readStream(process.stdin, MAX_FILE_BYTES) : readText(name, MAX_FILE_BYTES);

/** The mentions of a file in reading order, with offsets into its whole text. */
function mentionsIn({ blocks }: FileText, matcher: Matcher): Mention[] {
  return blocks
    .flatMap(({ text, start: at, number }) =>
      findMentions(matcher, text).map(({ topic, parts }) => ({
        number,
        topic,
        start: at + Math.min(...parts.map(([start]) => start)),
        end: at + Math.max(...parts.map(([, end]) => end)),
        parts: parts.map(([start, end]) => [at + start, at + end] as const),
      })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.topic < b.topic ? -1 : 1));
}

function printJson(file: string, { text }: FileText, mentions: readonly Mention[]): string {
  return mentions
    .map(({ topic, start, end, parts }) => {
      const line = { file, topic, start, end, text: text.slice(start, end), parts };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}

/** What stands at a mention, on one line; what would not be marked of it dimmed. */
function phrase(text: string, { start, end, parts }: Mention, { bold, dim }: Style): string {
  const shownEnd = Math.min(end, start + MAX_PHRASE);
  const flat = (from: number, to: number) =>
    shown(text.slice(from, Math.min(to, shownEnd)).replace(/\s+/g, ' '), MAX_PHRASE);
  let at = start;
  let line = '';
  for (const [from, to] of parts.filter(([from]) => from < shownEnd)) {
    line += dim(flat(at, from)) + bold(flat(from, to));
    at = to;
  }
  return shownEnd < end ? `${line}…` : line;
}

function printTable(
  file: string,
  { text }: FileText,
  mentions: readonly Mention[],
  terminal: Terminal,
): string {
  const style = styleOf(terminal);
  const { bold, dim } = style;
  if (mentions.length === 0) return `${bold(file)}\n  ${dim('nothing')}\n`;
  const widest = Math.max(...mentions.map(({ topic }) => topic.length));
  const rows = mentions.map((mention) => {
    const number = String(mention.number).padStart(4);
    return `  ${dim(number)}  ${mention.topic.padEnd(widest)}  ${phrase(text, mention, style)}\n`;
  });
  return `${bold(file)}\n${rows.join('')}`;
}

/** The pack's matcher, or null when the pack cannot be used; says why on `err`. */
async function openPack(path: string, terminal: Terminal): Promise<Matcher | null> {
  const parsed = await readPack(path);
  try {
    if (parsed.pack) return openMentions(compileMentions(parsed.pack));
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
  }
  const { problems } = lintPack(parsed, Date.now());
  const errors = problems.filter(({ severity }) => severity === 'error');
  terminal.err(problemLines(errors, { ...terminal, colours: false }));
  terminal.err(`${path} cannot be tried before this is mended.\n`);
  return null;
}

export const tryPack: Command = {
  name: 'try',
  summary: 'find what a pack would mark in texts and pages',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: { pack: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UsageError('Name a file, or - for standard input.');
    const matcher = await openPack(values.pack ?? DEFAULT_PACK, terminal);
    if (!matcher) return 1;
    let code: ExitCode = 0;
    let found = 0;
    for (const file of positionals) {
      const read = await readInput(file);
      if (!('text' in read)) {
        terminal.err(`${file}: ${read.message}. ${read.mend}.\n`);
        code = 1;
        continue;
      }
      const page = readAs(file, read.text);
      const mentions = mentionsIn(page, matcher);
      found += mentions.length;
      terminal.out(
        values.json ? printJson(file, page, mentions) : printTable(file, page, mentions, terminal),
      );
    }
    if (!values.json) {
      const files = count(positionals.length, 'file');
      terminal.out(`\n${count(found, 'mention')} in ${files}.\n`);
    }
    return code;
  },
};
