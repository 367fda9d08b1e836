import { validateRecording } from '@odolog/events';
import { Problem, type Fault } from '@odolog/problems';
import { get, type FieldErrors, type Resolver } from 'react-hook-form';

import type { Draft } from './draft';
import { schemaOf, type FormValues } from './form-values';
import type { SchemaNode } from './schema-node';

/** Says a fault in the viewer's words. */
export type FaultWords = (fault: Fault) => string;

interface Resolving {
  readonly recordingOf: (values: FormValues) => Draft;
  readonly words: FaultWords;
  readonly reasonNeeded: boolean;
}

/** Checks a form by the validators that the server runs, so that a form never knows better than the API. */
export function recordingResolver({ recordingOf, words, reasonNeeded }: Resolving): Resolver<FormValues> {
  return (values, _context, { names = [] }) => {
    // A row was added to a list or taken out, and the framework asks for the faults of all: nobody has come to their fields yet.
    if (names.length === 1 && Array.isArray(get(values, names[0]!))) return { values, errors: {} };
    const faults = faultsOf(recordingOf(values));
    if (reasonNeeded && values.reason.trim() === '') {
      faults.push({ pointer: '/reason', code: 'missing', detail: '' });
    }
    if (faults.length === 0) return { values, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const fault of faults) setAt(errors, fieldOf(fault.pointer, values.type), words(fault));
    return { values: {}, errors: errors as FieldErrors<FormValues> };
  };
}

/** What keeps a draft from being recorded. */
export function faultsOf(recording: Draft): Fault[] {
  try {
    validateRecording(recording);
    return [];
  } catch (error) {
    if (error instanceof Problem) return [...(error.extras.errors ?? [])];
    throw error;
  }
}

/** The form's field that a pointer into a recording or a correction names; of a missing measure, its number. */
export function fieldOf(pointer: string, type: string): string {
  const keys = pointer
    .replace(/^\/event(?=\/)/, '')
    .split('/')
    .slice(1);
  if (keys[0] === 'occurredAt') return 'clock';
  if (keys[0] === 'odometer') return 'odometer.value';
  if (keys[0] !== 'data') return keys.join('.');
  return ['data', ...toLeaf(schemaOf(type), keys.slice(1))].join('.');
}

function toLeaf(root: SchemaNode, keys: readonly string[]): string[] {
  const path = [...keys];
  let node: SchemaNode | undefined = root;
  for (const key of keys) node = node?.properties?.[key] ?? node?.items;
  while (node?.properties || node?.items?.properties) {
    const child: string = node.properties ? (Object.keys(node.properties)[0] ?? '') : '0';
    path.push(child);
    node = node.properties?.[child] ?? node.items;
  }
  return path;
}

function setAt(errors: Record<string, unknown>, field: string, message: string): void {
  const keys = field.split('.');
  const last = keys.pop()!;
  let at = errors;
  for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
  at[last] ??= { type: 'recording', message };
}
