import type { Answer, BackgroundRequests, PackView, TopicView } from '../../../data/messages';
import type { Entry } from '../../../data/model';
import type { OfferView, SyncView } from '../../../data/pack-messages';
import { HEAD } from '../../../data/sync/head';
import { rootFingerprint } from '../../../data/sync/root';
import type { Author } from '../../data/sync/client/host';
import { claim, entries } from '../../data/sync/publisher';
import { openHost, type PublishingHost } from './host';

/** A browser with the extension in it, in author mode: hosts on loopback may be fetched from. */
export interface Client {
  ask<K extends keyof BackgroundRequests>(
    type: K,
    ask: BackgroundRequests[K]['ask'],
  ): Promise<Answer<BackgroundRequests[K]['answer']>>;
  /** Opens a file as the library does, and agrees to what it offers, if anything. */
  file(
    bytes: Uint8Array,
  ): Promise<{ offer: Answer<OfferView>; subscribed: Answer<SyncView> | null }>;
}

export const PACK = 'varn-dam';

export interface World {
  readonly host: PublishingHost;
  readonly author: Author;
  readonly client: Client;
  /** Subscribes with the fingerprint in the address. @returns the reader's words where it failed, else null */
  subscribe(address?: string): Promise<string | null>;
  /** Updates now. @returns the reader's words where it brought nothing, else null */
  update(): Promise<string | null>;
  /** The texts of the pack's records as cards show them, in order; null where the pack is not there. */
  shown(): Promise<string[] | null>;
  pack(): Promise<PackView | undefined>;
  sync(): Promise<SyncView | undefined>;
}

export const textsOf = (list: readonly Entry[]) =>
  list.flatMap((entry) => (entry.kind === 'claim' ? [entry.text as string] : [])).sort();

export const NEW = claim('new', 'Something new was said.');

async function worldFor(client: Client): Promise<World> {
  const host = await openHost();
  const { author } = host;
  await author.publish(entries);
  const must = async <K extends keyof BackgroundRequests>(
    type: K,
    ask: BackgroundRequests[K]['ask'],
  ) => {
    const answer = await client.ask(type, ask);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  };
  return {
    host,
    author,
    client,
    async subscribe(address) {
      const fingerprint = await rootFingerprint(author.root);
      const answer = await client.ask('packs.subscribe', {
        address: address ?? `${host.folder}${HEAD}#ed25519=${fingerprint}`,
        fingerprint,
      });
      return answer.ok ? null : answer.error;
    },
    async update() {
      return (await must('packs.update', { pack: PACK })).trouble;
    },
    async shown() {
      const views: readonly TopicView[] = await must('topics.view', {
        topics: [`${PACK}#cracks`, `${PACK}#floods`],
        sentence: null,
      });
      if (views.length === 0) return null;
      return views.flatMap(({ records }) => records.map(({ text }) => text.text)).sort();
    },
    pack: async () => (await must('packs.list', null)).find(({ id }) => id === PACK),
    sync: async () => (await must('packs.syncs', null)).find(({ pack }) => pack === PACK),
  };
}

/** Runs one case in a world of its own, and leaves nothing of it in the browser. */
export async function inWorld(client: Client, run: (world: World) => Promise<void>): Promise<void> {
  const world = await worldFor(client);
  try {
    await run(world);
  } finally {
    await client.ask('packs.remove', { pack: PACK });
    await world.host.close();
  }
}

export type Case = readonly [name: string, run: (world: World) => Promise<void>];
