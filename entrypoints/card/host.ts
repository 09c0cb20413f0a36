/** Our elements in the page, there only while something of ours is shown. */
import record from '../../components/record.css?inline';
import tokens from '../../components/tokens.css?inline';
import card from './card.css?inline';

/**
 * What a host itself looks like. Inline and important, since nothing weaker holds against a page's
 * own important rules; set through the style object, which no content security policy forbids.
 */
const HOST_STYLE = {
  all: 'initial',
  // A card shrinks into the height that its host is given, whatever the size of its text.
  display: 'flex',
  'flex-direction': 'column',
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
  'change',
  'click',
  'contextmenu',
  'copy',
  'dblclick',
  'focusin',
  'focusout',
  'input',
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

/** Parsed once a frame, for every card. */
let sheet: CSSStyleSheet | undefined;

function style(root: ShadowRoot) {
  const css = tokens + record + card;
  try {
    // A constructed sheet is neither inline style nor markup, so neither a content security policy
    // nor Trusted Types has a say.
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
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
function element(name: string): HTMLElement {
  const named = document.createElement(name);
  return named.matches(':defined') ? document.createElement('div') : named;
}

export interface HostLook {
  readonly name: 'on-record-card' | 'on-record-toast';
  readonly dir: 'ltr' | 'rtl';
  readonly dark: boolean;
  /** Style properties of this host beside those that all have. */
  readonly style: Readonly<Record<string, string>>;
}

export interface Host {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/** Makes a host that is in no page yet, and its shadow root, styled. */
export function createHost(look: HostLook): Host {
  const host = element(look.name);
  const looks = {
    ...HOST_STYLE,
    direction: look.dir,
    'color-scheme': look.dark ? 'dark' : 'light',
    ...look.style,
  };
  for (const [name, value] of Object.entries(looks)) setStyle(host, name, value);
  const root = host.attachShadow({
    // Tests and axe look inside; people's pages cannot.
    mode: import.meta.env.MODE === 'browser-test' ? 'open' : 'closed',
  });
  style(root);
  for (const type of KEPT_INSIDE) {
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  return { host, root };
}

/** Adds a host to the page, above all else there. */
export function addHost(host: HTMLElement): void {
  // A modal dialog makes all that is not inside it inert, the top layer included.
  const parent = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
  parent.append(host);
  // The top layer lies over every z-index of the page, and over an element in full screen.
  host.popover = 'manual';
  host.showPopover();
}

/** Sets a style of a host so that no rule of the page is above it. */
export function setStyle(host: HTMLElement, name: string, value: string): void {
  host.style.setProperty(name, value, 'important');
}
