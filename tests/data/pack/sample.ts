/** A small pack that lints, and ways to spoil it. */
import { lintPack } from '../../../data/pack/lint';
import { parsePack } from '../../../data/pack/parse';
import { formatProblem } from '../../../data/pack/problem';

export const SAMPLE = `pack: harbour-2024
name: The harbour, 2024
language: en
licence: CC-BY-4.0
publisher: {name: Harbour Desk, contact: "mailto:desk@example.org"}
terms:
  crane: ["harbour crane", {text: Hafenkran, lang: de}]
topics:
  - id: crane
    name: The crane
    mention: {all: [$crane, {any: [sank, tilted]}], within: sentence}
actors:
  - id: port-office
    name: Port Office
sources:
  - id: gazette-12
    publisher: The Gazette
    published: 2024-03-02
claims:
  - id: crane-sank
    about: [crane]
    by: [port-office]
    made: 2024-03-01
    text: The crane sank in a storm.
    sources: [{source: gazette-12}]
denials:
  - id: crane-stands
    about: [crane]
    by: [port-office]
    made: 2024-03-02
    text: No crane has sunk.
    sources: [{source: gazette-12}]
    relations: {denies: [crane-sank]}
`;

/** The day the tests lint on. */
export const TODAY = Date.UTC(2025, 0, 1);

/** @throws when there is nothing to replace, so that no test spoils nothing */
export function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, () => to);
}

/** The sample with one thing changed. */
export const spoilt = (from: string, to: string) => replaced(SAMPLE, from, to);

/** What the parser says of one file called pack.yaml. */
export const errorsOf = (text: string) =>
  parsePack([{ path: 'pack.yaml', text }]).problems.map(formatProblem);

/** What the linter says of one file called pack.yaml, the severity first. */
export const lintOf = (text: string) =>
  lintPack(parsePack([{ path: 'pack.yaml', text }]), TODAY).problems.map(
    (problem) => `${problem.severity} ${formatProblem(problem)}`,
  );
