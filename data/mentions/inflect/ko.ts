/**
 * Korean: a word begins where the term begins, and particles may follow: 북한군, 북한군이, 북한군에게는. What is no
 * particle makes another word: 북한 is not in 북한산 (a mountain).
 */
import type { Inflection } from './inflection';

const PARTICLES =
  `이 가 은 는 을 를 의 에 에서 에게 에게서 께 께서 한테 로 으로 로서 으로서 로써 으로써 와 과 랑 이랑 하고 도 만 까지 마저 조차
   부터 보다 처럼 만큼 같이 대로 밖에 뿐 마다 이나 나 이든 든 이라 라 이란 란 이라는 라는 이라고 라고 이라며 라며 이라면 라면 이며 며 이고 고
   이다 다 이었다 였다 인 일 이지만 지만 이자 자 들 측 쪽`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join('|');

/** Three in a row happen: 북한군-들-에게-는. */
const TAIL = new RegExp(`^(?:${PARTICLES}){0,4}$`);

/** The longest chain of particles worth looking at. */
const LONGEST_TAIL = 8;

export const korean: Inflection = {
  script: /\p{Script=Hangul}/u,
  keyOf: ({ word }) => word,
  keysOf(word) {
    const keys = [word];
    for (let n = 1; n <= LONGEST_TAIL && n < word.length; n++) {
      if (TAIL.test(word.slice(-n))) keys.push(word.slice(0, -n));
    }
    return keys;
  },
};
