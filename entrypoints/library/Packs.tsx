import { useEffect, useState } from 'preact/hooks';
import { Counts } from '../../components/Counts';
import { Monogram } from '../../components/Monogram';
import { useWords } from '../../components/words';
import type { PackView } from '../../data/messages';
import type { Ask } from './Library';

/** The packs that are here, each with its publisher and what is in it. */
export function Packs({ ask }: { readonly ask: Ask }) {
  const { say } = useWords();
  const [packs, setPacks] = useState<readonly PackView[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    ask('packs.list', null).then(setPacks, (error: Error) => setTrouble(error.message));
  }, [ask]);
  return (
    <>
      <p class="lead">{say('library.packs.lead')}</p>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      <ul class="library-list">
        {packs.map((pack) => (
          <li key={pack.id} class="library-pack">
            <Monogram pack={pack} />
            <div>
              <h2 class="small-title">
                <bdi>{pack.name}</bdi>
              </h2>
              <p class="quiet">
                <bdi>{pack.publisher}</bdi> · {pack.licence}
              </p>
              <Counts counts={pack.counts} />
            </div>
            <div>
              <p class="small-title">{say('library.topics', { n: pack.counts.topic })}</p>
              <p class="quiet">
                {pack.edition !== null && say('library.edition', { edition: pack.edition })}
              </p>
            </div>
            <p>{say(pack.bundled ? 'pack.bundled' : 'pack.added')}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
