/** One size after another: which peers survive, then all by turns, then what is to be cold. */
import { totalmem } from 'node:os';
import { apart, OutOfBounds } from './apart';
import { blocksOf, type Corpus } from './corpus';
import type { FileOf, temporaryFiles } from './files';
import { type Alias, generateAliases, packOf } from './generator';
import { PEER_FORMS, type PeerForm } from './peers';
import { compoundRules } from './rules';
import type { Probe, Tasks, Turn } from './tasks';
import { median } from './turns';

/** What a peer's build and its reading of the corpus may take; beyond, it is "n/a". */
const PEER_BOUNDS = { heapMb: 4096, seconds: 120 };
/** What a peer has to find of what stands in the text, lest it be fast by finding nothing. */
const LEAST_FOUND = 0.99;
/** Of the machine's memory, what the process in which all take turns may use. */
const MEMORY_SHARE = 0.6;
const SEED = 20_241_024;
/** For aliases of a pack that is added later. */
const OTHER_SEED = 17;
const ADDED = 1000;
const RULES = 10_000;
const MB = 2 ** 20;

export interface Prepared {
  readonly generated: readonly Alias[];
  readonly aliases: FileOf<'aliases'>;
  readonly pack: FileOf<'pack'>;
  readonly corpus: FileOf<'corpus'>;
}

/** @returns what makes each size once, since a million aliases take some ten seconds */
export function preparing(corpus: Corpus, files: Settings['files']): Settings['prepared'] {
  const corpusFile = files.write('corpus', corpus);
  const done = new Map<number, Prepared>();
  return (size) => {
    const known = done.get(size);
    if (known !== undefined) return known;
    const generated = generateAliases(size, SEED, blocksOf(corpus));
    const prepared = {
      generated,
      aliases: files.write('aliases', generated),
      pack: files.write('pack', packOf(generated, SEED)),
      corpus: corpusFile,
    };
    done.set(size, prepared);
    return prepared;
  };
}

export interface Settings {
  readonly corpus: Corpus;
  readonly files: ReturnType<typeof temporaryFiles>;
  /** Rounds of turns that count. */
  readonly rounds: number;
  /** Fresh processes for each cold figure. */
  readonly repeats: number;
  /** The aliases of a size, and the files that hold them. */
  readonly prepared: (size: number) => Prepared;
  /** Says what is going on. */
  log(text: string): void;
}

export interface PeerFigures extends PeerForm {
  /** Alone, before the turns; null with the reason where it did not survive. */
  readonly probe: Probe | null;
  readonly reason: string;
  /** By turns with ours; of each peer only its fastest documented and its fastest rewritten form. */
  readonly turn: Turn | null;
}

export interface SizeFigures {
  readonly aliases: number;
  readonly ours: Turn;
  readonly wordLoop: Turn;
  readonly wordCount: Turn;
  readonly unitLoop: Turn;
  readonly peers: readonly PeerFigures[];
  /** What ours finds, as a share of what the naive scan finds; more than 1, since it knows forms. */
  readonly finds: number;
  readonly indexBytes: number;
  readonly buildMs: number;
  readonly page10kMs: number;
  readonly openMs: number;
  readonly coldPage10kMs: number;
  readonly longestSliceMs: number;
}

const allMemory = { heapMb: Math.floor((totalmem() / MB) * MEMORY_SHARE) };

async function repeat<T>(times: number, work: (time: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time++) results.push(await work(time));
  return results;
}

/** The fastest of each peer's forms that finds what is there. */
function fastestForms(probes: readonly (Probe | string)[]): number[] {
  const best = new Map<string, number>();
  const msOf = (form: number | undefined) => {
    const probe = form === undefined ? '' : (probes[form] ?? '');
    return typeof probe === 'string' || probe.finds < LEAST_FOUND
      ? Number.POSITIVE_INFINITY
      : probe.scanMs;
  };
  PEER_FORMS.forEach(({ peer, rewritten }, form) => {
    const rank = `${peer}${rewritten ? ' rewritten' : ''}`;
    if (msOf(form) < msOf(best.get(rank))) best.set(rank, form);
  });
  return [...best.values()];
}

