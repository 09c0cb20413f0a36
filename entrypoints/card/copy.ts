/** Puts text on the clipboard from inside a page, which may be insecure or forbid it. */

/**
 * To be called in a click or key press.
 * @param root of the card or toast; closed, so that the page does not see the text in it
 * @returns whether it was copied
 */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  // Only secure pages have it, and a permissions policy may forbid it to them.
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return copied || copySelection(text, root);
}

function copySelection(text: string, root: ShadowRoot): boolean {
  const before = root.activeElement;
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.value = text;
  field.readOnly = true;
  (root.querySelector('.surface') ?? root).append(field);
  // Their word on what is copied would be heard otherwise: pages listen for this event.
  const ours = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  window.addEventListener('copy', ours, { capture: true, once: true });
  try {
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    window.removeEventListener('copy', ours, { capture: true });
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
