/** Whether a page is read, and why. */
import type { PageReading } from '../../data/messages';

/** Every page of an allowed site, until articles are told apart (data/page/article.ts). */
export const readingOf = (_: Document): PageReading => ({ read: true, why: 'always' });
