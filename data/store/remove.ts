/** Takes a pack out of the store, with all that was kept of it. */
import Dexie from 'dexie';
import { ALL, drop } from './generations';
import type { Store } from './store';
import { dropVersions } from './versions';

/** @param pack its id; nothing happens where it is not stored */
export async function removePack({ db, memory }: Store, pack: string): Promise<void> {
  await db.transaction('rw', [...new Set([...ALL, 'syncs', 'seen', 'versions'])], async () => {
    const row = await db.packs.get(pack);
    const staged = await db.stagings
      .where(':id')
      .between([pack, Dexie.minKey], [pack, Dexie.maxKey])
      .toArray();
    const generations = new Set([
      ...(row ? [row.generation] : []),
      ...staged.map((one) => one.generation),
    ]);
    for (const generation of generations) await drop(db, [pack, generation]);
    await db.packs.delete(pack);
    await db.subscriptions.delete(pack);
    await db.syncs.delete(pack);
    await dropVersions(db, pack);
    await db.seen.where('topic').startsWith(`${pack}#`).delete();
  });
  for (const name of memory.keys()) if (name.startsWith(`${pack}/`)) memory.delete(name);
}
