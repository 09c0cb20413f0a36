/** A question to a background that the browser may stop at any moment, and that the question itself starts again. */

/** A browser that has just stopped it may stop it again; what is lost is asked for once more after these. */
const PAUSES_MS = [0, 300, 1200];

/**
 * @param post sends one message; rejects, or resolves to undefined, where it was lost. Only for what may be asked twice
 * @returns sends it, and again up to three times
 */
export function patient(post: (message: unknown) => Promise<unknown>) {
  return async (message: unknown): Promise<unknown> => {
    for (const pause of PAUSES_MS) {
      const answer = await post(message).catch(() => undefined);
      if (answer !== undefined) return answer;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return post(message);
  };
}
