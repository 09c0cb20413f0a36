import { browser } from 'wxt/browser';

/** Firefox's own; the types know Chromium's interfaces only. */
interface Sidebar {
  readonly sidebarAction: { readonly open: () => Promise<void> };
}

/**
 * Opens the panel beside the page. To be called in a click: both browsers want the gesture.
 * @throws {Error} when the browser does not open it
 */
export async function openSidePanel(windowId: number | null): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser as unknown as Sidebar).sidebarAction.open();
  else if (windowId !== null) await browser.sidePanel.open({ windowId });
  else throw new Error('no window to open the side panel in');
}
