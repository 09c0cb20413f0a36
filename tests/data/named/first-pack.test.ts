/** What stands first for sentences about the first pack; `npm run bench -- first-record` counts it on more. */
import { describe, expect, it } from 'vitest';
import invented from '../../bench/first-record/invented.json';
import { judge, readTopics } from '../../bench/first-record/judge';
import labels from '../../bench/first-record/labels.json';

const topics = await readTopics();

describe('our own sentences bring the record that they name', () => {
  it.each(invented.map((sentence) => [sentence.words, sentence] as const))('%s', (_, sentence) => {
    expect(sentence.first).toContain(judge({ ...sentence, heldOut: false }, topics).shown);
  });
});

it('labels name records of their topic', () => {
  const unknown = [...labels, ...invented].flatMap(({ topic, first }) => {
    const ids = topics.records(topic).map(({ id }) => id);
    return first.filter((id) => !ids.includes(id)).map((id) => `${topic} ${id}`);
  });
  expect(unknown).toEqual([]);
});
