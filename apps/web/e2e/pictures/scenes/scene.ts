import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { SpokenStage, Viewer } from '../stage';

/** A page, or a state of one, and the way to it. */
export interface Scene {
  readonly name: string;
  /** Nobody who is signed in, without one. */
  readonly viewer?: Viewer;
  readonly open: (page: Page, stage: SpokenStage, context: BrowserContext) => Promise<unknown>;
}

type Address = string | ((stage: SpokenStage) => string);

/** A page as it is when it has been opened. */
export function at(name: string, address: Address, viewer: Viewer | 'nobody' = 'owner'): Scene {
  return {
    name,
    ...(viewer !== 'nobody' && { viewer }),
    open: (page, stage) => page.goto(typeof address === 'string' ? address : address(stage)),
  };
}

/** A page on which something has been done. */
export function after(name: string, address: Address, open: Scene['open'], viewer: Viewer = 'owner'): Scene {
  return {
    name,
    viewer,
    open: async (page, stage, context) => {
      await page.goto(typeof address === 'string' ? address : address(stage));
      await open(page, stage, context);
    },
  };
}

/** The one that this width shows, of those by a name. */
export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).filter({ visible: true }).first();
