/** A small line plot with logarithmic axes, as SVG, for light and dark pages. */

export interface Series {
  readonly name: string;
  /** Both above zero. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Dashes of the line, as SVG has them; none for a solid line. */
  readonly dashes?: string;
  readonly colour: 'ink' | 'blue' | 'red' | 'grey';
}

export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 64;
const RIGHT = 250;
const TOP = 44;
const BOTTOM = 52;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1c2433; }
  .title { font-weight: 600; }
  .axis { stroke: #6f7c96; fill: none; }
  .grid { stroke: #6f7c96; stroke-opacity: .25; }
  .line { fill: none; stroke-width: 2; }
  .ink { stroke: #1c2433; } .blue { stroke: #2f62c9; } .red { stroke: #b3402e; } .grey { stroke: #868fa3; }
  @media (prefers-color-scheme: dark) {
    text { fill: #dfe5f1; }
    .ink { stroke: #dfe5f1; } .blue { stroke: #86aaf5; } .red { stroke: #f0907f; }
  }`;

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Powers of ten around the values. */
function decades(values: readonly number[]): number[] {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.max(Math.ceil(Math.log10(Math.max(...values))), from + 1);
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
}

function named(value: number): string {
  if (value >= 1e6) return `${value / 1e6} M`;
  return value >= 1e4 ? `${value / 1e3} k` : String(Number(value.toPrecision(3)));
}

/** @throws {Error} when there is nothing to plot */
export function plotSvg({ title, x, y, series }: Plot): string {
  const points = series.flatMap((one) => one.points);
  if (points.length === 0) throw new Error(`nothing to plot: ${title}`);
  const xs = decades(points.map(([value]) => value));
  const ys = decades(points.map(([, value]) => value));
  const along = (ticks: readonly number[], value: number) => {
    const [low, high] = [Math.log10(ticks[0] ?? 1), Math.log10(ticks.at(-1) ?? 10)];
    return (Math.log10(value) - low) / (high - low);
  };
  const right = WIDTH - RIGHT;
  const bottom = HEIGHT - BOTTOM;
  const atX = (value: number) => round(LEFT + along(xs, value) * (right - LEFT));
  const atY = (value: number) => round(bottom - along(ys, value) * (bottom - TOP));
  const grid = [
    ...xs.map(
      (tick) =>
        `<path class="grid" d="M${atX(tick)} ${TOP}V${bottom}"/><text x="${atX(tick)}" y="${bottom + 18}" text-anchor="middle">${named(tick)}</text>`,
    ),
    ...ys.map(
      (tick) =>
        `<path class="grid" d="M${LEFT} ${atY(tick)}H${right}"/><text x="${LEFT - 8}" y="${atY(tick) + 4}" text-anchor="end">${named(tick)}</text>`,
    ),
  ];
  const lines = series.map(({ points: own, colour, dashes }) => {
    const path = own.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${atX(px)} ${atY(py)}`).join('');
    return `<path class="line ${colour}"${dashes ? ` stroke-dasharray="${dashes}"` : ''} d="${path}"/>`;
  });
  const legend = series.map(({ name, colour, dashes }, i) => {
    const at = TOP + 10 + i * 22;
    const line = `<path class="line ${colour}"${dashes ? ` stroke-dasharray="${dashes}"` : ''} d="M${right + 14} ${at}h24"/>`;
    return `${line}<text x="${right + 44}" y="${at + 4}">${escaped(name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}</style>
<text class="title" x="${LEFT}" y="22">${escaped(title)}</text>
${grid.join('\n')}
<path class="axis" d="M${LEFT} ${TOP}V${bottom}H${right}"/>
<text x="${(LEFT + right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">${escaped(x)}</text>
<text transform="translate(16 ${(TOP + bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(y)}</text>
${lines.join('\n')}
${legend.join('\n')}
</svg>
`;
}

const round = (value: number) => Math.round(value * 10) / 10;
