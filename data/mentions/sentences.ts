/**
 * Where sentences end: one decision for each gap between two words that holds a full stop or the
 * like. Written for English, Russian, Ukrainian, Korean, Arabic, German, French and Spanish, with
 * the marks of Chinese, Japanese and Hindi.
 */
import { isMonth } from './calendar';

const words = (text: string) => new Set(text.split(/\s+/));

/** Never end a sentence: a name or a number follows. */
const TITLES = words(
  `mr mrs ms mx dr prof gen lt col maj capt cpt cmdr sgt cpl pvt adm sen rep gov pres rev hon st sts mt ft
   messrs mm mgr vs cf viz approx hr fr frau nr bzw sog vgl evtl inkl zzgl geb sr sra srta dra gral
   ee ud uds лт ген полк кап проф акад им ул просп св гр тов тт ім вул адм`,
);

/** End no sentence before a figure: "No. 3", "Oct. 24", "стр. 5". */
const BEFORE_FIGURE = words(
  `no nos art arts sec p pp vol fig ch cap para pt jan feb mar apr jun jul aug sep sept oct nov dec
   abs ziff ca núm num pág pag стр с ст п пп гл т рис табл розд`,
);

/** Abbreviations that close a sentence only when a new one clearly begins. */
const CLOSING = words(
  `jr sr etc inc ltd co corp bros dept univ est al usw uvm etw mio mrd tsd str tel bd jh jhd
   uu pte cie av blvd тыс тис млн млрд трлн руб коп г гг в вв др пр ред обл р рр ін та under грн дол`,
);

/** Words that begin a sentence, capitalised, and hardly ever continue a name. */
const OPENERS = words(
  `the a an he she it they we you this that these those there his her its their our in on at by for from with
   to of as if when while after before but and or so yet not no some many most more all both each
   although however since until what who how why where
   он она оно они мы вы это этот эта эти в на по с из за для при как но и а если когда после его её их тем
   він вона воно вони ми ви це цей ця ці у з із до від та але й якщо коли після його її їх
   der die das ein eine er sie es wir ihr dies diese dieser dieses im am auf mit von zu nach bei und aber
   wenn als seit für
   le la les un une il elle ils elles nous vous ce cette ces dans à en par pour avec et mais si quand après
   el los las una él ella ellos esto este esta estos se al con por para y pero cuando según tras`,
);

/** German writes days and ordinals with a stop: "am 3. Oktober", "der 2. Weltkrieg". */
const GERMAN_ORDINAL =
  /(?:^|[^\p{L}])(?:am|der|die|das|dem|den|des|vom|zum|im|beim|bis|seit)\s+\d{1,3}$/iu;

const ONE_LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]$/u;
const FULL_WIDTH = /[。！？｡]/;
const STRONG = /[!?؟۔।॥‼⁇⁈⁉]/;
const ELLIPSIS = /…|\.{2,}/;
const CLOSING_MARKS = /["”»›’'」』)\]]/;

function isCased(char: string): boolean {
  return char.toLowerCase() !== char.toUpperCase();
}

function isLower(word: string): boolean {
  const char = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return isCased(char) && char === char.toLowerCase();
}

function opens(next: string): boolean {
  return !isLower(next) && OPENERS.has(next.toLowerCase());
}

/** A single full stop: the hard case. `after` is what stands behind it. */
function stopEnds(
  text: string,
  from: number,
  to: number,
  previous: string,
  after: string,
  next: string,
): boolean {
  if (after.startsWith('[')) return true; // a footnote: "… region.[12] The …"
  const spaced = /\s/.test(after);
  if (!spaced) {
    // "Gazeta.Ru" and "v2.1" run on; scripts without case are often set without the space.
    if (!isCased(next.charAt(0)) && !/\d/.test(next)) return previous.length > 1;
    return CLOSING_MARKS.test(after) && !isLower(next) && !/^\d/.test(next);
  }
  if (isLower(next)) return false;
  if (/^\d+$/.test(previous)) {
    if (isMonth(next)) return false;
    return !GERMAN_ORDINAL.test(text.slice(Math.max(0, from - 16), from));
  }
  const short = previous.toLowerCase();
  if (TITLES.has(short)) return false;
  if (BEFORE_FIGURE.has(short) && /^\d/.test(next)) return false;
  if (ONE_LETTER.test(previous)) {
    // Initials ("J. Smith", "В. Путин", "د. سالم") and one-letter abbreviations ("2024 г.").
    const initials = ONE_LETTER.test(next) && text.charAt(to + 1) === '.';
    return opens(next) && !initials;
  }
  return CLOSING.has(short) ? opens(next) : true;
}

/**
 * Whether a sentence ends between two neighbouring words.
 * An empty line ends one too, which the tokenizer sees by itself.
 * @param text the block
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
  const gap = text.slice(from, to);
  const next = /^[\p{L}\p{N}\p{M}]+/u.exec(text.slice(to, to + 16))?.[0] ?? text.charAt(to);
  if (FULL_WIDTH.test(gap)) {
    // 「…。」と述べた: the quoting sentence goes on.
    return !(/[」』]$/.test(gap) && /^\p{Script=Hiragana}/u.test(next));
  }
  if (STRONG.test(gap)) return !isLower(next) && /\s|["”»」』)\]]/.test(gap);
  if (ELLIPSIS.test(gap)) return !isLower(next) && /\s/.test(gap);
  const stop = gap.lastIndexOf('.');
  if (stop >= 0) return stopEnds(text, from, to, previous, gap.slice(stop + 1), next);
  if (/．/.test(gap)) return true;
  return dotted && /\s/.test(gap) && opens(next);
}
