/** Whether the other places that a head names serve the same version. */
import { placeFault } from '../../sync/address';
import { HEAD } from '../../sync/head';
import { rootFingerprint } from '../../sync/root';
import type { Place } from './place';
import { readTrusted, type Trusted } from './published';
import { type Finding, type Say, trying } from './trying';

const UPLOAD = 'Upload the folder there, too';

/**
 * @param placeAt what stands at an address
 */
export async function verifyMirrors(
  { head, hash, root }: Trusted,
  placeAt: (folder: string) => Place,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const print = await rootFingerprint(root);
  for (const folder of [...head.mirrors, ...(head.movedTo ? [head.movedTo] : [])]) {
    // A reader gets along without a mirror, but not without the place that it is sent on to.
    const severity = folder === head.movedTo ? 'error' : 'warning';
    const say: Say = (_, file, message, mend) =>
      findings.push({ severity, file: folder + file, message, mend });
    if (placeFault(new URL(folder), true)) {
      say(severity, HEAD, 'readers are never sent there', 'Name an https address on the open web');
      continue;
    }
    const found = await trying(say, HEAD, UPLOAD, () => readTrusted(placeAt(folder), print));
    if (found?.hash === hash) continue;
    if (found) {
      const message = `version ${found.head.seq} is served there, and version ${head.seq} here`;
      // The new place goes on while the old one stays behind.
      if (severity === 'warning' || found.head.seq < head.seq) say(severity, HEAD, message, UPLOAD);
    } else if (!findings.some(({ file }) => file === folder + HEAD)) {
      say(severity, HEAD, 'nothing is published there', UPLOAD);
    }
  }
  return findings;
}
