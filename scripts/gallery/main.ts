/** `npm run gallery [-- FOLDER]`: serves the page of all components in every state; with a folder, builds it there. */
import { resolve } from 'node:path';
import { buildGallery, serveGallery } from '../lib/gallery';

const folder = process.argv[2];
if (folder) {
  console.log(await buildGallery(resolve(folder)));
} else {
  const server = await serveGallery();
  console.log(`${server.resolvedUrls?.local[0] ?? ''}  (?theme=dark, ?only=card; Ctrl+C ends it)`);
}
