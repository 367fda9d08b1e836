import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import type { TimelineItem } from '@/api/schema.gen';
import { may } from '@/format/may';
import { viewerFormat } from '@/format/viewer-format';
import { describe } from '@/format/vehicle-words';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { vehicleOf } from '../vehicle-page';
import { ProofTools } from './proof-tools';
import { ShareLinks } from './share-links';

interface ProofPageProps {
  readonly params: Promise<{ vehicleId: string }>;
}

export async function generateMetadata({ params }: ProofPageProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('proof'))('title', { vehicle: nickname }) };
}

/** The history as one prints it, what proves it, and who may look at it by a link. */
export default async function ProofPage({ params }: ProofPageProps) {
  const { vehicleId } = await params;
  const t = await getTranslations('proof');
  const api = await serverApi();
  if (!may(await vehicleOf(vehicleId), 'share.manage')) notFound();
  const at = { params: { path: { vehicleId } } };
  const [vehicle, me, verification, exports, shares, items] = await Promise.all([
    vehicleOf(vehicleId),
    viewer(),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/verification', at)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/exports', at)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/shares', at)),
    wholeTimeline(vehicleId),
  ]);
  const format = viewerFormat(me.preferences);
  const [latest] = exports.items;
  return (
    <div className="wrap proof">
      <ProofTools vehicleId={vehicleId} last={verification.last} />
      <ShareLinks vehicleId={vehicleId} shares={shares.items} />
      <section className="sec">
        <h2>{t('history', { vehicle: describe(vehicle) })}</h2>
        {latest ? (
          <p>
            {t('code')} <span className="proof__code">{latest.code}</span>
            <br />
            <span className="muted">
              {t('codeWords', { events: latest.version, at: new Date(latest.issuedAt) })}
            </span>
          </p>
        ) : (
          <p className="muted">{t('noCode')}</p>
        )}
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
              <tr key={item.id}>
                <td className="num">{format.dayMonthYear(item.date)}</td>
                <td>
                  {item.summary}
                  {item.status === 'corrected' && <span className="muted"> {t('corrected')}</span>}
                </td>
                <td className="num r">
                  {item.odometer && `${format.distance(item.odometer).value} ${format.distanceUnit}`}
                </td>
                <td className="num r">{item.cost && format.money(item.cost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
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