async function probePeers(
  input: Omit<Parameters<Tasks['probe']>[0], 'form'>,
  log: Settings['log'],
): Promise<(Probe | string)[]> {
  const probes: (Probe | string)[] = [];
  for (const [form, { peer, form: name }] of PEER_FORMS.entries()) {
    log(`${peer}, ${name}`);
    try {
      probes.push(await apart('probe', { form, ...input }, PEER_BOUNDS));
    } catch (error) {
      if (!(error instanceof OutOfBounds)) throw error;
      probes.push(error.message);
    }
  }
  return probes;
}

/** All figures of a number of aliases. */
export async function measureSize(size: number, settings: Settings): Promise<SizeFigures> {
  const { files, prepared, rounds, repeats } = settings;
  const log = (text: string) => settings.log(`${size} aliases: ${text}`);
  log('generating');
  const { aliases, pack, corpus } = prepared(size);
  const { found: standing } = await apart('naive', { aliases, corpus }, allMemory);
  const probes = await probePeers({ aliases, corpus, standing }, log);
  const forms = fastestForms(probes);
  log('by turns');
  const index = files.reserve(`index-${size}`);
  const compared = await apart(
    'compare',
    { aliases, pack, corpus, forms, rounds, index, standing },
    allMemory,
  );
  const [ours, wordLoop, wordCount, unitLoop, ...peerTurns] = compared.turns;
  log('cold');
  const builds = await repeat(repeats, () => apart('build', { pack }, allMemory));
  const slices = await apart('slices', { pack }, allMemory);
  const wakes = await repeat(repeats, (time) =>
    apart('wake', { index, corpus, page: time * 7 }, allMemory),
  );
  return {
    aliases: size,
    ours: ours as Turn,
    wordLoop: wordLoop as Turn,
    wordCount: wordCount as Turn,
    unitLoop: unitLoop as Turn,
    peers: PEER_FORMS.map((form, i) => {
      const probe = probes[i] ?? '';
      const isProbe = typeof probe !== 'string';
      return {
        ...form,
        probe: isProbe ? probe : null,
        reason: isProbe ? '' : probe,
        turn: peerTurns[forms.indexOf(i)] ?? null,
      };
    }),
    finds: compared.finds,
    indexBytes: compared.indexBytes,
    buildMs: median(builds.map(({ buildMs }) => buildMs)),
    page10kMs: compared.page10kMs,
    openMs: median(wakes.map(({ openMs }) => openMs)),
    coldPage10kMs: median(wakes.map(({ page10kMs }) => page10kMs)),
    longestSliceMs: slices.longestSliceMs,
  };
}

/** Ten thousand compound rules on top of a number of aliases. */
export function measureRules(size: number, settings: Settings) {
  const { files, prepared, rounds, log } = settings;
  log(`${size} aliases: with ${RULES} rules`);
  const { generated, pack, corpus } = prepared(size);
  const made = compoundRules(RULES, SEED, generated, blocksOf(settings.corpus));
  const rules = files.write('pack', made);
  return apart('rules', { pack, rules, corpus, rounds }, allMemory);
}

/** A pack of a thousand new aliases added to a number of them. */
export function measureAdding(size: number, settings: Settings) {
  const { files, prepared, rounds, log } = settings;
  log(`${size} aliases: ${ADDED} more`);
  const { generated, pack, corpus } = prepared(size);
  const known = new Set(generated.map(({ text }) => text.toLowerCase()));
  const others = generateAliases(2 * ADDED, OTHER_SEED, blocksOf(settings.corpus))
    .filter(({ text }) => !known.has(text.toLowerCase()))
    .slice(0, ADDED);
  const added = files.write('pack', packOf(others, OTHER_SEED, 'added'));
  return apart('add', { pack, added, corpus, rounds }, allMemory);
}
