import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { answer } from '@/api/client';
import { may } from '@/format/may';
import { serverApi } from '@/session/server-session';
import { RowSkeletons } from '@/ui/row-skeletons';
import { vehicleOf } from '../vehicle-page';
import { PrintedHistory } from './printed-history';
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
  const [vehicle, verification, exports, shares] = await Promise.all([
    vehicleOf(vehicleId),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/verification', at)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/exports', at)),
    answer(api.GET('/api/v1/vehicles/{vehicleId}/shares', at)),
  ]);
  return (
    <div className="wrap proof">
      <ProofTools vehicleId={vehicleId} last={verification.last} />
      <ShareLinks vehicleId={vehicleId} shares={shares.items} />
      <Suspense fallback={<RowSkeletons label={t('loading')} count={8} />}>
        <PrintedHistory vehicle={vehicle} latest={exports.items[0]} />
      </Suspense>
    </div>
  );
}
