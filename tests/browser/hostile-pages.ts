/** Pages that a browser test puts on its site: huge, restless, in their own way hostile. All in our own words. */
import type { MadePage } from './site';

/** What a page here says that the first pack has on record. */
export const SAID = 'Officials said that North Korean troops had been seen in the Kursk region.';

const FILLER = 'The beans are in, the peas are up, and a robin watches from the fence. ';

interface Parts {
  readonly head?: string;
  /** Default: one paragraph of {@link SAID}. */
  readonly article?: string;
  /** After the article. */
  readonly end?: string;
}

/** A page that is an article to whoever asks. */
const article = ({ head = '', article = `<p>${SAID}</p>`, end = '' }: Parts): MadePage => ({
  body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>An article</title><meta property="og:type" content="article">${head}</head>
<body><article><h1>Soldiers and the road</h1>${article}</article>${end}</body>
</html>`,
});

const script = (source: string) => `<script>${source}</script>`;

/** 5 MB of text in one node, marked at its beginning and in the paragraph after it. */
export const ONE_LONG_NODE = article({
  article: `<p>${SAID} ${FILLER.repeat(Math.ceil(5_000_000 / FILLER.length))}</p>
<p>In the end the State Duma ratified the Treaty on Comprehensive Strategic Partnership between Russia and North Korea.</p>`,
});

/** 100,000 elements, each with its text. */
export const MANY_NODES = article({
  article: `${Array.from({ length: 50_000 }, (_, i) => `<p>Line <b>${i}</b></p>`).join('')}<p>${SAID}</p>`,
});

/**
 * Elements inside one another; a parser stops nesting at some hundreds, a script does not. Chromium itself
 * dies of laying out some thousands, so deeper ones are not displayed.
 */
export const nested = (depth: number, displayed: boolean): MadePage =>
  article({
    head: displayed ? '' : '<style>#outermost { display: none; }</style>',
    article: `<div id="outermost"></div><p>${SAID}</p>`,
    end: script(`
      let at = document.getElementById('outermost');
      for (let i = 0; i < ${depth}; i++) at = at.appendChild(document.createElement('div'));
      at.textContent = ${JSON.stringify(SAID)};
    `),
  });

export const STORM = { mutations: 100_000, each: 100, everyMs: 10 } as const;

/**
 * 10,000 changes a second for ten seconds: texts that change, elements that come and go. Says in `storm`
 * how many there were, how many frames the page drew meanwhile, and whether it is over.
 */
export const STORMY = article({
  article: `<p>${SAID}</p><div id="ticker"></div>`,
  end: script(`
    window.storm = { mutations: 0, frames: 0, over: false };
    const ticker = document.getElementById('ticker');
    const texts = Array.from({ length: 50 }, () => ticker.appendChild(document.createElement('p')).appendChild(new Text('')));
    const frame = () => { storm.frames++; if (!storm.over) requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
    const burst = () => {
      for (let i = 0; i < ${STORM.each}; i += 2) {
        texts[i % 50].data = 'North Korean troops, bulletin ' + storm.mutations;
        const line = document.createElement('p');
        line.append('Kursk, line ' + i);
        ticker.append(line);
        if (ticker.childElementCount > 80) ticker.lastElementChild.remove();
        storm.mutations += 2;
      }
      if (storm.mutations < ${STORM.mutations}) return;
      clearInterval(interval);
      storm.over = true;
      ticker.replaceChildren(Object.assign(document.createElement('p'), { id: 'calm', textContent: 'In the calm, the State Duma ratified the Treaty on Comprehensive Strategic Partnership between Russia and North Korea.' }));
    };
    let interval;
    window.startStorm = () => { interval = setInterval(burst, ${STORM.everyMs}); };
  `),
});

/** Deletes every highlight it sees, a hundred times a second, until `over` is set. Counts in `tally`. */
export const DELETES_HIGHLIGHTS = article({
  end: script(`
    window.tally = { looks: 0, deletions: 0 };
    window.startDeleting = () => {
      const interval = setInterval(() => {
        tally.looks++;
        if (CSS.highlights.size > 0) { tally.deletions++; CSS.highlights.clear(); }
        if (window.over) clearInterval(interval);
      }, 10);
    };
  `),
});

/** Counts in `cards` the hosts of our card that came into the document. */
const COUNTS_CARDS = script(`
  window.cards = 0;
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.localName === 'on-record-card') cards++;
  }).observe(document, { childList: true, subtree: true });
