import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DateView, Key, Named, PackView, RecordView } from '../data/messages';
import { FoldButton } from './FoldButton';
import type { Lit } from './lit';
import { MonthHead } from './MonthHead';
import { PageDate } from './PageDate';
import { openAtFirst, opened, plan } from './plan';
import { type Ranges, reveal } from './ranges';
import { type Setting, Ties, TimelineRow } from './TimelineRow';
import { LANES, type Passing, passings, tiesOf } from './ties';
import { type Item, itemsOf } from './timeline-items';
import { useWords } from './words';

/** So many rows come out at one press: a screenful or several, built in a moment. */
const STEP = 50;

interface Props {
  /** In date order. */
  readonly records: readonly RecordView[];
  /** Who published them. */
  readonly packs?: readonly PackView[] | undefined;
  /** When the page was published that they are shown beside; undefined where there is none, null where that is not known. */
  readonly pageDate?: DateView | null | undefined;
  /** What the page's sentence names: the same figures are marked. */
  readonly named?: Named | null | undefined;
  /** The record that the reader is taken to; what hides it opens. */
  readonly lit?: Lit | null;
  /** Asked for by a relation that names another record of the list. */
  readonly onPick?: ((record: Key) => void) | undefined;
  /** The lit record's row is there, to be scrolled to. */
  readonly onShown?: ((row: HTMLElement) => void) | undefined;
  /** Records whose passage is no longer on the page that is their source. */
  readonly gone?: ReadonlySet<Key> | undefined;
  /** Stands beside who said it. */
  readonly tagOf?: ((record: RecordView) => ComponentChildren) | undefined;
  /** Everything stands open, with nothing to press, as in print. */
  readonly whole?: boolean;
  /** No more of it is drawn yet, counted in what stands in the list. */
  readonly first?: number | undefined;
  /** Runs of six rows and more show their ends only. */
  readonly fold?: boolean;
}

const NONE: Passing = { up: false, down: false, end: false };
const NOTHING: readonly PackView[] = [];

/** What is open and closed by the reader's hand, by id of the run; what the list opens with where they touched nothing. */
function useOpen(atFirst: ReadonlyMap<string, Ranges>) {
  const [touched, setTouched] = useState<ReadonlyMap<string, Ranges | null>>(new Map());
  const shown = (id: string): Ranges | null => {
    const own = touched.get(id);
    return own === undefined ? (atFirst.get(id) ?? null) : own;
  };
  const set = (id: string, ranges: Ranges | null) => setTouched(new Map(touched).set(id, ranges));
  return { shown, set };
}

/**
 * Records on the one line of record: claims before it, denials after it, statements and events on it; what denies or corrects
 * what is tied. What is certainly later than the page stands below the page's own date, all else above it. A long record is told
 * by months and folds: only what is on show is built. Undated records stand last, off the line.
 */
