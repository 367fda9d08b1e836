import { eventType } from '@odolog/events';

/** What links events to each other. */
export interface Linked {
  readonly id: string;
  readonly type: string;
  readonly correctsId: string | null;
}

/** How a run of events leaves a history. */
export interface Followed<Event> {
  /** The events of the run, and those that came back, that stand at its end. */
  readonly standing: ReadonlyMap<string, Event>;
  /** Of each event that does not stand, the one that keeps it from it. */
  readonly supersededBy: ReadonlyMap<string, Event>;
  /** Every event that stopped standing at some time in the run, even if it stands again. */
  readonly left: ReadonlySet<string>;
}

/**
 * Follows corrections, retractions and restorations. A correction puts itself in the place of its target, a retraction hides its
 * target, a restoration undoes whichever of the three it names: what that one had kept from standing stands again, and what
 * that one had undone holds once more.
 * @param events in the order in which they were appended
 * @param earlier what the restorations among them reach back to, by id, where the run does not begin at the beginning
 * @throws Error when a restoration reaches beyond what is given
 */
export function followCorrections<Event extends Linked>(
  events: readonly Event[],
  earlier: Iterable<Event> = [],
): Followed<Event> {
  const known = new Map([...earlier, ...events].map((event) => [event.id, event]));
  const standing = new Map<string, Event>();
  const supersededBy = new Map<string, Event>();
  const left = new Set<string>();

  function stand(event: Event): void {
    supersededBy.delete(event.id);
    if (!eventType(event.type)?.hides) standing.set(event.id, event);
  }

  function hold(event: Event): void {
    stand(event);
    if (event.correctsId === null) return;
    standing.delete(event.correctsId);
    left.add(event.correctsId);
    supersededBy.set(event.correctsId, event);
    if (eventType(event.type)?.restores) end(targetOf(event));
  }

  function end(event: Event): void {
    const beneath = targetOf(event);
    if (eventType(event.type)?.restores) hold(beneath);
    else stand(beneath);
  }

  function targetOf({ id, correctsId }: Event): Event {
    const target = correctsId === null ? undefined : known.get(correctsId);
    if (!target) throw new Error(`The event ${id} undoes what is not known`);
    return target;
  }

  events.forEach(hold);
  return { standing, supersededBy, left };
}
