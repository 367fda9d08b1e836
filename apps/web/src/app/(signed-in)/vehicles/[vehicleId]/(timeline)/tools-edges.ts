/**
 * Where in the window the tools stay, over the list: at its top, on a phone below the vehicle's name.
 * @param main what the tools and the list stand in
 */
export function toolsEdges(main: Element): { readonly top: number; readonly bottom: number } {
  const tools = main.firstElementChild as HTMLElement;
  // Those that do not stay anywhere have no number.
  const top = Number.parseFloat(getComputedStyle(tools).top) || 0;
  return { top, bottom: top + tools.offsetHeight };
}
