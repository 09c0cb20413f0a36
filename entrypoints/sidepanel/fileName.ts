/** What file systems do not take in names (of Windows, the strictest), and what would turn the name's direction. */
const REFUSED = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu;
/** Windows takes these for devices, whatever the ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Characters: in UTF-8 at most 240 bytes of the 255 that a name may have. */
const MAX = 60;

/**
 * @param title of a page, as the page gives it
 * @param otherwise what stands for a title of which nothing is left
 * @param ending without the dot
 * @returns a name that every file system takes
 */
export function fileName(title: string, otherwise: string, ending: string): string {
  const plain = title.normalize('NFC').replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
  const name = [...plain]
    .slice(0, MAX)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${name === '' || DEVICE.test(name) ? otherwise : name}.${ending}`;
}
