import type { ComponentChildren } from 'preact';
import type { Words } from '../../components/words';

/** A piece in one of its states, as the gallery shows it and the tests look at it. */
export interface State {
  /** Names the state in the address, in the tests and in its picture's file. */
  readonly id: string;
  /** What there is to see. */
  readonly title: string;
  /** In px. */
  readonly width?: number;
  /** Default: English. */
  readonly words?: Words;
  readonly piece: () => ComponentChildren;
}
