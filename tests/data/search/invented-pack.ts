/** An invented pack about a harbour, in several languages, and what people may type over it. */
import type { Entry } from '../../../data/model';

const entry = (kind: string, id: string, rest: object) =>
  ({ kind, id, ...rest }) as unknown as Entry;

const actors = [
  entry('actor', 'mayor', {
    name: { en: 'Ada Lind', ru: 'Ада Линд' },
    role: 'mayor of Westhaven',
    aliases: ['Mayor Lind'],
  }),
  entry('actor', 'port', { name: 'Port of Westhaven', aliases: ['the port', 'Hafen Westhaven'] }),
  entry('actor', 'union', { name: 'Dockers’ Union', aliases: ['Dock workers'] }),
  entry('actor', 'ministry', { name: 'Ministry of Waters', role: 'government' }),
  entry('actor', 'engineer', {
    name: { uk: 'Остап Ковальчук', en: 'Ostap Kovalchuk' },
    role: 'engineer',
  }),
  entry('actor', 'fishers', {
    name: { fr: 'Association des pêcheurs', en: 'Fishers’ Association' },
  }),
  entry('actor', 'reporter', { name: { ko: '한지우', en: 'Han Jiwoo' }, role: 'reporter' }),
];
const topics = [
  entry('topic', 'quay', { name: 'The new quay' }),
  entry('topic', 'dredging', { name: 'Dredging of the bay' }),
  entry('topic', 'strike', { name: 'Strike of the cranes' }),
  entry('topic', 'oysters', { name: { fr: 'Bancs d’huîtres', en: 'Oyster beds' } }),
];
const sources = [
  entry('source', 'gazette', { publisher: 'Evening Gazette', title: 'Harbour works in trouble' }),
  entry('source', 'wire', { publisher: 'Coast Wire' }),
  entry('source', 'maree', { publisher: 'La Marée', title: 'Le port et ses huîtres' }),
];

type Row = [
  kind: string,
  id: string,
  about: string,
  by: string,
  made: string,
  text: unknown,
  source: string,
  figure?: [number, string],
];
const ROWS: Row[] = [
  [
    'claim',
    'cost-12000',
    'quay',
    'port',
    '2024-03-01',
    'The quay will cost 12,000 crowns a metre.',
    'gazette',
    [12000, 'crowns'],
  ],
  [
    'claim',
    'cost-15000',
    'quay',
    'union',
    '2024-03-04',
    'A metre of quay comes to 15,000 crowns.',
    'wire',
    [15000, 'crowns'],
  ],
  [
    'denial',
    'cost-denied',
    'quay',
    'port',
    '2024-03-06',
    'Denied that the price had ever been 15,000 crowns.',
    'wire',
    [15000, 'crowns'],
  ],
  ['statement', 'never-asked', 'quay', 'mayor', '2023-05', 'It was never asked for.', 'gazette'],
  [
    'claim',
    'letter',
    'quay',
    'ministry',
    '2025-01-02',
    'The letter was sent to Lind in spring.',
    'wire',
  ],
  [
    'event',
    'opening',
    'quay',
    '',
    '2025-06-01',
    'The first ship moored at the new quay.',
    'gazette',
  ],
  [
    'claim',
    'depth',
    'dredging',
    'engineer',
    '2024-07-10',
    { uk: 'Глибина бухти сягає 14 метрів.', en: 'The bay is 14 metres deep.' },
    'wire',
    [14, 'metres'],
  ],
  [
    'denial',
    'depth-denied',
    'dredging',
    'fishers',
    '2024-07-12',
    { fr: 'La baie n’a pas plus de 11 mètres.', en: 'The bay has no more than 11 metres.' },
    'maree',
    [11, 'metres'],
  ],
  [
    'event',
    'dredging-began',
    'dredging',
    '',
    '2022-04',
    { en: 'Dredging began.', ko: '준설이 시작되었다.' },
    'gazette',
  ],
  [
    'claim',
    'mud',
    'dredging',
    'reporter',
    '2022-09-14',
    {
      ko: '항구 밖에 진흙 3만 톤을 버렸다.',
      en: '30,000 tonnes of mud were dumped outside the harbour.',
    },
    'wire',
    [30000, 'tonnes'],
  ],
  [
    'denial',
    'mud-denied',
    'dredging',
    'port',
    '2022-09-15',
    'No mud was dumped outside the harbour.',
    'wire',
  ],
  [
    'statement',
    'mud-no-comment',
    'dredging',
    'ministry',
    '2022-09-16',
    'Would not comment on the mud.',
    'gazette',
  ],
  [
    'event',
    'strike-began',
    'strike',
    '',
    '2024-10-21',
    'Two hundred crane drivers walked out.',
    'wire',
    [200, 'crane drivers'],
  ],
  [
    'claim',
    'strike-legal',
    'strike',
    'union',
    '2024-10-21',
    'The walkout was announced in time.',
    'wire',
  ],
  [
    'denial',
    'strike-illegal',
    'strike',
    'ministry',
    '2024-10-22',
    { ru: 'О забастовке никто не предупреждал.', en: 'Nobody gave notice of the strike.' },
    'gazette',
  ],
  [
    'claim',
    'strike-loss',
    'strike',
    'port',
    '2024-10-28',
    'Each day of the strike costs the port 3 million crowns.',
    'gazette',
    [3000000, 'crowns'],
  ],
  [
    'statement',
    'strike-talks',
    'strike',
    'mayor',
    '2024-10-30',
    'Invited both sides to talks at the town hall.',
    'wire',
  ],
  [
    'event',
    'strike-ended',
    'strike',
    '',
    '2024-11-05',
    'The drivers went back to their cranes.',
    'wire',
  ],
  [
    'claim',
    'oysters-die',
    'oysters',
    'fishers',
    '2023-08-20',
    { fr: 'Les huîtres meurent à cause du dragage.', en: 'Oysters die because of the dredging.' },
    'maree',
  ],
  [
    'denial',
    'oysters-fine',
    'oysters',
    'ministry',
    '2023-08-25',
    'The oysters are as healthy as ever.',
    'gazette',
  ],
  [
    'statement',
    'oysters-samples',
    'oysters',
    'engineer',
    '2023-09-01',
    {
      uk: 'Проби води взято біля старого маяка.',
      en: 'Water samples were taken near the old lighthouse.',
    },
    'wire',
  ],
  [
    'claim',
    'pontoon',
    'quay',
    'reporter',
    '2024-12~',
    'A pontoon will stand in for the quay this winter.',
    'gazette',
  ],
  ['claim', 'lighthouse', 'quay', 'mayor', '', 'The lighthouse will be moved.', 'maree'],
  [
    'denial',
    'lighthouse-denied',
    'quay',
    'ministry',
    '2025-02-11',
    'The lighthouse stays where it is.',
    'wire',
  ],
];

