/**
 * The gallery: every shared piece in every state. `?only=ID` shows one state; `?theme=light|dark` overrules the browser's. With
 * `?font=blocks` letters are drawn as blocks, for pictures that no font changes (docs/adr/0012).
 */
import { render } from 'preact';
import '../../components/tokens.css';
import '../../components/record.css';
import '../../components/page.css';
import './gallery.css';
import { direction, WordsProvider } from '../../components/words';
import { blockFont } from './block-font';
import type { State } from './state';
import { STATES } from './states';
import { english } from './words';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;

if (asked.get('font') === 'blocks') {
  for (const [bold, weight] of [
    [false, '1 500'],
    [true, '501 1000'],
  ] as const) {
    const face = new FontFace('Blocks', blockFont(bold), { weight });
    document.fonts.add(face);
    await face.load();
  }
  document.documentElement.classList.add('blocks');
}

function Shown({
  state: { id, title, width = 380, words = english, piece: Piece },
}: {
  readonly state: State;
}) {
  return (
    <section class="state" aria-labelledby={`title-${id}`}>
      <h2 class="state-title" id={`title-${id}`}>
        <a href={`?only=${id}`}>{id}</a> <span>{title}</span>
      </h2>
      <div
        class="surface state-piece"
        data-state={id}
        lang={words.locale}
        dir={direction(words.locale)}
        style={{ inlineSize: `${width}px` }}
      >
        <WordsProvider value={words}>
          <Piece />
        </WordsProvider>
      </div>
    </section>
  );
}

const only = asked.get('only');
const shown = STATES.filter(({ id }) => only === null || id === only);
document.body.className = 'surface gallery';
render(
  <main>
    <h1 class="gallery-title">On Record: every piece in every state</h1>
    <div class="states">
      {shown.map((state) => (
        <Shown key={state.id} state={state} />
      ))}
    </div>
  </main>,
  document.body,
);
