/** The part of the `edtf` package that On Record uses; the package ships no types. */
declare module 'edtf' {
  export interface EdtfValue {
    readonly type: 'Date' | 'Interval' | 'Season' | 'Set' | 'List' | 'Year' | 'Decade' | 'Century';
    /** 1 year, 2 month, 3 day; 0 with a time of day; undefined for sets and seasons. */
    readonly precision: number | undefined;
    /** Milliseconds since 1970 UTC; ∓Infinity for an open end, null for an unknown one. */
    readonly min: number | null;
    readonly max: number | null;
    readonly edtf: string;
  }
  export interface EdtfSyntax {
    type: string;
    level: number;
    /** Calendar parts, or the two ends of an interval: Infinity where open, null where unknown. */
    values?: (number | EdtfSyntax | null)[];
    approximate?: boolean | number;
    uncertain?: boolean | number;
    unspecified?: number;
  }
  export default function edtf(text: string): EdtfValue;
  export function parse(text: string): EdtfSyntax;
}