`);

/** Makes up the events of a hand that rests on every word, and of one that clicks and types. */
export const FAKES_EVENTS = article({
  end: `${COUNTS_CARDS}${script(`
    window.fakes = 0;
    window.startFaking = () => {
      const p = document.querySelector('p');
      const range = document.createRange();
      setInterval(() => {
        for (let at = 0; at < p.firstChild.length; at += 4) {
          range.setStart(p.firstChild, at);
          range.setEnd(p.firstChild, at + 1);
          const box = range.getBoundingClientRect();
          const at_ = { bubbles: true, clientX: box.x + 2, clientY: box.y + box.height / 2 };
          for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointerover'])
            p.dispatchEvent(new PointerEvent(type, { ...at_, pointerType: 'mouse' }));
          for (const type of ['mousemove', 'mouseover', 'mousedown', 'mouseup', 'click'])
            p.dispatchEvent(new MouseEvent(type, at_));
          fakes++;
        }
        for (const key of ['.', 'Enter']) dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true }));
      }, 50);
    };
  `)}`,
});

/** Takes away whatever is put beside its body, at once, while `guarding` is set; counts in `thrownOut`. */
export const THROWS_OUT = article({
  end: script(`
    window.guarding = true;
    window.thrownOut = 0;
    new MutationObserver(() => {
      if (!guarding) return;
      for (const child of [...document.documentElement.children])
        if (child !== document.head && child !== document.body) { child.remove(); thrownOut++; }
    }).observe(document.documentElement, { childList: true });
  `),
});

/** Lays itself over everything: z-index, the top layer, and again whatever comes on top. */
export const COVERS = article({
  head: `<style>
    .veil { position: fixed; inset: 0; width: auto; height: auto; margin: 0; border: 0; background: none; z-index: 2147483647; pointer-events: none; }
    on-record-card { display: none !important; z-index: -1 !important; opacity: 0 !important; pointer-events: none !important; visibility: hidden !important; }
  </style>`,
  end: `<div class="veil"></div><div class="veil" id="top" popover="manual"></div>${script(`document.getElementById('top').showPopover();`)}`,
});

/** All styles of all elements undone, and nobody may object. */
export const UNSET = article({
  head: `<style>
    * { all: unset !important; }
    head, script, style, title { display: none !important; }
    article, h1, p { display: block !important; margin: 12px !important; }
  </style>`,
});

/** What our scripts call is broken, emptied or spied upon in the page's own world. */
export const REDEFINES = article({
  head: script(`
    window.spied = [];
    const trap = (name) => () => { spied.push(name); throw new Error('the page broke ' + name); };
    window.getSelection = trap('getSelection');
    for (const name of ['caretPositionFromPoint', 'elementFromPoint', 'createElement', 'createRange', 'createTreeWalker', 'getSelection'])
      Document.prototype[name] = trap(name);
    for (const name of ['setStart', 'setEnd', 'getClientRects', 'getBoundingClientRect', 'toString'])
      Range.prototype[name] = trap('Range.' + name);
    for (const name of ['appendChild', 'insertBefore', 'removeChild', 'contains', 'compareDocumentPosition'])
      Node.prototype[name] = trap('Node.' + name);
    for (const name of ['append', 'remove', 'closest', 'matches', 'attachShadow', 'querySelectorAll', 'getClientRects'])
      Element.prototype[name] = trap('Element.' + name);
    for (const name of ['firstChild', 'nextSibling', 'parentNode', 'parentElement', 'isConnected'])
      Object.defineProperty(Node.prototype, name, { get: trap('Node.' + name) });
    HTMLElement.prototype.showPopover = trap('showPopover');
    window.MutationObserver = trap('MutationObserver');
    window.requestAnimationFrame = trap('requestAnimationFrame');
    window.requestIdleCallback = trap('requestIdleCallback');
    window.Highlight = trap('Highlight');
    window.CSSStyleSheet = trap('CSSStyleSheet');
    window.CSS = undefined;
    window.scheduler = undefined;
    Array.prototype.push = new Proxy(Array.prototype.push, {});
    Map.prototype.set = trap('Map.set');
    WeakMap.prototype.set = trap('WeakMap.set');
    Promise.prototype.finally = trap('finally');
  `),
});

/**
 * Named elements stand before what a document and a form have by that name, in every script's world
 * (https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem-filter).
 */
export const NAMED_LIKE_THE_DOM = article({
  head: '<meta name="body">',
  article: `<form><input name="nextSibling"><input name="parentNode"><input name="parentElement"><input name="firstChild"><input name="localName">
    <input name="nodeType"><input name="matches"><input name="closest"><input name="isConnected"><p>${SAID}</p></form>
    <p>Pyongyang denied that North Korean troops were in the Kursk region.</p>`,
  end: [
    'documentElement',
    'body',
    'createElement',
    'createRange',
    'querySelectorAll',
    'elementFromPoint',
    'caretPositionFromPoint',
    'getSelection',
    'addEventListener',
    'defaultView',
    'activeElement',
    'fullscreenElement',
    'contentType',
    'adoptedStyleSheets',
  ]
    .map((name) => `<img name="${name}" alt="">`)
    .join(''),
});

export const XHTML: MadePage = {
  type: 'application/xhtml+xml',
  body: `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head><title>An article</title><meta property="og:type" content="article" /></head>
<body><article><h1>Soldiers and the road</h1><p>${SAID}</p></article></body>
</html>`,
};

export const SVG: MadePage = {
  type: 'image/svg+xml',
  body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 200">
<text x="20" y="60" font-size="20">${SAID}</text>
</svg>`,
};

export const PLAIN_TEXT: MadePage = { type: 'text/plain', body: `${SAID}\n\n${SAID}\n` };

export const framesetOf = (url: string): MadePage => ({
  body: `<!doctype html><html><head><title>Frames</title></head><frameset cols="50%,50%"><frame src="${url}"><frame src="${url}"></frameset></html>`,
});

/** Frames without scripts, without an origin, without an address. */
export const SANDBOXED_FRAMES = article({
  end: ['', 'allow-scripts', 'allow-same-origin']
    .map((allowed) => `<iframe sandbox="${allowed}" srcdoc="&lt;p&gt;${SAID}&lt;/p&gt;"></iframe>`)
    .concat(
      '<iframe></iframe><iframe src="about:blank"></iframe><iframe src="data:text/html,<p>Nothing.</p>"></iframe>',
    )
    .join(''),
});

/** Goes through a hundred addresses of its own; a browser would hold back more than that. */
export const CHANGES_ADDRESS = article({
  end: script(`
    window.steps = 0;
    window.startWalking = () => {
      const interval = setInterval(() => {
        history.pushState(null, '', '?step=' + ++steps);
        if (steps === 100) clearInterval(interval);
      }, 10);
    };
  `),
});

/** An article and nothing else. */
export const QUIET = article({});
