/** Why something fetched was not taken. What was stored before stays as it was, whatever the reason. */

/** The reasons, each a message `sync.…` of the locale files. */
export type Reason =
  /** Not what it should be at all: a web page, broken JSON, a key that no format has. */
  | 'malformed'
  /** More bytes, entries or levels than a pack may have. */
  | 'too-large'
  /** No valid signature of a key that may sign it. */
  | 'signature'
  /** Signed, for another pack. */
  | 'other-pack'
  /** The root of trust goes on to keys that its own did not sign, or leaves out a step. */
  | 'root'
  /** Older than what is stored. */
  | 'rollback'
  /** The number of what is stored, with other content. */
  | 'equivocation'
  /** Its bytes are not those that the head names. */
  | 'digest';

/** Thrown by whatever reads what came over the network. */
export class Refused extends Error {
  override readonly name = 'Refused';

  /**
   * @param detail for the console and the author's `verify`, in English: what was wrong, where
   */
  constructor(
    readonly reason: Reason,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
