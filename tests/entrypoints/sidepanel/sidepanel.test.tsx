// @vitest-environment happy-dom
/** The side panel with a background and a browser that answer what the test says. */
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel';
import { crack, noCrack, topic } from '../../components/sample';
import { click, show, textOf } from '../../components/show';

const browser = vi.hoisted(() => {
  const event = { addListener: vi.fn(), removeListener: vi.fn() };
  return { tabs: { query: vi.fn(), sendMessage: vi.fn(), onActivated: event, onUpdated: event } };
});
// No tab of a browser exists here; tests/browser has real ones.
vi.mock('wxt/browser', () => ({ browser }));

const cracks = topic([crack, noCrack]);
const money = topic([crack], { key: 'varn-dam#money', name: 'Money' });
const ask = vi.fn();

async function open(): Promise<HTMLElement> {
  const place = show(<SidePanel ask={ask} />);
  await vi.waitFor(() => expect(place.querySelector('.panel-topic')).not.toBeNull());
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
  return place;
}

beforeEach(() => {
  vi.clearAllMocks();
  browser.tabs.query.mockResolvedValue([{ id: 7, url: 'https://news.example/', title: 'A dam' }]);
  const mentions = [cracks, money].map((one, index) => ({ index, topic: one, phrase: one.name }));
  browser.tabs.sendMessage.mockResolvedValue({ ok: true, value: mentions });
  ask.mockImplementation(async (_, { topics }: { topics: string[] }) =>
    [cracks, money].filter(({ key }) => topics.includes(key)),
  );
});

it('shows the record of the first topic, and of another once it is chosen', async () => {
  const place = await open();
  expect(place.querySelectorAll('.panel-record [data-kind]')).toHaveLength(2);
  click(place.querySelectorAll('.panel-topic h2 button')[1]);
  await vi.waitFor(() =>
    expect(place.querySelectorAll('.panel-record [data-kind]')).toHaveLength(1),
  );
});

it('says so when the mention to go to is gone, and no longer once another is there', async () => {
  const place = await open();
  const [first, second] = place.querySelectorAll('.jump');
  const answers = browser.tabs.sendMessage.getMockImplementation();
  browser.tabs.sendMessage.mockImplementation(async (_, { type, ask }) =>
    type === 'page.open' ? { ok: true, value: ask.index === 1 } : answers?.(),
  );
  click(first);
  await vi.waitFor(() =>
    expect(textOf(place.querySelector('[role=alert]'))).toBe(
      'That mention is no longer on the page.',
    ),
  );
  click(second);
  await vi.waitFor(() => expect(place.querySelector('[role=alert]')).toBeNull());
});

it('says why a record cannot be shown', async () => {
  ask.mockRejectedValue(new Error('There is no room left to store packs.'));
  const place = await open();
  await vi.waitFor(() =>
    expect(textOf(place.querySelector('[role=alert]'))).toBe(
      'There is no room left to store packs.',
    ),
  );
});
