// What `npm run bench` installs first. Without it, the rest of the benchmarks is held to its types all the same.
declare module '@event-driven-io/emmett-postgresql';
declare module 'chrome-launcher';
declare module 'lighthouse' {
  interface Result {
    readonly categories: Readonly<
      Record<
        string,
        { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }
      >
    >;
    readonly audits: Readonly<Record<string, { score: number | null; title: string; displayValue?: string }>>;
  }
  export const desktopConfig: object;
  export default function lighthouse(
    url: string,
    flags: object,
    config?: object,
  ): Promise<{ readonly lhr: Result } | undefined>;
}
