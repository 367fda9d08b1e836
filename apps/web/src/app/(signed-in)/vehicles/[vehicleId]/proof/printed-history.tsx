import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import type { HistoryExports, TimelineItem, Vehicle } from '@/api/schema.gen';
import { config } from '@/config';
import { describe } from '@/format/vehicle-words';
import { viewerFormat, type ViewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { QrCode } from '@/ui/qr-code';
import { PrintButton } from './print-button';

interface PrintedHistoryProps {
  readonly vehicle: Vehicle;
  readonly latest: HistoryExports['items'][number] | undefined;
}

/** The whole history as one prints it. Read page by page, so that a long one keeps nothing else waiting. */
export async function PrintedHistory({ vehicle, latest }: PrintedHistoryProps) {
  const t = await getTranslations('proof');
  const [me, items] = await Promise.all([viewer(), wholeTimeline(vehicle.id)]);
  const format = viewerFormat(me.preferences);
  return (
    <section className="sec printed">
      <div className="printed__head">
        <div>
          <h2>{t('history', { vehicle: describe(vehicle) })}</h2>
          {vehicle.vin && <p className="muted num">{t('vin', { vin: vehicle.vin })}</p>}
          {latest ? <SealedAs latest={latest} /> : <p className="muted">{t('noCode')}</p>}
        </div>
        {latest && <QrCode text={verifyAddress(latest.code)} label={t('qrLabel')} />}
      </div>
      <PrintButton />
      <table className="proof__table">
        <thead>
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
    </section>
  );
}

const verifyAddress = (code: string) => `${config.publicUrl}/verify?code=${encodeURIComponent(code)}`;

async function SealedAs({ latest }: { latest: NonNullable<PrintedHistoryProps['latest']> }) {
  const t = await getTranslations('proof');
  return (
    <p>
      {t('code')} <span className="proof__code">{latest.code}</span>
      <br />
      <span className="muted">
        {t('codeWords', {
          events: latest.version,
          at: new Date(latest.issuedAt),
          address: `${config.publicUrl}/verify`,
        })}
      </span>
    </p>
  );
}

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
