import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';
import type { Theme } from './theme';

/** The person's other devices learn of the theme. */
export function tellTheme(theme: Theme): Promise<unknown> {
  return answer(browserApi.PATCH('/api/v1/me/preferences', { body: { theme } }));
}
