/** Goes on behind what is wrong with a published pack, and keeps what was. */
import { Refused } from '../../sync/refused';
import { Trouble } from './trouble';

export interface Finding {
  /** An error keeps readers from the pack or from its next version; the others should be looked at. */
  readonly severity: 'error' | 'warning';
  /** The file, as it is named below the place. */
  readonly file: string;
  readonly message: string;
  readonly mend: string;
}

export type Say = (
  severity: Finding['severity'],
  file: string,
  message: string,
  mend: string,
) => void;

export const REUPLOAD = 'Upload the folder again, head.json last';
export const REPUBLISH = 'Publish again; if that does not help, into a new folder';

/** Runs a step; what a file is refused for is told, and the answer is null. */
export async function trying<T>(
  say: Say,
  file: string,
  mend: string,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) say('error', file, error.message, mendFor(error, mend));
    else if (error instanceof Trouble) say('error', file, error.message, error.mend);
    else throw error;
    return null;
  }
}

function mendFor({ reason, message }: Refused, mend: string): string {
  const isOtherKey = reason === 'signature' && message.includes('fingerprint');
  return isOtherKey ? 'Compare the address with the one that "publish" printed' : mend;
}
