/** Whether ids are unique and every reference leads to an entry of the right kind. */
import { type Entry, RELATIONS, type RelationType } from '../../model';
import type { Path } from '../problem';
import { closest } from '../suggest';
import type { Check, LintContext } from './context';

interface Wanted {
  readonly name: string;
  readonly kinds: readonly Entry['kind'][];
}

const TOPIC: Wanted = { name: 'a topic', kinds: ['topic'] };
const ACTOR: Wanted = { name: 'an actor', kinds: ['actor'] };
const SOURCE: Wanted = { name: 'a source', kinds: ['source'] };
const RECORD: Wanted = {
  name: 'a record',
  kinds: ['claim', 'denial', 'statement', 'event', 'tombstone'],
};

/** References that lead nowhere, by what is wrong with them: a missing topic may be named a hundred times. */
type Lost = Map<string, { path: Path; mend: string; more: number }>;

function follow(context: LintContext, lost: Lost, path: Path, ref: string, wanted: Wanted): void {
  const { pack, byId, say } = context;
  const [owner, rest] = ref.includes('#') ? ref.split('#', 2) : [pack.pack, ref];
  const id = rest ?? '';
  // Another pack may not be here, or not yet: the reader's store resolves it.
  if (owner !== pack.pack) return;
  if (ref.includes('#')) {
    say('warning', path, `"${ref}" is an id of this very pack`, `Write ${id}`);
  }
  const found = byId.get(id)?.entry;
  if (found && wanted.kinds.includes(found.kind)) return;
  const ofKind = [...byId.values()]
    .filter(({ entry }) => wanted.kinds.includes(entry.kind))
    .map(({ entry }) => entry.id);
  const near = closest(id, ofKind);
  const mend = near ? `Did you mean "${near}"?` : `Add it, or name another`;
  const message = found
    ? `"${id}" is not ${wanted.name} (it stands in ${byId.get(id)?.section})`
    : `there is no ${wanted.name.replace(/^an? /, '')} "${id}"`;
  const same = lost.get(message);
  if (same) same.more++;
  else lost.set(message, { path, mend, more: 0 });
}

function followAll(
  context: LintContext,
  lost: Lost,
  path: Path,
  refs: readonly string[] | undefined,
  wanted: Wanted,
): void {
  for (const [index, ref] of (refs ?? []).entries()) {
    const at = [...path, index];
    if (refs?.indexOf(ref) !== index) {
      context.say('warning', at, `"${ref}" stands in this list twice`, 'Keep one of the two');
      continue;
    }
    follow(context, lost, at, ref, wanted);
  }
}

/** Ids are one namespace, whatever the kind: `pack#id` must lead to one thing for good. */
export const uniqueIds: Check = ({ entries, byId, say }) => {
  for (const { entry, path } of entries) {
    const first = byId.get(entry.id);
    if (!first || first.path === path) continue;
    const withdrawn = entry.kind === 'tombstone';
    say(
      'error',
      [...path, 'id'],
      `the id "${entry.id}" stands in ${first.section} already`,
      withdrawn
        ? 'Remove the withdrawn record there, and keep this'
        : 'Give one of them another id',
    );
  }
};

/** Topics of one pack that are the same want one id; `sameAs` is for other packs' topics. */
export const sameAsOwnTopic: Check = ({ pack, entries, say }) => {
  for (const { entry, path } of entries) {
    if (entry.kind !== 'topic') continue;
    for (const [index, other] of (entry.sameAs ?? []).entries()) {
      if (!other.startsWith(`${pack.pack}#`)) continue;
      const at = [...path, 'sameAs', index];
      say('warning', at, `"${other}" is of this very pack`, 'Make one topic of the two');
    }
  }
};

