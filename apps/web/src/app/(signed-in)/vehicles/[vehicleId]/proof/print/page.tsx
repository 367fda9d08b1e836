import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { may } from '@/format/may';
import { RowSkeletons } from '@/ui/row-skeletons';
import { vehicleOf } from '../../vehicle-page';
import { PrintedHistory } from './printed-history';

interface PrintPageProps {
  readonly params: Promise<{ vehicleId: string }>;
}

export async function generateMetadata({ params }: PrintPageProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('proof'))('history', { vehicle: nickname }) };
}

/** The whole history as one prints it, on a page of its own: ten thousand entries make two hundred sheets. */
export default async function PrintPage({ params }: PrintPageProps) {
  const vehicle = await vehicleOf((await params).vehicleId);
  if (!may(vehicle, 'share.manage')) notFound();
  const t = await getTranslations('proof');
  return (
    <div className="wrap proof">
      <Suspense fallback={<RowSkeletons label={t('loading')} count={8} />}>
        <PrintedHistory vehicle={vehicle} />
      </Suspense>
    </div>
  );
}
