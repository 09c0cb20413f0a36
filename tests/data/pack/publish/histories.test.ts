/** Random histories of a pack, published step by step: whatever an author does, every reader gets there. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Pack } from '../../../../data/model';
import { gzip } from '../../../../data/pack/publish/gzip';
import { packState } from '../../../../data/pack/publish/pack-state';
import { type Before, nextVersion, type Version } from '../../../../data/pack/publish/version';
import { utf8 } from '../../../../data/sync/bytes';
import { sync } from '../../../../data/sync/client/sync';
import { appliedTo, readDelta } from '../../../../data/sync/delta';
import { deltaName, HEAD, sealHead } from '../../../../data/sync/head';
import { generateKey, type Signer } from '../../../../data/sync/keys';
import { type Root, rootName, sealRoot } from '../../../../data/sync/root';
import { digestOfState, type State } from '../../../../data/sync/snapshot';
import { bytesOf, FOLDER, Reader, type Web } from '../../sync/client/host';

/** `npm test` runs some; ON_RECORD_RUNS asks for more. */
const RUNS = Number(process.env.ON_RECORD_RUNS ?? 40);

const slug = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const topic = fc.constantFrom('cracks', 'floods', 'gates');

type Step =
  | { readonly do: 'put'; readonly id: string; readonly about: string; readonly text: string }
  | { readonly do: 'withdraw'; readonly id: string }
  | { readonly do: 'many'; readonly count: number }
  | { readonly do: 'rename topic'; readonly from: string; readonly to: string }
  | { readonly do: 'rename pack'; readonly name: string }
  | { readonly do: 'back'; readonly versions: number }
  | { readonly do: 'renew' }
  | { readonly do: 'rotate' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      id: slug,
      about: topic,
      text: fc.constantFrom('one', 'two', 'три'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), id: slug }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('many' as const), count: fc.constantFrom(20, 150) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('rename topic' as const), from: topic, to: topic }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rename pack' as const),
      name: fc.constantFrom('A', 'B'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('back' as const),
      versions: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'renew' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'rotate' as const }) },
);

const claimOf = (id: string, about: string, text: string): Pack['claims'][number] => ({
  id,
  about: [about],
  by: ['engineers'],
  text,
  sources: [{ source: 'courier' }],
});

const FIRST: Pack = {
  pack: 'varn-dam',
  name: 'The Varn dam',
  language: 'en',
  licence: 'CC-BY-4.0',
  publisher: { name: 'Dam Desk' },
  terms: {},
  topics: ['cracks', 'floods', 'gates'].map((id) => ({ id, name: id })),
  actors: [{ id: 'engineers', name: 'Union of Engineers' }],
  sources: [{ id: 'courier', publisher: 'Varn Courier' }],
  claims: Array.from({ length: 130 }, (_, i) => claimOf(`old-${i}`, 'gates', `Gate ${i} is shut.`)),
  denials: [],
  statements: [],
  events: [],
  tombstones: [],
};

/** What an author makes of a pack in one step; `past` are the packs before, the newest last. */
function edited(pack: Pack, made: Step, past: readonly Pack[]): Pack {
  switch (made.do) {
    case 'put': {
      if (pack.tombstones.some(({ id }) => id === made.id)) return pack;
      const others = pack.claims.filter(({ id }) => id !== made.id);
      return { ...pack, claims: [...others, claimOf(made.id, made.about, made.text)] };
    }
    case 'withdraw': {
      const claim = pack.claims.find(({ id }) => id === made.id);
      if (!claim) return pack;
      const { id, about } = claim;
      return {
        ...pack,
        claims: pack.claims.filter((other) => other !== claim),
        tombstones: [...pack.tombstones, { id, about, withdrawn: '2024-11-01', reason: 'Wrong.' }],
      };
    }
    case 'many': {
      const more = Array.from({ length: made.count }, (_, i) =>
        claimOf(`new-${i}`, 'floods', `House ${i} stands under water.`),
      );
      const kept = pack.claims.filter(({ id }) => !id.startsWith('new-'));
      return { ...pack, claims: [...kept, ...more] };
    }
    case 'rename topic': {
      const renamed = (about: string[]) => about.map((id) => (id === made.from ? made.to : id));
      return {
        ...pack,
        claims: pack.claims.map((claim) => ({ ...claim, about: renamed(claim.about) })),
        tombstones: pack.tombstones.map((stone) => ({ ...stone, about: renamed(stone.about) })),
      };
    }
    case 'rename pack':
      return { ...pack, name: made.name };
    case 'back':
      return past.at(-made.versions) ?? pack;
    case 'renew':
    case 'rotate':
      return pack;
  }
}

