/** Packs come over real HTTP, from hosts that misbehave in every known way, into a real browser's database. */
import { CASES, type Client, inWorld } from '../sync-cases';
import { MORE_CASES } from '../sync-more-cases';
import { authorClient } from './author-client';
import { test as withBrowser } from './fixtures';

const test = withBrowser.extend<{ client: Client }>({ client: authorClient });

for (const [name, run] of [...CASES, ...MORE_CASES]) {
  test(name, async ({ client }) => {
    test.setTimeout(90_000);
    await inWorld(client, run);
  });
}
