/**
 * One authored YAML file as plain values that remember where they stood. YAML 1.2 core schema; no
 * merge keys, no tags of one's own, unique keys, text keys. The file may be hostile: depth is
 * checked before anything recursive sees it, repeats through aliases are counted, nothing throws.
 */
import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type YAMLError,
} from 'yaml';
import { LIMITS } from '../model';
import { type Path, shown } from './problem';

/** Deeper than any honest pack (a rule of 8 levels needs about 22), shallow enough for any stack. */
const MAX_DEPTH = 64;
/** Values that aliases may repeat in one file; "billion laughs" is a file of ten lines. */
const MAX_REPEATED = 10_000;
/** Keys that stand twice and the like: the first few say it. */
const MAX_PROBLEMS = 5;
/** The package quotes what it stumbled over, in full. */
const MAX_MESSAGE = 160;

export interface YamlProblem {
  /** UTF-16 units into the text. */
  readonly offset: number;
  readonly message: string;
  readonly mend: string;
}

export interface YamlFile {
  /** Undefined where the file could not be read at all. */
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /**
   * Where a value stands (or, with `on: 'key'`, its key), or the nearest thing above it that exists.
   * @returns UTF-16 units into the text
   */
  offsetOf(path: Path, on: 'key' | 'value'): number;
  /** @returns line and column, from 1 */
  position(offset: number): { line: number; column: number };
}

const QUOTE = 'Put the text in quotes if it holds any of : # { } [ ] , & * ! | > % @';
const INDENT = 'Indent it like the lines beside it';

/** What the yaml package's errors mean to somebody who only wanted to write down a claim. */
const MENDS: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'Put text that contains ": " in quotes',
  MULTILINE_IMPLICIT_KEY:
    'Write a colon and a space behind the name; put text that contains ": " in quotes',
  TAB_AS_INDENT: 'Indent with spaces',
  BAD_INDENT: INDENT,
  BAD_SCALAR_START: 'Put text that begins with @ or ` in quotes',
  BAD_ALIAS: 'Put text that begins with * or & in quotes',
  MISSING_CHAR:
    'Close the quotes or brackets that were opened before; text that begins with # must be in quotes',
  MULTIPLE_DOCS: 'Remove the line "---" or "..." between them',
  TAG_RESOLVE_FAILED: 'Put text that begins with ! in quotes',
  NON_STRING_KEY: 'Write the name as plain text',
  BAD_DQ_ESCAPE: 'Use single quotes, or write \\\\ for a backslash',
};

/** Messages that say more than the code which the package gives them. */
const MENDS_BY_MESSAGE: readonly (readonly [begins: string, mend: string | undefined])[] = [
  // An open bracket is told as the next line's indentation.
  ['Flow ', MENDS.MISSING_CHAR],
  ['Sequence item without - indicator', INDENT],
  [
    'A block sequence may not be used as an implicit map key',
    'Begin each entry of a list with "- "; one above has none, or stands further in',
  ],
];

class TooDeep extends Error {
  constructor(readonly offset: number) {
    super('too deep');
  }
}

/** A run of "- - - " is read by recursion in the lexer already. */
const INDICATORS = new RegExp(`(?:[-?:][ \\t]+){${MAX_DEPTH}}`);

