'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { Member, Vehicle } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

interface DrivenVehiclesProps {
  readonly member: Member;
  readonly vehicles: readonly Vehicle[];
}

/** The vehicles that a driver sees and logs for, beside those of their garages. */
export function DrivenVehicles({ member, vehicles }: DrivenVehiclesProps) {
  const t = useTranslations('members');
  const { busy, run } = useAction();
  const { id: userId, name } = member;

  function toggle({ id: vehicleId, nickname }: Vehicle, drives: boolean) {
    const params = { path: { vehicleId } };
    const call = drives
      ? () => answer(browserApi.POST('/api/v1/vehicles/{vehicleId}/drivers', { params, body: { userId } }))
      : () =>
          answer(
            browserApi.DELETE('/api/v1/vehicles/{vehicleId}/drivers/{userId}', {
              params: { path: { vehicleId, userId } },
            }),
          );
    void run(call, t(drives ? 'drivesNow' : 'drivesNoMore', { name, vehicle: nickname }));
  }

  return (
    <details className="people__more">
      <summary>{t('drives', { count: member.vehicles.length })}</summary>
      <div className="pick pick--wrap">
        {vehicles.map((vehicle) => (
          <label key={vehicle.id} className="chip chip--check">
            <input
              type="checkbox"
              className="sr"
              checked={member.vehicles.includes(vehicle.id)}
              disabled={busy}
              onChange={(event) => toggle(vehicle, event.target.checked)}
            />
            {vehicle.nickname}
          </label>
        ))}
      </div>
    </details>
  );
}
