/**
 * A font that draws every letter as a block: pictures made with it look the same whatever fonts, hinting and smoothing a machine
 * has, and still change when a size, a weight, a colour or a length of text does (docs/adr/0012). TrueType, by the OpenType
 * specification (https://learn.microsoft.com/typography/opentype/spec/); built here since no font with one glyph for whole ranges
 * of characters (`cmap` format 13) is small and free of any other use.
 */

const EM = 1000;
const [ASCENT, DESCENT] = [930, 240];

/** Widths and heights near those of system-ui's letters, in thousandths of an em; height 0 draws nothing. */
const BLOCKS = {
  missing: { width: 600, height: 700 },
  space: { width: 270, height: 0 },
  mark: { width: 0, height: 0 },
  narrow: { width: 270, height: 600 },
  point: { width: 290, height: 140 },
  lower: { width: 540, height: 520 },
  upper: { width: 660, height: 710 },
  digit: { width: 600, height: 710 },
  full: { width: EM, height: 820 },
} as const;

type Block = keyof typeof BLOCKS;
const NAMES = Object.keys(BLOCKS) as Block[];

function blockOf(code: number): Block {
  const letter = String.fromCodePoint(code);
  if (/\p{White_Space}|\p{Default_Ignorable_Code_Point}|\p{Cc}/u.test(letter)) return 'space';
  if (/\p{M}/u.test(letter)) return 'mark';
  if (/[iljtfrI1|!'’‘]/.test(letter) && letter !== '1') return 'narrow';
  if (/\p{Nd}/u.test(letter)) return 'digit';
  if (/\p{P}/u.test(letter)) return 'point';
  if (/\p{scx=Han}|\p{scx=Hangul}|\p{scx=Hira}|\p{scx=Kana}/u.test(letter)) return 'full';
  return /\p{Lu}/u.test(letter) ? 'upper' : 'lower';
}

/** The planes that have letters of living languages. */
const LAST_CODE = 0x1_ffff;
const SURROGATES = { first: 0xd800, last: 0xdfff };

/** Bytes, most significant first. */
class Bytes {
  readonly list: number[] = [];
  u16(...values: number[]) {
    for (const value of values) this.list.push((value >> 8) & 255, value & 255);
    return this;
  }
  u32(...values: number[]) {
    for (const value of values) this.u16((value >>> 16) & 0xffff, value & 0xffff);
    return this;
  }
  text(value: string) {
    for (const letter of value) this.list.push(letter.charCodeAt(0));
    return this;
  }
}

/** Ranges of characters that share a block, as `cmap` format 13 has them. */
function cmap(): Bytes {
  const groups: [first: number, last: number, glyph: number][] = [];
  for (let code = 0x20; code <= LAST_CODE; code++) {
    if (code >= SURROGATES.first && code <= SURROGATES.last) continue;
    const glyph = NAMES.indexOf(blockOf(code));
    const last = groups.at(-1);
    if (last && last[1] === code - 1 && last[2] === glyph) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const table = new Bytes().u16(0, 1, 3, 10).u32(12).u16(13, 0);
  table.u32(16 + groups.length * 12, 0, groups.length);
  for (const group of groups) table.u32(...group);
  return table;
}

/** One rectangle, with a little room on both sides. */
function glyph({ width, height }: { width: number; height: number }): Bytes {
  if (height === 0) return new Bytes();
  const [left, right] = [40, width - 40];
  const bytes = new Bytes().u16(1, left, 0, right, height, 3, 0);
  // Four points on the curve; then x and y, each as the difference to the point before.
  bytes.list.push(1, 1, 1, 1);
  bytes.u16(left, 0, right - left, 0);
  bytes.u16(0, height, 0, -height & 0xffff);
  return bytes;
}

/** A bold face is higher and wider by these parts. */
const BOLD = { width: 1.06, height: 1.08 };

/**
 * @param bold the face for weights over 500
 * @returns the font file
 */
export function blockFont(bold: boolean): ArrayBuffer {
  const shapes = NAMES.map((name) => BLOCKS[name]).map(({ width, height }) => ({
    width: Math.round(width * (bold ? BOLD.width : 1)),
    height: Math.round(height * (bold ? BOLD.height : 1)),
  }));
  const glyf = new Bytes();
  const loca = new Bytes();
  for (const shape of shapes) {
    loca.u32(glyf.list.length);
    glyf.list.push(...glyph(shape).list);
    while (glyf.list.length % 4) glyf.list.push(0);
  }
  loca.u32(glyf.list.length);
  const hmtx = new Bytes();
  for (const { width, height } of shapes) hmtx.u16(width, height ? 40 : 0);

  const down = -DESCENT & 0xffff;
  const head = new Bytes().u32(0x10000, 0x10000, 0, 0x5f0f3cf5).u16(0b1011, EM);
  head.u32(0, 0, 0, 0).u16(0, down, EM, ASCENT, bold ? 1 : 0, 8, 2, 1, 0);
  const hhea = new Bytes().u32(0x10000).u16(ASCENT, down, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0);
  hhea.u16(shapes.length);
  const maxp = new Bytes().u32(0x10000).u16(shapes.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
  const weight = bold ? 700 : 400;
  const os2 = new Bytes().u16(4, 500, weight, 5, 0, 500, 500, 0, 0, 500, 500, 0, 0, 50, 250, 0);
  os2
    .u16(0, 0, 0, 0, 0)
    .u32(1, 0, 0, 0)
    .text('NONE')
    .u16(bold ? 0x20 : 0x40, 0x20, 0xffff);
  os2.u16(ASCENT, down, 0, ASCENT, DESCENT).u32(1, 0).u16(520, 710, 0, 0x20, 1);
  const name = new Bytes().u16(0, 2, 30);
  for (const id of [1, 4]) name.u16(3, 1, 0x409, id, 12, 0);
  name.u16(...[...'Blocks'].map((letter) => letter.charCodeAt(0)));
  const post = new Bytes()
    .u32(0x30000, 0)
    .u16(-100 & 0xffff, 50)
    .u32(0, 0, 0, 0, 0);

  const tables = { 'OS/2': os2, cmap: cmap(), glyf, head, hhea, hmtx, loca, maxp, name, post };
  const count = Object.keys(tables).length;
  const file = new Bytes().u32(0x10000).u16(count, 128, 3, count * 16 - 128);
  let at = 12 + count * 16;
  for (const [tag, { list }] of Object.entries(tables)) {
    // No reader of fonts in a browser looks at the check sums.
    file.text(tag).u32(0, at, list.length);
    at += Math.ceil(list.length / 4) * 4;
  }
  for (const { list } of Object.values(tables)) {
    for (const byte of list) file.list.push(byte);
    while (file.list.length % 4) file.list.push(0);
  }
  return new Uint8Array(file.list).buffer;
}
