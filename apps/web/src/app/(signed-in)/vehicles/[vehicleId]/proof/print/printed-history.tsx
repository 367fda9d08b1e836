import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { config } from '@/config';
import { describe } from '@/format/vehicle-words';
import { viewerFormat, type ViewerFormat } from '@/format/viewer-format';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { QrCode } from '@/ui/qr-code';
import { SealedAs, type SealedExport } from '../sealed-as';
import { PrintButton } from './print-button';

/** Read page by page. Each sheet says whose history it is, and by which code it is checked. */
export async function PrintedHistory({ vehicle }: { vehicle: Vehicle }) {
  const t = await getTranslations('proof');
  const [me, items, latest] = await Promise.all([
    viewer(),
    wholeTimeline(vehicle.id),
    latestExport(vehicle.id),
  ]);
  const format = viewerFormat(me.preferences);
  const [newest, oldest] = [items[0], items.at(-1)];
  return (
    <section className="sec printed">
      <div className="printed__head">
        <div>
          <h2>{t('history', { vehicle: describe(vehicle) })}</h2>
          {vehicle.vin && <p className="muted num">{t('vin', { vin: vehicle.vin })}</p>}
          {newest && oldest && (
            <p className="muted">
              {t('span', {
                entries: items.length,
                from: format.dayMonthYear(oldest.date),
                to: format.dayMonthYear(newest.date),
              })}
            </p>
          )}
          <SealedAs latest={latest} at={(instant) => `${format.moment(instant, 'UTC')} UTC`} />
        </div>
        {latest && <QrCode text={verifyAddress(latest.code)} label={t('qrLabel')} />}
      </div>
      <PrintButton />
      <table className="proof__table">
        <thead>
          <tr className="printed__running">
            <td colSpan={4}>{[describe(vehicle), vehicle.vin, latest?.code].filter(Boolean).join(', ')}</td>
          </tr>
          <tr>
            <th scope="col">{t('date')}</th>
            <th scope="col">{t('entry')}</th>
            <th scope="col" className="r">
              {t('odometer')}
            </th>
            <th scope="col" className="r">
              {t('cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <PrintedEntry key={item.id} item={item} format={format} corrected={t('corrected')} />
          ))}
        </tbody>
      </table>
      <CatchUp />
    </section>
  );
}

const verifyAddress = (code: string) => `${config.publicUrl}/verify?code=${encodeURIComponent(code)}`;

interface PrintedEntryProps {
  readonly item: TimelineItem;
  readonly format: ViewerFormat;
  readonly corrected: string;
}

function PrintedEntry({ item, format, corrected }: PrintedEntryProps) {
  return (
    <tr>
      <td className="num">{format.dayMonthYear(item.date)}</td>
      <td>
        {item.summary}
        {item.status === 'corrected' && <span className="muted"> {corrected}</span>}
      </td>
      <td className="num r">
        {item.odometer && `${format.distance(item.odometer).value} ${format.distanceUnit}`}
      </td>
      <td className="num r">{item.cost && format.money(item.cost)}</td>
    </tr>
  );
}

async function latestExport(vehicleId: string): Promise<SealedExport | undefined> {
  const api = await serverApi();
  const params = { path: { vehicleId }, query: { limit: 1 } };
  return (await answer(api.GET('/api/v1/vehicles/{vehicleId}/exports', { params }))).items[0];
}

async function wholeTimeline(vehicleId: string): Promise<TimelineItem[]> {
  const api = await serverApi();
  const items: TimelineItem[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const query = { limit: 200, ...(cursor && { cursor }) };
    const page = await answer(
      api.GET('/api/v1/vehicles/{vehicleId}/timeline', { params: { path: { vehicleId }, query } }),
    );
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    more = cursor !== undefined;
  }
  return items;
}
