/** The browser has taken up what is behind the address long before. */
const KEPT_MS = 60_000;

/** Has the browser save a file. It needs no permission, and nothing leaves the computer. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/**
 * Has the browser save a text.
 * @param type the media type, without a character set: texts are in UTF-8
 */
export const download = (name: string, type: string, text: string): void =>
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
