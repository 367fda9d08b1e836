type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Work of which so many pieces are done at once; the others wait, in the order in which they came. */
export function inTurn(atOnce: number): InTurn {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
