import { keepCookie, keptCookie } from '@/cookies/browser-cookie';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

/** Rendered by the server as `data-theme`, so that no page flashes in the other theme. */
export const themeCookie = 'odolog-theme';

export function themeIn(cookieValue: string | undefined): Theme {
  return themes.find((theme) => theme === cookieValue) ?? 'system';
}

/** What was chosen in this browser. */
export const chosenTheme = (): Theme => themeIn(keptCookie(themeCookie));

/** What the browser draws around the page: of each theme the colour of its surface. */
const aroundThePage = { light: '#ffffff', dark: '#161a19' };

/** The colours around the page where the system is light and where it is dark. */
export const coloursAround = (theme: Theme) => ({
  light: aroundThePage[theme === 'system' ? 'light' : theme],
  dark: aroundThePage[theme === 'system' ? 'dark' : theme],
});

const aYear = 60 * 60 * 24 * 365;

/** Shows a theme now and on every page from now on in this browser. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  const colours = coloursAround(theme);
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.content = meta.media.includes('dark') ? colours.dark : colours.light;
  }
  keepCookie(themeCookie, theme, aYear);
}
