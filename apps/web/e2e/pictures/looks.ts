import { chosenLooks } from '../config';

/** Of a page: how wide it is seen, in which colours, and in which language. */
export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isPhone: boolean;
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'de';
  /** The words stay; the page is laid out as it is for those who read from right to left. */
  readonly isMirrored: boolean;
}

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
/** The narrowest window in which nothing may need to be scrolled sideways. */
const narrow = { width: 320, height: 640 };
/** Laid out as on a phone, twice as wide. */
const tablet = { width: 768, height: 1024 };

function look(name: string, of: Partial<Look> = {}): Look {
  const isPhone = name !== 'desktop';
  const viewport = isPhone ? phone : desktop;
  const all: Look = {
    name,
    viewport,
    isPhone,
    theme: 'light',
    language: 'en',
    isMirrored: false,
    ...of,
  };
  const parts = [name, all.theme, all.language !== 'en' && all.language, all.isMirrored && 'rtl'];
  return { ...all, name: parts.filter(Boolean).join('-') };
}

const everyLook = (['phone', 'desktop'] as const).flatMap((device) => [
  look(device),
  look(device, { theme: 'dark' }),
  // Its words are the longest that we have.
  look(device, { language: 'de' }),
  look(device, { theme: 'dark', language: 'de' }),
]);

/** Taken when they are asked for by name. */
const furtherLooks = [
  look('narrow', { viewport: narrow, language: 'de' }),
  look('tablet', { viewport: tablet, theme: 'dark' }),
  look('phone', { isMirrored: true }),
  look('desktop', { isMirrored: true }),
];

export const looks = chosenLooks
  ? [...everyLook, ...furtherLooks].filter(({ name }) => chosenLooks!.includes(name))
  : everyLook;
