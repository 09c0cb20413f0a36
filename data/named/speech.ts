/** Words by which a sentence shows who speaks in it and what is only a place, in eight languages. */
import { foldedSet, later, listed } from '../figures/words';
import { fold } from '../mentions/fold';

/** Verbs of saying, denying and doing what records tell of; `*` stands for any ending. */
const VERBS = `
  say says said tell tells told confirm* deny denies denied denying announc* report reports reported claim claims claimed
  estimat* expect* reckon* warn* accus* dismiss* reject* call calls called stated declar* admit* acknowledg* added note noted
  reveal* insist* suggest* predict* believ* thinks thought counts counted foresaw foresee* describ* refus* declin* promis*
  urg* stress* vow* pledg* spoke speaks pointed ratif* signed signs approv* passed blocked blocks thank* hail* prais*
  briefed demand* doubt* see sees plead*
  sagt sagte sagten erklär* bestätig* meld* berichte* behaupt* schätz* warn* leugn* bestreit* bestritt* dementier* weist wies
  nennt nannte spricht sprach sieht sehen rechnet ratifizier* verurteil* fordert kündigt*
  dit disait affirm* annonc* dément* nie nié estim* indiqu* assur* rapport* accus* évoqu* parle ratifi* rejet*
  dijo dice dicen afirm* anunci* desmint* desment* desmiente* niega negó indic* asegur* inform* acus* rechaz* habl* ratific*
  aprob* ha han
  сказал* говор* заяв* сообщ* подтверд* опроверг* отриц* отверг* утвержда* оцен* предупре* обвин* назвал* называ* счита*
  признал* добавил* отмет* напомн* рассказ* ратифиц* подпис* одобр* каж* сказав* повідом* підтверд* спростув* запереч*
  назвав* назива* вважа* попередж* звинувач* оцін* визна* ратифік* очіку* зазнач* розпов* знают знають
  قال قالت تقول يقول اعلن* تعلن يعلن اكد* تؤكد يؤكد نفى نفت تنفي ينفي صرح* اتهم* حذر* ذكر* اوضح* اضاف* اعترف* صدق* صادق*
  امتنع* ابلغ* افاد* رفض* وصف* كشف* توقع*`;

const verbs = later(() => {
  const exact = new Set<string>();
  /** By their first two letters. */
  const stems = new Map<string, string[]>();
  for (const verb of listed(VERBS)) {
    const folded = fold(verb.replace('*', ''));
    const begins = folded.slice(0, 2);
    if (!verb.endsWith('*')) exact.add(folded);
    else stems.set(begins, [...(stems.get(begins) ?? []), folded]);
  }
  return { exact, stems };
});

/** @returns whether a folded word is a verb by which somebody speaks or acts */
export function isVerb(folded: string): boolean {
  const { exact, stems } = verbs();
  if (exact.has(folded)) return true;
  if (stems.get(folded.slice(0, 2))?.some((stem) => folded.startsWith(stem))) return true;
  // و and ف are written together with a verb.
  return /^[وف][\u0600-\u06ff]{3}/.test(folded) && isVerb(folded.slice(1));
}

/** Behind these stands who said it: "according to", "по словам". The last word of each. */
export const SAID_BY = foldedSet(
  `according laut zufolge selon apres según словам данным сообщению сведениям версии словами даними повідомленням оцінкою оценке
   بحسب حسب وفق وفقا لـ by par por von 따르면 의하면`,
);

/** Behind these stands a place, or who is spoken of. Folded, "à" would be the English "a". */
export const PLACE_BEFORE = foldedSet(
  `in into to from toward towards across inside near outside beyond of with against beside alongside at between on for
   nach in aus gegen mit bei zu zwischen für
   en vers contre avec depuis dans au aux du de des
   en hacia contra con desde hasta de del al
   в во на из с со к ко против от до под для о об между
   в у на з із до проти від для про між зі
   في الى من على ضد مع عن بين لـ`,
);

/** What an English possessive makes a place of: "Russia's Kursk region", "Russia's war". */
export const OF_PLACE = foldedSet(
  'far border territory soil east west region war army eastern western capital side',
);

/** Korean particles: a subject or topic, or a place and an object. */
export const KOREAN_SUBJECT = /(?:은|는|이|가|도|측은|측이)$/;
export const KOREAN_PLACE = /(?:에|에서|으로|로|의|을|를|와|과|에게)$/;
