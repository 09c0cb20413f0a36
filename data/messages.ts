/**
 * The one typed protocol between the surfaces and the background. Types and a sender, no browser:
 * each surface hands in its own `runtime.sendMessage`.
 */
import type { QUALIFIERS, RecordKind, RelationType, StatementForm } from './model';
import type { PackRequests } from './pack-messages';
import type { ArticleSign } from './page/article';
import type { Facet } from './search/facets';
import type { Appearance, HoverSettings, ReaderSettings } from './settings';

/** `pack#id`: what an entry is called everywhere outside its own pack. */
export type Key = string;

/* ------------------------------------------------------------ what the reader asks and paints */

/** A run of page text with no block break inside. */
export interface TextBlock {
  /** The asker's own number for it, given back in the answer. */
  readonly id: number;
  readonly text: string;
}

/** A place in a block where a topic's rule holds. */
export interface FoundMention {
  readonly block: number;
  readonly topic: Key;
  /** What to paint: half-open ranges of UTF-16 units into the block's text, ascending. */
  readonly parts: readonly (readonly [start: number, end: number])[];
  /** Set where the page is a source and this is a passage that it is quoted with: the record that quotes it. */
  readonly quotedBy: Key | null;
}

/** What a list of mentions needs to know of a topic. */
export interface TopicBrief {
  readonly key: Key;
  readonly name: string;
  readonly counts: Readonly<Record<RecordKind, number>>;
}

export interface FoundMentions {
  readonly mentions: readonly FoundMention[];
  /** The topics of those mentions, each once. */
  readonly topics: readonly TopicBrief[];
}

/* ------------------------------------------------------------ what the card shows */

export interface DateView {
  /** EDTF as the pack has it. */
  readonly edtf: string;
  /** In the reader's language, at its own precision: "24 Oct 2024", "about October 2024". */
  readonly label: string;
}

/** A passage of a source in its own words, as a W3C TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface QuoteView {
  readonly exact: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

export interface SourceView {
  readonly key: Key;
  readonly publisher: string;
  readonly title: string | null;
  /** http(s) only; null where the address is not known. */
  readonly url: string | null;
  /** An archived copy; http(s) only. */
  readonly archive: string | null;
  /** `url` with a text fragment that leads to the quoted passage; null without either. */
  readonly passage: string | null;
  readonly quote: QuoteView | null;
  /** A page, paragraph or minute. */
  readonly at: string | null;
  readonly print: string | null;
  readonly published: DateView | null;
  readonly retrieved: DateView | null;
  readonly language: string | null;
  /** The page that asks is this source. */
  readonly here: boolean;
}

export interface RelationView {
  readonly type: RelationType;
  /** `out`: this record denies the other. `in`: the other denies this one. */
  readonly direction: 'out' | 'in';
  readonly record: Key;
  /** Who said the other record, and when, to name it in a line. */
  readonly speakers: readonly string[];
  readonly date: DateView | null;
}

/** A text in one language, with its own direction. */
export interface TextView {
  readonly text: string;
  readonly lang: string;
  readonly translator: string | null;
}

/** A figure as it was given, never rounded or merged. */
export interface FigureView {
  readonly value: number;
  readonly unit: string;
  readonly qualifier: (typeof QUALIFIERS)[number] | null;
  /** In the reader's language and digits, qualifier and unit included: "about 12,000 soldiers". */
  readonly label: string;
}

/** A date, figure or wording as reported, and as another record corrects it. */
export interface CorrectionView {
  readonly record: Key;
  /** What differs; `text` where neither a date nor a figure does (a name, say). */
  readonly field: 'made' | 'when' | 'figures' | 'text';
  /** Set where a date differs. */
  readonly reported: DateView | null;
  readonly corrected: DateView | null;
  /** Set where figures differ. */
  readonly figures: {
    readonly reported: readonly FigureView[];
    readonly corrected: readonly FigureView[];
  } | null;
  /** The correcting record's own words. */
  readonly text: TextView;
  readonly source: SourceView | null;
}

export interface RecordView {
  readonly key: Key;
  readonly kind: RecordKind;
  readonly form: StatementForm | null;
  readonly speakers: readonly string[];
  readonly made: DateView | null;
  readonly when: DateView | null;
  readonly text: TextView;
  /** The words that `text` translates; null where it is no translation, or they are not given. */
  readonly original: TextView | null;
  readonly figures: readonly FigureView[];
  readonly sources: readonly SourceView[];
  readonly relations: readonly RelationView[];
  readonly corrections: readonly CorrectionView[];
  /** Names of the topics it is about, for search results. */
  readonly about: readonly string[];
  /** Set on what a withdrawn record left behind; its kind is no longer known and reads `statement`. */
  readonly withdrawn: { readonly date: DateView; readonly reason: string } | null;
  /** How it differs from when the reader last opened its topic; null where it does not, or that is not remembered. */
  readonly news: 'new' | 'changed' | null;
}

