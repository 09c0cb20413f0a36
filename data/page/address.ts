/**
 * Addresses of pages in a form in which two addresses of one article are equal and those of two articles never are:
 * only what is known to make no difference is taken off. For comparing; not for opening or showing.
 */

/** @returns whether it is an http(s) address of at most so many UTF-16 units */
export function isWebAddress(address: string, longest: number): boolean {
  return (
    address.length <= longest &&
    URL.canParse(address) &&
    /^https?:$/.test(new URL(address).protocol)
  );
}
