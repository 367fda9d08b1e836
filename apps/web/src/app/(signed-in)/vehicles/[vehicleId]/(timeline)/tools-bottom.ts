/**
 * How far down the window the tools reach while they stay at its top, over the list; on a phone they stay below the
 * vehicle's name.
 * @param main what the tools and the list stand in
 */
export function toolsBottom(main: Element): number {
  const tools = main.firstElementChild as HTMLElement;
  return toolsTop(tools) + tools.offsetHeight;
}

export const toolsTop = (tools: Element) => Number.parseFloat(getComputedStyle(tools).top);
