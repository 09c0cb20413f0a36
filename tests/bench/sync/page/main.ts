/** A page of the extension under measure, there in the bench's build only: asks the background, and looks at what is stored. */
import { connectStore } from '../../../../data/store/connect';
import { rival } from './rival';

interface Answered {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly message?: string;
}

/** @returns the background's answer, and how long it took in milliseconds */
async function ask(type: string, ask: unknown): Promise<{ value: unknown; ms: number }> {
  const begun = performance.now();
  const answer = (await chrome.runtime.sendMessage({ type, ask })) as Answered;
  if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  return { value: answer.value, ms: performance.now() - begun };
}

/** @returns how many rows of a pack each table has */
async function rowsOf(pack: string): Promise<Record<string, number>> {
  const { store } = await connectStore();
  const counts: Record<string, number> = {};
  for (const table of store.db.tables) {
    const keys = await table.toCollection().primaryKeys();
    counts[table.name] = keys.filter((key) => {
      const first = String([key].flat()[0]);
      return first === pack || first.startsWith(`${pack}#`);
    }).length;
  }
  store.db.close();
  return counts;
}

/** In bytes. */
const usage = async () => (await navigator.storage.estimate()).usage ?? 0;

Object.assign(window, { bench: { ask, rowsOf, usage, rival } });