/** about, by, of, source, replacedBy and the relations. */
export const danglingReferences: Check = (context) => {
  const lost: Lost = new Map();
  const one = (path: Path, ref: string | undefined, wanted: Wanted) => {
    if (ref !== undefined) follow(context, lost, path, ref, wanted);
  };
  const all = (path: Path, refs: readonly string[] | undefined, wanted: Wanted) =>
    followAll(context, lost, path, refs, wanted);
  for (const { entry, path } of context.entries) {
    if (entry.kind === 'actor') one([...path, 'of'], entry.of, ACTOR);
    if (entry.kind === 'topic' || entry.kind === 'actor' || entry.kind === 'source') continue;
    all([...path, 'about'], entry.about, TOPIC);
    if (entry.kind === 'tombstone') {
      one([...path, 'replacedBy'], entry.replacedBy, RECORD);
      continue;
    }
    all([...path, 'by'], entry.by, ACTOR);
    for (const [index, { source }] of entry.sources.entries()) {
      one([...path, 'sources', index, 'source'], source, SOURCE);
    }
    for (const type of RELATIONS) {
      all([...path, 'relations', type], entry.relations?.[type], RECORD);
    }
  }
  for (const [message, { path, mend, more }] of lost) {
    const elsewhere = more > 0 ? ` (named in ${more} more ${more === 1 ? 'place' : 'places'})` : '';
    context.say('error', path, `${message}${elsewhere}`, mend);
  }
};

/** A record that denies or corrects itself. */
export const selfRelations: Check = ({ records, pack, say }) => {
  for (const { entry, path } of records) {
    for (const type of RELATIONS) {
      for (const [index, ref] of (entry.relations?.[type] ?? []).entries()) {
        if (ref !== entry.id && ref !== `${pack.pack}#${entry.id}`) continue;
        const at = [...path, 'relations', type, index];
        say('error', at, `a record cannot stand in ${type} of itself`, 'Name the other record');
      }
    }
  }
};

/** So many links of a circle are named; a thousand of them would be no message. */
const MAX_NAMED = 6;

/** `a → b → a`, cut short in the middle. */
function circleWords(ids: readonly string[]): string {
  if (ids.length <= MAX_NAMED) return ids.join(' → ');
  const left = ids.length - MAX_NAMED;
  return [...ids.slice(0, MAX_NAMED - 1), `… (${left} more)`, ids.at(-1)].join(' → ');
}

/** Steps along one kind of link from each entry, reporting each circle once, at its first entry. */
function circles(
  context: LintContext,
  next: (entry: Entry) => readonly string[],
  path: (entryPath: Path) => Path,
  what: string,
): void {
  const done = new Set<string>();
  for (const { entry: start, path: at } of context.entries) {
    // Depth first, with a stack of our own: [id, links still to follow].
    const trail: { id: string; todo: string[] }[] = [];
    const places = new Map<string, number>();
    const enter = (id: string) => {
      const entry = context.byId.get(id)?.entry;
      if (!entry || done.has(id)) return;
      places.set(id, trail.length);
      trail.push({ id, todo: [...next(entry)] });
    };
    enter(start.id);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const id = top.todo.pop();
      if (id === undefined) {
        done.add(top.id);
        places.delete(top.id);
        trail.pop();
        continue;
      }
      const from = places.get(id);
      if (from === undefined) enter(id);
      // A self-relation has an error of its own.
      else if (from < trail.length - 1) {
        const circle = circleWords([...trail.slice(from).map((step) => step.id), id]);
        context.say('error', path(at), `${what} lead in a circle: ${circle}`, 'Remove one of them');
      }
    }
  }
}

/** What corrects, supersedes or replaces comes later, so it can never lead back to itself. */
export const relationCircles: Check = (context) => {
  const types: RelationType[] = ['corrects', 'supersedes'];
  for (const type of types) {
    circles(
      context,
      (entry) => ('relations' in entry ? (entry.relations?.[type] ?? []) : []),
      (path) => [...path, 'relations', type],
      `relations of "${type}"`,
    );
  }
  circles(
    context,
    (entry) => (entry.kind === 'tombstone' && entry.replacedBy ? [entry.replacedBy] : []),
    (path) => [...path, 'replacedBy'],
    'withdrawn records',
  );
  circles(
    context,
    (entry) => (entry.kind === 'actor' && entry.of ? [entry.of] : []),
    (path) => [...path, 'of'],
    'actors of actors',
  );
};

/** A denial that names nothing it denies stands alone on the card. */
export const denialsOfSomething: Check = ({ records, say }) => {
  for (const { entry, path } of records) {
    if (entry.kind !== 'denial' || (entry.relations?.denies?.length ?? 0) > 0) continue;
    say(
      'warning',
      path,
      'this denial names nothing that it denies',
      'Add relations: {denies: [id-of-a-record]}, if that record is in the pack',
    );
  }
};
