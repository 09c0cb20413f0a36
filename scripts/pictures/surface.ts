/** Pages of the extension, for their pictures. */
import type { Page } from '@playwright/test';
import { extensionOrigin, type RunningChromium } from '../lib/chromium';

/**
 * @param path of the page in the extension
 * @param size of the window, in CSS px
 */
export async function openSurface(
  { context, worker }: RunningChromium,
  path: string,
  size: { width: number; height: number },
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(`${extensionOrigin(await worker())}/${path}`);
  return page;
}
