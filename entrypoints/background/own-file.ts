/**
 * Reads a JSON file of the extension itself; the worker's own address makes the path absolute.
 * @param path below the extension's root, without a leading slash
 */
export async function ownFile<T>(path: string): Promise<T> {
  const response = await fetch(`/${path}`);
  return (await response.json()) as T;
}
