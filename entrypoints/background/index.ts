/**
 * The background: owns the store and the reader's registration, and answers the other surfaces.
 * Every listener is added before the first await, since a stopped worker is woken only for those.
 */
import './early';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { runCommand } from './commands';
import { explain, handlers } from './handlers';
import { library } from './library';
import { readerLocale } from './locale';
import { createMenu, onMenu } from './menu';
import { forgetPrivateMutes } from './mutes';
import { enterSearch, suggestRecords } from './omnibox';
import { register } from './registration';
import { router } from './router';
import { onGranted, onRevoked } from './sites';
import { onStorageChanged } from './sync/account';
import { onAlarm, setAlarm } from './sync/alarm';

/**
 * The registration is as it should be, save after an update; a page's first marks should not wait for that to
 * be looked up. The browser keeps a worker for 30 s.
 */
const REGISTER_MS = 500;

export default defineBackground(() => {
  const answer = router({ id: browser.runtime.id, origin: location.origin }, handlers, explain);
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    const answered = answer(message, sender);
    answered?.then(reply);
    // True keeps the channel open for the answer; anything else leaves the message to others.
    return answered !== null;
  });
  browser.commands.onCommand.addListener((command, tab) => {
    void runCommand(command, tab);
  });
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    void onMenu(clicked, tab);
  });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    // What cannot be read is said where it is looked for, in the popup.
    suggestRecords(text, suggest).catch(() => suggest([]));
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    void enterSearch(text);
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void onGranted(origins);
  });
  browser.permissions.onRemoved.addListener(() => {
    void onRevoked();
  });
  browser.windows.onRemoved.addListener(() => {
    void forgetPrivateMutes();
  });
  browser.runtime.onStartup.addListener(() => {
    void register();
    void setAlarm();
  });
  browser.storage.onChanged.addListener((changes, area) => {
    void onStorageChanged(changes, area);
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    void onAlarm(alarm);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void register();
    void setAlarm();
    void createMenu();
    if (reason === 'install' && import.meta.env.MODE !== 'browser-test') {
      void browser.tabs.create({ url: '/welcome.html' });
    }
  });
  // What woke the worker asks for these, as a rule; they are on their way when it does.
  library().catch(() => {});
  readerLocale().catch(() => {});
  // Not before the answer to what woke it.
  setTimeout(() => void register(), REGISTER_MS);
});
