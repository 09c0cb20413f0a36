import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../data/model';
import { utf8 } from '../../../../data/sync/bytes';
import type { Subscription } from '../../../../data/sync/client/port';
import { sync } from '../../../../data/sync/client/sync';
import { HEAD } from '../../../../data/sync/head';
import { rootName } from '../../../../data/sync/root';
import { claim, entries, manyClaims, packLine, sealedHead } from '../publisher';
import { Author, bytesOf, FOLDER, Reader, Stopped, type Web } from './host';

const never = new AbortController().signal;

async function begin(first: readonly Entry[] = entries) {
  const web: Web = new Map();
  const author = await Author.begin(web);
  await author.publish(first);
  const reader = new Reader(web);
  const fresh: Subscription = {
    pack: packLine.pack,
    folder: FOLDER,
    mirrors: [],
    applied: null,
    root: author.root,
  };
  const go = async () =>
    sync((await reader.subscription()) ?? fresh, reader, { author: false, signal: never });
  return { web, author, reader, go };
}

/** How a sync went: what it brought, or why not. */
async function tried(go: () => Promise<{ by: string | null }>): Promise<string | null> {
  try {
    return (await go()).by;
  } catch (error) {
    if (error instanceof Error && 'reason' in error) return String(error.reason);
    if (error instanceof Error && 'trouble' in error) return String(error.trouble);
    throw error;
  }
}

