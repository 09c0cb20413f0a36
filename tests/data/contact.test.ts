/** Telling a publisher of a record. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactLink } from '../../data/contact';
import { sayer } from '../../data/locale';
import en from '../../public/locales/en.json';

const say = sayer('en', en);
const link = (contact: string | null, key = 'harbour#cost', name = 'Harbour works') =>
  contactLink({ contact, name }, key, say);

describe('the address of a publisher', () => {
  it('is a mail that names the record and its pack', () => {
    const mail = new URL(link('mailto:desk@harbour.example') ?? '');
    expect(mail.pathname).toBe('desk@harbour.example');
    expect(mail.searchParams.get('subject')).toBe('Record harbour#cost');
    expect(mail.searchParams.get('body')).toBe(
      'About the record harbour#cost of “Harbour works”:\r\n\r\n',
    );
  });

  it('is a page as its publisher gives it, the record filled in where they ask for it', () => {
    expect(link('https://harbour.example/write?to=desk#form')).toBe(
      'https://harbour.example/write?to=desk#form',
    );
    expect(link('https://harbour.example/issues/new?title={record}&lang=en')).toBe(
      'https://harbour.example/issues/new?title=harbour%23cost&lang=en',
    );
  });

  it('is none where it could do something else', () => {
    for (const contact of [
      null,
      'javascript:alert(1)',
      'https://user@evil.example/',
      'mailto:desk@harbour.example?bcc=all@evil.example',
      'mailto:desk@harbour.example%0D%0ABcc:all@evil.example',
      'mailto:desk@harbour.example,all@evil.example',
      `https://harbour.example/${'a'.repeat(2000)}`,
    ]) {
      expect(link(contact)).toBeNull();
    }
  });

  it('has no other headers than these two, whatever the pack and its record are called', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, (key, name) => {
        const mail = link('mailto:desk@harbour.example', key, name) ?? '';
        expect([...new URL(mail).searchParams.keys()]).toEqual(['subject', 'body']);
        expect(new URL(mail).searchParams.get('subject')).not.toMatch(/[\r\n]/);
        expect(mail).toMatch(/^[!-~]*$/);
      }),
    );
  });
});