export function Timeline(props: Props) {
  const { records, pageDate, named, gone, whole = false, fold = false, lit = null, first } = props;
  const { packs = NOTHING, tagOf } = props;
  const { say } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const planned = useMemo(() => plan(records, pageDate ?? null), [records, pageDate?.edtf]);
  const atFirst = useMemo(() => openAtFirst(planned, fold), [planned, fold]);
  const open = useOpen(atFirst);
  const [pointed, setPointed] = useState<Key | null>(null);

  const latest = useRef(props);
  latest.current = props;
  const picks = props.onPick !== undefined;
  const setting = useMemo((): Setting => {
    const marks = new Map(named?.records.map((one) => [one.key, one.marks]));
    return {
      packs,
      marksOf: ({ key }) => marks.get(key),
      isGone: ({ key }) => gone?.has(key) ?? false,
      tagOf,
      onPick: picks ? (key) => latest.current.onPick?.(key) : undefined,
      canPick: (key) => planned.places.has(key),
    };
  }, [planned, packs, named, gone, picks, tagOf]);

  // Taken to a record: first it is brought out, then its row is there to be scrolled to.
  const due = useRef<Lit | null>(null);
  useLayoutEffect(() => {
    due.current = lit;
    const place = lit && planned.places.get(lit.key);
    if (!place || whole) return;
    const { run, row } = place;
    const ranges = open.shown(run.id) ?? opened(run, fold);
    if (!open.shown(run.id) || !ranges.some(([start, end]) => start <= row && row < end)) {
      open.set(run.id, reveal(ranges, row - 1, row + 2, run.entries.length));
    }
  }, [lit]);
  useLayoutEffect(() => {
    const key = due.current && planned.places.get(due.current.key)?.run.entries;
    const entry = key?.find(({ records: all }) => all.some((one) => one.key === due.current?.key));
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const row = entry && rows.find((each) => each.dataset.key === entry.key);
    if (!row) return;
    due.current = null;
    const root = row.getRootNode() as Document | ShadowRoot;
    if (list.current?.contains(root.activeElement)) row.focus({ preventScroll: true });
    latest.current.onShown?.(row);
  });

  const show = (id: string) => (whole ? null : open.shown(id));
  const dated = itemsOf(planned, whole, show, Boolean(pageDate));
  const undated = planned.undated.flatMap((run) =>
    itemsOf({ before: [run], after: [] }, whole, show, false),
  );
  const ties = tiesOf(dated.map(recordsOf));
  const at = dated.findIndex((item) => item.type === 'row' && item.entry.key === pointed);
  const own = at < 0 ? [] : ties.filter(({ from, to }) => from === at || to === at);
  const passing = (all: typeof ties) =>
    LANES.map((lane) => passings(all, lane, dated.length)) as [Passing[], Passing[]];
  const [denies, corrects] = passing(ties);
  const [denied, corrected] = own.length > 0 ? passing(own) : [[], []];
  const tied = new Set(own.flatMap(({ from, to }) => [from, to]));

  const draw = (item: Item, i: number, onLine: boolean) => {
    const rest = { denies: denies[i] ?? NONE, corrects: corrects[i] ?? NONE };
    const bright =
      own.length > 0 ? { denies: denied[i] ?? NONE, corrects: corrected[i] ?? NONE } : null;
    const beside = onLine && <Ties rest={rest} lit={bright} />;
    if (item.type === 'row') {
      const none = { denies: NONE, corrects: NONE };
      return (
        <TimelineRow
          key={item.entry.key}
          entry={item.entry}
          above={item.above}
          joined={item.joined}
          yearSaid={item.run.month !== null}
          setting={setting}
          rest={onLine ? rest : none}
          bright={onLine ? bright : null}
          lit={item.entry.records.some(({ key }) => key === lit?.key)}
          tied={onLine && tied.has(i)}
        />
      );
    }
    if (item.type === 'fold') {
      const { run, from, to } = item;
      const upTo = Math.min(to, from + STEP);
      return (
        <li key={`fold ${run.id} ${from}`} class="between">
          {beside}
          <FoldButton
            hidden={run.entries.slice(from, upTo).flatMap((entry) => entry.records)}
            onOpen={() =>
              open.set(run.id, reveal(open.shown(run.id) ?? [], from, upTo, run.entries.length))
            }
          />
        </li>
      );
    }
    if (item.type === 'month') {
      const { run, month } = item;
      const isOpen = whole || open.shown(run.id) !== null;
      return (
        <li key={`month ${run.id}`} class="between month">
          {beside}
          <MonthHead
            run={run}
            month={month}
            open={isOpen}
            fixed={whole}
            onToggle={() => open.set(run.id, isOpen ? null : opened(run, fold))}
          />
        </li>
      );
    }
    return (
      <li key={item.type} class={item.type === 'page' ? 'page-date' : 'between later-head'}>
        {beside}
        {item.type === 'page' ? pageDate && <PageDate date={pageDate} /> : say('page.after')}
      </li>
    );
  };

  const pointAt = ({ target }: Event) => {
    const row = (target as Element).closest<HTMLElement>('[data-key]');
    setPointed(row?.dataset.key ?? null);
  };
  return (
    <div
      ref={list}
      onPointerOver={pointAt}
      onFocusIn={pointAt}
      onPointerLeave={() => setPointed(null)}
      onFocusOut={() => setPointed(null)}
    >
      {dated.length > 0 && (
        <ol class="timeline dated">
          {dated.slice(0, first).map((item, i) => draw(item, i, true))}
        </ol>
      )}
      {undated.length > 0 && (dated.length === 0 || first === undefined) && (
        <>
          {dated.length > 0 && <h3 class="group">{say('record.undated')}</h3>}
          <ul class="timeline" aria-label={say('record.undated')}>
            {undated.slice(0, first).map((item, i) => draw(item, i, false))}
          </ul>
        </>
      )}
    </div>
  );
}

const recordsOf = (item: Item) => (item.type === 'row' ? item.entry.records : null);
