import { describe, expect, it } from 'vitest';
import { checkAbout } from '../../../data/page/about';
import { type AboutPage, MAX_TITLE } from '../../../data/page/about-page';

const said: AboutPage = {
  title: 'The dam',
  address: 'https://news.example/dam',
  published: { edtf: '2024-11', sign: 'meta' },
};

describe('what comes out of a page', () => {
  it('is taken as our script sends it, and nothing else with it', () => {
    expect(checkAbout({ ...said, more: 1 })).toEqual(said);
    expect(checkAbout({ ...said, title: 'a'.repeat(9000) }).title).toHaveLength(MAX_TITLE);
  });

  it.each([
    undefined,
    null,
    'a',
    [],
    { title: 3, address: 'javascript:alert(1)', published: { edtf: '2024-99', sign: 'json-ld' } },
    { title: '', address: {}, published: { edtf: '2024', sign: 'astrology' } },
    { published: { edtf: ['2024'], sign: 'url' } },
  ])('is not believed otherwise: %j', (result) => {
    expect(checkAbout(result)).toEqual({ title: null, address: null, published: null });
  });
});
