/** `cli try FILES…` */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findMentions } from '../../mentions/matcher';
import { openTrace } from '../../mentions/trace';
import { type ReadText, readStream, readText } from '../read';
import { type Command, type ExitCode, SHIPPED_PACK, UsageError } from './command';
import { type ExplainOptions, explain, explanationText } from './explanation';
import { explanationJson } from './explanation-json';
import { mentionsIn, mentionsJson, mentionsTable } from './mentions';
import { type OpenPack, openPack } from './open-pack';
import { count } from './report';
import { type Style, styleOf } from './style';
import { type FileText, readAs } from './texts';
import { wantedTopics } from './topics';

/** A page with its pictures inlined may be large; a text that large is no article. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
/** Near misses of a paragraph: what somebody will look at before reading on. */
const MAX_NEARLY = 3;
const DEFAULT_PACK = fileURLToPath(new URL(`../../../${SHIPPED_PACK}`, import.meta.url));

const help = `Usage: npm run -s cli -- try [--pack PACK] [--topic ID] [--explain [--all]] [--json] FILE…

Finds what a pack would mark in texts and pages. A .html file is read as the reader reads a page;
any other file is text, and every line of it is a paragraph. "-" is standard input (a page when it
begins with "<"). Default pack: ${SHIPPED_PACK}. Prints the line of a text, or the paragraph of a page,
the topic, and the phrase.

  --pack PACK   a YAML file, or a folder of them
  --topic ID    this topic only; may be given several times
  --explain     for each mention the rules that held, with the terms that stood there and where
                these are written; below, what was nearly one: what of a rule is there (+) and
                what kept it from holding (-)
  --all         with --explain: everything that was nearly a mention, not the nearest ${MAX_NEARLY} a paragraph
  --json        one line of JSON a mention, and nothing else, on stdout:
                {"file","topic","start","end","text","parts":[[start,end],…]}
                Offsets are UTF-16 units into the file's text; for a page, into the text of its
                blocks with an empty line ("\\n\\n") between them. "parts" is what would be marked,
                "start" and "end" its hull, "text" what stands there. "topic" is the pack's own id.
                With --explain each line also has "kind" ("mention" or "nearly"), "number" (of the
                line or paragraph) and "rule"; docs/pack-format.md describes them.
  --help        this text

Exit code: 0 all read, 1 a file or the pack was not, 2 not understood.

Examples:
  npm run -s cli -- try article.txt saved-page.html
  npm run -s cli -- try --pack my-pack/ --explain --topic bridge-closed article.txt
  npm run -s cli -- try --pack my-pack/ --json texts/*.txt | jq .topic
  curl -s https://example.org/ | npm run -s cli -- try -
`;

const readInput = (name: string): Promise<ReadText> =>
  name === '-' ? readStream(process.stdin, MAX_FILE_BYTES) : readText(name, MAX_FILE_BYTES);

/** What is said of one file. */
interface Said {
  readonly mentions: number;
  /** For people; empty when there is nothing. */
  readonly text: string;
  /** For programs. */
  readonly lines: readonly object[];
}

type Say = (file: string, page: FileText) => Said;

function plainly({ matcher }: OpenPack, topics: ReadonlySet<string> | null, style: Style): Say {
  return (file, page) => {
    const mentions = mentionsIn(page, (text) => findMentions(matcher, text)).filter(
      ({ topic }) => topics === null || topics.has(topic),
    );
    return {
      mentions: mentions.length,
      text: mentionsTable(page, mentions, style),
      lines: mentionsJson(file, page, mentions),
    };
  };
}

function explaining({ pack, locate }: OpenPack, options: ExplainOptions, style: Style): Say {
  const trace = openTrace(pack);
  return (file, page) => {
    const told = page.blocks.flatMap((block) => explain(trace, block, options) ?? []);
    return {
      mentions: told.reduce((sum, { mentions }) => sum + mentions.length, 0),
      text: told.map((one) => explanationText(one, locate, style)).join('\n'),
      lines: told.flatMap((one) => explanationJson(file, page.text, one, locate)),
    };
  };
}

export const tryPack: Command = {
  name: 'try',
  summary: 'find what a pack would mark in texts and pages, and why',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        pack: { type: 'string' },
        topic: { type: 'string', multiple: true },
        explain: { type: 'boolean' },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UsageError('Name a file, or - for standard input.');
    if (values.all && !values.explain) throw new UsageError('--all goes with --explain.');
    // The built file comes without it.
    if (values.pack === undefined && !existsSync(DEFAULT_PACK))
      throw new UsageError('Name a pack: --pack PACK.');
    const open = await openPack(values.pack ?? DEFAULT_PACK, terminal);
    if (!open) return 1;
    const topics = wantedTopics(open.pack, values.topic);
    const style = styleOf(terminal);
    const most = values.all ? Number.POSITIVE_INFINITY : MAX_NEARLY;
    const say = values.explain
      ? explaining(open, { topics, most }, style)
      : plainly(open, topics, style);
    let code: ExitCode = 0;
    let found = 0;
    for (const file of positionals) {
      const read = await readInput(file);
      if (!('text' in read)) {
        terminal.err(`${file}: ${read.message}. ${read.mend}.\n`);
        code = 1;
        continue;
      }
      const { mentions, text, lines } = say(file, readAs(file, read.text));
      found += mentions;
      if (values.json) for (const line of lines) terminal.out(`${JSON.stringify(line)}\n`);
      else terminal.out(`${style.bold(file)}\n${text || `  ${style.dim('nothing')}\n`}`);
    }
    if (!values.json) {
      const files = count(positionals.length, 'file');
      terminal.out(`\n${count(found, 'mention')} in ${files}.\n`);
    }
    return code;
  },
};