/** The parser keeps its own stack, so its depth can be watched before the composer recurses over it. */
function* tokens(text: string, counter: LineCounter): Generator<CST.Token, void> {
  const run = INDICATORS.exec(text);
  if (run) throw new TooDeep(run.index);
  counter.addNewLine(0);
  const parser = new Parser(counter.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

function compose(text: string, counter: LineCounter): Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // The package compares every key with every other; `plainValues` does it with a Set.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens(text, counter), true, text.length)] as Document.Parsed[];
}

/** "Tabs are not allowed as indentation at line 1, column 2:" without what we say ourselves. */
function syntaxProblem(error: YAMLError): YamlProblem {
  const message = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  const told = MENDS_BY_MESSAGE.find(([begins]) => message.startsWith(begins))?.[1];
  return {
    offset: error.pos[0],
    message: `this is not readable as YAML: ${shown(message, MAX_MESSAGE)}`,
    mend: told ?? MENDS[error.code] ?? QUOTE,
  };
}

/** Values out of nodes: what `Document.toJS` does, with caps, positions and words of our own. */
class PlainValues {
  readonly problems: YamlProblem[] = [];
  readonly targets = new Map<Alias, Node>();
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private repeated = 0;

  /** @param inAlias whether the value is repeated through an alias */
  value(node: unknown, inAlias: boolean): unknown {
    if (inAlias) this.repeated++;
    if (isAlias(node)) return this.alias(node);
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor && !inAlias) this.anchors.set(node.anchor, node);
      this.open.add(node);
      const value = isScalar(node)
        ? node.value
        : isSeq(node)
          ? node.items.map((item) => this.value(item, inAlias))
          : this.mapping(node, inAlias);
      this.open.delete(node);
      return value;
    }
    return null;
  }

  private alias(node: Alias): unknown {
    const target = this.targets.get(node) ?? this.anchors.get(node.source);
    if (!target || this.open.has(target)) {
      this.say(
        node,
        `*${shown(node.source)} repeats nothing that stands before it`,
        MENDS.BAD_ALIAS,
      );
      return null;
    }
    this.targets.set(node, target);
    if (this.repeated > MAX_REPEATED) {
      this.say(
        node,
        `this repeats too much (*${shown(node.source)})`,
        'Write it out where it is needed',
      );
      return null;
    }
    return this.value(target, true);
  }

  private mapping(node: Node, inAlias: boolean): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    if (!isMap(node)) return mapping;
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const value = this.value(pair.value, inAlias);
      if (seen.has(key)) {
        this.say(pair.key, `"${shown(key)}" stands here twice`, 'Keep one of the two');
        continue;
      }
      seen.add(key);
      // Assignment would set the prototype for the key "__proto__".
      Object.defineProperty(mapping, key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return mapping;
  }

  private say(node: unknown, message: string, mend = QUOTE) {
    this.problems.push({ offset: startOf(node) ?? 0, message, mend });
  }
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)
    ? node.range?.[0]
    : undefined;
}

function unreadable(offset: number, message: string, mend: string, counter: LineCounter): YamlFile {
  return {
    value: undefined,
    problems: [{ offset, message, mend }],
    offsetOf: () => 0,
    position: (at) => place(counter, at),
  };
}

function place(counter: LineCounter, offset: number) {
  const { line, col } = counter.linePos(offset);
  // Line 0 is the package's word for "before the first line", as in an empty file.
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** @param text a file's whole text, any text at all */
export function readYaml(text: string): YamlFile {
  const counter = new LineCounter();
  const { fileBytes } = LIMITS;
  if (text.length > fileBytes || new TextEncoder().encode(text).length > fileBytes) {
    const most = `${fileBytes / 1024 / 1024} MB`;
    return unreadable(0, `this file is larger than ${most}`, 'Split it into several', counter);
  }
  let documents: Document.Parsed[];
  try {
    documents = compose(text, counter);
  } catch (error) {
    if (error instanceof TooDeep) {
      const message = `this is nested more than ${MAX_DEPTH} levels deep`;
      return unreadable(error.offset, message, 'Write it flatter', counter);
    }
    const why = error instanceof Error ? error.message : String(error);
    return unreadable(0, `this is not readable as YAML: ${why}`, QUOTE, counter);
  }
  const [first, second] = documents;
  // What comes after the first mostly follows from it, and sends its reader to lines that are sound.
  const syntax = [...(first?.errors ?? []), ...(first?.warnings ?? [])]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, 1)
    .map(syntaxProblem);
  if (second && syntax.length === 0) {
    syntax.push({
      offset: second.range[0],
      message: 'this file holds more than one YAML document',
      mend: MENDS.MULTIPLE_DOCS ?? QUOTE,
    });
  }
  const plain = new PlainValues();
  const value = syntax.length === 0 ? plain.value(first?.contents, false) : undefined;
  return {
    value,
    problems: [...syntax, ...plain.problems].slice(0, MAX_PROBLEMS),
    offsetOf: (path, on) => offsetOf(first?.contents, path, on, plain.targets),
    position: (offset) => place(counter, offset),
  };
}

function offsetOf(root: unknown, path: Path, on: 'key' | 'value', targets: Map<Alias, Node>) {
  let node = root;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    while (isAlias(node)) node = targets.get(node);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(step));
      if (!pair) return offset;
      const wantsKey = on === 'key' && index === path.length - 1;
      offset = (wantsKey ? undefined : startOf(pair.value)) ?? startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) return offset;
      offset = startOf(item) ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}
