/** `try --explain --json`: an explanation for programs. */
import type { Found, Proof } from '../../mentions/explain';
import type { Gap, NearMiss } from '../../mentions/near-miss';
import type { TracedRule, WrittenTerm } from '../../mentions/trace';
import type { ParsedPack } from '../parse';
import { type Path, placeOf } from '../problem';
import type { Explanation } from './explanation';
import { typed } from './report';
import { gapWords, nameOf } from './rule-words';
import type { Block } from './texts';

/**
 * How rules, mentions and near misses of a block are written for programs.
 * @param page the file's whole text, into which all offsets lead
 * @param locate where the pack's rules are written
 */
export function jsonForms(page: string, block: Block, locate: ParsedPack['locate']) {
  const at = (path: Path) => {
    const place = locate(path);
    return placeOf({ ...place, file: typed(place.file) });
  };
  const span = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: block.start + start,
    end: block.start + end,
    text: page.slice(block.start + start, block.start + end),
  });
  const place = (found: Found) => ({
    ...span(found),
    parts: found.parts.map(([start, end]) => [block.start + start, block.start + end]),
  });
  const written = ({ term, surface, list, path }: WrittenTerm) => ({
    list,
    ...(typeof term === 'string' ? { text: term } : term),
    surface,
    at: at(path),
  });
  const rule = (traced: TracedRule) => ({
    op: traced.op,
    name: nameOf(traced),
    at: at(traced.path),
    ...(traced.op !== 'list' && { within: traced.rule.paragraph ? 'paragraph' : 'sentence' }),
    ...(traced.op === 'near' && {
      distance: traced.rule.distance,
      ordered: traced.rule.ordered,
    }),
  });
  const leaf = (traced: TracedRule, found: Found) => ({
    ...rule(traced),
    found: place(found),
    terms: found.terms.map(written),
  });
  const proof = ({ rule: traced, found, parts, given }: Proof): object => ({
    ...leaf(traced, found),
    ...(traced.op !== 'list' && { parts: parts.map(proof), given: given.map(proof) }),
  });
  const gap = (one: Gap): object => {
    const common = { kind: one.kind, rule: rule(one.rule), words: gapWords(one, block.text) };
    switch (one.kind) {
      case 'missing':
        return {
          ...common,
          elsewhere: one.elsewhere && place(one.elsewhere.found),
          lookalike: one.lookalike && { ...span(one.lookalike), term: written(one.lookalike.term) },
        };
      case 'excluded':
        return { ...common, by: leaf(one.by.rule, one.by.found) };
      case 'given':
        return { ...common, gaps: one.gaps.map(gap) };
      case 'distance':
        return {
          ...common,
          before: place(one.before),
          after: place(one.after),
          between: one.words,
        };
      case 'order':
        return { ...common, order: one.order.map(place) };
      case 'fit':
        return common;
    }
  };
  const miss = ({ rule: traced, present, gaps, ...hull }: NearMiss) => ({
    ...span(hull),
    rule: rule(traced),
    present: present.map(({ rule: list, found }) => leaf(list, found)),
    gaps: gaps.map(gap),
  });
  return { place, proof, miss };
}

/**
 * An explanation as objects to print, one a line: first its mentions, then what nearly was one.
 * @param file as given on the command line
 */
export function explanationJson(
  file: string,
  page: string,
  { block, mentions, nearly }: Explanation,
  locate: ParsedPack['locate'],
): object[] {
  const { place, proof, miss } = jsonForms(page, block, locate);
  const { number } = block;
  return [
    ...mentions.map(({ topic, proof: why }) => {
      const rule = proof(why);
      return { kind: 'mention', file, number, topic, ...place(why.found), rule };
    }),
    ...nearly.map((one) => ({ kind: 'nearly', file, number, topic: one.topic, ...miss(one) })),
  ];
}
