import { Worker } from 'node:worker_threads';
import { energyOf, type Energy } from './energy-of.js';
import { makerElsewhere, makersElsewhere, plain } from './makers-elsewhere.js';
import { modelYearOf } from './model-year.js';

/** What a VIN says of its vehicle, as far as the makers told the American authority; of others the make, and some years. */
export interface DecodedVin {
  readonly make: string | null;
  readonly model: string | null;
  readonly year: number | null;
  readonly trim: string | null;
  readonly bodyStyle: string | null;
  readonly engine: string | null;
  readonly energies: readonly Energy[];
}

/** Makes and models of the world, and what VINs say; without a network. */
export interface VinCatalogue {
  /** Null when not even the maker is known. @param vin well formed, in capitals */
  decode(vin: string): Promise<DecodedVin | null>;
  /** Makes that begin so, accents aside: cars of elsewhere, then those with the most models in America. */
  makes(typed: string, limit: number): Promise<string[]>;
  models(make: string, typed: string, limit: number): Promise<string[]>;
  /** The model years in which a model was made, newest first; none where that is not known. @param newest none after it */
  years(make: string, model: string, newest: number): Promise<number[]>;
  close(): Promise<void>;
}

interface RawDecode {
  readonly vehicle: Readonly<Record<string, string | number | undefined>> | null;
  readonly engine: Readonly<Record<string, string | undefined>> | null;
  readonly makes: readonly string[];
}

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly failure?: string;
}

/** The thread is started by the first question: most processes are never asked. */
export function createVinCatalogue(): VinCatalogue {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  let thread: Worker | undefined;
  let asked = 0;

  function start(): Worker {
    const worker = new Worker(new URL('../thread/decode-thread.mjs', import.meta.url));
    worker.unref();
    worker.on('message', ({ id, answer, failure }: Reply) => {
      const question = waiting.get(id);
      waiting.delete(id);
      if (failure === undefined) question?.resolve(answer);
      else question?.reject(new Error(failure));
    });
    worker.on('error', (error: Error) => {
      thread = undefined;
      for (const question of waiting.values()) question.reject(error);
      waiting.clear();
    });
    return worker;
  }

  function ask<Answer>(what: string, about: object): Promise<Answer> {
    thread ??= start();
    const id = (asked += 1);
    return new Promise<Answer>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      thread?.postMessage({ id, what, ...about });
    });
  }

  return {
    decode: async (vin) => decodedFrom(vin, await ask<RawDecode>('decode', { vin })),
    makes: async (typed, limit) => suggested(typed, await ask('makes', { typed, limit }), limit),
    models: (make, typed, limit) => ask('models', { make, typed, limit }),
    years: (make, model, newest) => ask('years', { make, model, newest }),
    close: async () => {
      await thread?.terminate();
    },
  };
}

/** Makers of cars elsewhere before the American authority's, many of which make trailers; as it spells them where it knows them. */
function suggested(typed: string, ofCatalogue: readonly string[], limit: number): string[] {
  const spelled = new Map(ofCatalogue.map((make) => [plain(make), make]));
  const elsewhere = makersElsewhere(typed).map((make) => spelled.get(plain(make)) ?? make);
  return [...new Set([...elsewhere, ...ofCatalogue])].slice(0, limit);
}

function decodedFrom(vin: string, { vehicle, engine, makes }: RawDecode): DecodedVin | null {
  const make = vehicle?.['make'] ?? makerElsewhere(vin) ?? (makes.length === 1 ? makes[0] : undefined);
  if (!vehicle && make === undefined) return null;
  const text = (value: string | number | undefined) => (value ? String(value) : null);
  return {
    make: text(make),
    model: text(vehicle?.['model']),
    year: Number(vehicle?.['year']) || modelYearOf(vin, new Date().getUTCFullYear()),
    trim: text(vehicle?.['trim']),
    bodyStyle: text(vehicle?.['bodyStyle']),
    engine: engineWords(engine),
    energies: energyOf(text(vehicle?.['fuelType'])),
  };
}

function engineWords(engine: RawDecode['engine']): string | null {
  const { displacement, cylinders, model } = engine ?? {};
  const words = [displacement && `${displacement} L`, cylinders && `${cylinders} cylinders`, model];
  return words.filter(Boolean).join(', ') || null;
}
