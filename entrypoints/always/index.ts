/**
 * Runs before the reader on sites of which every page is read. The registration itself says so: a question to the
 * background would cost each page a message and a wait.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

export default defineUnlistedScript(() => {
  globalThis.__onRecordAlways = true;
});
