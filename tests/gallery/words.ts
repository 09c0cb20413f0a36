/**
 * Words for the gallery's states that run the other way or take other room. The languages themselves come with their locale files;
 * until then these few keep the pieces honest, and what is not here stands in English.
 */
import type { Words } from '../../components/words';
import { type Message, sayer } from '../../data/locale';
import en from '../../public/locales/en.json';

const arabic: Record<string, Message> = {
  'kind.claim': 'ادعاء',
  'kind.denial': 'نفي',
  'kind.statement': 'تصريح',
  'kind.event': 'حدث',
  'count.claim': {
    one: '{count} ادعاء',
    two: '{count} ادعاءان',
    few: '{count} ادعاءات',
    other: '{count} ادعاءً',
  },
  'count.denial': { one: '{count} نفي', other: '{count} نفي' },
  'count.statement': { one: '{count} تصريح', few: '{count} تصريحات', other: '{count} تصريحًا' },
  'count.event': { one: '{count} حدث', other: '{count} أحداث' },
  'relation.denies.out': 'ينفي {other}',
  'relation.denies.in': 'نفاه {other}',
  'relation.who-date': '{who}، {date}',
  'source.name': '{publisher}، {more}',
  'page.this': 'هذه الصفحة',
  'page.this.date': 'هذه الصفحة · {date}',
  'page.after': 'بعد نشر هذه الصفحة',
  'page.after.tag': 'بعد نشر هذه الصفحة',
  'record.matches': 'يطابق هذه الجملة',
  'record.whole': 'السجل كله، الأقدم أولًا',
  'figures.named': {
    one: '{figures} في هذه الجملة. الأرقام المسجّلة:',
    other: '{figures} في هذه الجملة. الأرقام المسجّلة:',
  },
  'figures.quoted': '«{figure}»',
  'qualifier.about': 'نحو',
  'pack.signed': 'موقّعة',
  'pack.bundled': 'تأتي مع On Record',
  'pack.updated': 'حُدّثت {ago}',
  'action.pin': 'تثبيت',
  'action.panel': 'اللوحة الجانبية',
  'action.cite': 'نسخ الإسناد',
  'action.mute': 'كتم',
};

const korean: Record<string, Message> = {
  'kind.claim': '주장',
  'kind.denial': '부인',
  'kind.statement': '발언',
  'kind.event': '사건',
  'count.claim': { other: '주장 {count}건' },
  'count.denial': { other: '부인 {count}건' },
  'count.statement': { other: '발언 {count}건' },
  'count.event': { other: '사건 {count}건' },
  'relation.denies.out': '{other} 부인',
  'relation.denies.in': '{other} 부인함',
  'page.this': '이 페이지',
  'page.this.date': '이 페이지 · {date}',
  'page.after': '이 페이지가 게시된 뒤',
  'record.matches': '이 문장과 일치',
  'record.whole': '전체 기록, 오래된 순',
  'pack.signed': '서명됨',
  'pack.updated': '{ago} 갱신',
  'action.pin': '고정',
  'action.panel': '사이드 패널',
  'action.cite': '인용 복사',
  'action.mute': '숨기기',
};

const words = (locale: string, own: Record<string, Message>): Words => ({
  locale,
  say: sayer(locale, { ...en, ...own }),
});

export const english = words('en', {});
export const arabicWords = words('ar-EG', arabic);
export const koreanWords = words('ko', korean);
