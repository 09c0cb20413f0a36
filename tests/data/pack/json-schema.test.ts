/** The JSON Schema that editors complete and check packs with. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packJsonSchema } from '../../../data/pack/json-schema';
import { parsePack } from '../../../data/pack/parse';
import { readPack } from '../../../data/pack/read';
import { SAMPLE, spoilt } from './sample';

const COMMITTED = new URL('../../../public/pack.schema.json', import.meta.url);
const SHIPPED = 'data/packs/dprk-russia-2024';

// "examples" and the like are words for editors.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const validate = ajv.compile(JSON.parse(packJsonSchema()));

const errorsOf = (text: string) =>
  validate(parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);

it('is committed as it is made; else run: npm run -s cli -- schema --write', () => {
  expect(readFileSync(COMMITTED, 'utf8')).toBe(packJsonSchema());
});

it('has a name for every shape that recurs, for editors to show', () => {
  const names = Object.keys(JSON.parse(packJsonSchema()).$defs);
  expect(names.filter((name) => /^\d+$/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['rule', 'ruleNode', 'claim', 'sourceRef']));
});

describe('an editor that uses it', () => {
  it('accepts a pack, and one file of a folder', () => {
    expect(errorsOf(SAMPLE)).toEqual([]);
    expect(errorsOf('actors:\n  - {id: mayor, name: Mayor}\n')).toEqual([]);
    expect(errorsOf('claims:\n')).toEqual([]);
  });

  it('accepts the pack that ships', async () => {
    const { pack } = await readPack(SHIPPED);
    expect(pack).not.toBeNull();
    expect(validate(pack), JSON.stringify(validate.errors)).toBe(true);
  });

  it('accepts what the parser accepts: bare years, translations, rules in rules', () => {
    const text = spoilt('made: 2024-03-01', 'made: 2024')
      .replace('text: The crane sank in a storm.', 'text: {en: It sank., de: {text: Weg., by: me}}')
      .replace('{any: [sank, tilted]}', '[sank, {near: [tilted, over], distance: 2, not: [x]}]');
    expect(parsePack([{ path: 'pack.yaml', text }]).problems).toEqual([]);
    expect(errorsOf(text)).toEqual([]);
  });

  it.each([
    ['made: 2024-03-01', 'maed: 2024-03-01', '/claims/0'],
    ['about: [crane]', 'about: crane', '/claims/0/about'],
    ['sources: [{source: gazette-12}]', 'sources: []', '/claims/0/sources'],
    ['    name: Port Office\n', '', '/actors/0'],
    ['id: crane-sank', 'id: Crane', '/claims/0/id'],
    ['within: sentence', 'within: page', '/topics/0/mention/within'],
    ['{any: [sank, tilted]}', '{any: []}', '/topics/0/mention/all/1/any'],
  ])('marks %j → %j', (from, to, place) => {
    expect(errorsOf(spoilt(from, to))).toContain(place);
  });
});
