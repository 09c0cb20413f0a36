/** From a card to the side panel, at the topic that was read. */
import { describe, expect, it, vi } from 'vitest';
import { createFakeBrowser } from './fake-browser';

const chrome = {};
vi.stubGlobal('chrome', chrome);

async function start() {
  const fake = createFakeBrowser([]);
  Object.assign(chrome, fake.browser);
  vi.resetModules();
  return { ...fake, ...(await import('../../../entrypoints/background/panel')) };
}

const sender = { tab: { id: 7, windowId: 5 } } as never;

describe('the side panel', () => {
  it('opens in the window of the page, within the gesture', async () => {
    const { openPanel, panel } = await start();
    const opening = openPanel('harbour#quay', sender);
    // Before anything was awaited.
    expect(panel.openedIn).toEqual([5]);
    expect(await opening).toBe(true);
  });

  it('takes the topic once, for the tab that it was asked from', async () => {
    const { openPanel, takePanelTopic } = await start();
    await openPanel('harbour#quay', sender);
    expect(await takePanelTopic(8)).toBeNull();
    expect(await takePanelTopic(7)).toBe('harbour#quay');
    expect(await takePanelTopic(7)).toBeNull();
  });

  it('gets the topic although it asks before that is kept', async () => {
    const { openPanel, takePanelTopic } = await start();
    const opening = openPanel('harbour#quay', sender);
    expect(await takePanelTopic(7)).toBe('harbour#quay');
    await opening;
  });

  it('opened without a topic takes none of before', async () => {
    const { openPanel, takePanelTopic } = await start();
    await openPanel('harbour#quay', sender);
    await openPanel(null, sender);
    expect(await takePanelTopic(7)).toBeNull();
  });

  it('that the browser does not open is said so, and keeps no topic', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { openPanel, takePanelTopic, panel } = await start();
    panel.opens = false;
    expect(await openPanel('harbour#quay', sender)).toBe(false);
    expect(await takePanelTopic(7)).toBeNull();
    warn.mockRestore();
  });

  it('is opened for no page without a tab', async () => {
    const { openPanel } = await start();
    expect(await openPanel(null, {} as never)).toBe(false);
  });
});