describe('a sync', () => {
  it('brings the snapshot first, later what changed, and nothing where nothing did', async () => {
    const { author, reader, go } = await begin();
    expect((await go()).by).toBe('snapshot');
    expect(bytesOf(reader.held as never)).toBe(bytesOf(author.state));
    expect((await go()).by).toBeNull();
    await author.publish([...entries, claim('second-crack', 'There is a second crack.')]);
    await author.publish([...entries, claim('second-crack', 'There are two cracks.')]);
    reader.asked.length = 0;
    expect((await go()).by).toBe('delta');
    expect(reader.asked).toHaveLength(2);
    expect(bytesOf(reader.held as never)).toBe(bytesOf(author.state));
  });

  it('takes a renewed head and fetches nothing else', async () => {
    const { author, reader, go } = await begin();
    await go();
    await author.publish(entries, { expires: '2044-01-01T00:00:00Z' });
    reader.asked.length = 0;
    expect((await go()).by).toBe('head');
    expect(reader.asked).toEqual([FOLDER + HEAD]);
    expect(reader.held?.subscription.applied?.seq).toBe(2);
  });

  it.each(['missing', 'altered'])('takes the snapshot where the delta is %s', async (how) => {
    const { web, author, reader, go } = await begin();
    await go();
    await author.publish([...entries, claim('new', 'Something new.')]);
    const delta = [...web.keys()].find((name) => name.includes('/d/')) as string;
    if (how === 'missing') web.delete(delta);
    else web.set(delta, utf8('{"kind":"drop","id":"crack","of":"claim","bucket":0}\n'));
    expect((await go()).by).toBe('snapshot');
    expect(bytesOf(reader.held as never)).toBe(bytesOf(author.state));
  });

  it('goes to a mirror where the host is gone, and on to where the pack moved', async () => {
    const mirror = 'https://mirror.example/varn/';
    const { web, author, reader, go } = await begin();
    await author.publish(entries, { mirrors: [mirror] });
    await go();
    await author.publish([...entries, claim('new', 'Something new.')], { mirrors: [mirror] });
    for (const [name, bytes] of [...web]) {
      web.set(name.replace(FOLDER, mirror), bytes);
      web.delete(name);
    }
    expect((await go()).by).toBe('delta');
    expect(reader.held?.subscription.folder).toBe(FOLDER);
    const home = 'https://new.example/varn/';
    const head = { ...(author.head as NonNullable<typeof author.head>), seq: 9 };
    web.set(mirror + HEAD, await sealedHead({ ...head, movedTo: home }, author.headKey));
    for (const [name, bytes] of [...web])
      if (name.startsWith(mirror)) web.set(name.replace(mirror, home), bytes);
    expect((await go()).by).toBe('head');
    expect(reader.held?.subscription.folder).toBe(home);
  });

  it('refuses a move or a mirror into the reader’s own network', async () => {
    const { author, reader, go } = await begin();
    await go();
    for (const inside of [
      'https://192.168.0.1/x/',
      'https://printer.local/x/',
      'https://[fd00::1]/x/',
    ]) {
      await author.publish(entries, { movedTo: inside, mirrors: [inside] });
      expect(await tried(go)).toBe('malformed');
      expect(reader.asked.filter((url) => url.startsWith(inside))).toEqual([]);
    }
  });

  it.each<[string, string, (world: Awaited<ReturnType<typeof begin>>) => Promise<void>]>([
    [
      'an older head',
      'rollback',
      async ({ author }) => void (await author.publish(entries, { seq: 1 })),
    ],
    [
      'another head of the same number',
      'equivocation',
      async ({ author }) => {
        await author.publish([...entries, claim('other', 'Another.')], { seq: 2 });
      },
    ],
    [
      'a web page',
      'malformed',
      async ({ web }) => void web.set(FOLDER + HEAD, utf8('<!doctype html>')),
    ],
    ['nothing', 'not-found', async ({ web }) => void web.delete(FOLDER + HEAD)],
    [
      'a head of other keys',
      'signature',
      async ({ web, author }) => {
        const thief = await Author.begin(new Map());
        web.set(
          FOLDER + HEAD,
          await sealedHead({ ...(author.head as never as object), seq: 3 } as never, thief.headKey),
        );
      },
    ],
    [
      'new keys that the old did not sign',
      'root',
      async ({ author }) => {
        await author.rotate((_, next) => [next]);
        await author.publish([...entries, claim('stolen', 'Not ours.')]);
      },
    ],
    [
      'a gap in the roots',
      'not-found',
      async ({ web, author }) => {
        await author.rotate();
        await author.rotate();
        await author.publish([...entries, claim('new', 'New.')]);
        web.delete(FOLDER + rootName(2));
      },
    ],
    [
      'parts of two versions',
      'digest',
      async ({ web, author }) => {
        const old = web.get([...web.keys()].find((name) => name.includes('/s/')) as string);
        await author.publish([...entries, claim('new', 'New.')]);
        for (const name of [...web.keys()]) {
          if (name.includes('/d/')) web.delete(name);
          else if (name.includes('/s/')) web.set(name, old as never);
        }
      },
    ],
  ])('refuses %s and keeps what there is', async (_, reason, spoil) => {
    const world = await begin();
    await world.author.publish(entries);
    await world.go();
    const before = JSON.stringify(world.reader.held);
    await spoil(world);
    expect(await tried(world.go)).toBe(reason);
    expect(JSON.stringify(world.reader.held)).toBe(before);
  });

  it('recovers where a thief of the publishing key counted up to the highest number', async () => {
    const { author, reader, go } = await begin();
    await author.publish([...entries, claim('forged', 'Forged.')], {
      seq: Number.MAX_SAFE_INTEGER,
    });
    await go();
    await author.rotate();
    await author.publish(entries, { seq: 7 });
    expect(['snapshot', 'delta']).toContain(await tried(go));
    expect(bytesOf(reader.held as never)).toBe(bytesOf(author.state));
    expect(reader.held?.subscription.applied?.seq).toBe(7);
  });
});

