/** What the commands of the author's command line share. */

/** 0: nothing wrong. 1: problems in what was read. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes; the tests and the terminal hand in their own. */
export interface Terminal {
  /** Results. With `--json` nothing but JSON goes here. */
  out(text: string): void;
  /** Anything said about the work itself. */
  err(text: string): void;
  /** Whether `out` may carry ANSI colours. */
  readonly colours: boolean;
  /** Asks somebody for words that are not shown; absent where nobody sits there. */
  secret?(question: string): Promise<string>;
  /** A bar that grows with each call of what it returns; absent where nobody watches. */
  progress?(label: string, total: number): () => void;
}

/** For work that tells how far it is, on any terminal. */
export const progressOn =
  ({ progress }: Terminal) =>
  (label: string, total: number): (() => void) =>
    (total > 1 && progress?.(label, total)) || (() => {});

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /**
   * @param args what follows the command's name
   * @throws {UsageError} when they make no sense
   */
  run(args: string[], terminal: Terminal): Promise<ExitCode>;
}

/** The command was called wrongly; the message says how. */
export class UsageError extends Error {}

/** The pack that ships with the extension, relative to this project. */
export const SHIPPED_PACK = 'data/packs/dprk-russia-2024';
