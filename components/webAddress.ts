/**
 * The address of a source as something safe to link to. The model refuses other schemes already;
 * this is the last wall before a click.
 * @returns the address, or null when it is none or not one of the web
 */
export function webAddress(text: string | null): string | null {
  if (text === null) return null;
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
