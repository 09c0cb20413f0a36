/** Packs come over real HTTP, from hosts that misbehave in every known way, into a real browser's database. */
import { CASES } from '../sync/cases';
import { type Client, inWorld } from '../sync/world';
import { authorClient } from './author-client';
import { test as withBrowser } from './fixtures';

const test = withBrowser.extend<{ client: Client }>({ client: authorClient });

for (const [name, run] of CASES) {
  test(name, async ({ client }) => {
    test.setTimeout(90_000);
    await inWorld(client, run);
  });
}
