/** Trouble on one line: where, what, what to do. */
import { shown } from '../problem';
import type { Trouble } from '../publish/trouble';
import { typed } from './report';

const isAddress = (where: string) => /^https?:/.test(where);

/** @returns the line, its end included; what a hostile host or pack put into it is shown as escapes */
export function troubleLine({ where, message, mend }: Trouble): string {
  const place = isAddress(where) ? where : typed(where);
  return `${shown(`${place}: ${message}. ${mend}`, Infinity)}.\n`;
}
