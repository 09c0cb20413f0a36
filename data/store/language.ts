/** Texts, dates and figures of a pack in the reader's language. */
import { formatDate } from '../dates';
import type { Say } from '../locale';
import type { DateView, FigureView, TextView } from '../messages';
import type { LocalText, Quantity } from '../model';

/** The language that a view is made in. */
export interface ReaderLanguage {
  /** BCP-47 tag */
  readonly locale: string;
  readonly say: Say;
}

const base = (tag: string) => tag.split('-')[0];

/**
 * Chooses among a text's languages: the reader's own, else the same language elsewhere, else the
 * pack's, else the first given.
 * @param locale the reader's BCP-47 tag
 * @param packLanguage what a text that names no language is in
 */
export function pickText(text: LocalText, locale: string, packLanguage: string): TextView {
  if (typeof text === 'string') return { text, lang: packLanguage, translator: null };
  const tags = Object.keys(text);
  const lang =
    tags.find((tag) => tag === locale) ??
    tags.find((tag) => base(tag) === base(locale)) ??
    tags.find((tag) => tag === packLanguage) ??
    tags[0] ??
    packLanguage;
  const chosen = text[lang] ?? '';
  return typeof chosen === 'string'
    ? { text: chosen, lang, translator: null }
    : { text: chosen.text, lang, translator: chosen.by };
}

/**
 * @param shown what {@link pickText} chose
 * @returns the words that it translates: those in the pack's language, else the first that nobody translated
 */
export function originalOf(
  text: LocalText,
  shown: TextView,
  packLanguage: string,
): TextView | null {
  if (shown.translator === null || typeof text === 'string') return null;
  const own = Object.entries(text).filter(
    (each): each is [string, string] => typeof each[1] === 'string',
  );
  const [lang, words] = own.find(([tag]) => tag === packLanguage) ?? own[0] ?? [];
  return lang === undefined || words === undefined ? null : { text: words, lang, translator: null };
}

/** A card of some hundred records names the same days over and over; printing one takes as long as the rest of a record. */
const printed = new WeakMap<Say, Map<string, DateView>>();
/** Enough for a decade of days; a hostile pack gains nothing by naming more. */
const MAX_PRINTED = 4096;

/** @param edtf a date of a stored entry */
export function printDate(edtf: string, { locale, say }: ReaderLanguage): DateView {
  const dates = printed.get(say) ?? new Map<string, DateView>();
  printed.set(say, dates);
  const known = dates.get(edtf);
  if (known) return known;
  const date = { edtf, label: formatDate(edtf, locale, say) };
  if (dates.size >= MAX_PRINTED) dates.clear();
  dates.set(edtf, date);
  return date;
}

/** @returns null for a date that is not given */
export const viewDate = (edtf: string | undefined, language: ReaderLanguage): DateView | null =>
  edtf === undefined ? null : printDate(edtf, language);

/** @returns the figures of a record as they were given, in the record's order */
export function viewFigures(
  quantities: readonly Quantity[] | undefined,
  { say }: ReaderLanguage,
): FigureView[] {
  return (quantities ?? []).map(({ value, unit, qualifier }) => ({
    value,
    unit,
    qualifier: qualifier ?? null,
    label: say(`figure.${qualifier ?? 'plain'}`, { figure: value, unit }),
  }));
}
