import { schemaOf, type FormValues } from './form-values';
import { widgetOf } from './schema-node';

type Data = FormValues['data'];

/** What stands in the form of a type, and what the form had filled in by itself: where they differ, somebody typed. */
export interface TypedData {
  readonly data: Data;
  readonly began: Data;
}

/** What the form fills in now, and over it what was typed, in the currency in which it was: one bill has one. */
export function typedOnto(fresh: Data, typed: TypedData): Data {
  const kept = Object.fromEntries(Object.entries(typed.data).filter(([key]) => isTyped(key, typed)));
  const currency = currencyIn(kept);
  const merged = { ...fresh, ...kept };
  return currency === undefined ? merged : (inCurrency(merged, currency) as Data);
}

/** The same for another vehicle: its energy, and the ids of files and reminders, count as not typed. */
export function withoutVehicle(type: string, { data, began }: TypedData): TypedData {
  const { properties = {} } = schemaOf(type);
  const ofVehicle = Object.keys(data)
    .filter((key) => key === 'energy' || widgetOf(properties[key] ?? {}) === 'hidden')
    .map((key) => [key, began[key]]);
  return { data: { ...data, ...Object.fromEntries(ofVehicle) }, began };
}

/** Of a fill two are typed or usual and the third is worked out: they stay together. */
const bill = ['volume', 'unitPrice', 'total'];

function isTyped(key: string, typed: TypedData): boolean {
  const { volume, unitPrice } = typed.began;
  if (!unitPrice || !bill.includes(key)) return differs(key, typed);
  const isUsual = says(volume) && says(unitPrice);
  return differs('volume', typed) || differs('unitPrice', typed) || (!isUsual && differs('total', typed));
}

const differs = (key: string, { data, began }: TypedData) =>
  JSON.stringify(data[key]) !== JSON.stringify(began[key]);

const says = (measure: unknown) => Object.values(measure as object).every(Boolean);

function currencyIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('currency' in value) return String(value.currency);
  return Object.values(value).map(currencyIn).find(Boolean);
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
