export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

/** Rendered by the server as `data-theme`, so that no page flashes in the other theme. */
export const themeCookie = 'odolog-theme';

export function themeIn(cookieValue: string | undefined): Theme {
  return themes.find((theme) => theme === cookieValue) ?? 'system';
}

const aYear = 60 * 60 * 24 * 365;

/** Shows a theme now and on every page from now on in this browser. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${aYear}; samesite=lax`;
}
