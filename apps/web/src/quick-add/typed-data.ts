import { onTheWayAgain } from './attached-files';
import { thirds, thirdsTyped, thirdToCompute, type Third } from './computed-third';
import { schemaOf, type FormValues } from './form-values';
import { widgetOf } from './schema-node';

type Data = FormValues['data'];

/** What stands in the form of a type, and what the form had filled in by itself: where they differ, somebody typed. */
export interface TypedData {
  readonly data: Data;
  readonly began: Data;
}

/** What the form fills in now, and over it what was typed, in the currency in which it was: one bill has one. */
export function typedOnto(fresh: Data, typed: TypedData): TypedData {
  const kept = keptOf(typed);
  const data = { ...fresh, ...kept };
  const home = currencyIn(fresh);
  const chosen = currencyIn(typed.data);
  const isTheirs = saysAmount(kept) || chosen !== currencyIn(typed.began);
  const currency = isTheirs ? chosen : home;
  const isUsualBill = currency === home && unitOf(data.volume) === unitOf(fresh.volume);
  if ('unitPrice' in data && !('unitPrice' in kept) && !isUsualBill)
    data.unitPrice = { amount: '', currency };
  return {
    data: currency === undefined ? data : (inCurrency(data, currency) as Data),
    began: { ...fresh, ...pick(typed.began, Object.keys(kept)) },
  };
}

/** Of a volume that is worked out the unit alone is, where another one was chosen. */
function keptOf(typed: TypedData): Data {
  const kept = pick(
    typed.data,
    Object.keys(typed.data).filter((key) => isTyped(key, typed)),
  );
  const unit = unitOf(typed.data.volume);
  const isUnitAlone = !('volume' in kept) && unit !== unitOf(typed.began.volume);
  return isUnitAlone ? { ...kept, volume: { value: '', unit } } : kept;
}

/** The same for another vehicle: its energy and the ids of reminders count as not typed, and its files are to be sent once more. */
export function withoutVehicle(type: string, { data, began }: TypedData): TypedData {
  const { properties = {} } = schemaOf(type);
  const ofVehicle = Object.keys(data).filter(
    (key) => key === 'energy' || widgetOf(properties[key] ?? {}) === 'hidden',
  );
  return { data: onTheWayAgain({ ...data, ...pick(began, ofVehicle) }, data), began };
}

const bill = { volume: 'volume', price: 'unitPrice', total: 'total' } as const satisfies Record<
  Third,
  string
>;

/** The third of a fill that is worked out of the other two is typed where both are. */
function isTyped(key: string, typed: TypedData): boolean {
  const third = thirds.find((name) => bill[name] === key);
  if (!third || !('unitPrice' in typed.began)) return differs(key, typed);
  const touched = thirdsTyped(typed.data);
  const isSaid = (name: Third) => touched.includes(name) || differs(bill[name], typed);
  const others = thirds.filter((name) => name !== third);
  const isWorkedOut =
    third === thirdToCompute(touched) && others.every((name) => says(typed.data[bill[name]]));
  return isWorkedOut ? others.every(isSaid) : isSaid(third);
}

/** Whether anything was typed of types that were picked before. */
export const saysMore = (others: Iterable<readonly [string, TypedData]> = []): boolean =>
  [...others].some(([, typed]) => Object.keys(typed.data).some((key) => isTyped(key, typed)));

const differs = (key: string, { data, began }: TypedData) =>
  JSON.stringify(data[key]) !== JSON.stringify(began[key]);

const says = (measure: unknown) => Object.values(measure as object).every(Boolean);

const unitOf = (volume: unknown) => (volume as { unit?: string } | undefined)?.unit;

const pick = (data: Data, keys: readonly string[]): Data =>
  Object.fromEntries(keys.map((key) => [key, data[key]]));

function currencyIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('currency' in value) return String(value.currency);
  return Object.values(value).map(currencyIn).find(Boolean);
}

function saysAmount(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'currency' in value ? says(value) : Object.values(value).some(saysAmount);
}

function inCurrency(value: unknown, currency: string): unknown {
  if (Array.isArray(value)) return value.map((item) => inCurrency(item, currency));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === 'currency' ? currency : inCurrency(child, currency),
    ]),
  );
}