export const invented: Entry[] = [
  ...actors,
  ...topics,
  ...sources,
  ...ROWS.map(([kind, id, about, by, made, text, source, figure]) =>
    entry(kind, id, {
      about: [about],
      ...(by ? { by: [by] } : {}),
      ...(made ? { [kind === 'event' ? 'when' : 'made']: made } : {}),
      text,
      sources: [{ source }],
      ...(figure ? { quantity: [{ value: figure[0], unit: figure[1] }] } : {}),
    }),
  ),
];

export const QUERIES = `
12000 crowns => cost-12000
12 000 => cost-12000
12,000 => cost-12000
12 тыс. => cost-12000
15000 union => cost-15000
15,000 denied => cost-denied
kind:denial 15,000 => cost-denied
price => cost-denied
mayor never asked => never-asked
линд never => never-asked
lind letter => letter
letter spring => letter
letters => letter
ship moored => opening
first ship => opening
june 2025 => opening
глибина => depth
глибину => depth
бухта => depth
14 metres => depth
Ковальчук 14 => depth
Ковальчука бухти => depth
baie => depth-denied
11 mètres => depth-denied
11 metres => depth-denied
pecheurs baie => depth-denied
pêcheur
준설 => dredging-began
준설을 => dredging-began
dredging began => dredging-began
april 2022 => dredging-began
진흙 => mud
3만 톤 => mud
30,000 tonnes => mud
30000 mud => mud
mud denied => mud-denied
"no mud" => mud-denied
mud by:port => mud-denied
mud kind:denial => mud-denied
mud comment => mud-no-comment
mud by:government => mud-no-comment
crane drivers walked => strike-began
two hundred => strike-began
200 drivers => strike-began
walkout => strike-legal
announced in time => strike-legal
забастовка => strike-illegal
забастовке => strike-illegal
notice strike => strike-illegal
3 million crowns => strike-loss
3000000 => strike-loss
3 млн => strike-loss
strike costs => strike-loss
talks => strike-talks
town hall => strike-talks
mayor talks => strike-talks
by:lind talks => strike-talks
back to their cranes => strike-ended
november 2024 => strike-ended
huîtres => oysters-die
huitre => oysters-die
huitres meurent => oysters-die
oysters die => oysters-die
oyster healthy => oysters-fine
oysters kind:denial => oysters-fine
samples => oysters-samples
маяк => oysters-samples
маяка => oysters-samples
water samples lighthouse => oysters-samples
pontoon => pontoon
pontoons => pontoon
ponton winter => pontoon
한지우 pontoon => pontoon
lighthouse moved => lighthouse
lighthouse by:mayor => lighthouse
lighthouse stays => lighthouse-denied
lighthouse denied => lighthouse-denied
lighthouse -moved by:ministry => lighthouse-denied
lighthose moved => lighthouse
dregding began => dredging-began
oystres healthy => oysters-fine
pontton => pontoon
strike after:2024-10-28
strike before:2024-10-22 kind:claim => strike-legal
strike on:2024-11 => strike-ended
strike since:2024-10-30 until:2024-10-30 => strike-talks
westhaven
quay
the new quay
by:union
gazette
crowns
kind:event
in:harbour mud
harbour works
`;
