// See ADR 460: what evaluates longest is evaluated here, ahead of the rest, and hydration waits for the next task.
import 'react-dom/client';

declare global {
  interface Window {
    /** What the framework runs before it hydrates a page, each followed by a timer. */
    __next_s?: [source: undefined, properties: { readonly children: string }][];
  }
}

(window.__next_s ??= []).push([undefined, { children: '' }]);
