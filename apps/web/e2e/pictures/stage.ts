import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { spoken } from '../spoken';
import { languages, type Language } from './looks';

export const folder = path.join(import.meta.dirname, '../screenshots');
const file = path.join(folder, 'stage.json');

/** Whose eyes a page is seen with. */
export type Viewer = 'owner' | 'newcomer' | 'importer' | 'guarded' | 'operator';

export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What stands behind the addresses in a language. */
export interface Stage {
  readonly sessions: { readonly [viewer in Viewer]: Session };
  /** A small car with years of fill-ups, a corrected one, and a void reading. */
  readonly vehicleId: string;
  /** A hybrid: fill-ups and charges, with tariffs. */
  readonly hybridId: string;
  readonly emptyVehicleId: string;
  readonly soldVehicleId: string;
  /** Of the buyer's page, whole. */
  readonly share: string;
  readonly invitation: string;
  /** Of a vehicle's hand-over, made out to the newcomer. */
  readonly offer: string;
  /** Who is asked for a code after the password. */
  readonly guardedEmail: string;
}

/** The stage, and the words that its pages speak with. */
export interface SpokenStage extends Stage {
  readonly say: (key: string) => string;
}

type Stages = { readonly [language in Language]: Stage };

interface Kept {
  readonly origin: string;
  readonly stages: Stages;
}

export function keepStages(origin: string, stages: Stages): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ origin, stages } satisfies Kept));
}

/** What an earlier run has set on the same product; undefined where there is none. */
export function keptStages(origin: string): Stages | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.origin === origin && languages.every((each) => each in kept.stages) ? kept.stages : undefined;
  } catch {
    return undefined;
  }
}

export function stageIn(origin: string, language: Language): SpokenStage {
  const stages = keptStages(origin);
  if (!stages) throw new Error(`No stage has been set on ${origin}`);
  return { ...stages[language], say: spoken(language) };
}
