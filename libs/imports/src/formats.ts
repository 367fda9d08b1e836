import { fileProblem } from './file-problem.js';
import { csvHeader } from './csv-table.js';
import { fuelio } from './fuelio/fuelio.js';
import { fuellyFuel } from './fuelly-fuel/fuelly-fuel.js';
import { fuellyService } from './fuelly-service/fuelly-service.js';
import type { ImportFormat } from './import-format.js';
import {
  lubeLoggerFuel,
  lubeLoggerOdometer,
  lubeLoggerSupply,
  lubeLoggerTax,
  lubeLoggerWork,
} from './lubelogger/lubelogger.js';
import { spritmonitor } from './spritmonitor/spritmonitor.js';

/** The formats that can be read, of two with the same columns the one with more before the other. A new one is its folder and a line here. */
export const importFormats: readonly ImportFormat[] = [
  fuellyFuel,
  fuellyService,
  fuelio,
  spritmonitor,
  lubeLoggerFuel,
  lubeLoggerOdometer,
  lubeLoggerSupply,
  lubeLoggerWork,
  lubeLoggerTax,
];

/**
 * The format that a file is written in.
 * @param asked `auto`, a format's name, or the tracker's, such as `fuelly`.
 * @throws Problem `import-format-unknown`.
 */
export function detectFormat(text: string, asked = 'auto'): ImportFormat {
  const header = csvHeader(text);
  const candidates = importFormats.filter(
    ({ name }) => asked === 'auto' || name === asked || name.startsWith(`${asked}-`),
  );
  const found = candidates.find(({ columns }) =>
    columns.every((names) => [names].flat().some((name) => header.includes(name))),
  );
  if (found) return found;
  const known = importFormats.map(({ title }) => title).join('; ');
  const detail =
    asked === 'auto' ? `Known are: ${known}` : `The file is not one of ${asked}. Known are: ${known}`;
  throw fileProblem('import-format-unknown', detail);
}
