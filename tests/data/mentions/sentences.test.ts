import { describe, expect, test } from 'vitest';
import { readWords } from '../../../data/mentions/tokenize';

/** How many sentences a text has. */
function sentences(text: string): number {
  const { count, sentences: of } = readWords(text);
  return (of[count - 1] ?? 0) + 1;
}

describe('one sentence', () => {
  test.each([
    ['Mr. Roe met Gen. Doe in St. Ives.'],
    ['J. R. Roe and K. Doe spoke.'],
    ['The U.S. sent aid, e.g. tents, to the U.N. mission.'],
    ['It came on Oct. 24 with No. 3 and p. 5.'],
    ['It cost 3.5 million and 1,234.50 more.'],
    ['Gazeta.Ru reported it.'],
    ['“Why?” he asked, and “No!” she cried.'],
    ['He said … nothing.'],
    ['Er kam am 3. Oktober mit z.B. Nr. 5 und ca. 20 Mann.'],
    ['Der 2. Weltkrieg endete bzw. begann.'],
    ['Le M. Roe est venu, cf. p. 3.'],
    ['El Sr. Roe y la Sra. Doe viven en EE. UU. desde ayer.'],
    ['Около 3 тыс. солдат, т.е. много, пришли в 2024 г. на стр. 5.'],
    ['Близько 3 тис. бійців ім. Шевченка, тобто багато.'],
    ['В. В. Путин приехал.'],
    ['قال د. سالم ذلك'],
    ['“我来了。”'],
    ['「行く。」と言った'],
  ])('%s', (text) => {
    expect(sentences(text)).toBe(1);
  });
});

describe('two sentences', () => {
  test.each([
    ['He went. She stayed.'],
    ['He said “I go.” She stayed.'],
    ['He went! 12,000 stayed.'],
    ['They went in 2024. Nobody stayed.'],
    ['He lived in the U.S. The rest left.'],
    ['Tents, food etc. The rest left.'],
    ['It happened on Feb. 18. It was cold.'],
    ['The border region.[12] The rest left.'],
    ['Он уехал. Она осталась.'],
    ['Было 3 тыс. В городе осталось двое.'],
    ['Він поїхав. Вона лишилася.'],
    ['Er ging. Sie blieb.'],
    ['Il est parti… Elle est restée.'],
    ['¿Vino? ¡No vino!'],
    ['그는 갔다. 그녀는 남았다.'],
    ['할 것. 그는 갔다'],
    ['ذهب. بقيت'],
    ['هل ذهب؟ بقيت'],
    ['我来了。他走了'],
    ['行った！残った'],
    ['वह गया। वह रही'],
    ['A heading\n\nand a text'],
  ])('%s', (text) => {
    expect(sentences(text)).toBe(2);
  });
});
