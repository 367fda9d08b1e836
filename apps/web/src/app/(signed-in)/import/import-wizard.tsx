'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Import, Preferences, Vehicle } from '@/api/schema.gen';
import { Mark } from '@/ui/mark';
import { useViewer } from '@/format/viewer-context';
import type { Named } from '../named-currencies';
import { Declarations } from './declarations';
import { DropZone } from './drop-zone';
import { ImportFoot } from './import-foot';
import { ImportRows } from './import-rows';
import { NewVehicleForFile } from './new-vehicle-for-file';
import { useImport } from './use-import';

interface ImportWizardProps {
  readonly vehicles: readonly Pick<Vehicle, 'id' | 'nickname' | 'currency' | 'timeZone'>[];
  readonly initialVehicleId: string | undefined;
  readonly preferences: Preferences;
  readonly currencies: readonly Named[];
}

/** From a file to a history: drop it, say what it does not say, look at every row, import, and undo if it was wrong. */
export function ImportWizard({
  vehicles: parked,
  initialVehicleId,
  preferences,
  currencies,
}: ImportWizardProps) {
  const t = useTranslations('import');
  const wizard = useImport(initialVehicleId);
  const [made, setMade] = useState<Vehicle>();
  // Until the page is read again it does not know of the vehicle that was made on it.
  const vehicles = made && parked.length === 0 ? [made] : parked;
  const { file, report, vehicleId, done } = wizard;
  return (
    <>
      <header className="head desk">
        <div>
          <h1>{done ? t('titleDone') : report ? t('titleDryRun') : t('title')}</h1>
          <p>{done ? t('wordsDone') : report ? t('nothingSaved') : t('words')}</p>
        </div>
      </header>
      {!file && <DropZone onFile={wizard.choose} />}
      {file && <FileHead file={file} report={report} unreadable={wizard.unreadable} onOther={wizard.clear} />}
      {file && !vehicleId && (
        <NewVehicleForFile
          file={file}
          preferences={preferences}
          onCreated={(vehicle) => {
            setMade(vehicle);
            wizard.change({ vehicleId: vehicle.id });
          }}
        />
      )}
      {file && vehicleId && !done && !wizard.unreadable && (
        <Declarations wizard={wizard} vehicles={vehicles} currencies={currencies} />
      )}
      {wizard.problem && (
        <p role="alert" className="import__problem">
          {wizard.problem}
        </p>
      )}
      {wizard.checking && !report && (
        <p role="status" className="muted">
          {t('checking')}
        </p>
      )}
      {report && <ImportRows report={report} wizard={wizard} />}
      {report && <ImportFoot wizard={wizard} report={report} vehicles={vehicles} />}
    </>
  );
}

function FileHead({
  file,
  report,
  unreadable,
  onOther,
}: {
  file: File;
  report: Import | undefined;
  unreadable: boolean;
  onOther: () => void;
}) {
  const t = useTranslations('import');
  const { format } = useViewer();
  const span =
    report?.file.from && report.file.to
      ? t('fromTo', { from: format.dayMonthYear(report.file.from), to: format.dayMonthYear(report.file.to) })
      : null;
  const title =
    report &&
    t.has(`formats.${report.format as 'fuelly-fuel'}`) &&
    t(`formats.${report.format as 'fuelly-fuel'}`);
  const known = report && [title, t('rows', { count: report.file.rows }), span].filter(Boolean).join(', ');
  return (
    <div className="import__file">
      <Mark type="document" />
      <div className="min-w-0">
        <h2 className="truncate">{file.name}</h2>
        <p className="sm muted">{known ?? t(unreadable ? 'unreadable' : 'reading')}</p>
      </div>
      <button type="button" className="btn" onClick={onOther}>
        {t('otherFile')}
      </button>
    </div>
  );
}
