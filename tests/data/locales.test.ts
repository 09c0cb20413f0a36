/** Every language says all of it: the files of public/locales and of public/_locales, held to English. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Message } from '../../data/locale';
import {
  FILES,
  formsOf,
  keysSaid,
  MANIFEST_FILES,
  manifestMessagesOf,
  messagesOf,
  placeholdersOf,
} from './locale-files';

const english = messagesOf('en');
const keys = Object.keys(english);

/** Words of a verdict, which On Record never gives (style sheet, "Words"), as far as a language has no other use for them. */
const VERDICTS: Record<string, RegExp> = {
  en: /\b(?:true|false|facts?|debunk\w*|verified|misleading|fakes?|disputed|bias(?:ed)?|ratings?|trusted|sources say)\b/i,
  ar: /زائف|كاذب|مضلل|حقائق|(?<!ت)صحيح|متحيز|موثوق/,
  de: /\b(?:wahr|unwahr|falsch\w*|Fakt(?:en)?|widerlegt|verifiziert|irreführend|umstritten|vertrauenswürdig\w*)\b/i,
  es: /\b(?:verdader[oa]s?|fals[oa]s?|verificad[oa]s?|engaños[oa]s?|bulos?|sesg\w*|fiables?)\b/i,
  fr: /\b(?:vrai(?:e?s?)|faux|fausse?s?|vérifiée?s?|trompeu\w+|infox|contestée?s?|biais\w*|fiables?)\b/i,
  ko: /거짓|허위|가짜|팩트|사실 확인|검증됨|편향/,
  ru: /(?:^|[^\p{L}])(?:правд|ложь|лжив|фейк|опровергнут|достоверн|проверенн|предвзят)/iu,
  uk: /(?:^|[^\p{L}])(?:правд|брехн|неправд|фейк|спростован|достовірн|перевірен|упередж)/iu,
};

/** The plural forms that a language tells apart (https://cldr.unicode.org/index/cldr-spec/plural-rules). */
const categoriesOf = (tag: string) =>
  new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();

/** The forms that are of one number alone, whose words may say the number: "سجلان" is two records. */
function formsOfOneNumber(tag: string): Set<string> {
  const rules = new Intl.PluralRules(tag);
  const forms = Array.from({ length: 200 }, (_, n) => rules.select(n));
  return new Set(forms.filter((form) => forms.indexOf(form) === forms.lastIndexOf(form)));
}

/**
 * @param mayLeaveOut forms that may leave out the number they are of
 * @returns what is wrong with how a message's placeholders stand against the English ones
 */
function placeholderFaults(key: string, message: Message, mayLeaveOut: Set<string>): string[] {
  const wanted = placeholdersOf(formsOf(english[key] ?? '').at(-1) ?? '');
  const counted = (names: string[]) => names.filter((name) => name !== 'n' && name !== 'count');
  const forms = typeof message === 'string' ? { text: message } : message;
  return Object.entries(forms).flatMap(([form, text]) => {
    const found = placeholdersOf(text);
    const fits = mayLeaveOut.has(form)
      ? [wanted.join(), counted(wanted).join()].includes(found.join())
      : found.join() === wanted.join();
    return fits ? [] : [`${key} (${form}): {${found}} instead of {${wanted}}`];
  });
}

describe('the languages', () => {
  it('have a file each, and no file is of another', () => {
    expect(FILES.toSorted()).toEqual([...LOCALES].toSorted());
  });

  it('have what the manifest shows, each', () => {
    expect(MANIFEST_FILES.toSorted()).toEqual([...LOCALES].toSorted());
  });
});

describe('the messages in English', () => {
  it('are all said somewhere', () => {
    const said = keysSaid(keys);
    expect(keys.filter((key) => !said.has(key))).toEqual([]);
  });

  it('would be found out if nobody said them', () => {
    const unsaid = [
      'kind.rumour',
      'sync.store.in-a-cellar',
      'relation.denies.sideways',
      'card.shut',
    ];
    expect(keysSaid([...unsaid, 'kind.claim', 'sync.store.full', 'card.close'])).toEqual(
      new Set(['kind.claim', 'sync.store.full', 'card.close']),
    );
  });
});

describe.each(FILES)('the messages in "%s"', (tag) => {
  const messages = messagesOf(tag);
  const entries = Object.entries(messages);

  it('are complete, and there are no others', () => {
    expect({
      missing: keys.filter((key) => !Object.hasOwn(messages, key)),
      tooMany: Object.keys(messages).filter((key) => !Object.hasOwn(english, key)),
    }).toEqual({ missing: [], tooMany: [] });
  });

  it('have every plural form of the language, where English has forms, and no other', () => {
    const formsIn = (message: Message | undefined) =>
      typeof message === 'object' ? Object.keys(message).toSorted() : null;
    const wrong = entries
      .filter(([key]) => Object.hasOwn(english, key))
      .map(([key, message]) => [key, formsIn(message), formsIn(english[key]) && categoriesOf(tag)])
      .filter(([, has, wants]) => String(has) !== String(wants));
    expect(wrong).toEqual([]);
  });

  it('have the same placeholders as in English, in every form', () => {
    const known = entries.filter(([key]) => Object.hasOwn(english, key));
    const ofOne = formsOfOneNumber(tag);
    expect(known.flatMap(([key, message]) => placeholderFaults(key, message, ofOne))).toEqual([]);
  });

  it('are plain text: no markup, no stray brace, no space at an end', () => {
    const wrong = /[<>]|&\w+;|\{(?!\w+\})|(?<!\{\w+)\}|^\s|\s$|\n|\s\s|!|^$/;
    expect(
      entries.filter(([, message]) => formsOf(message).some((text) => wrong.test(text))),
    ).toEqual([]);
  });

  it('give no verdict', () => {
    const verdict = VERDICTS[tag];
    if (!verdict) throw new Error(`which words give a verdict in ${tag}?`);
    expect(
      entries.filter(([, message]) => formsOf(message).some((text) => verdict.test(text))),
    ).toEqual([]);
  });
});

describe.each(MANIFEST_FILES)('what the manifest shows in "%s"', (tag) => {
  const messages = manifestMessagesOf(tag);

  it('is complete, and plain text', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(manifestMessagesOf('en')));
    const texts = Object.values(messages).map(String);
    expect(texts.filter((text) => !text || /[<>${}!\n]/.test(text))).toEqual([]);
  });

  it('fits where stores show it: 132 characters of description', () => {
    expect(String(messages.extensionDescription).length).toBeLessThanOrEqual(132);
    expect(messages.extensionName).toBe('On Record');
  });
});
