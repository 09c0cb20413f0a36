/** The paragraph that a new reader tries: in every language it has something on record in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileMentions } from '../../../data/mentions/compile';
import { findMentions, openMentions } from '../../../data/mentions/matcher';
import { pack } from './pack';

const FOLDER = new URL('../../../public/locales/', import.meta.url);
const matcher = openMentions(compileMentions(pack));

test.each(readdirSync(FOLDER))('%s', (file) => {
  const { 'sample.text': text } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
  const topics = findMentions(matcher, `${text}`).map(({ topic }) => topic);
  expect(topics).toContain('troops-in-kursk');
  expect(new Set(topics).size).toBeGreaterThanOrEqual(2);
});
