/** Months by name in the languages of the interface, so that "october" and "октября" find a date. */

/** January first, written as they fold; a trailing `*` stands for any ending. */
const NAMES = [
  'january januar janvier enero январ* янв січ* يناير',
  'february februar fevrier febrero феврал* фев лют* فبراير شباط',
  'march marz mars marzo март* берез* مارس اذار',
  'april avril abril апрел* апр квіт* ابريل نيسان',
  'may mai mayo май мая мае трав* مايو ايار',
  'june juni juin junio июн* черв* يونيو حزيران',
  'july juli juillet julio июл* лип* يوليو تموز',
  'august aout agosto август* авг серп* اغسطس اب',
  'september septembre septiembre setiembre сентябр* сен верес* سبتمبر ايلول',
  'october oktober octobre octubre октябр* окт жовт* اكتوبر',
  'november novembre noviembre ноябр* нояб листопад* نوفمبر',
  'december dezember decembre diciembre декабр* дек груд* ديسمبر',
].map((names) => names.split(' '));

/** Fewer letters begin too many words. */
const SHORTEST = 3;

function isName(word: string, name: string): boolean {
  if (!name.endsWith('*')) {
    return name === word || (word.length >= SHORTEST && name.startsWith(word));
  }
  const stem = name.slice(0, -1);
  return word.startsWith(stem) || (word.length >= SHORTEST && stem.startsWith(word));
}

/**
 * @param word folded
 * @returns the months, 1 to 12, that it names or begins to name
 */
export function monthsNamed(word: string): number[] {
  return NAMES.flatMap((names, i) => (names.some((name) => isName(word, name)) ? [i + 1] : []));
}
