/**
 * Korean: a word begins where the term begins, and particles may follow: 북한군, 북한군이, 북한군에게는. What is no
 * particle makes another word: 북한 is not in 북한산 (a mountain), 러시아 not in 러시아인 (a Russian).
 */
import type { Inflection } from './inflection';
import { HANGUL } from './script';

const PARTICLES = new Set(
  `이 가 은 는 을 를 의 에 에서 에게 에게서 께 께서 한테 로 으로 로서 으로서 로써 으로써 와 과 랑 이랑 하고 도 만 까지 마저 조차
   부터 보다 처럼 만큼 같이 대로 밖에 뿐 마다 이나 나 이든 든 이라 라 이란 란 이라는 라는 이라고 라고 이라며 라며 이라면 라면 이며 며 이고 고
   이라면서 라면서 이라서 라서 이라도 라도 이라지만 라지만 이라던 라던 이라니 라니 이라든가 라든가 이자 자 이지만 지만 이던 던
   이다 다 이었다 였다 이었던 였던 이었고 였고 이었으며 였으며 이었지만 였지만 인데 입니다 이에요 예요 이죠 죠 일
   에선 에겐 한텐 로선 으로선 으론 서 치고 커녕 은커녕 는커녕 들 측 쪽 씩`
    .trim()
    .split(/\s+/),
);

/** The last syllables of particles: most words end in none of them. */
const LAST_SYLLABLES = new Set(
  [...PARTICLES].map((particle) => particle.charCodeAt(particle.length - 1)),
);

const LONGEST_PARTICLE = 4;
/** The longest chain of particles worth looking at: 북한군-들-에게-는. */
const LONGEST_TAIL = 8;
const MOST_PARTICLES = 4;

export const korean: Inflection = {
  script: HANGUL,
  keyOf: ({ word }) => word,
  keysOf(word) {
    const keys = [word];
    if (!LAST_SYLLABLES.has(word.charCodeAt(word.length - 1))) return keys;
    /** With how few particles the word ends at each distance from its end. */
    const fewest = [0];
    for (let tail = 1; tail <= LONGEST_TAIL && tail < word.length; tail++) {
      const start = word.length - tail;
      let best = MOST_PARTICLES + 1;
      for (let n = 1; n <= LONGEST_PARTICLE && n <= tail; n++) {
        const rest = fewest[tail - n] ?? best;
        if (rest + 1 < best && PARTICLES.has(word.slice(start, start + n))) best = rest + 1;
      }
      fewest.push(best);
      if (best <= MOST_PARTICLES) keys.push(word.slice(0, start));
    }
    return keys;
  },
};
