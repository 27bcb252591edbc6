import { counted } from '../../portal/words/lists.js';
import type { Band, PathPresenter, Station } from './presenter.js';

/** A line of text in a box, by where its baseline is. */
export interface Line {
  words: string;
  look: 'title' | 'line' | 'gate';
  y: number;
}
export interface Bead {
  x: number;
  y: number;
  look: 'full' | 'unsure' | 'more';
}
export interface Box {
  station: Station;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: Line[];
  beads: Bead[];
  aside: boolean;
}
/** The drawing in its own units, which are pixels where the page is wide enough. */
export interface Drawing {
  width: number;
  height: number;
  titles: { words: string; x: number; y: number }[];
  boxes: Box[];
  /** The lines that join the boxes, as SVG paths; each ends at a box. */
  joins: string[];
}

const columns = 4;
const box = { width: 212, across: 44, down: 56, pad: 16, left: 12 };
const type = {
  title: { size: 20, letters: 19 },
  line: { size: 19, letters: 22 },
  gate: { size: 19, letters: 22 },
};
const bead = { each: 15, down: 16, inRow: 12 };

/** Words in lines of at most so many letters; a longer word has a line of its own. */
export const wrapped = (words: string, letters: number): string[] => {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

const linesOf = (station: Station): Line[] => {
  const said: [string, Line['look']][] = [
    [station.title, 'title'],
    ...[...station.lines, ...(station.tally ? [station.tally] : [])].map((words): [string, Line['look']] => [
      words,
      'line',
    ]),
    ...(station.needs.length > 0
      ? [[`Gate: ${counted(station.needs.length, 'need')}`, 'gate'] as [string, Line['look']]]
      : []),
  ];
  let y = box.pad;
  return said.flatMap(([words, look], index) => {
    const { size, letters } = type[look];
    if (index > 0) y += 4;
    return wrapped(words, letters).map((line) => {
      y += size;
      return { words: line, look, y: y - 5 };
    });
  });
};

const beadsOf = ({ beads }: Station, from: number): Bead[] => {
  if (!beads) return [];
  const looks: Bead['look'][] = [
    ...Array.from({ length: beads.full }, (): Bead['look'] => (beads.unsure ? 'unsure' : 'full')),
    ...(beads.open ? (['more'] as const) : []),
  ];
  return looks.map((look, index) => ({
    look,
    x: box.pad + 6 + (index % bead.inRow) * bead.each,
    y: from + Math.floor(index / bead.inRow) * bead.down,
  }));
};

const boxOf = (station: Station, aside: boolean): Box => {
  const lines = linesOf(station);
  const below = (lines.at(-1)?.y ?? 0) + 16;
  const beads = beadsOf(station, below);
  const height = (beads.at(-1)?.y ?? lines.at(-1)?.y ?? 0) + box.pad;
  return { station, x: 0, y: 0, width: box.width, height, lines, beads, aside };
};

const rowsOf = (boxes: Box[]): Box[][] =>
  Array.from({ length: Math.ceil(boxes.length / columns) }, (_row, n) => boxes.slice(n * columns, (n + 1) * columns));

const joinOf = (from: Box, to: Box): string => {
  const level = 34;
  const before = to.station.needs.length > 0 ? 14 : 4;
  if (from.y === to.y) return `M${from.x + from.width} ${from.y + level} H${to.x - before}`;
  const turn = to.y - box.down / 2 + 6;
  const [a, b] = [from.x + from.width / 2, to.x + to.width / 2];
  return `M${a} ${from.y + from.height} V${turn} H${b} V${to.y - 4}`;
};

const placedBand = (band: Band, top: number): { boxes: Box[]; bottom: number } => {
  let y = top;
  const boxes = rowsOf(band.stations.map((each) => boxOf(each, !band.joined))).flatMap((row) => {
    const height = Math.max(...row.map((each) => each.height));
    const placed = row.map((each, column) => ({
      ...each,
      height,
      x: box.left + column * (box.width + box.across),
      y,
    }));
    y += height + (band.joined ? box.down : 24);
    return placed;
  });
  return { boxes, bottom: y };
};

/** Lays the path out in rows of four, each band under its title. */
export const drawPath = ({ bands }: PathPresenter): Drawing => {
  const titles: Drawing['titles'] = [];
  const boxes: Box[] = [];
  let y = 0;
  for (const band of bands) {
    // The line that comes down from the band above passes on the left of its title.
    const x = band.joined && y > 0 ? box.left + box.width / 2 + 20 : 4;
    titles.push({ words: band.title, x, y: y + 20 });
    const placed = placedBand(band, y + 36);
    boxes.push(...placed.boxes);
    y = placed.bottom + 4;
  }
  const joined = boxes.filter((each) => !each.aside);
  const joins = joined.slice(1).flatMap((to, index) => {
    const from = joined[index];
    return from ? [joinOf(from, to)] : [];
  });
  return { width: box.left + columns * (box.width + box.across) - box.across + 4, height: y, titles, boxes, joins };
};
