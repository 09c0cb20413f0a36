/**
 * Where sentences end: one decision for each gap between two words that holds a full stop or the
 * like. Written for English, Russian, Ukrainian, Korean, Arabic, German, French and Spanish, with
 * the marks of Chinese, Japanese and Hindi.
 *
 * A block has a hundred such gaps and more, so the plain case (a stop, a space, a word that is no
 * abbreviation) is decided from character codes and one look into a table.
 */
import { isMonth } from './calendar';

const words = (text: string) => text.trim().split(/\s+/);

/** What an abbreviation says of the full stop behind it. */
const NEVER_ENDS = 1;
/** No sentence ends before a figure: "No. 3", "Oct. 24", "стр. 5". */
const BEFORE_FIGURE = 2;
/** A sentence ends only where a new one clearly begins. */
const BEFORE_OPENER = 3;

const ABBREVIATIONS = new Map<string, number>();
const LISTS: readonly (readonly [kind: number, list: string])[] = [
  [
    // A name or a number follows.
    NEVER_ENDS,
    `mr mrs ms mx dr drs prof profs gen gens lt col maj capt cpt cmdr brig sgt cpl pvt pfc adm sen sens rep reps
     gov govs pres rev hon amb sts mt messrs MM mgr vs cf viz approx
     hr fr bzw sog vgl evtl inkl exkl zzgl geb ggf ehem insb bspw hptm oblt obst stv
     sr sra srta dr dra gral cnel tte lic ing arq mons dña sto sta aprox EE JJ FF RR CC
     ген полк подполк кап лейт проф доц акад ул просп св гр тов тт пос дер хут пер пл наб бул
     підполк ім вул бульв пров смт`,
  ],
  [
    BEFORE_FIGURE,
    `no nos nr art arts sec p pp vol vols fig figs ch cap caps para pt est min max ca env
     jan feb mar apr jun jul aug sep sept oct nov dec okt dez janv févr avr juil déc ene abr dic
     abs ziff kap anm núm núms num pág págs pag стр с ст п пп гл ч т рис табл розд кв корп буд
     янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек
     січ лют берез квіт трав черв лип серп верес жовт груд`,
  ],
  [
    BEFORE_OPENER,
    `jr sr etw inc ltd co corp bros dept univ al st ft ave blvd rd mio mrd tsd str tel bd jh jhd chr
     UU OO AA HH ud uds vd vds ej ex pte cie av avda boul
     долл дол грн коп гг вв рр им обл см ср напр див пор зв`,
  ],
];
for (const [kind, list] of LISTS) {
  for (const word of words(list)) {
    ABBREVIATIONS.set(word, kind);
    // As it may stand in a text, so that the text's word need not be lowered. "MM." is no "5 mm."
    ABBREVIATIONS.set(word.charAt(0).toUpperCase() + word.slice(1), kind);
    ABBREVIATIONS.set(word.toUpperCase(), kind);
  }
}
const LONGEST_ABBREVIATION = Math.max(...[...ABBREVIATIONS.keys()].map((word) => word.length));

/** Words that begin a sentence, capitalised, and hardly ever continue a name. */
const OPENERS = new Set(
  words(
    `the a an he she it they we you this that these those there here his her its their our your in on at by for from
     with to of as if when while after before but and or so yet not no some many most more all both each other
     although however meanwhile since until then also still even such only what who how why where
     он она оно они мы вы это этот эта эти в во на по с со из за для при как но и а если когда после до от у об о
     его её ее их ему там тут тогда также однако среди через между ранее позже все теперь затем поэтому кроме
     він вона воно вони ми ви це цей ця ці у з зі із до від та але й якщо коли після його її їх їм там тут тоді
     також однак серед через між раніше пізніше всі усі тепер потім тому крім
     der die das den dem des ein eine einen einer er sie es wir ihr ihre dies diese dieser dieses im am auf mit von vom
     zu zum zur nach bei und aber wenn als seit für auch so doch dort hier
     le la les l un une des il elle ils elles nous vous on ce cet cette ces cela dans à en par pour avec et mais si
     quand après selon sur depuis
     el los las una unos él ella ellos ellas esto este esta estos estas ese esa eso se al con por para y pero cuando
     según tras desde hasta entre sin sobre también`,
  ),
);

/** German writes days and ordinals with a stop: "am 3. Oktober", "der 2. Weltkrieg". */
const GERMAN_ORDINAL =
  /(?:^|[^\p{L}])(?:am|ab|an|im|in|vom|zum|zur|beim|bis|seit|de[rmns]|die|das|(?:k?ein|[msd]ein|ihr|unser|euer|jede|diese)(?:e[rmns]?)?)\s+\d{1,3}$/iu;
