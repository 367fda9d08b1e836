import type { ChargeSession, PricedByTariff } from '@odolog/events';
import { moneyFromMinor, stretchCosts } from '@odolog/units';
import { wallClockAt } from './local-time.js';
import { edgesOf, tariffInForce, tariffsAt, unitPriceAt, type Tariff } from './tariffs.js';

/** Beyond this a charge is rather a typo than a charge. */
const longestDays = 31;
const msPerMinute = 60_000;
const msPerDay = 86_400_000;
/** Clocks change at full quarters of an hour of UTC, everywhere and always since there are time zones. */
const quarterMs = 15 * msPerMinute;

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly tariff: Tariff;
  readonly unitPrice: string;
}

/**
 * What a charge costs by the tariffs of its site: its energy is spread evenly over its time and cut where the price changes
 * by the site's wall clock, also on the days on which clocks change. Without an end all of it costs what its beginning does.
 * @returns null where no tariff is in force for all of it, or in one currency
 */
export function priceCharge(session: ChargeSession, tariffs: readonly Tariff[]): PricedByTariff | null {
  const here = tariffsAt(tariffs, session);
  const [fromMs, toMs] = [Date.parse(session.startedAt), Date.parse(session.endedAt ?? session.startedAt)];
  if (here.length === 0 || toMs < fromMs || toMs - fromMs > longestDays * msPerDay) return null;
  const stretches = stretchesOf(here, fromMs, toMs);
  const [first] = stretches ?? [];
  if (!stretches || !first || stretches.some(({ tariff }) => tariff.currency !== first.tariff.currency))
    return null;
  return priced(session, stretches, first.tariff);
}

function priced(session: ChargeSession, stretches: readonly Stretch[], tariff: Tariff): PricedByTariff {
  const { currency } = tariff;
  const costs = stretchCosts(
    session.energyWh,
    stretches.map(({ fromMs, toMs, unitPrice }) => ({
      duration: Math.max(1, toMs - fromMs),
      unitPrice: { amount: unitPrice, currency },
    })),
  );
  const totalMinor = costs.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    tariffId: tariff.id,
    tariff: tariff.name,
    basis: session.basis,
    total: moneyFromMinor(totalMinor, currency),
    parts: stretches.map(({ fromMs, toMs, unitPrice }, index) => ({
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
      energyWh: costs[index]?.energyWh ?? 0,
      unitPrice: { amount: unitPrice, currency },
      amount: moneyFromMinor(costs[index]?.amountMinor ?? 0, currency),
    })),
  };
}

/** Neighbours of one price are one stretch; null where no tariff is in force at some time. */
function stretchesOf(tariffs: readonly Tariff[], fromMs: number, toMs: number): Stretch[] | null {
  const cuts = cutsBetween(tariffs, fromMs, toMs);
  const stretches: Stretch[] = [];
  for (const [index, cutMs] of cuts.entries()) {
    const at = rateAt(tariffs, cutMs);
    if (!at) return null;
    const last = stretches.at(-1);
    const endMs = cuts[index + 1] ?? toMs;
    if (last?.unitPrice === at.unitPrice && last.tariff.currency === at.tariff.currency)
      stretches[stretches.length - 1] = { ...last, toMs: endMs };
    else stretches.push({ ...at, fromMs: cutMs, toMs: endMs });
  }
  return stretches;
}

/** The beginning, and every moment inside at which a price may change. */
function cutsBetween(tariffs: readonly Tariff[], fromMs: number, toMs: number): number[] {
  const cuts = new Set([fromMs]);
  const edges = edgesOf(tariffs);
  for (const timeZone of new Set(tariffs.map((tariff) => tariff.timeZone))) {
    for (let ms = fromMs; ms < toMs; ms = nextQuarter(ms)) {
      cuts.add(ms);
      const { minute } = wallClockAt(ms, timeZone);
      const untilMs = Math.min(nextQuarter(ms), toMs);
      for (const edge of edges) {
        const edgeMs = Math.floor(ms / msPerMinute) * msPerMinute + (edge - minute) * msPerMinute;
        if (edgeMs > ms && edgeMs < untilMs) cuts.add(edgeMs);
      }
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

function nextQuarter(ms: number): number {
  return Math.floor(ms / quarterMs) * quarterMs + quarterMs;
}

function rateAt(tariffs: readonly Tariff[], ms: number): Pick<Stretch, 'tariff' | 'unitPrice'> | undefined {
  const tariff = tariffInForce(tariffs, (timeZone) => wallClockAt(ms, timeZone).date);
  return tariff && { tariff, unitPrice: unitPriceAt(tariff, wallClockAt(ms, tariff.timeZone)) };
}
