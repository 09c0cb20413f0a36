/** What is wrong with a mention rule or a list of terms, and how to mend it. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  /** The topic whose rule it is. */
  readonly topic: string | undefined;
  /** The list of terms it is in. */
  readonly list: string | undefined;
  /** Where, from the topic's `mention` or from the list: ['all', 0, 'not', 1]. */
  readonly path: readonly (string | number)[];
  /** What the author can do about it. */
  readonly mend: string;

  constructor(
    message: string,
    mend: string,
    where: { topic?: string; list?: string; path?: readonly (string | number)[] } = {},
  ) {
    super(message);
    this.topic = where.topic;
    this.list = where.list;
    this.path = where.path ?? [];
    this.mend = mend;
  }
}