/** The longest that it can be. */
const GERMAN_ORDINAL_LENGTH = 14;

/** "2024. 10. 24. 발표": Korean writes a stop behind each part of a date. */
const DATE_GOES_ON = /\d{1,2}\.(?:\s|$)/y;
const DATE_BEFORE = /\d\.\s?\d{1,2}$/;

/** How a sentence goes on behind a sentence that it quotes: 「…。」と, “…。”他说, "…."라고, “…?” Roe asked. */
const QUOTED_ON =
  /と|って|など|[^，。！？、“”「」『』\s]{0,8}(?:说|表示|称|道|问|指出)|이?라(?:고|며|면서|는)(?:도|는)?(?![가-힣])|\S{1,20}(?: \S{1,20})? (?:said|says|asked|asks|told|wrote|writes|cried|added|replied)\b/uy;

const LATIN_OR_CYRILLIC_LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u;
const ARABIC_LETTER = /^\p{Script=Arabic}$/u;
const WORD = /[\p{L}\p{N}\p{M}]{1,16}/uy;

/** What may stand in a gap. */
const SPACE = 1;
const CLOSER = 2;
const FOOTNOTE = 4;
const STOP = 8;
const ELLIPSIS = 16;
const STRONG = 32;
const FULL_WIDTH = 64;
const ENDINGS = STOP | ELLIPSIS | STRONG | FULL_WIDTH;

const CLOSERS = '"”“»«›‹’‘\'」』)';
const STRONGS = '!?؟۔।॥‼⁇⁈⁉';
const FULL_WIDTHS = '。！？｡．';
const FULL_WIDTH_STOP = 0xff0e;

function gapMark(unit: number): number {
  if (unit === 0x20) return SPACE;
  if (unit === 0x2e) return STOP;
  if (unit === 0x2026) return ELLIPSIS;
  if (unit === 0x5b) return FOOTNOTE;
  const char = String.fromCharCode(unit);
  if (CLOSERS.includes(char)) return CLOSER;
  if (STRONGS.includes(char)) return STRONG;
  if (FULL_WIDTHS.includes(char)) return FULL_WIDTH;
  return /\s/.test(char) ? SPACE : 0;
}

/** Whether a letter has a case, and which; scripts without case have none, Georgian counted among them. */
const UPPER = 1;
const LOWER = 2;

function caseAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x61 && unit <= 0x7a) return LOWER;
  if (unit >= 0x41 && unit <= 0x5a) return UPPER;
  if (unit >= 0x430 && unit <= 0x45f) return LOWER;
  if (unit >= 0x400 && unit <= 0x42f) return UPPER;
  if (unit < 0xaa || (unit >= 0x590 && unit < 0x1e00) || unit >= 0x2e80) return 0;
  // ª and º: "la 12.ª ronda" goes on.
  if (unit === 0xaa || unit === 0xba) return LOWER;
  const char = text.charAt(at);
  const lower = char.toLowerCase();
  return lower === char.toUpperCase() ? 0 : lower === char ? LOWER : UPPER;
}

function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x660 && unit <= 0x669);
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

function opensAt(text: string, at: number): boolean {
  // "IT" and "US" are names.
  if (caseAt(text, at) !== UPPER || caseAt(text, at + 1) === UPPER) return false;
  return OPENERS.has(wordAt(text, at).toLowerCase());
}

/** A full stop behind a word without a space: "Gazeta.Ru", "v2.1", but also "He left.She stayed." */
function unspacedStopEnds(text: string, from: number, to: number, previous: string): boolean {
  const next = caseAt(text, to);
  // Scripts without case are often set without the space.
  if (next === 0) return previous.length > 1 && !isDigit(text.charCodeAt(to));
  if (next === LOWER) return false;
  // Not "Gazeta.Ru", whose first word is a name, nor "site.RU".
  return previous.length > 1 && caseAt(text, from - previous.length) === LOWER && opensAt(text, to);
}

/** A full stop behind a figure: the end, a German ordinal or day, or a part of a Korean date. */
function stopBehindFigureEnds(text: string, from: number, to: number): boolean {
  const isOrdinal = GERMAN_ORDINAL.test(
    text.slice(Math.max(0, from - GERMAN_ORDINAL_LENGTH), from),
  );
  if (isOrdinal && !opensAt(text, to)) return false;
  if (isDigit(text.charCodeAt(to))) return !matchesAt(DATE_GOES_ON, text, to);
  if (isHangul(text.charCodeAt(to)))
    return !DATE_BEFORE.test(text.slice(Math.max(0, from - 6), from));
  return !isMonth(wordAt(text, to));
}

