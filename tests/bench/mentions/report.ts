/** From figures to what people and programs read. */
import type { PeerFigures, SizeFigures } from './measure';
import { shown, table } from './table';
import type { Turn } from './tasks';

/** Millions of UTF-16 units a second. */
const rate = (chars: number, ms: number) => chars / ms / 1000;
/** Three digits after the point are more than such times bear. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The lowest ratio: that to the fastest. NaN when there is none. */
function toBest(peers: readonly PeerFigures[]): number {
  const ratios = peers.flatMap(({ turn }) => (turn === null ? [] : [turn.ratio]));
  return ratios.length === 0 ? Number.NaN : Math.min(...ratios);
}

const nameOf = ({ peer, form }: PeerFigures) => `${peer}: ${form}`;
const documented = ({ rewritten }: PeerFigures) => !rewritten;

/** @returns the figures of a size as docs/benchmarks.md has them; `null` stands for "n/a" */
export function figuresOf(figures: SizeFigures, chars: number) {
  const { ours, wordLoop, wordCount, unitLoop, peers } = figures;
  return {
    mcharPerS: rounded(rate(chars, ours.ms)),
    ratioToBestPeer: rounded(toBest(peers.filter(documented))),
    ratioToBestRewrittenPeer: rounded(toBest(peers)),
    ratioToWordLoop: rounded(wordLoop.ratio),
    ratioToWordCount: rounded(wordCount.ratio),
    ratioToUnitLoop: rounded(unitLoop.ratio),
    bytesPerAlias: rounded(figures.indexBytes / figures.aliases),
    buildMs: rounded(figures.buildMs),
    longestSliceMs: rounded(figures.longestSliceMs),
    page10kMs: rounded(figures.page10kMs),
    openMs: rounded(figures.openMs),
    coldPage10kMs: rounded(figures.coldPage10kMs),
    found: ours.found,
    finds: rounded(figures.finds),
    peers: Object.fromEntries(
      peers.map((peer) => [nameOf(peer), peerFigures(peer, figures, chars)]),
    ),
  };
}

function peerFigures(
  { probe, reason, turn }: PeerFigures,
  { aliases }: SizeFigures,
  chars: number,
) {
  if (probe === null) return { reason };
  return {
    mcharPerS: rounded(rate(chars, turn?.ms ?? probe.scanMs)),
    ratio: turn === null ? null : rounded(turn.ratio),
    finds: rounded(probe.finds),
    bytesPerAlias: rounded(probe.bytes / aliases),
    buildMs: rounded(probe.buildMs),
  };
}

/** @returns a table of one size */
export function showSize(figures: SizeFigures, chars: number): string {
  const { ours, wordLoop, wordCount, unitLoop, aliases } = figures;
  const floor = (name: string, { ms, ratio }: Turn) => [name, shown(rate(chars, ms)), shown(ratio)];
  const peer = (entry: PeerFigures) => {
    const { probe, reason, turn, rewritten } = entry;
    const name = `${nameOf(entry)}${rewritten ? ' †' : ''}`;
    if (probe === null) return [name, 'n/a', '', '', '', reason];
    return [
      name,
      shown(rate(chars, turn?.ms ?? probe.scanMs)),
      turn === null ? '–' : shown(turn.ratio),
      shown(probe.finds),
      shown(probe.bytes / aliases),
      shown(probe.buildMs),
    ];
  };
  const rows = [
    [`${aliases} aliases`, 'Mchar/s', 'ours ×', 'finds', 'bytes/alias', 'build ms'],
    [
      'On Record',
      shown(rate(chars, ours.ms)),
      '1',
      shown(figures.finds),
      shown(figures.indexBytes / aliases),
      shown(figures.buildMs),
    ],
    ...figures.peers.map(peer),
    floor('floor: word boundaries', wordLoop),
    floor('floor: words counted', wordCount),
    floor('floor: units', unitLoop),
  ];
  const page = `a page of 10,000 characters: ${shown(figures.page10kMs)} ms warm, ${shown(
    figures.openMs,
  )} + ${shown(figures.coldPage10kMs)} ms opened cold; longest slice of a build: ${shown(
    figures.longestSliceMs,
  )} ms`;
  return `\n${table(rows)}\n${page}\n`;
}
