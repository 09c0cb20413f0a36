/**
 * Where each fact of the seed article, each discrepancy found in it and each row of the later record
 * stands in the pack. The dates are the article's own, right or wrong; `null` where it gives none.
 */

export interface Covered {
  /** Ids of the records that hold the fact; the first one is the fact itself. */
  readonly records: readonly string[];
  readonly made: string | null;
  readonly when: string | null;
}

const fact = (record: string, dates: { made?: string; when?: string } = {}): Covered => ({
  records: [record],
  made: dates.made ?? null,
  when: dates.when ?? null,
});

const HUR = { made: '2024-10-24' };
const AUSTIN = { made: '2024-07-25' };
const SIGNING = { when: '2024-07-26' };
const LATE_OCTOBER = { made: '2024-10~' };

/** Fact number → its record and the date the article gives it. */
export const FACTS: Readonly<Record<number, Covered>> = {
  1: fact('cooperation-at-height'),
  2: fact('western-reports-thousands', LATE_OCTOBER),
  3: fact('technology-request-as-reported', { when: '2024-11-01' }),
  4: fact('minister-in-moscow-as-reported', { when: '2024-11-01' }),
  5: fact('pyongyang-repeated-denials', { made: '../2024-11-07' }),
  6: fact('signs-against-denials'),
  7: fact('rutte-troops-sent', { made: '2024-10-28' }),
  8: fact('rutte-active-in-kursk', { made: '2024-10-28' }),
  9: fact('ukraine-holds-ground'),
  10: fact('duma-ratified-as-reported', { when: '2024-10' }),
  11: fact('treaty-signed-as-reported', SIGNING),
  12: fact('putin-trip-as-reported', SIGNING),
  13: fact('treaty-wide-security-part'),
  14: fact('treaty-no-harmful-deals'),
  15: fact('treaty-help-if-attacked'),
  16: fact('ratification-revived-alarm', { when: '2024-10~' }),
  17: fact('further-reports-thousands', LATE_OCTOBER),
  18: fact('pyongyang-denied-again', LATE_OCTOBER),
  19: fact('pyongyang-would-be-lawful', LATE_OCTOBER),
  20: fact('hur-seen-around-kursk', { ...HUR, when: '2024-10-23' }),
  21: fact('hur-12000', HUR),
  22: fact('hur-500-officers', HUR),
  23: fact('hur-three-generals', HUR),
  24: fact('hur-five-bases', HUR),
  25: fact('nis-3000-far-east'),
  26: fact('nis-special-forces-among'),
  27: fact('nis-training-purpose'),
  28: fact('austin-evidence-as-reported', AUSTIN),
  29: fact('austin-3000-as-reported', AUSTIN),
  30: fact('austin-front-as-reported', AUSTIN),
  31: fact('seoul-worried'),
  32: fact('tokyo-worried'),
  33: fact('putin-hardly-eased-suspicion'),
  34: fact('putin-did-not-deny'),
  35: fact('putin-up-to-russia'),
  36: fact('treaty-answers-pressure'),
  37: fact('pressure-on-north'),
  38: fact('clause-as-signal'),
  39: fact('west-escalated'),
  40: fact('treaty-23-articles'),
  41: fact('article-4-as-printed'),
  42: fact('treaty-multipolar-order'),
  43: fact('treaty-space'),
  44: fact('treaty-civil-nuclear'),
  45: fact('treaty-ai-it'),
  46: fact('treaty-harmful-information'),
  47: fact('treaty-economic-part'),
  48: fact('economic-ties-rank-high'),
  49: fact('russia-around-sanctions', { when: '2022/..' }),
  50: fact('sanctions-hurt-north', { when: '../2024' }),
  51: fact('northern-economy-decline'),
  52: fact('openings-for-both'),
  53: fact('north-welcomes-energy'),
  54: fact('china-covers-needs'),
  55: fact('russia-second-supplier'),
  56: fact('full-alliance-improbable'),
  57: fact('direct-combat-improbable'),
  58: fact('no-trouble-with-china'),
  59: fact('beijing-uneasy-nuclear'),
  60: fact('neither-full-backing'),
  61: fact('north-absorbed-by-neighbours'),
  62: fact('north-would-rather-not-provoke'),
  63: fact('moscow-tied-down'),
  64: fact('partnership-may-ease-pressure'),
  65: fact('success-hangs-on-opponents'),
  66: fact('may-wear-down-donbas'),
  67: fact('guterres-refusal-as-reported', { when: '2024-10-26' }),
  68: fact('guterres-refusal-reason', { when: '2024-10-26' }),
  69: fact('brics-kazan-as-reported', { when: '2024-10~' }),
  70: fact('refusal-shows-room'),
};

