/** Names of exported files, which pages choose by their titles. */
import { expect, it } from 'vitest';
import { fileName } from '../../../entrypoints/sidepanel/fileName';

it('is the page’s title', () => {
  expect(fileName('The dam of Varn', 'page', 'md')).toBe('The dam of Varn.md');
  expect(fileName('바른 댐의 균열', 'page', 'csv')).toBe('바른 댐의 균열.csv');
});

it('leads into no other folder and holds nothing that a file system refuses', () => {
  expect(fileName('../../etc/passwd', 'page', 'md')).toBe('etc passwd.md');
  expect(fileName('What? "Cracks": <none> | C:\\dam', 'page', 'md')).toBe(
    'What Cracks none C dam.md',
  );
  expect(fileName('line\nand\u0000line', 'page', 'md')).toBe('line and line.md');
});

it('cannot hide its ending behind a turn of direction', () => {
  expect(fileName('dam\u202Edm.exe', 'page', 'md')).toBe('dam dm.exe.md');
});

it('is another where nothing is left, or Windows would take it for a device', () => {
  expect(fileName('???', 'page', 'md')).toBe('page.md');
  expect(fileName('...', 'page', 'md')).toBe('page.md');
  expect(fileName('CON', 'page', 'md')).toBe('page.md');
});

it('is cut between characters, within what every file system takes', () => {
  const name = fileName('😀'.repeat(300), 'page', 'md');
  expect(name).toBe(`${'😀'.repeat(60)}.md`);
});
