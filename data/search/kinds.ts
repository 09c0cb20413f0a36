/** Kinds of records as the index keeps them, and the words that ask for one. */
import type { Entry, RecordKind } from '../model';

/** The place of a kind is its number in the index. */
export const KINDS = ['claim', 'denial', 'statement', 'event'] as const satisfies RecordKind[];

/** Of what a withdrawn record left behind: its kind is no longer known. */
export const WITHDRAWN = KINDS.length;

export function kindNumber({ kind }: Entry): number {
  const number = (KINDS as readonly string[]).indexOf(kind);
  return number < 0 ? WITHDRAWN : number;
}

/** Written as they fold; a trailing `*` stands for any ending. */
const WORDS: Readonly<Record<RecordKind, string>> = {
  claim:
    'claim claims claimed claiming утвержда* заявил заявила заявили стверд* behaupt* affirme affirmation affirmations afirma afirmacion afirmaciones ادعاء ادعاءات 주장*',
  denial:
    'deny denies denied denying denial denials отриц* опроверг* опроверж* запереч* спростов* dementi dementis dementiert* bestreit* bestritt* leugn* dement dementir dementi desment* desmient* niega niegan nego negaron negacion نفي نفى ينفي انكار 부인*',
  statement:
    'statement statements said says stated высказыван* сказал* висловл* сказав* aussage* declare declaro declaracion تصريح تصريحات قال 발언*',
  event: 'event events событи* поді* ereignis* evenement* evento* حدث احداث 사건*',
};

const MATCHERS = KINDS.map((kind) => WORDS[kind].split(' '));

/**
 * @param word folded
 * @returns the numbers of the kinds that it asks for: "denied", "Dementi", "부인했다"
 */
export function kindsNamed(word: string): number[] {
  return MATCHERS.flatMap((names, kind) => {
    const asks = names.some((name) =>
      name.endsWith('*') ? word.startsWith(name.slice(0, -1)) : word === name,
    );
    return asks ? [kind] : [];
  });
}
