/** docs/pack-format.md: its examples are packs, and its limits are the code's. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { LIMITS, packSchema, RELATIONS, SECTIONS, STATEMENT_FORMS } from '../../../data/model';
import { packJsonSchema } from '../../../data/pack/json-schema';
import { lintPack } from '../../../data/pack/lint';
import { parsePack } from '../../../data/pack/parse';
import { formatProblem } from '../../../data/pack/problem';
import { MAX_ENVELOPE, PAYLOADS } from '../../../data/sync/envelope';
import { LIMITS as WIRE } from '../../../data/sync/head';
import { MAX_ROOTS } from '../../../data/sync/root';
import { TODAY } from './sample';

const DOC = readFileSync(new URL('../../../docs/pack-format.md', import.meta.url), 'utf8');
const [whole = '', ...parts] = [...DOC.matchAll(/^```yaml\n(.*?)^```$/gms)].map(
  ([, text = '']) => text,
);

it('begins with a whole pack that lints without a word', () => {
  const report = lintPack(parsePack([{ path: 'example.yaml', text: whole }]), TODAY);
  expect(report.problems.map(formatProblem)).toEqual([]);
});

it('shows only parts that a file of the pack may have', () => {
  expect(parts.length).toBeGreaterThan(0);
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(packJsonSchema()),
  );
  for (const part of parts) expect(validate(parse(part)), `${part}`).toBe(true);
});

it('shows parts that lint beside the whole', () => {
  const files = [whole, ...parts].map((text, i) => ({ path: `${i}.yaml`, text }));
  const { problems } = lintPack(parsePack(files), TODAY);
  expect(problems.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([]);
});

it('names every key of the head, every section, form and relation', () => {
  const names = [...Object.keys(packSchema.entries), ...STATEMENT_FORMS, ...RELATIONS];
  for (const name of [...names, ...Object.keys(SECTIONS)]) expect(DOC).toContain(`\`${name}\``);
});

it('gives the limits that hold', () => {
  const { fileBytes, name, text, term, termsPerList, ruleParts, ruleDepth, refs } = LIMITS;
  const n = (value: number) => value.toLocaleString('en');
  for (const row of [
    `| one file | ${fileBytes / 1024 / 1024} MB, 64 levels deep |`,
    `| a name, publisher, quote part | ${n(name)} characters |`,
    `| a text, summary, reason, address | ${n(text)} characters |`,
    `| a term, its alternatives included | ${n(term)} characters, 256 surfaces |`,
    `| terms in a list | ${n(termsPerList)} |`,
    `| parts of one rule; depth of a rule | ${ruleParts}; ${ruleDepth} |`,
    `| any other list inside an entry (\`about\`, \`by\`, \`sources\`, …) | ${refs} |`,
  ]) {
    expect(DOC).toContain(row);
  }
});

it('gives the caps that hold in flight', () => {
  const { entries, partBytes, parts, deltas, mirrors, url, words, buckets } = WIRE;
  const n = (value: number) => value.toLocaleString('en');
  for (const said of [
    `at most ${n(MAX_ENVELOPE)} bytes`,
    `entries (at most ${n(entries)})`,
    `from 1 to ${n(buckets)}.`,
    `1 to ${parts} parts`,
    `at most ${deltas} \`{sha256, bytes, from`,
    `at most ${mirrors} addresses of folders, each ending in \`/\`, at most ${n(url)} UTF-16 units`,
    `1 to ${words} UTF-16 units each`,
    `\`bytes\` (1 to ${n(partBytes)})`,
    `is the file's number, at most ${MAX_ROOTS};`,
    PAYLOADS.head,
    PAYLOADS.root,
  ]) {
    expect(DOC).toContain(said);
  }
});
