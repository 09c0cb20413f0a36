/** Number words of Arabic: with both genders, the cases that show in writing, and what is written together with them. */
import { fold } from '../mentions/fold';
import { type Atom, atom, type NumberWords, row, table } from './atoms';

const TABLE = () =>
  table([
    ['small', 1, 'واحد واحدة أحد إحدى'],
    ['small', 2, 'اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي'],
    ...row('small', 3, 1, 'ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع'),
    ['small', 8, 'ثمانية ثماني ثمان'],
    ['small', 9, 'تسعة تسع'],
    ['small', 10, 'عشرة عشر'],
    ...row('small', 20, 10, 'عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين'),
    ...row('small', 70, 10, 'سبعون/سبعين ثمانون/ثمانين تسعون/تسعين'),
    ['hundred', 100, 'مئة مائة مية'],
    ['group+', 100, 'مئات مئاتٍ'],
    ['hundreds', 200, 'مئتان مئتين مئتي مئتا مائتان مائتين مائتي مائتا'],
    ...row('hundreds', 300, 100, 'ثلاثمئة/ثلاثمائة أربعمئة/أربعمائة خمسمئة/خمسمائة ستمئة/ستمائة'),
    ...row('hundreds', 700, 100, 'سبعمئة/سبعمائة ثمانمئة/ثمانمائة/ثمانيمائة تسعمئة/تسعمائة'),
    ['scale', 1e3, 'ألف'],
    ['scale+', 1e3, 'آلاف ألوف'],
    ['scale', 1e6, 'مليون مليونا'],
    ['scale+', 1e6, 'ملايين'],
    ['scale', 1e9, 'مليار مليارا بليون'],
    ['scale+', 1e9, 'مليارات'],
    ['group+', 10, 'عشرات'],
    ['group', 12, 'دزينة'],
    ['scale', 2e3, 'ألفان ألفين ألفي'],
    ['scale', 2e6, 'مليونان مليونين مليوني'],
    ['half', 0, 'نصف'],
    ['some', 0, 'عدة بضعة بضع'],
  ]);

/** و and ب ل ف ك before a number, and the article: written together with it. */
const CLITICS = /^(?:و|ف)?(?:ال|لل|ب|ل|ك)?(?=..)/;
const AND = 'و';

export function arabic(): NumberWords {
  const atoms = TABLE();
  // "ألفا جندي" are two thousand; behind a number the same letters are the accusative of one.
  const twoThousand = fold('ألفا');
  const compound = (word: string, isFirst: boolean): readonly Atom[] | null => {
    if (word === twoThousand) return isFirst ? [atom('scale', 2e3)] : [atom('scale', 1e3)];
    const clitics = CLITICS.exec(word)?.[0] ?? '';
    if (clitics === '') return null;
    for (const cut of [clitics, clitics.slice(0, 1)]) {
      const found = atoms.get(word.slice(cut.length));
      if (found) return cut.startsWith(AND) ? [atom('and'), found] : [found];
    }
    return null;
  };
  return { atoms, compound, unitsFirst: true, bareHundred: true, unsure: new Set([fold('ست')]) };
}
