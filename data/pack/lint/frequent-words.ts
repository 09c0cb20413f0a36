/**
 * Words that stand on nearly every news page. Hand-made from the head of any frequency list: function
 * words, and the nouns, verbs and names of the news that say nothing of one topic. A word that is
 * missing costs a warning, no more.
 */

const WORDS: Readonly<Record<string, string>> = {
  en: `a about above according across after again against ago aid all allies almost along already also although always
    am america american among an and announced another any april are area areas armed army around as ask asked at attack attacks
    august authorities away back bad be became because become been before began behind being believe best better between
    big billion both briefing but by call called came can capital case centre chief city claim claimed come comment commission conflict
    could council countries country court crisis day days deal death december defence defense denied deputy despite did do does done
    down due during each early east economic economy eight election embassy end energy enough europe european even events ever every
    fact far february few fight fighting find first five follow following for force forces foreign former forward found four
    friday from front full further future general get give given go going good government great group had half has have he head
    held help her here high him himself his home house how however human i if important in including increase information inside intelligence
    international into is issue issues it its itself january july june just keep key kim king knew know known korea korean large last late
    later latest law lead leader leaders leave led left less let level life like likely little local long look lost made main
    major make making man many march may me means media meet meeting member members men met might military million minister
    ministry missile moment monday money month months more morning most move much must my nation national nations nato near need never new
    news next night nine no nor north northern not note nothing november now nuclear number october of off office officer
    official officials often oil old on once one only open operation opposition or order other others our out over own
    page part party pay peace people per percent place plan point police policy political possible power premier present president press pressure
    prime probably problem programme program public put question quickly rather read ready really region regime relations relationship
    report reported reports reporters republic response right role round rule russia russian said same saturday saw say saying says second
    secretary security see seen senior sent september series service services set seven several shall she should show side since
    situation six small so soldier soldiers some something soon source sources south southern speak special spoke spokesman
    spokesperson spokeswoman staff stage start started state statement states still stop story strategic strong such summit sunday support
    system take taken talk talks technology tell ten than that the their them themselves then there these they thing things
    think third this those thought thousands three through thursday time times to today together told too took total toward town trade
    treaty tried troops tuesday turn two ukraine ukrainian under union unit united units until up us use used very video view
    visit want war was washington water way we weapons wednesday week weeks well went were west western what when where
    whether which while white who whole why will win with within without woman women word words work world would year
    years yes yesterday yet york you young your`,
  ru: `а без более был была были было быть в вам вас весь во война войска вот все всё вы где год года году да даже для до его
    ее её если есть ещё же за заявил здесь и из или им их к как когда кто ли мир министр мне может мы на над надо наш не него нет ни но
    новости ну о об один он она они оно от очень по под после потому почему президент при про россия с сам сегодня сейчас себя сказал
    со солдаты страна страны США так также там тебя то тоже только том тот ты у уже украина часть человек чем через что чтобы
    эта эти это этот я армия военные восток запад север юг правительство`,
  uk: `а або адже але без був була були було бути в вас весь від він війна війська вона вони все вже ви де для до дуже за його
    її з і із їх й коли країна краще крім лише людина мені ми міністр може на над наш не нема ні новини ну о один ось по під
    після президент при про рік року росія з сам себе сказав сьогодні та так також там те теж ти тільки то той тому у україна
    хто це цей ці час частина чи через що щоб як який я армія військові схід захід північ південь уряд`,
  de: `aber alle als also am an armee auch auf aus bei bis bundesregierung da damit dann das dass dem den der des die diese dieser doch
    dort du durch ein eine einem einen einer er es etwas europa für gegen gibt habe haben hat heute hier ich ihr im in ist ja
    jahr jahre jetzt kann kein krieg land man mehr mit minister nach nicht noch norden nun nur ob oder ohne osten präsident regierung
    russland sagte sehr sein seit sich sie sind so soldaten süden tag truppen über uhr ukraine um und uns unter usa vom von vor war was
    welt wenn werden westen wie wieder wir wird wo zeit zu zum zur zwischen`,
  fr: `à a ainsi alors après armée au aussi autre aux avant avec avoir bien car ce cela ces cette chez comme contre dans de
    depuis des deux dit donc du elle en encore entre est et était être europe eux fait guerre gouvernement ici il ils jour je la le les
    leur leurs lui ma mais même ministre monde ne ni nord nos notre nous on ont ou où ouest par pas pays peu plus pour pourquoi
    président quand que quel qui russie sa sans se selon ses si soldats son sont sous sud sur temps tous tout très troupes ukraine un une vers vous
    y`,
  es: `a al algo año años antes aquí así aún cada como con contra cual cuando de del desde después dijo donde dos e ejército el ella
    ellos en entre era es esa ese eso esta está este esto europa fue fuerzas gobierno guerra ha hace hacia han hasta hay hoy la las le les lo los
    más me mi ministro mismo mucho mundo muy nada ni no norte nos nuestro o oeste otro país para pero poco por porque presidente que
    qué quien rusia se según ser si sí sin sobre soldados son su sur sus también tan tiempo todo todos tras tropas tu ucrania un una unos y ya
    yo`,
  ar: `أن أو إلى إن التي الذي الرئيس الحرب الجيش الجنود القوات الحكومة الدولة اليوم الشمال الجنوب الشرق الغرب العالم به بين بعد ثم
    حتى حيث خلال ذلك روسيا أوكرانيا على عن عند غير فإن في قال قبل قد كان كانت كل كما لا لم لن له ليس ما مع من منذ نحو هذا هذه
    هو هي و وزير وقال وكان ولا ولم يكون يوم`,
  ko: `것 그 그는 그리고 나라 날 남 남측 년 년간 뉴스 대통령 때 또 러시아 말 명 미국 및 병력 부대 북 북측 사람 세계 수 에서 오늘 우크라이나 우리 월 이 일
    있다 장관 전쟁 정부 정권 한국`,
  zh: `的 了 和 是 在 我 有 他 这 中 大 来 上 国 个 到 说 们 为 子 与 也 你 对 生 能 而 那 得 于 着 下 自 之 年 俄 美 朝 北 南 东 西 总统 战争 政府 军队 士兵 部长
    俄罗斯 乌克兰 美国 中国`,
  ja: `の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その 北 南 東 西 米 露 朝 大統領 戦争
    政府 軍 兵士 大臣 ロシア ウクライナ 日本`,
};

const SETS = new Map(
  Object.entries(WORDS).map(([language, words]) => [
    language,
    new Set(words.toLowerCase().split(/\s+/)),
  ]),
);

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const frequent = (language: string) => SETS.get(language.split('-')[0] ?? '') ?? new Set<string>();

/** In these scripts one or two letters are no name; in others one character may be a word. */
const SHORT_IS_COMMON =
  /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}]{1,2}$/u;

/**
 * Whether a surface is made of frequent words alone, or too short to mean one thing.
 * @param language BCP-47
 * @param exactCase whether its letters must match in case, so that "US" is not "us"
 */
export function isCommon(surface: string, language: string, exactCase: boolean): boolean {
  const words = wordsOf(surface);
  // Figures and wildcards are judged by the compiler.
  if (words.length === 0 || /[#*]/.test(surface)) return false;
  if (exactCase && surface !== surface.toLowerCase()) return false;
  if (words.length === 1 && SHORT_IS_COMMON.test(words[0] ?? '')) return true;
  const known = frequent(language);
  return words.every((word) => known.has(word));
}

/** Whether a surface is an acronym that, without its capitals, is a frequent word: "US", "WHO". */
export function needsCase(surface: string, language: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(surface) && frequent(language).has(surface.toLowerCase());
}
