import { cpus } from 'node:os';
import { benchAppend, type AppendResult } from './append.ts';
import { benchCorrection } from './correction.ts';
import { recordLongHistory } from './long-history.ts';
import { benchLookBack } from './look-back.ts';
import { startServer } from './server.ts';
import { benchTimeline } from './timeline.ts';
import { verdict } from './verdict.ts';
import { wearInLog } from './worn-in-log.ts';

const targets = { raw: 1, emmett: 4, page: 1.2, correctionMs: 1000, lookBackMs: 300 };

const server = await startServer();
try {
  const emmettUrl = await server.emptyDatabase('emmett');
  const { adminUrl, apiUrl, workerUrl } = await server.productDatabase('odolog');
  await wearInLog(adminUrl);

  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, fsync and synchronous_commit on`,
  );
  // First: here read models follow every event of the database, and later those of the writers would be among them.
  const history = await recordLongHistory(adminUrl, apiUrl);
  const correction = await benchCorrection(apiUrl, workerUrl, history);
  console.log('\nA back-dated correction in a vehicle of 10,000 events, milliseconds, the slowest of 20');
  console.table([{ append: ms(correction.appendMs), 'in every read model': ms(correction.everywhereMs) }]);

  const lookBacks = await benchLookBack(apiUrl, history);
  console.log('\nA look back at a vehicle of 10,000 events, milliseconds, the middle of 10');
  console.table(Object.entries(lookBacks).map(([what, took]) => ({ what, took: ms(took) })));

  const appends = await benchAppend({ adminUrl, apiUrl, emmettUrl });
  console.log('\nAppend, events a second and milliseconds, median of rounds');
  console.table(
    appends.map((result) => ({
      ...result,
      ...ratios(appends, result),
      p50: ms(result.p50),
      p99: ms(result.p99),
    })),
  );

  const pages = await benchTimeline(adminUrl, apiUrl);
  console.log('\nFirst timeline page of 50 at 1,000,000 events, milliseconds');
  console.table(
    pages.map((result) => ({
      page: result.page,
      p50: ms(result.p50),
      'p50 without RLS': ms(result.p50WithoutRls),
      ratio: (result.p50 / result.p50WithoutRls).toFixed(2),
      p99: ms(result.p99),
      'p99 without RLS': ms(result.p99WithoutRls),
    })),
  );

  const at32 = (name: string): number =>
    appends.find((r) => r.writers === 32 && r.name.startsWith(name))!.perSecond;
  verdict('32 writers: Odolog / raw INSERT', at32('Odolog') / at32('raw'), '>=', targets.raw);
  verdict('32 writers: Odolog / Emmett', at32('Odolog') / at32('Emmett'), '>=', targets.emmett);
  verdict(
    'first page: with / without RLS',
    Math.max(...pages.map((r) => r.p50 / r.p50WithoutRls)),
    '<=',
    targets.page,
  );
  verdict('back-dated correction, ms', correction.everywhereMs, '<=', targets.correctionMs);
  verdict('look back, ms', Math.max(...Object.values(lookBacks)), '<=', targets.lookBackMs);
} finally {
  await server.stop();
}

function ratios(all: readonly AppendResult[], result: AppendResult): Record<string, string> {
  const same = (name: string): number =>
    all.find((r) => r.writers === result.writers && r.name.startsWith(name))!.perSecond;
  return {
    'x raw': (result.perSecond / same('raw')).toFixed(2),
    'x Emmett': (result.perSecond / same('Emmett')).toFixed(2),
  };
}

function ms(value: number): string {
  return value.toFixed(2);
}
