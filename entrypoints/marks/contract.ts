/** The files that the marks' style sheet lies in, one a weight (wxt.config.ts). */
import { type Appearance, WEIGHTS } from '../../data/settings';

export const markSheet = ({ weight }: Pick<Appearance, 'weight'>) =>
  weight === 'quiet' ? 'marks.css' : `marks-${weight}.css`;

export const MARK_SHEETS = WEIGHTS.map((weight) => markSheet({ weight }));
