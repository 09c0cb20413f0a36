import { useEffect, useState } from 'preact/hooks';
import { MarkedText } from '../../components/MarkedText';
import { MentionedTopic } from '../../components/MentionedTopic';
import { TopicRecord } from '../../components/TopicRecord';
import { useWords } from '../../components/words';
import type {
  AskBackground,
  FoundMentions,
  Marks,
  TextBlock,
  TopicView,
} from '../../data/messages';

/** UTF-16 units: a long article. */
const MAX_TEXT = 50_000;

/** A pause in typing. */
const TYPED_MS = 250;

/** @returns the paragraphs of a text, as a page would have them as blocks */
const blocksOf = (text: string): TextBlock[] =>
  text
    .split(/\n+/)
    .map((paragraph, id) => ({ id, text: paragraph }))
    .filter((block) => block.text.trim() !== '');

/** @returns what is marked of a block, ascending; what overlaps is marked once */
function marksIn({ mentions }: FoundMentions, block: number): Marks {
  const parts = mentions
    .filter((mention) => mention.block === block)
    .flatMap((mention) => mention.parts)
    .toSorted(([a], [b]) => a - b);
  const marks: [number, number][] = [];
  for (const [start, end] of parts) {
    const last = marks.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

interface Tried {
  readonly blocks: readonly TextBlock[];
  readonly found: FoundMentions;
}

/** What would be marked in a text: for who writes packs, and for who wonders why a page is or is not marked. */
export function TryText({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const [tried, setTried] = useState<Tried | null>(null);
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState<TopicView | null>(null);

  useEffect(() => {
    const blocks = blocksOf(text);
    if (blocks.length === 0) return setTried(null);
    let current = true;
    const timer = setTimeout(() => {
      ask('mentions.find', { blocks, address: null }).then(
        (found) => {
          if (!current) return;
          setTried({ blocks, found });
          setFailed(false);
        },
        () => current && setFailed(true),
      );
    }, TYPED_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [ask, text]);

  async function show(topic: string) {
    if (open?.key === topic) return setOpen(null);
    try {
      const [view] = await ask('topics.view', { topics: [topic], sentence: null });
      setOpen(view ?? null);
    } catch {
      setFailed(true);
    }
  }

  const mentionsOf = (topic: string) =>
    tried?.found.mentions.filter((mention) => mention.topic === topic).length ?? 0;
  return (
    <>
      <p class="lead">{say('try.lead')}</p>
      <label class="try">
        <span class="small-title">{say('try.text')}</span>
        <textarea
          class="field"
          rows={6}
          maxLength={MAX_TEXT}
          value={text}
          dir="auto"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      {failed && (
        <p class="note" role="alert">
          {say('error.internal')}
        </p>
      )}
      <div role="status" class="quiet">
        {tried && say('try.found', { n: tried.found.mentions.length })}
      </div>
      {tried && (
        <div class="tried">
          {tried.blocks.map(({ id, text: paragraph }) => (
            <p key={id} dir="auto">
              <MarkedText text={paragraph} marks={marksIn(tried.found, id)} />
            </p>
          ))}
        </div>
      )}
      {tried && (
        <ul class="try-topics">
          {tried.found.topics.map((topic) => (
            <MentionedTopic
              key={topic.key}
              topic={topic}
              mentions={mentionsOf(topic.key)}
              onOpen={() => void show(topic.key)}
            />
          ))}
        </ul>
      )}
      {open && (
        <section class="try-record" aria-label={open.name}>
          <h2 class="small-title">
            <bdi>{open.name}</bdi>
          </h2>
          <TopicRecord topic={open} lit={null} onPick={() => {}} onShown={() => {}} />
        </section>
      )}
    </>
  );
}
