import { Printer } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import { may } from '@/format/may';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import Link from '@/ui/link';
import { vehicleOf } from '../vehicle-page';
import { ProofTools } from './proof-tools';
import { SealedAs } from './sealed-as';
import { ShareLinks } from './share-links';

interface ProofPageProps {
  readonly params: Promise<{ vehicleId: string }>;
}

export async function generateMetadata({ params }: ProofPageProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('proof'))('title', { vehicle: nickname }) };
}

/** What proves a history, who may look at it by a link, and the way to it on paper. */
export default async function ProofPage({ params }: ProofPageProps) {
  const { vehicleId } = await params;
  const t = await getTranslations('proof');
  const api = await serverApi();
  if (!may(await vehicleOf(vehicleId), 'share.manage')) notFound();
  const path = { vehicleId };
  const latest = { limit: 1 };
  const [me, verification, exports, shares] = await Promise.all([
    viewer(),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/verification', { params: { path } })),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/exports', { params: { path, query: latest } })),
    everyItem((query) => answer(api.GET('/api/v1/vehicles/{vehicleId}/shares', { params: { path, query } }))),
  ]);
  return (
    <div className="wrap proof">
      <ProofTools vehicleId={vehicleId} last={verification.last} />
      <ShareLinks vehicleId={vehicleId} shares={shares} />
      <section className="sec">
        <h2>{t('printTitle')}</h2>
        <p className="muted">{t('printWords')}</p>
        <SealedAs
          latest={exports.items[0]}
          at={(instant) => viewerFormat(me.preferences).moment(instant, me.preferences.timeZone)}
        />
        <div className="proof__tools">
          <Link className="btn btn--tap" href={`/vehicles/${vehicleId}/proof/print`}>
            <Printer className="i" /> {t('toPrint')}
          </Link>
        </div>
      </section>
    </div>
  );
}
