/** The first pack as authored, for the tests beside this file. */
import { fileURLToPath } from 'node:url';
import { entriesOf, isRecord } from '../../../data/model';
import { readPack } from '../../../data/pack/read';

const FOLDER = fileURLToPath(new URL('../../../data/packs/dprk-russia-2024', import.meta.url));

const read = await readPack(FOLDER);
if (!read.pack) {
  throw new Error(read.problems.map((at) => `${at.file}:${at.line} ${at.message}`).join('\n'));
}

export const { pack, problems } = { pack: read.pack, problems: read.problems };
export const entries = entriesOf(pack);
export const records = entries.filter(isRecord);

/** The source that stands for the article; its address is not known. */
export const ARTICLE = 'al-ahram-2024-11-07';