export interface PackView {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  /** Short letters to stand for the pack beside a record: "OR". */
  readonly monogram: string;
  /** The pack comes with the extension; it is not signed. */
  readonly bundled: boolean;
  readonly edition: string | null;
  readonly licence: string;
  /** Where readers may write: http(s) or mailto. */
  readonly contact: string | null;
  /** Its publisher's signature was checked. Says who published it, not that it is right. */
  readonly signed: boolean;
  readonly updated: DateView | null;
  /** Its publisher let it run out. */
  readonly stale: { readonly since: DateView; readonly days: number } | null;
  readonly counts: Readonly<Record<RecordKind | 'topic', number>>;
}

/** A figure that a sentence of a page gives. */
export interface NamedFigure {
  /** As it stands in the sentence. */
  readonly text: string;
  readonly value: number;
}

/** A record that a sentence of a page names. */
export interface NamedRecord {
  readonly key: Key;
  /** Its speaker is named. */
  readonly speaker: boolean;
  /** A figure of its unit is given: the same one, or another. */
  readonly figure: 'same' | 'other' | null;
  /** In the record's `text.text`: the figure that is the same. */
  readonly marks: Marks;
}

/** What a sentence of a page names of a topic's record. */
export interface Named {
  /** In the sentence's order; only such as count something. */
  readonly figures: readonly NamedFigure[];
  /** Best first; those that the sentence says nothing of are left out. */
  readonly records: readonly NamedRecord[];
}

export interface TopicView extends TopicBrief {
  /** The topics of all packs that it is put together of, its own first. */
  readonly topics: readonly Key[];
  /** Who published the records: the topic's own pack first; others where they hold the same topic. */
  readonly packs: readonly [PackView, ...PackView[]];
  /** In date order; undated last. A record is of the pack that its key begins with. */
  readonly records: readonly RecordView[];
  /** How many more there are: of a topic with thousands, the latest are shown. */
  readonly omitted: number;
  /** Null where no sentence was asked with. */
  readonly named: Named | null;
}

/* ------------------------------------------------------------ what a page says of itself */

/** Where a page's date was found. */
export type DateSign = 'json-ld' | 'meta' | 'time' | 'url';

export interface PageAbout {
  readonly title: string | null;
  /** The address that the page gives for itself, else the one it was loaded from; http(s) only. */
  readonly address: string | null;
  readonly published: { readonly date: DateView; readonly sign: DateSign } | null;
}

/**
 * What the document in a tab is to a reader of text: text, a PDF in the browser's viewer, a page that draws its
 * text itself (`drawn`), or one that no script of ours may enter (`shut`), such as one that failed to load.
 */
export type PageKind = 'text' | 'pdf' | 'drawn' | 'shut';

/* ------------------------------------------------------------ search, sites, language */

/** Half-open UTF-16 ranges of a text, ascending: the words that a search found in it. */
export type Marks = readonly (readonly [start: number, end: number])[];

export interface SearchHit {
  readonly record: RecordView;
  /** In `record.text.text`. */
  readonly marks: Marks;
  /** The topics it is about and its first publisher, by which it may have been found too. */
  readonly around: readonly { readonly text: string; readonly marks: Marks }[];
}

