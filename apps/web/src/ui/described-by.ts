interface Described {
  readonly hint?: unknown;
  readonly fault?: string | undefined;
}

/** The ids of what stands beside a control: its hint at the end of its label's line, and its fault below it. */
export function describedBy(id: string, { hint, fault }: Described): string | undefined {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}