interface Keys {
  readonly root: Root;
  readonly rootKey: Signer;
  readonly headKey: Signer;
}

async function keysAfter(before: Keys | null, web: Web): Promise<Keys> {
  const [{ signer: rootKey }, { signer: headKey }] = await Promise.all([
    generateKey(),
    generateKey(),
  ]);
  const version = (before?.root.version ?? 0) + 1;
  const root: Root = {
    format: 1,
    pack: 'varn-dam',
    version,
    rootKeys: [rootKey.key],
    headKeys: [headKey.key],
  };
  const signers = before ? [before.rootKey, rootKey] : [rootKey];
  web.set(FOLDER + rootName(version), utf8(await sealRoot(root, signers)));
  return { root, rootKey, headKey };
}

const now = new Date('2024-11-01T08:00:00Z');

const versionOf = (before: Before | null, state: State, { root }: Keys): Promise<Version> =>
  nextVersion(before, state, {
    now,
    term: 1000 * 60 * 60,
    root,
    mirrors: [],
    movedTo: undefined,
    ended: undefined,
  });

async function upload({ head, files }: Version, { headKey }: Keys, web: Web): Promise<void> {
  for (const { name, bytes } of files) web.set(FOLDER + name, new Uint8Array(gzip(bytes)));
  web.set(FOLDER + HEAD, utf8(await sealHead(head, headKey)));
}

/** Every delta of a head leads from the state that it names to the head's. */
async function deltasHold({ head, files }: Version, states: ReadonlyMap<string, State>) {
  for (const file of head.deltas) {
    const name = deltaName(file, head.seq);
    const bytes = files.find((other) => other.name === name)?.bytes;
    const base = states.get(file.from.digest);
    if (!bytes || !base) throw new Error(`${name} or its base is not there`);
    const delta = readDelta(new Uint8Array(bytes), head.state.buckets, name);
    expect(await digestOfState(appliedTo(base, delta)), name).toBe(head.state.digest);
  }
  return head.deltas.length;
}

it('leads every reader to what the author published, by deltas that each hold', async () => {
  let deltas = 0;
  const ways = new Set<string | null>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step, syncs: fc.boolean() }), { minLength: 1, maxLength: 24 }),
      async (history) => {
        const web: Web = new Map();
        let keys = await keysAfter(null, web);
        const first = keys.root;
        let pack = FIRST;
        const past: Pack[] = [];
        let before: Before | null = null;
        const states = new Map<string, State>();
        const reader = new Reader(web);
        const catchUp = async () => {
          const subscription = reader.held?.subscription ?? {
            pack: 'varn-dam',
            folder: FOLDER,
            mirrors: [],
            applied: null,
            root: first,
          };
          const signal = new AbortController().signal;
          ways.add((await sync(subscription, reader, { author: false, signal })).by);
        };
        for (const { step: made, syncs } of [
          { step: { do: 'renew' } as Step, syncs: true },
          ...history,
        ]) {
          if (made.do === 'rotate') keys = await keysAfter(keys, web);
          const next = edited(pack, made, past);
          past.push(pack);
          pack = next;
          const state = packState(pack, before?.head.state.buckets);
          const version: Version = await versionOf(before, state, keys);
          // Same input, same bytes, down to the signature.
          expect(await versionOf(before, state, keys)).toEqual(version);
          await upload(version, keys, web);
          states.set(version.head.state.digest, state);
          deltas += await deltasHold(version, states);
          const read = version.head.deltas.map((file) => {
            const name = deltaName(file, version.head.seq);
            const bytes = version.files.find((other) => other.name === name)?.bytes;
            if (!bytes) throw new Error(`${name} is not there`);
            // As the next run reads them from the folder.
            const delta = readDelta(new Uint8Array(bytes), state.buckets.length, name);
            return { from: file.from, delta };
          });
          before = { head: version.head, state, deltas: read };
          if (!syncs) continue;
          await catchUp();
          expect(bytesOf(reader.held ?? state)).toBe(bytesOf(state));
          expect(reader.held?.subscription.applied?.digest).toBe(version.head.state.digest);
        }
      },
    ),
    { numRuns: RUNS },
  );
  // Else nothing was shown.
  expect(deltas).toBeGreaterThan(RUNS);
  expect(ways).toContain('delta');
  expect(ways).toContain('snapshot');
}, 600_000);
