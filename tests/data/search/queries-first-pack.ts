/** What people may type over the first pack; behind `=>` the record that they mean, where there is one. */
export const QUERIES = `
12000 soldiers hur => hur-12000
12,000 by:ukraine-hur => hur-12000
500 officers => hur-500-officers
three generals => hur-three-generals
generals counted within officers => hur-generals-within-officers
kim yong bok list => kyodo-senior-general
budanov 11000 => budanov-11000
Буданов 11 000 => budanov-11000
буданов 11 тыс. => budanov-11000
11,000 training east => budanov-11000
1,500 moved => nis-1500
park sun-won => nis-3000-by-23-october
lawmaker briefing => nis-3000-by-23-october
kirby
kirby 3000 => kirby-3000
pentagon 10000 => pentagon-10000
pentagon roughly 10 000 train => pentagon-10000
13000 => seoul-13000
seoul 13,000 => seoul-13000
kyslytsya => kyslytsya-12000
Кислиця => kyslytsya-12000
five bases => hur-five-bases
10,000 by december => nis-10000-by-december
10000 december => nis-10000-by-december
"gave no number" => austin-gave-no-number
austin no number evidence => austin-gave-no-number
austin 8000 => austin-8000-in-kursk
8,000 kursk => austin-8000-in-kursk
austin july => austin-3000-as-reported
kursk october 23 seen around => hur-seen-around-kursk
first units recorded kursk region => hur-kursk-region
barracks => ukraine-3000-in-kursk
massing => us-officials-not-yet-fought
gerasimov => gerasimov-kursk-retaken
gerasimov putin kursk => gerasimov-kursk-retaken
Герасимов Курск => gerasimov-kursk-retaken
gerasimof retaken => gerasimov-kursk-retaken
european part => hur-11000-still-there
august 2025 => hur-11000-still-there
kyiv not lost its hold => kyiv-kursk-not-lost
rutte active => rutte-active-in-kursk
rutte deployed => rutte-deployed-to-kursk
Рютте deployed => rutte-deployed-to-kursk
rutte fighting => rutte-no-word-of-fighting
ruttte deployed => rutte-deployed-to-kursk
oblast => kursk-region-not-city
bloomberg => bnn-hur-claim-unconfirmed
independent confirmation => bnn-hur-claim-unconfirmed
pentagon combat kursk => pentagon-fears-kursk-combat
improbable
passages do not fit => kursk-passages-do-not-fit
peskov fake news => peskov-fake-news
"fake news" => peskov-fake-news
песков fake => peskov-fake-news
peskow fake => peskov-fake-news
groundless => dprk-un-mission-21-october
"groundless" general assembly => dprk-un-mission-21-october
il ha kim => il-ha-kim-26-october
washington rejected => il-ha-kim-26-october
kim jong gyu international law => kim-jong-gyu-lawful
neither confirmed nor denied => kim-jong-gyu-left-open
indirect admission => kbs-indirect-admission
kbs => kbs-indirect-admission
kcna => pyongyang-confirms-combat
first public admission => pyongyang-confirms-combat
ordered troops under treaty fallen => pyongyang-order-under-treaty
denied more than once => pyongyang-repeated-denials
rejected reports once more => pyongyang-denied-again
neither had denied moscow talks => neither-had-denied-note
denied by:pyongyang
denial kursk
kind:denial
kind:denial peskov => peskov-fake-news
kind:denial before:2024-10-20 => peskov-fake-news
kind:event
rutte after:2024-10-27
rutte
kursk
Курск
Курске
soldier
soldiers
"kursk region"
kursk -region
troops on:2024-10-28
troops since:2025
treaty
treaty article
putin
путин
путину
김정은
كيم جونغ أون
north korean troops
north korea denies
zelensky
guterres
nuclear
missile
weapons
lavrov
zakharova
рудепко
rudenko
duma
госдума
federation council
trade
kazan
brics
october 2024
24 october 2024
2024-10-24 generals
октябрь 2024 мацегора
in:dprk-russia-2024 generals
satellite
technology
`;
