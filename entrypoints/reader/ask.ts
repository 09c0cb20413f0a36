/** The reader's line to the background. */
import { type AskBackground, asker, type BackgroundRequests } from '../../data/messages';
import { patient } from '../../data/patient';
import { ownAddress } from './address';
import type { PageRun } from './contract';
import type { Found } from './mentions';
import { inSlices } from './slices';

/**
 * @param post `runtime.sendMessage`; a stopped worker is started by it
 * @returns asks the background, and again where it went away with the question
 */
export const patientAsk = (post: (message: unknown) => Promise<unknown>): AskBackground =>
  asker<BackgroundRequests>(patient(post));

/** The first answer should come soon; then fewer messages cost less. In UTF-16 units of text. */
const FIRST_BATCH = 16_384;
const BATCH = 131_072;

/** What the background takes at most: runs a message, and units a run. The rest of a longer run is not read. */
const MAX_RUNS = 2000;
const MAX_RUN = 200_000;

export interface Questions {
  /** Puts a run in the queue. */
  add(run: PageRun): void;
  /** Resolves when the queue is empty and all answers are in. */
  drain(): Promise<void>;
}

/**
 * Asks about runs in batches, one message at a time, so that a slow answer is not a pile of messages.
 * @param ask how to reach the background
 * @param onFound called with each run and what was found in it
 */
export function createQuestions(
  ask: AskBackground,
  onFound: (run: PageRun, found: readonly Found[]) => void,
  signal: AbortSignal,
): Questions {
  const queue: PageRun[] = [];
  let limit = FIRST_BATCH;
  let draining: Promise<void> | null = null;

  const askAll = async () => {
    try {
      while (queue.length > 0 && !signal.aborted) await askOnce(takeBatch());
    } finally {
      draining = null;
    }
  };

  const askOnce = async (batch: readonly PageRun[]) => {
    const { mentions, topics } = await ask('mentions.find', {
      blocks: batch.map((run, id) => ({ id, text: run.text.slice(0, MAX_RUN) })),
      address: ownAddress(),
    });
    const briefs = new Map(topics.map((topic) => [topic.key, topic]));
    const found = batch.map((): Found[] => []);
    for (const { block, topic, parts, quotedBy } of mentions) {
      const brief = briefs.get(topic);
      if (brief && parts.length > 0) found[block]?.push({ topic: brief, parts, quotedBy });
    }
    let next = 0;
    await inSlices((isOver) => {
      for (; next < batch.length; next++) {
        const run = batch[next];
        if (run) onFound(run, found[next] ?? []);
        if (isOver()) return false;
      }
      return true;
    }, signal);
  };

  const takeBatch = () => {
    let size = 0;
    let count = 0;
    // A run longer than the limit goes alone.
    for (const run of queue) {
      size += run.text.length;
      if ((size > limit && count > 0) || count === MAX_RUNS) break;
      count++;
    }
    const batch = queue.splice(0, count);
    limit = BATCH;
    return batch;
  };

  return {
    add: (run) => void queue.push(run),
    drain() {
      if (queue.length > 0) draining ??= askAll();
      return draining ?? Promise.resolve();
    },
  };
}