/** Initials ("J. Smith", "В. Путин", "د. سالم") and one-letter abbreviations ("2024 г.", "и т. д."). */
function stopBehindLetterEnds(text: string, from: number, to: number, letter: string): boolean {
  if (ARABIC_LETTER.test(letter)) {
    // "2024 م." is a year, "د. سالم" a doctor.
    return isDigit(text.charCodeAt(from - 2)) || isDigit(text.charCodeAt(from - 3));
  }
  if (!LATIN_OR_CYRILLIC_LETTER.test(letter)) return true;
  if ((letter === 'д' || letter === 'п') && text.startsWith('т. ', from - 4)) return true;
  const isInitial = text.charCodeAt(to + 1) === 0x2e && caseAt(text, to) === UPPER;
  return opensAt(text, to) && !isInitial;
}

/** A full stop, a space, and a word that does not begin in lower case: the hard case. */
function spacedStopEnds(text: string, from: number, to: number, previous: string): boolean {
  if (previous.length === 1 && !isDigit(previous.charCodeAt(0))) {
    return stopBehindLetterEnds(text, from, to, previous);
  }
  let word = previous;
  if (isDigit(previous.charCodeAt(0))) {
    const last = previous.charCodeAt(previous.length - 1);
    if (isDigit(last)) return stopBehindFigureEnds(text, from, to);
    // A figure has its multiplier with it: "12 Tsd. Soldaten".
    word = previous.slice(previous.lastIndexOf(' ') + 1);
  }
  if (word.length > LONGEST_ABBREVIATION) return true;
  const kind = ABBREVIATIONS.get(word);
  if (kind === undefined) return true;
  if (kind === NEVER_ENDS) return false;
  if (kind === BEFORE_FIGURE) return !isDigit(text.charCodeAt(to));
  return opensAt(text, to);
}

/** "U.S.", "p.m.", "и т.д.": its last stop may be the sentence's too. */
function dottedEnds(text: string, to: number, previous: string): boolean {
  if (previous === 'т.д.' || previous === 'т.п.') return caseAt(text, to) !== LOWER;
  return opensAt(text, to);
}

/**
 * Whether a sentence ends between two neighbouring words.
 * An empty line ends one too, which the tokenizer sees by itself.
 * @param text the block; only a few words on either side of the gap are looked at
 * @param from offset of the end of the earlier word; for a dotted one ("U.S.") behind its last stop
 * @param to offset of the beginning of the later word
 * @param previous the earlier word as it stands in the text
 * @param dotted the earlier word is a dotted abbreviation
 */
export function sentenceEnds(
  text: string,
  from: number,
  to: number,
  previous: string,
  dotted: boolean,
): boolean {
  let marks = 0;
  /** What stands behind the last of the marks that may end a sentence. */
  let after = 0;
  let stops = 0;
  for (let at = from; at < to; at++) {
    const mark = gapMark(text.charCodeAt(at));
    marks |= mark;
    after = (mark & ENDINGS) !== 0 ? 0 : after | mark;
    if (mark === STOP) stops++;
  }
  const next = caseAt(text, to);
  const isFullWidth = (marks & FULL_WIDTH) !== 0;
  if (next === LOWER && !isFullWidth) return false;
  const spaced = (marks & SPACE) !== 0;
  if ((after & CLOSER) !== 0) {
    // "…다."고, "…나?"라며: a particle joins the quotation to the sentence around it.
    if ((after & SPACE) === 0 && isHangul(text.charCodeAt(to))) return false;
    const strong = isFullWidth || (marks & STRONG) !== 0 || next === 0;
    if (strong && matchesAt(QUOTED_ON, text, to)) return false;
  }
  if (isFullWidth) {
    const isPoint = to === from + 1 && text.charCodeAt(from) === FULL_WIDTH_STOP;
    return !(isPoint && /\p{Nd}/u.test(text.charAt(to))); // "３．５"
  }
  if ((marks & STRONG) !== 0) {
    if (spaced || (after & CLOSER) !== 0) return true;
    // Without a space only where both sides have no case: not "Yahoo!ニュース".
    return next === 0 && caseAt(text, from - 1) === 0 && !isDigit(text.charCodeAt(to));
  }
  if ((marks & ELLIPSIS) !== 0 || stops > 1) return spaced;
  if (stops === 1) {
    if ((after & FOOTNOTE) !== 0) return true; // "… region.[12] The …"
    if ((after & SPACE) !== 0) return spacedStopEnds(text, from, to, previous);
    if ((after & CLOSER) !== 0) return !isDigit(text.charCodeAt(to));
    return unspacedStopEnds(text, from, to, previous);
  }
  return dotted && spaced && dottedEnds(text, to, previous);
}
