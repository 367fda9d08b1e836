/** How often the event loop turned until work was done: others get their turn in between. */
export async function turnsOf(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const counting = (): void => {
    turns += 1;
    if (!isOver) setImmediate(counting);
  };
  setImmediate(counting);
  await work();
  isOver = true;
  return turns;
}
