/** Month names, so that the day of a date is not taken for a figure. */
import { fold } from './fold';

/** Written as they fold: folding them took a waking worker 6 ms. */
export const MONTHS: ReadonlySet<string> = new Set(
  [
    // English, with the abbreviations of news agencies
    'january february march april may june july august september october november december',
    'jan feb mar apr jun jul aug sep sept oct nov dec',
    // Russian and Ukrainian: nominative, genitive, prepositional
    'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре',
    'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    'січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні',
    // German, French, Spanish
    'januar janner februar marz mai juni juli oktober dezember',
    'janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre',
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
    // Their abbreviations
    'янв фев февр апр июн июл авг сен сент окт ноя нояб дек',
    'січ лют берез квіт трав черв лип серп верес жовт груд',
    'jan mar okt dez janv fevr avr juil aout dec ene abr dic',
    // Arabic: both the Latin and the Syriac names
    'يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
    'شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين',
  ]
    .join(' ')
    .split(' '),
);

const LONGEST = Math.max(...[...MONTHS].map((month) => month.length));

/**
 * Whether a word names a month. English "may" counts only as written "May".
 * @param word a word as it stands in the text
 */
export function isMonth(word: string): boolean {
  return word !== 'may' && word.length <= LONGEST && MONTHS.has(fold(word));
}