/** Opinions that none of the sources found speaks to. */
export const ARTICLE_ONLY = [60, 65, 70];

/** Discrepancy (D1 …) → the records that correct, qualify or note it. */
export const DISCREPANCIES: Readonly<Record<number, readonly string[]>> = {
  1: ['treaty-signed', 'putin-state-visit'],
  2: ['austin-evidence', 'austin-could-not-confirm', 'kirby-front-likely', 'austin-left-open'],
  3: ['austin-gave-no-number', 'kirby-3000', 'austin-3000-digest-note'],
  4: ['austin-name-note'],
  5: ['treaty-official-name'],
  6: [
    'duma-ratified',
    'federation-council-approved',
    'putin-signed-law',
    'kim-signed-decree',
    'treaty-in-force',
  ],
  7: [
    'kim-jong-gyu-left-open',
    'kim-jong-gyu-lawful',
    'il-ha-kim-26-october',
    'denied-again-note',
    'kbs-indirect-admission',
  ],
  8: [
    'order-of-events-note',
    'kim-yong-hyun-dispatch',
    'peskov-fake-news',
    'nis-1500',
    'dprk-un-mission-21-october',
  ],
  9: ['visit-not-approved', 'visit-refused-over-kazan', 'un-no-date-agreed', 'refusal-date-note'],
  10: ['most-recent-date-note'],
  11: ['refusal-donbas-note'],
  12: ['kursk-passages-do-not-fit'],
  13: ['article-4-translations-note'],
  14: ['hur-12000-readings-note'],
  15: [
    'nis-1500',
    'nis-3000-by-23-october',
    'kirby-3000',
    'pentagon-10000',
    'budanov-11000',
    'hur-12000',
    'nis-12000-expected',
    'seoul-13000',
  ],
  16: ['choe-name-note', 'zelensky-name-note'],
  17: ['kursk-region-not-city', 'hur-kursk-region'],
  18: ['rutte-deployed-to-kursk', 'rutte-no-word-of-fighting', 'rutte-verb-note'],
  19: ['no-request-found-note', 'kim-yong-hyun-request-likely', 'nis-trip-about-compensation'],
  20: ['choe-leaves-pyongyang', 'choe-arrives-in-moscow', 'choe-meets-lavrov', 'choe-meets-putin'],
  21: ['nis-whole-group-special-forces', 'ukraine-few-hundred-special-forces'],
  22: ['eu-food-exempt', 'eu-grain-duties'],
  23: ['un-sanctions-since-2006'],
  24: [
    'china-unease-note',
    'campbell-beijing-anxious',
    'campbell-beijing-uncomfortable',
    'stoltenberg-nuclear-concern',
  ],
};

/** Date of a row of the later record → its records. */
export const LATER: Readonly<Record<string, readonly string[]>> = {
  '2024-11-06': ['federation-council-approved'],
  '2024-11-09': ['putin-signed-law'],
  '2024-11-11': ['kim-signed-decree'],
  '2024-12-04': ['treaty-in-force'],
  '2025-04-26': [
    'gerasimov-kursk-retaken',
    'gerasimov-credits-north-koreans',
    'kyiv-kursk-not-lost',
  ],
  '2025-04-28': ['pyongyang-confirms-combat', 'pyongyang-order-under-treaty'],
  '2025-05~': ['msmt-troop-dispatch', 'msmt-pantsir'],
  '2025-08-12': ['hur-11000-still-there', 'hur-6000-more-due'],
};

export const TOPICS = [
  'troops-in-kursk',
  'troops-in-russia',
  'deployment-denials',
  'partnership-treaty',
  'technology-for-troops',
  'troop-numbers',
  'putin-non-denial',
  'guterres-zelensky',
  'economic-ties',
  'nuclear-programme',
];
