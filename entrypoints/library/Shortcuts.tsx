import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { useWords } from '../../components/words';

type Command = Browser.commands.Command;

/** Firefox has a function for it (137 and later); Chromium lets an extension open the page, and no web page link to it. */
async function openKeys(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?(): Promise<void> };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** The keys that the browser gives out to On Record, as they are set now. */
export function Shortcuts() {
  const { say } = useWords();
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const load = () => void browser.commands.getAll().then(setCommands);
    load();
    // Back from the browser's own page, where they may have been changed.
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, []);

  return (
    <>
      <p class="lead">{say('shortcuts.lead')}</p>
      <ul class="settings">
        {commands
          .filter(({ description }) => description)
          .map(({ name, description, shortcut }) => (
            <li key={name} class="setting">
              <span>{description}</span>
              {shortcut ? (
                <kbd dir="ltr">{shortcut}</kbd>
              ) : (
                <span class="quiet">{say('shortcuts.none')}</span>
              )}
            </li>
          ))}
      </ul>
      <button type="button" class="button" onClick={() => openKeys().catch(() => setFailed(true))}>
        {say('shortcuts.change')}
      </button>
      {failed && (
        <p class="note" role="alert">
          {say('shortcuts.failed')}
        </p>
      )}
    </>
  );
}
