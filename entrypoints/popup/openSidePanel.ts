import { browser } from 'wxt/browser';

/** Firefox's own; the types know Chromium's interfaces only. */
interface Sidebar {
  readonly sidebarAction: { readonly open: () => Promise<void> };
}

/** Opens the panel beside the page. To be called in a click: both browsers want the gesture. */
export function openSidePanel(windowId: number | null): void {
  const opened = import.meta.env.FIREFOX
    ? (browser as unknown as Sidebar).sidebarAction.open()
    : windowId !== null && browser.sidePanel.open({ windowId });
  void Promise.resolve(opened).finally(() => window.close());
}
