/** Why something could not be published, said so that its author can mend it. */
import { Refused } from '../../sync/refused';

export class Trouble extends Error {
  override readonly name = 'Trouble';

  /**
   * @param where the file or address, as the author knows it
   * @param message what is wrong, beginning in lower case
   * @param mend what to do about it
   */
  constructor(
    readonly where: string,
    message: string,
    readonly mend: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Runs a step over files of a published pack; what they are refused for becomes trouble with a mend.
 * @throws {Trouble}
 */
export async function mending<T>(where: string, mend: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) throw new Trouble(where, error.message, mend, { cause: error });
    throw error;
  }
}