/** How many records there are for each choice that narrows a search, whatever is chosen of its own kind now. */
export interface SearchFacets {
  readonly kinds: Readonly<Record<RecordKind, number>>;
  /** By their ids, which `by:` takes; the most frequent first. */
  readonly speakers: readonly {
    readonly id: string;
    readonly name: string;
    readonly count: number;
  }[];
  readonly packs: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  /** Ascending. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
}

/** What a query says of facets: what is chosen (null for all), and where each part of it stands, in UTF-16 offsets. */
export interface SearchChosen {
  readonly kinds: readonly RecordKind[];
  readonly by: string | null;
  readonly in: string | null;
  readonly year: number | null;
  readonly said: readonly { readonly facet: Facet; readonly start: number; readonly end: number }[];
}

/** What would be found without a part of a query. */
export interface SearchWithout {
  readonly facet: Facet | null;
  /** The part as typed. */
  readonly typed: string;
  /** The query without it. */
  readonly query: string;
  readonly total: number;
  /** The nearest in time where the part asks for one, else the newest. */
  readonly nearest: SearchHit;
}

export interface SearchAnswer {
  readonly query: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: SearchFacets;
  readonly chosen: SearchChosen;
  /** Words that nobody says, and what was looked for instead, if anything. */
  readonly slips: readonly { readonly typed: string; readonly read: string | null }[];
  /** Only where nothing was found. */
  readonly without: readonly SearchWithout[];
}

/** Which pages of a site are read: its articles, all, or none. */
export type SiteMode = 'articles' | 'always' | 'never';

/** All that decides whether the reader runs on a site; `isOn` of data/site.ts puts it together. */
export interface SiteState {
  /** Host name, or null where no extension may read (browser pages, stores, files). */
  readonly host: string | null;
  /** The browser's permission for the site is granted. */
  readonly granted: boolean;
  readonly mode: SiteMode;
  /** Nothing is read anywhere until the reader goes on. */
  readonly paused: boolean;
}

/** A choice for one site. */
export interface SiteChoice {
  readonly url: string;
  readonly mode: SiteMode;
  /** The tab that it was made over. */
  readonly tab: number | null;
  /** It was made in a private window, of which nothing is stored. */
  readonly privately: boolean;
}

/** A topic that is not marked on pages. */
export interface Mute {
  readonly topic: TopicBrief;
  /** Null for every site. */
  readonly host: string | null;
}

export interface LocaleStrings {
  readonly locale: string;
  readonly strings: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/* ------------------------------------------------------------ requests to the background */

export interface BackgroundRequests extends PackRequests {
  /** `address` is what the page gives as its own (`<link rel=canonical>`), if anything; muted topics are not answered. */
  'mentions.find': {
    ask: { blocks: readonly TextBlock[]; address: string | null };
    answer: FoundMentions;
  };
  /** Runs the reader's second script in the asking frame, and adds the style sheet of the marks where it did not come with the page. */
  'marks.load': { ask: { styled: boolean }; answer: ReaderSettings };
  /** Runs the reader in the frames of the asking page that are of its own origin and have none. */
  'frames.read': { ask: null; answer: null };
  /** Runs the card's script in the asking frame. */
  'card.load': { ask: null; answer: LocaleStrings };
  /** Runs the script that writes citations in the asking frame. */
  'cite.load': { ask: null; answer: null };
  /**
   * In the order asked, the unknown left out; the same topic of several packs is one view.
   * `sentence` is what the phrase stands in, if it was met on a page. `address` is what the page gives as its
   * own, as in `mentions.find`. `privately`: for a private window; a page need not say so.
   */
  'topics.view': {
    ask: {
      topics: readonly Key[];
      sentence: string | null;
      address?: string | null;
      privately?: boolean;
    };
    answer: readonly TopicView[];
  };
  /** The reader was shown the records of these topics, as they stand; what changes later is news. `privately` as above. */
  'topics.seen': { ask: { topics: readonly Key[]; privately?: boolean }; answer: null };
  /** What the page of a tab says of itself; of the asking tab when none is given. */
  'page.about': { ask: { tab: number | null }; answer: PageAbout };
  /** What kind of document is in a tab, for telling why nothing is marked there. */
  'page.kind': { ask: { tab: number }; answer: PageKind };
  /** Whether a topic is marked on pages: of one host, or of all (null). In a private window, until it is closed. */
  'mute.set': { ask: { topic: Key; host: string | null; muted: boolean }; answer: null };
  'mutes.list': { ask: null; answer: readonly Mute[] };
  /** Whether it is remembered which records a reader has seen, so that new ones can be told. */
  'memory.get': { ask: null; answer: boolean };
  'memory.set': { ask: { on: boolean }; answer: null };
  'memory.clear': { ask: null; answer: null };
  /**
   * Opens the side panel for the asking tab, at a topic if one is given. To be asked in a click or key press.
   * False where the browser opens it from the toolbar or a key only.
   */
  'panel.open': { ask: { topic: Key | null }; answer: boolean };
  /** The topic that the panel was opened at in a tab, once; null where there is none. */
  'panel.take': { ask: { tab: number }; answer: Key | null };
  search: { ask: { query: string; limit: number }; answer: SearchAnswer };
  'site.get': { ask: { url: string }; answer: SiteState };
  /** After the permission was granted in a click: registers, and acts in open tabs at once. */
  'site.set': { ask: SiteChoice; answer: SiteState };
  /** Gives back the site's own permission and keeps no choice for it. */
  'site.forget': { ask: { url: string }; answer: SiteState };
  /** Stops every reader, or lets them go on; holds until it is set again. */
  'pause.set': { ask: { paused: boolean }; answer: null };
  /** The text that was to be looked up from a page's context menu, once; null where there is none. */
  'lookup.take': { ask: null; answer: string | null };
  /** How cards open. */
  'hover.get': { ask: null; answer: HoverSettings };
  /** Keeps how cards open, and tells the pages that are read. */
  'hover.set': { ask: HoverSettings; answer: null };
  'appearance.get': { ask: null; answer: Appearance };
  /** Holds at once in every page that is read. */
  'appearance.set': { ask: Appearance; answer: null };
  /** The sites that were allowed or chosen for, by name; one with the host `EVERY_HOST` of data/site.ts stands for all. */
  'sites.list': { ask: null; answer: readonly SiteState[] };
  'locale.strings': { ask: null; answer: LocaleStrings };
  'locale.set': { ask: { locale: string }; answer: LocaleStrings };
}

/* ------------------------------------------------------------ requests to a page's reader */

/** One mention on the page, in page order, for lists. */
export interface PageMention {
  readonly index: number;
  readonly topic: TopicBrief;
  readonly phrase: string;
}

/** What a key may do to a card. */
export type CardAct = 'open' | 'close' | 'pin';

/**
 * Why a page is read or not: the site is one whose every page is read, the reader asked for this page, a sign
 * of an article was found, or none was.
 */
export type Why = 'always' | 'asked' | ArticleSign | 'not-article';

export interface PageReading {
  readonly read: boolean;
  readonly why: Why;
}

export interface ReaderRequests {
  'page.mentions': { ask: null; answer: readonly PageMention[] };
  /** Scrolls to a mention and opens its card with focus inside. */
  'page.open': { ask: { index: number }; answer: boolean };
  /** Scrolls to a mention and lights it for a moment; opens nothing and takes no focus. False where it is gone. */
  'page.show': { ask: { index: number }; answer: boolean };
  /** Scrolls to where the reader was before the first `page.show`; false where nothing was shown since. */
  'page.back': { ask: null; answer: boolean };
  /** The next (+1) or previous (-1) mention from where the reader is. */
  'page.step': { ask: { by: 1 | -1 }; answer: boolean };
  /**
   * Opens the card of the mention that the reader is at, with focus inside; closes the card; pins the open
   * card, or frees it. False where there was nothing to do it to.
   */
  'page.act': { ask: { act: CardAct }; answer: boolean };
  /** A topic was muted here, or is no longer (null): what is on the page is asked for again. A pinned card on others stays. */
  'page.again': { ask: { muted: Key | null }; answer: null };
  /** How marks look and cards open from now on. */
  'page.settings': { ask: ReaderSettings; answer: null };
  /** Whether this page is read, and why. */
  'page.state': { ask: null; answer: PageReading };
  /** Reads this page now, although it is no article. */
  'page.read': { ask: null; answer: null };
  /** Marks, card and listeners go at once. */
  'page.stop': { ask: null; answer: null };
}

/* ------------------------------------------------------------ sending */

export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** A message on the wire. */
export interface Envelope<
  R extends { [K in keyof R]: { ask: unknown; answer: unknown } },
  K extends keyof R = keyof R,
> {
  readonly type: K;
  readonly ask: R[K]['ask'];
}

/**
 * Wraps a raw transport in the types of a protocol.
 * @param post sends one message and resolves to the other side's {@link Answer}
 * @returns `ask(type, payload)`, which rejects with the other side's error text
 */
export function asker<R extends { [K in keyof R]: { ask: unknown; answer: unknown } }>(
  post: (message: unknown) => Promise<unknown>,
) {
  return async <K extends keyof R & string>(type: K, ask: R[K]['ask']): Promise<R[K]['answer']> => {
    const answer = (await post({ type, ask })) as Answer<R[K]['answer']> | undefined;
    if (!answer) throw new Error(`no answer to ${type}`);
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  };
}

export type AskBackground = ReturnType<typeof asker<BackgroundRequests>>;

/**
 * @param send `tabs.sendMessage`
 * @returns a way to ask the reader in a tab's page itself, not in its frames: those have no place in a list
 */
export const readerAsker =
  (send: (tab: number, message: unknown, to: { frameId: number }) => Promise<unknown>) =>
  (tab: number) =>
    asker<ReaderRequests>((message) => send(tab, message, { frameId: 0 }));
