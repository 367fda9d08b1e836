import type { Me } from '@/api/schema.gen';

/** What `g` and a letter go to. */
export const places = {
  g: '/',
  f: '/fleet',
  i: '/import',
  m: '/operations',
  r: '/reminders',
  s: '/settings',
  t: '/timeline',
} as const;

export interface Key {
  readonly pressed: readonly string[];
  readonly does: string;
  /** Without which it does nothing for the person. */
  readonly needs?: Me['allowedSomewhere'][number];
}

/** As the sheet of keys shows them; what they are called is in the messages. */
export const keyGroups = [
  {
    group: 'everywhere',
    keys: [
      { pressed: ['n'], does: 'add' },
      { pressed: ['/'], does: 'search' },
      { pressed: ['Ctrl', 'k'], does: 'jump' },
      { pressed: ['?'], does: 'keys' },
      { pressed: ['Esc'], does: 'close' },
    ],
  },
  {
    group: 'go',
    keys: [
      { pressed: ['g', 'g'], does: 'garage' },
      { pressed: ['g', 't'], does: 'timeline' },
      { pressed: ['g', 'o'], does: 'overview' },
      { pressed: ['g', 'r'], does: 'reminders' },
      { pressed: ['g', 'f'], does: 'fleet' },
      { pressed: ['g', 'i'], does: 'import' },
      { pressed: ['g', 'm'], does: 'operations', needs: 'ops.read' },
      { pressed: ['g', 's'], does: 'settings' },
      { pressed: ['g', '1'], does: 'vehicle' },
    ],
  },
  {
    group: 'timeline',
    keys: [
      { pressed: ['j'], does: 'older' },
      { pressed: ['k'], does: 'newer' },
    ],
  },
] as const satisfies readonly { readonly group: string; readonly keys: readonly Key[] }[];