describe('a sync that is stopped at any step', () => {
  /** A world that is about to sync: nothing there, a delta to come, a snapshot to come, new keys. */
  const worlds: [string, () => ReturnType<typeof begin>][] = [
    ['the first one', () => begin()],
    [
      'one that brings a delta',
      async () => {
        const world = await begin();
        await world.go();
        await world.author.publish([...entries, claim('new', 'Something new.')]);
        return world;
      },
    ],
    [
      'one that brings a snapshot in parts, under new keys',
      async () => {
        const world = await begin();
        await world.go();
        await world.author.rotate();
        await world.author.publish(manyClaims);
        return world;
      },
    ],
  ];

  it.each(worlds)(
    'has the old state or the new, and the next one completes: %s',
    async (_, make) => {
      const whole = await make();
      whole.reader.calls = 0;
      await whole.go();
      const steps = whole.reader.calls;
      expect(steps).toBeGreaterThan(4);
      // The pack is the same in every world; only its keys are not.
      const published = bytesOf(whole.author.state);
      for (let call = 1; call <= steps; call++) {
        for (const when of ['before', 'after'] as const) {
          const { reader, author, go } = await make();
          const before = reader.held && bytesOf(reader.held);
          const subscription = JSON.stringify(reader.held?.subscription);
          reader.calls = 0;
          reader.stopAt = { call, when };
          await expect(go()).rejects.toThrow(Stopped);
          const held = reader.held && bytesOf(reader.held);
          expect([before, published]).toContain(held);
          // What is believed goes with what is held.
          if (held === before) expect(JSON.stringify(reader.held?.subscription)).toBe(subscription);
          else expect(reader.held?.subscription.applied?.seq).toBe(author.head?.seq);
          reader.stopAt = null;
          await go();
          expect(bytesOf(reader.held as never)).toBe(published);
        }
      }
    },
    60_000,
  );

  it('goes on with the part at which it stopped', async () => {
    const { reader, author, go } = await begin(manyClaims);
    const parts = author.head?.snapshot.length ?? 0;
    expect(parts).toBeGreaterThan(1);
    // subscription, head, stage, first part fetched, second part fetched meanwhile, first part staged
    reader.stopAt = { call: 6, when: 'after' };
    await expect(go()).rejects.toThrow(Stopped);
    reader.stopAt = null;
    reader.asked.length = 0;
    await go();
    expect(reader.asked.filter((url) => url.includes('/s/'))).toHaveLength(parts - 1);
  });
});

describe('any history', () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        id: fc.nat(12),
        text: fc.constantFrom('one', 'two', 'three'),
        about: fc.constantFrom('cracks', 'floods'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), id: fc.nat(12) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'rotate' as const }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('sync' as const),
        stopAt: fc.option(fc.nat(12), { nil: null }),
        after: fc.boolean(),
        lost: fc.boolean(),
      }),
    },
  );
  /** A night's run sets it higher: `HISTORIES=10000 npx vitest run tests/data/sync`. */
  const runs = Number(process.env.HISTORIES ?? 60);

  it(`ends with the author's state at the reader's, through any faults (${runs} histories)`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { web, author, reader, go } = await begin();
        const records = new Map<string, Entry>();
        for (const one of steps) {
          if (one.kind === 'sync') {
            reader.calls = 0;
            reader.stopAt =
              one.stopAt === null
                ? null
                : { call: one.stopAt + 1, when: one.after ? 'after' : 'before' };
            const lost = one.lost ? [...web].filter(([name]) => name.includes('/d/')) : [];
            for (const [name] of lost) web.delete(name);
            await go().catch((error: unknown) => {
              if (!(error instanceof Stopped)) throw error;
            });
            for (const [name, bytes] of lost) web.set(name, bytes);
            reader.stopAt = null;
          } else {
            if (one.kind === 'rotate') await author.rotate();
            else if (one.kind === 'edit')
              records.set(`r-${one.id}`, claim(`r-${one.id}`, one.text, one.about));
            else if (records.has(`r-${one.id}`)) {
              records.set(`r-${one.id}`, {
                kind: 'tombstone',
                id: `r-${one.id}`,
                about: ['cracks'],
                withdrawn: '2024-11-02',
                reason: 'Wrong.',
              });
            }
            await author.publish([...entries, ...records.values()]);
          }
        }
        await go();
        expect(bytesOf(reader.held as never)).toBe(bytesOf(author.state));
        expect(reader.held?.subscription.applied?.digest).toBe(author.head?.state.digest);
      }),
      { numRuns: runs },
    );
  }, 600_000);
});
