import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import type { Api } from '@/api/client';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import type { Garage, Invitation, Me, Member, Vehicle } from '@/api/schema.gen';
import { TenantSwitch } from '@/frame/tenant-switch';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { everyGarage } from '../../every-garage';
import { everyVehicle } from '../../every-vehicle';
import { everyMember } from './every-member';
import { GarageList } from './garage-list';
import { InvitationList } from './invitation-list';
import { InviteForm } from './invite-form';
import { MemberList } from './member-list';
import { TenantSection } from './tenant-section';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

/** Who belongs here, as what, and who was asked to. What one may not do is not offered. */
export default async function MembersPage() {
  const t = await getTranslations('members');
  const api = await serverApi();
  const me = await viewer();
  const { members, invitations, garages, vehicles } = await shown(api, me);
  return (
    <>
      <header className="top">
        <Link className="btn btn--quiet btn--icon top__back" href="/settings" aria-label={t('back')}>
          <ChevronLeft className="i i-lg" />
        </Link>
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap wrap--form">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            <p>{t('of', { tenant: me.tenant.name })}</p>
          </div>
        </header>
        <div className="phone">
          <TenantSwitch me={me} />
        </div>
        {members.length > 0 && (
          <section className="sec sec--first" aria-label={t('people')}>
            <h2>{t('people')}</h2>
            <MemberList me={me} members={members} vehicles={vehicles} />
          </section>
        )}
        {me.allowed.includes('members.manage') && (
          <section className="sec">
            <h2>{t('invite')}</h2>
            <p className="muted">{t('inviteWords')}</p>
            <InviteForm tenantId={me.tenant.id} roles={me.grantableRoles} garages={garages} />
            <InvitationList
              tenantId={me.tenant.id}
              grantableRoles={me.grantableRoles}
              {...{ invitations, garages }}
            />
          </section>
        )}
        {(garages.length > 0 || me.allowed.includes('garage.manage')) && (
          <section className="sec">
            <h2>{t('garages')}</h2>
            <p className="muted">{t('garagesWords')}</p>
            <GarageList
              garages={await withMembers(api, { me, members, garages })}
              members={members}
              mayAdd={me.allowed.includes('garage.manage')}
              mayInvite={me.allowed.includes('members.manage')}
            />
          </section>
        )}
        <TenantSection me={me} members={members} />
      </div>
    </>
  );
}

interface Shown {
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
  readonly garages: readonly Garage[];
  readonly vehicles: readonly Vehicle[];
}

/** Only what the caller may ask for is asked for. */
async function shown(api: Api, { tenant, allowed, allowedSomewhere }: Me): Promise<Shown> {
  const path = { tenantId: tenant.id };
  const [members, invitations, garages, vehicles] = await Promise.all([
    allowed.includes('tenant.read') ? everyMember(api, tenant.id) : [],
    allowed.includes('members.manage')
      ? everyItem((query) =>
          answer(api.GET('/api/v1/tenants/{tenantId}/invitations', { params: { path, query } })),
        )
      : [],
    allowedSomewhere.includes('garage.read') ? everyGarage(api) : [],
    allowedSomewhere.includes('vehicle.manage') ? everyVehicle(api) : [],
  ]);
  return { members, invitations, garages, vehicles };
}

/** Whoever manages members has been told everyone's roles; others ask for the few garages that they see. */
async function withMembers(
  api: Api,
  { me, members, garages }: Pick<Shown, 'members' | 'garages'> & { me: Me },
) {
  if (me.allowed.includes('members.manage')) {
    return garages.map((garage) => ({
      garage,
      people: members.flatMap(({ id, name, garages: roles }) =>
        roles.filter((role) => role.id === garage.id).map(({ role }) => ({ id, name, role })),
      ),
    }));
  }
  return Promise.all(
    garages.map(async (garage) => {
      const path = { garageId: garage.id };
      const people = await everyItem((query) =>
        answer(api.GET('/api/v1/garages/{garageId}/members', { params: { path, query } })),
      );
      return { garage, people };
    }),
  );
}
