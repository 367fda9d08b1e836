import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { thenTo } from '@/address/way-back';
import type { Me } from '@/api/schema.gen';
import { inColumns } from '@/columns/columns';
import { config } from '@/config';
import { dayIn } from '@/format/today';
import { ViewerProvider, type Viewing } from '@/format/viewer-context';
import { BottomBar } from '@/frame/bottom-bar';
import { FocusKeeper } from '@/frame/focus-keeper';
import { Shortcuts } from '@/frame/shortcuts';
import { Sidebar } from '@/frame/sidebar';
import { TenantOfPage } from '@/frame/tenant-of-page';
import { KnownVehiclesProvider } from '@/known-vehicles/known-vehicles';
import { OfflineStart } from '@/offline/offline-start';
import { QuickAddProvider } from '@/quick-add/quick-add-context';
import { CatchUp } from '@/refresh/catch-up';
import { askedPage } from '@/session/asked-page';
import { pendingLinkCookie, pendingPage } from '@/session/pending-link';
import { viewer } from '@/session/viewer';
import { themeCookie, themeIn } from '@/theme/theme';
import { ToastProvider } from '@/toast/toast';
import { glance } from './glance';

/** The frame of every page behind the sign-in: sidebar or bottom bar, entry form, toasts, keys. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('frame');
  const jar = await cookies();
  const [me, { items, counts }] = await Promise.all([viewer(), glance()]);
  if (me.termsToAccept !== null) redirect(thenTo('/accept-terms', await askedPage()));
  const pending = pendingPage(jar.get(pendingLinkCookie)?.value);
  if (pending) redirect(pending);
  const present = items.filter(({ former }) => !former);
  const theme = themeIn(jar.get(themeCookie)?.value);
  return (
    <ViewerProvider me={viewingOf(me)} today={dayIn(me.preferences.timeZone)}>
      <ToastProvider>
        <KnownVehiclesProvider atHand={inColumns(items)} count={counts.present + counts.former}>
          <QuickAddProvider>
            <a className="skip" href="#main">
              {t('skip')}
            </a>
            <div className="app">
              <Sidebar vehicles={present} counts={counts} me={me} theme={theme} />
              <main id="main">{children}</main>
              <BottomBar
                hasVehicles={counts.present > 0}
                allowed={me.allowedSomewhere}
                unread={counts.unread}
              />
            </div>
            {!config.isDevelopment && <OfflineStart />}
            <CatchUp />
            <FocusKeeper />
            <TenantOfPage tenantId={me.tenant.id} isOnly={me.tenants.length === 1} />
            <Shortcuts vehicleIds={present.slice(0, 9).map(({ id }) => id)} />
          </QuickAddProvider>
        </KnownVehiclesProvider>
      </ToastProvider>
    </ViewerProvider>
  );
}

/** As much of the person as their pages need. */
function viewingOf({ id, name, preferences, tenant, allowedSomewhere }: Me): Viewing {
  return { id, name, preferences, tenant: { id: tenant.id, name: tenant.name }, allowedSomewhere };
}
