/**
 * Canonical JSON: one value, one text. Keys in the order of their UTF-16 units, no white space, as
 * RFC 8785 (JSON Canonicalization Scheme) has it; a pack's numbers are integers, so its rules for
 * floats never apply.
 */

/**
 * @param value plain data: null, booleans, safe integers, strings, arrays, objects; `undefined` members are left out
 * @throws {TypeError} on anything else
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (Number.isSafeInteger(value)) return String(Object.is(value, -0) ? 0 : value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`not plain data: ${typeof value}`);
}
