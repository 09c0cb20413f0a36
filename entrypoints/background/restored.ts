/** What the background does when a backup took the place of what was stored and set. */
import { tellReaders } from './change-settings';
import { library } from './library';
import { forgetLocale } from './locale';
import { createMenu } from './menu';
import { register } from './registration';
import { keepCopy } from './sync/restore';

/** Has scripts, menus, pages and the copy of the subscriptions follow. */
export async function followRestored(): Promise<void> {
  const store = await library();
  store.memory.clear();
  forgetLocale();
  await keepCopy(store);
  await register();
  await createMenu();
  await tellReaders();
}
