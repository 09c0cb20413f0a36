import { useEffect, useState } from 'preact/hooks';
import { PackHead } from '../../components/PackHead';
import { useWords } from '../../components/words';
import type { AskBackground, PackView } from '../../data/messages';

/** The packs that are here, each with its publisher and what is in it. */
export function Packs({ ask }: { readonly ask: AskBackground }) {
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
            <PackHead pack={pack} />
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
