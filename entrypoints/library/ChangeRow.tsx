import { DateText } from '../../components/DateText';
import { Marker } from '../../components/Marker';
import { Names, useWords } from '../../components/words';
import type { RecordKind } from '../../data/model';
import type { ChangeView, FieldView } from '../../data/pack-messages';

/** As the style sheet has it: a word, and a sign that says the same without colour. */
const SIGNS: Readonly<Record<ChangeView['change'], string>> = {
  added: '+',
  changed: '~',
  withdrawn: '−',
  removed: '−',
};

const KINDS = ['claim', 'denial', 'statement', 'event'] as const satisfies readonly RecordKind[];

const isKind = (kind: ChangeView['kind']): kind is RecordKind =>
  (KINDS as readonly string[]).includes(kind);

/** An entry that a version brought, changed field by field, or took away. */
export function ChangeRow({
  change: { change, kind, record, title, fields },
}: {
  readonly change: ChangeView;
}) {
  const { say } = useWords();
  const date = record?.made ?? record?.when ?? null;
  const gone = change === 'withdrawn' || change === 'removed';
  const text = record && !record.withdrawn ? record.text.text : title;
  return (
    <li class="change">
      <span class="change-word">
        <span class="change-sign" aria-hidden="true">
          {SIGNS[change]}
        </span>
        {say(`changes.${change}`)}
      </span>
      <span class="change-kind">
        {isKind(kind) && <Marker kind={kind} />}
        <span class="visually-hidden">{say(`changes.kind.${kind}`)}</span>
      </span>
      <div>
        <p class="change-head">
          {!isKind(kind) && <span class="quiet">{say(`changes.kind.${kind}`)} </span>}
          {record && record.speakers.length > 0 && <Names names={record.speakers} />}
          {record && record.speakers.length > 0 && date && ' · '}
          {date && <DateText date={date} />}
        </p>
        <p>
          {gone ? (
            <del>
              <bdi>{title}</bdi>
            </del>
          ) : (
            <bdi>{text}</bdi>
          )}
        </p>
        {record?.withdrawn && (
          <p class="quiet">
            {say('changes.reason')} <bdi>{record.withdrawn.reason}</bdi>
          </p>
        )}
        {fields.map((field) => (
          <Field key={field.field} field={field} />
        ))}
      </div>
      <p class="quiet change-topics">{record && <Names names={record.about} />}</p>
    </li>
  );
}

/** Fields that have a word of their own; others are told as "other details", by the pack's own name for them. */
const NAMED = [
  'text',
  'made',
  'when',
  'quantity',
  'by',
  'about',
  'sources',
  'relations',
  'name',
  'mention',
  'kind',
] as const;

type Named = (typeof NAMED)[number];

/** "Said on 18 Oct 2024 → 19 Oct 2024": what it was, struck through, and what it is. */
function Field({ field: { field, before, after } }: { readonly field: FieldView }) {
  const { say } = useWords();
  const [first = ''] = field.split('.');
  const named = (NAMED as readonly string[]).includes(first);
  return (
    <p class="change-field">
      <span class="quiet">
        {named ? say(`changes.field.${first as Named}`) : say('changes.field.other', { field })}
      </span>{' '}
      {before !== null && (
        <del>
          <bdi>{before}</bdi>
        </del>
      )}
      {before !== null && after !== null && (
        <>
          {' '}
          <span class="change-arrow">→</span>{' '}
        </>
      )}
      {after !== null && (
        <ins>
          <bdi>{after}</bdi>
        </ins>
      )}
    </p>
  );
}
