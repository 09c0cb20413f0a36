/**
 * How often the record that stands first for a hovered sentence is the one that the sentence names: on the labelled texts of
 * ../shared/mentions-dev, else on sentences of our own. What is counted, and which texts are held out: docs/benchmarks.md.
 * Flags: --show (lists the misses of the texts that are tuned on), --show-held-out (those of the others)
 */
import { parseArgs } from 'node:util';
import { type Judged, judge, readTopics } from './first-record/judge';
import { showMisses, showTable, tally } from './first-record/report';
import { readSentences } from './first-record/sentences';

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      show: { type: 'boolean', default: false },
      'show-held-out': { type: 'boolean', default: false },
    },
  });
  const { kind, sentences } = readSentences();
  const topics = await readTopics();
  const judged: Judged[] = sentences.map((sentence) => judge(sentence, topics));
  console.error(`${sentences.length} pairs of a sentence and a topic, from ${kind}`);
  const tuned = judged.filter(({ heldOut }) => !heldOut);
  const heldOut = judged.filter((one) => one.heldOut);
  if (values.show) console.error(showMisses(tuned));
  if (values['show-held-out']) console.error(showMisses(heldOut));
  console.error(showTable(judged));
  return {
    kind,
    pairs: judged.length,
    right: tally(judged),
    heldOut: tally(heldOut),
    tuned: tally(tuned),
    byLanguage: Object.fromEntries(
      [...new Set(judged.map(({ lang }) => lang))].map((lang) => [
        lang,
        tally(judged.filter((one) => one.lang === lang)),
      ]),
    ),
  };
}
