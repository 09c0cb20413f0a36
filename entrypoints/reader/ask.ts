/** The reader's line to the background. */
import { asker, type BackgroundRequests } from '../../data/messages';
import type { PageRun } from './collect';
import type { Found } from './mentions';
import { inSlices } from './slices';

export type Ask = ReturnType<typeof asker<BackgroundRequests>>;

/** The extension was updated, reloaded or removed: this script's extension is no more. */
export class Orphaned extends Error {}

/** What the browsers say when the worker stopped between taking a message and answering it. */
const LOST_PORT = /message (?:port|channel) closed|Receiving end does not exist|Promised response/i;

/**
 * @param post `runtime.sendMessage`; a stopped worker is started by it
 * @param isOrphan whether this script's extension is gone
 * @returns asks the background, once more where the worker went away with the question
 */
export function patientAsk(
  post: (message: unknown) => Promise<unknown>,
  isOrphan: () => boolean,
): Ask {
  const ask = asker<BackgroundRequests>(async (message) => {
    try {
      return await post(message);
    } catch (error) {
      if (isOrphan()) throw new Orphaned();
      if (!LOST_PORT.test(String(error))) throw error;
      return await post(message);
    }
  });
  return ask;
}

/** The first answer should come soon; then fewer messages cost less. In UTF-16 units of text. */
const FIRST_BATCH = 16_384;
const BATCH = 131_072;

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
  ask: Ask,
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
      blocks: batch.map((run, id) => ({ id, text: run.text })),
    });
    const briefs = new Map(topics.map((topic) => [topic.key, topic]));
    const found = batch.map((): Found[] => []);
    for (const { block, topic, parts } of mentions) {
      const brief = briefs.get(topic);
      if (brief && parts.length > 0) found[block]?.push({ topic: brief, parts });
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
      if (size > limit && count > 0) break;
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
