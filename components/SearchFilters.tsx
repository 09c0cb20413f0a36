import type { SearchChosen, SearchFacets } from '../data/messages';
import type { Facet } from '../data/search/facets';
import { numberFormat } from './intl';
import { KindChips } from './KindChips';
import { useWords } from './words';

interface Props {
  readonly facets: SearchFacets;
  readonly chosen: SearchChosen;
  /** Chooses these of a facet; none is all. */
  readonly onChoose: (facet: Facet, values: readonly string[]) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | null;
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, any, options, chosen, onChoose }: ChoiceProps) {
  return (
    <select
      class="choose"
      aria-label={label}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    >
      <option value="" selected={chosen === null}>
        {any}
      </option>
      {options.map(({ value, label: text }) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** What narrows a search, each choice with the number of records that it would leave. */
export function SearchFilters({ facets, chosen, onChoose }: Props) {
  const { locale, say } = useWords();
  const count = (n: number) => numberFormat(locale).format(n);
  const one = (facet: Facet) => (value: string | null) =>
    onChoose(facet, value === null ? [] : [value]);
  const { speakers, packs, years } = facets;
  return (
    <section class="search-filters" aria-label={say('filter.title')}>
      <KindChips
        counts={facets.kinds}
        chosen={chosen.kinds}
        onChoose={(kinds) => onChoose('kind', kinds)}
      />
      <div class="chips">
        {(speakers.length > 1 || chosen.by !== null) && (
          <Choice
            label={say('filter.speaker')}
            any={say('filter.speaker.any')}
            options={speakers.map(({ id, name, count: n }) => ({
              value: id,
              label: say('filter.speaker.count', { name, count: count(n) }),
            }))}
            chosen={chosen.by}
            onChoose={one('by')}
          />
        )}
        {(years.length > 1 || chosen.year !== null) && (
          <Choice
            label={say('search.year')}
            any={say('search.year.any')}
            options={years.map(({ year, count: n }) => ({
              value: String(year),
              label: say('search.year.count', { year: String(year), count: count(n) }),
            }))}
            chosen={chosen.year === null ? null : String(chosen.year)}
            onChoose={one('date')}
          />
        )}
        {(packs.length > 1 || chosen.in !== null) && (
          <Choice
            label={say('search.pack')}
            any={say('search.pack.any')}
            options={packs.map(({ id, name, count: n }) => ({
              value: id,
              label: say('filter.speaker.count', { name, count: count(n) }),
            }))}
            chosen={chosen.in}
            onChoose={one('in')}
          />
        )}
      </div>
    </section>
  );
}
