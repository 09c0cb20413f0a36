/** The card's one element in the page, there only while a card is open. */
import record from '../../components/record.css?inline';
import tokens from '../../components/tokens.css?inline';
import card from './card.css?inline';

/**
 * What the host itself looks like. Inline and important, since nothing weaker holds against a page's
 * own important rules; set through the style object, which no content security policy forbids.
 */
const HOST_STYLE = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  'z-index': '2147483647',
} as const;

/** So that what happens in the card is not taken for something that happened to the page. */
const KEPT_INSIDE = [
  'auxclick',
  'click',
  'contextmenu',
  'copy',
  'dblclick',
  'focusin',
  'focusout',
  'keydown',
  'keypress',
  'keyup',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'selectstart',
  'touchend',
  'touchstart',
  'wheel',
] as const;

function style(root: ShadowRoot) {
  const css = tokens + record + card;
  try {
    // A constructed sheet is neither inline style nor markup, so neither a content security policy
    // nor Trusted Types has a say.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox 153 takes an isolated world's sheet; earlier ones refuse it
    // (https://bugzilla.mozilla.org/show_bug.cgi?id=1928865), but let its style elements past the page's policy.
    const element = document.createElement('style');
    element.textContent = css;
    root.append(element);
  }
}

/**
 * A page that had defined an element of this name would run its own code in the constructor, and could
 * look into the closed root through ElementInternals; it gets a plain element instead. Defining the
 * name later shows nothing: roots made before are never given out.
 * (https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-shadowroot)
 */
function element(): HTMLElement {
  const named = document.createElement('on-record-card');
  return named.matches(':defined') ? document.createElement('div') : named;
}

/**
 * Adds the host to the page and gives its shadow root, styled.
 * @param look width in px; the direction and colour scheme of the card
 */
export function addHost(look: { width: number; dir: 'ltr' | 'rtl'; dark: boolean }): {
  host: HTMLElement;
  root: ShadowRoot;
} {
  const host = element();
  const looks = {
    ...HOST_STYLE,
    width: `${look.width}px`,
    direction: look.dir,
    'color-scheme': look.dark ? 'dark' : 'light',
  };
  for (const [name, value] of Object.entries(looks))
    host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({
    // Tests and axe look inside; people's pages cannot.
    mode: import.meta.env.MODE === 'browser-test' ? 'open' : 'closed',
  });
  style(root);
  for (const type of KEPT_INSIDE) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  // A modal dialog makes all that is not inside it inert, the top layer included.
  const parent = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
  parent.append(host);
  // The top layer lies over every z-index of the page, and over an element in full screen.
  host.popover = 'manual';
  host.showPopover();
  return { host, root };
}
