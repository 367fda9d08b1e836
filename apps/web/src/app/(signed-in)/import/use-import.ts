import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Import, ImportDeclaration } from '@/api/schema.gen';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';

export interface ImportWizardState {
  readonly file: File | undefined;
  readonly vehicleId: string | undefined;
  readonly declared: ImportDeclaration;
  /** What was said of rows by their number, in place of the file: what the odometer showed, or that it does not count. */
  readonly readings: Readonly<Record<number, number | 'void'>>;
  /** Of the dry run, then of the import. */
  readonly report: Import | undefined;
  readonly done: boolean;
  readonly checking: boolean;
  readonly problem: string | undefined;
  /** Of no tracker that we know, torn, empty: nothing that could be said of the file would help. */
  readonly unreadable: boolean;
  /** What is wrong with a declaration, by its name. */
  readonly faults: Readonly<Record<string, string>>;
}

interface Change {
  readonly vehicleId?: string;
  readonly declared?: ImportDeclaration;
}

export interface ImportWizardActions {
  readonly choose: (file: File) => void;
  readonly clear: () => void;
  /** Says something else about the file: it is checked again. */
  readonly change: (change: Change) => void;
  /** Says a row's reading in place of the file; without one, it is as in the file again. */
  readonly say: (row: number, reading: number | 'void' | undefined) => void;
  readonly perform: () => void;
  readonly undo: () => void;
}

export type Wizard = ImportWizardState & ImportWizardActions;

const nothingSaid = { declared: {}, readings: {} } as const;
const nothingChecked = {
  report: undefined,
  done: false,
  problem: undefined,
  unreadable: false,
  faults: {},
} as const;
const unreadable: readonly string[] = [
  'import-format-unknown',
  'import-file-torn',
  'import-file-empty',
  'import-file-too-long',
];

/** The steps of an import. Every change of what is said starts a dry run; only `perform` saves. */
export function useImport(initialVehicleId: string | undefined): Wizard {
  const t = useTranslations('import');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [state, setState] = useState<ImportWizardState>({
    file: undefined,
    vehicleId: initialVehicleId,
    ...nothingSaid,
    checking: false,
    ...nothingChecked,
  });

  const run = useCallback(
    async (next: ImportWizardState, dryRun: boolean) => {
      setState({ ...next, problem: undefined, unreadable: false, faults: {}, checking: true });
      try {
        const report = await upload(next, dryRun);
        if (report.position) rememberWrite(report.position);
        setState({ ...next, ...nothingChecked, report, done: !dryRun, checking: false });
        if (!dryRun) refresh();
      } catch (error) {
        const faults = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
        setState({
          ...next,
          report: next.report,
          problem: problemWords(error),
          unreadable: error instanceof ApiProblem && unreadable.includes(error.code),
          faults: Object.fromEntries(faults.map(({ pointer, detail }) => [pointer.slice(1), detail])),
          checking: false,
        });
      }
    },
    [refresh, problemWords],
  );

  const check = (next: ImportWizardState) =>
    next.file && next.vehicleId ? void run(next, true) : setState({ ...next, ...nothingChecked });

  async function undo() {
    const importId = state.report?.id;
    if (!importId) return;
    try {
      const undone = await answer(
        browserApi.POST('/api/v1/imports/{importId}/undo', { params: { path: { importId } } }),
      );
      if (undone.position) rememberWrite(undone.position);
      setState({ ...state, ...nothingChecked, file: undefined });
      toast({ words: t('undone') });
      refresh();
    } catch (error) {
      setState({ ...state, problem: problemWords(error) });
    }
  }

  return {
    ...state,
    choose: (file) => check({ ...state, file, ...nothingSaid }),
    clear: () => setState({ ...state, ...nothingChecked, file: undefined, ...nothingSaid }),
    change: (change) =>
      check({ ...state, ...change, readings: readsAlike(state, change) ? state.readings : {} }),
    say: (row, reading) => {
      const { [row]: _before, ...others } = state.readings;
      check({ ...state, readings: reading === undefined ? others : { ...others, [row]: reading } });
    },
    perform: () => void run(state, false),
    undo: () => void undo(),
  };
}

/** A reading is said in the unit of the file, of a row that can be read, and about the vehicle's neighbours. */
function readsAlike({ declared, vehicleId }: ImportWizardState, change: Change): boolean {
  const next = { declared, vehicleId, ...change };
  return (
    next.vehicleId === vehicleId &&
    next.declared.distanceUnit === declared.distanceUnit &&
    next.declared.dateOrder === declared.dateOrder
  );
}

function upload(
  { file, vehicleId, declared, readings }: ImportWizardState,
  dryRun: boolean,
): Promise<Import> {
  const body = new FormData();
  body.set('vehicleId', vehicleId!);
  body.set('format', 'auto');
  for (const [name, value] of Object.entries(declared)) if (value) body.set(name, value);
  if (Object.keys(readings).length > 0) body.set('readings', JSON.stringify(readings));
  body.set('dryRun', String(dryRun));
  body.set('file', file!);
  return answer(
    browserApi.POST('/api/v1/imports', {
      body: body as never,
      bodySerializer: (form: unknown) => form as FormData,
    }),
  );
}
