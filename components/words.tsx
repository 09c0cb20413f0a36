/** The words of the interface, handed down to every piece; no piece has words of its own. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageKey, Say } from '../data/locale';
import { listFormat } from './intl';
import { PlainText } from './PlainText';

export interface Words {
  /** BCP-47 tag of the interface, for digits, dates and lists. */
  readonly locale: string;
  readonly say: Say;
}

const WordsContext = createContext<Words>({ locale: 'en', say: (key) => key });

export const WordsProvider = WordsContext.Provider;

export const useWords = () => useContext(WordsContext);

/** Languages written from right to left. `Intl.Locale.getTextInfo` is not in Firefox 140. */
const RTL = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/i;

export const direction = (locale: string): 'ltr' | 'rtl' => (RTL.test(locale) ? 'rtl' : 'ltr');

/** Stand-ins for the nodes of a message, from Unicode's private use area: no message holds them. */
const FIRST_STAND_IN = 0xe000;

interface PhraseProps {
  readonly id: MessageKey;
  /** Chooses the plural form. */
  readonly n?: number;
  /** What stands for each `{name}` of the message. */
  readonly parts: Readonly<Record<string, ComponentChildren>>;
}

/** A message whose parts are elements (a name isolated from its surroundings, a date, a bold number). */
export function Phrase({ id, n, parts }: PhraseProps) {
  const { say } = useWords();
  const names = Object.keys(parts);
  const standIns = names.map((name, i) => [name, String.fromCharCode(FIRST_STAND_IN + i)] as const);
  const text = say(id, { ...Object.fromEntries(standIns), ...(n === undefined ? {} : { n }) });
  return (
    <>
      {text.split(/([\uE000-\uE0FF])/).map((piece) => {
        const name = names[piece.charCodeAt(0) - FIRST_STAND_IN];
        return piece.length === 1 && name !== undefined ? parts[name] : piece;
      })}
    </>
  );
}

/** Names in the order given, joined as the language joins them, each isolated from the others' direction. */
export function Names({ names }: { readonly names: readonly string[] }) {
  const { locale } = useWords();
  const [name, ...others] = names;
  // A card has dozens of single names, and nothing to join in them.
  if (name !== undefined && others.length === 0) {
    return (
      <bdi>
        <PlainText text={name} />
      </bdi>
    );
  }
  return (
    <>
      {listFormat(locale)
        .formatToParts(names)
        .map(({ type, value }, i) =>
          type === 'element' ? (
            <bdi key={i}>
              <PlainText text={value} />
            </bdi>
          ) : (
            value
          ),
        )}
    </>
  );
}
