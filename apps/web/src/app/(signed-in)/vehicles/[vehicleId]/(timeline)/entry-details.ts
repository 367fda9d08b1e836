import type { Money } from '@odolog/units';
import { volumeUnitNames } from '@/format/measures';
import type { ViewerFormat } from '@/format/viewer-format';

/** One line of an entry's data: where it stands, as keys, and what it says in words. */
export interface Detail {
  readonly path: string;
  readonly key: string;
  readonly value: string;
}

interface Words {
  /** "yes", or empty: such a line is left out. */
  readonly boolean: (value: boolean) => string;
  /** A code such as `petrol` or `engine-oil` in words. */
  readonly code: (value: string) => string;
}

type Node = { readonly [key: string]: unknown };

/** The data of an entry, whatever its type, as lines: money, measures, dates and codes written the viewer's way. */
export function detailsOf(data: Node, format: ViewerFormat, words: Words, parent?: Detail): Detail[] {
  return Object.entries(data).flatMap(([key, value]) => {
    // What a name is the name of says more than that it is a name.
    const here = {
      path: `${parent?.path ?? ''}/${key}`,
      key: key === 'name' && parent ? parent.key : key,
      value: '',
    };
    const text = textOf(value, format, words);
    if (text !== null) return text === '' ? [] : [{ ...here, value: text }];
    return value && typeof value === 'object' ? detailsOf(value as Node, format, words, here) : [];
  });
}

function textOf(value: unknown, format: ViewerFormat, words: Words): string | null {
  if (typeof value === 'boolean') return words.boolean(value);
  if (typeof value === 'number') return format.typed(value);
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.dayMonthYear(value) : words.code(value);
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string') ? value.map(words.code).join(', ') : null;
  }
  return value && typeof value === 'object' ? measureOf(value as Node, format) : null;
}

function measureOf(value: Node, format: ViewerFormat): string | null {
  if (typeof value.amount === 'string' && typeof value.currency === 'string') {
    return format.unitPrice(value as unknown as Money);
  }
  if (typeof value.value !== 'number' || typeof value.unit !== 'string') return null;
  return `${format.typed(value.value)} ${volumeUnitNames[value.unit as 'L'] ?? value.unit}`;
}

/** What two versions of an entry say differently, in the order of the later one. */
export function differences(before: readonly Detail[], after: readonly Detail[]) {
  const was = new Map(before.map(({ path, value }) => [path, value]));
  const is = new Map(after.map(({ path, value }) => [path, value]));
  const changed = after.filter(({ path, value }) => was.get(path) !== value);
  const gone = before.filter(({ path }) => !is.has(path));
  return [
    ...changed.map(({ path, key, value }) => ({ path, key, from: was.get(path) ?? null, to: value })),
    ...gone.map(({ path, key, value }) => ({ path, key, from: value, to: null })),
  ];
}
