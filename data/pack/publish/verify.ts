/** Does what a client does with a published pack, and goes on behind what is wrong, to say all of it. */
import type { Delta } from '../../sync/delta';
import { MAX_ENVELOPE } from '../../sync/envelope';
import { deltaName, HEAD, partName } from '../../sync/head';
import { MAX_ROOTS, type Pin, rootName } from '../../sync/root';
import { readPart, type State } from '../../sync/snapshot';
import { entryLine, keyOf, packLine } from '../../sync/state';
import type { Progress } from './open-folder';
import type { Place } from './place';
import { checkState, readDeltaFile, readNamed, readTrusted, type Trusted } from './published';
import { type Finding, REPUBLISH, REUPLOAD, type Say, trying } from './trying';
import { type Step, verifyStep } from './verify-step';
import { ownName } from './version';

export interface Verified {
  readonly findings: readonly Finding[];
  /** Null where there is no head that can be believed. */
  readonly trusted: Trusted | null;
  /** Null where a part is not what it should be. */
  readonly state: State | null;
  /** How readers get here from where they are; null where that was not asked or cannot be told. */
  readonly step: Step | null;
}

/** Of the term; what is left when a reminder is due. A weekly look at a pack of 90 days sees it four times. */
const REMIND_SHARE = 1 / 3;

/**
 * @param pin the fingerprint that the address gives
 * @param from where readers are now: whether they can go on from there is told too
 */
export async function verifyPlace(
  place: Place,
  pin: Pin,
  now: Date,
  progress: Progress,
  from: Place | null = null,
): Promise<Verified> {
  const findings: Finding[] = [];
  const say: Say = (severity, file, message, mend) =>
    findings.push({ severity, file, message, mend });
  const trusted = await trying(say, HEAD, REUPLOAD, async () => {
    const found = await readTrusted(place, pin);
    if (!found)
      say('error', HEAD, 'nothing is published here', 'Publish into it, or check the name');
    return found;
  });
  if (!trusted) return { findings, trusted: null, state: null, step: null };
  const { head } = trusted;
  sayTime(trusted, now, say);
  await sayRoots(place, trusted, say);
  const tick = progress('Checking', head.snapshot.length + head.deltas.length);
  const state = await verifyParts(place, trusted, say, tick);
  for (const file of head.deltas) {
    const name = deltaName(file, head.seq);
    const delta = await trying(say, name, REUPLOAD, () => readDeltaFile(place, head, file));
    if (delta && state && !leadsTo(delta, state)) {
      say('error', name, `this does not lead to the state that ${HEAD} names`, REPUBLISH);
    }
    tick();
  }
  const step = from && state ? await verifyStep(from, place, { trusted, state }, say) : null;
  return { findings, trusted, state, step };
}

const DAY = 24 * 60 * 60 * 1000;

function sayTime({ head }: Trusted, now: Date, say: Say): void {
  const [issued, expires] = [Date.parse(head.issued), Date.parse(head.expires)];
  const left = expires - now.getTime();
  const days = Math.floor(left / DAY);
  if (left <= 0) {
    const message = `this expired at ${head.expires}: readers are told that the pack is stale`;
    say('error', HEAD, message, 'Sign it anew: publish --renew');
  } else if (left < (expires - issued) * REMIND_SHARE) {
    const when = days < 1 ? 'within a day' : days === 1 ? 'in a day' : `in ${days} days`;
    say('warning', HEAD, `this expires ${when}`, 'Sign it anew in time: publish --renew');
  }
  if (issued > now.getTime()) {
    const message = `this was signed at ${head.issued}, which is still to come`;
    say('warning', HEAD, message, 'Set the clock, here or where it was published');
  }
}

async function sayRoots(place: Place, { head, root }: Trusted, say: Say): Promise<void> {
  if (root.version >= MAX_ROOTS) return;
  const next = rootName(root.version + 1);
  const found = await trying(say, next, REUPLOAD, () => place.get(next, MAX_ENVELOPE));
  if (!found) return;
  const message = `there is a later root than the one that ${HEAD} stands on (${head.rootVersion})`;
  say('warning', next, message, 'Finish with "rotate", or upload the new head.json');
}

async function verifyParts(
  place: Place,
  { head }: Trusted,
  say: Say,
  tick: () => void,
): Promise<State | null> {
  const buckets: State['buckets'][number][] = [];
  let pack: State['pack'] | null = null;
  let isWhole = true;
  let from = 0;
  for (const part of head.snapshot) {
    const name = partName(part);
    const content = await trying(say, name, REUPLOAD, async () =>
      readPart(await readNamed(place, name, part), part, from, head.state.buckets),
    );
    if (!content) isWhole = false;
    pack ??= content?.pack?.line ?? null;
    for (const { entries } of content?.buckets ?? []) buckets.push(entries);
    from = part.to;
    tick();
  }
  if (!isWhole || !pack) return null;
  const state = { pack, buckets };
  const checked = await trying(say, HEAD, REPUBLISH, async () => {
    await checkState(state, head);
    return state;
  });
  if (head.name !== ownName(pack) || head.publisher !== pack.publisher.name) {
    const message = `this names "${head.name}" by ${head.publisher}; the pack is "${ownName(pack)}" by ${pack.publisher.name}`;
    say('error', HEAD, message, REPUBLISH);
  }
  return checked;
}

/**
 * What can be said of a delta without the state that it starts from: all that it puts is what stands there now, and
 * nothing that it drops does.
 */
function leadsTo({ pack, buckets }: Delta, state: State): boolean {
  if (pack && packLine(pack) !== packLine(state.pack)) return false;
  for (const [bucket, changes] of buckets) {
    const there = new Map(state.buckets[bucket]?.map((entry) => [keyOf(entry), entry]));
    for (const [key, change] of changes) {
      const entry = there.get(key);
      const fits =
        change.kind === 'drop' ? !entry : entry && entryLine(entry) === entryLine(change);
      if (!fits) return false;
    }
  }
  return true;
}
