import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { answer } from '@/api/client';
import type { Me } from '@/api/schema.gen';
import { config } from '@/config';
import { ViewerProvider, type Viewing } from '@/format/viewer-context';
import { BottomBar } from '@/frame/bottom-bar';
import { FocusKeeper } from '@/frame/focus-keeper';
import { LeftTenant } from '@/frame/left-tenant';
import { Shortcuts } from '@/frame/shortcuts';
import { Sidebar } from '@/frame/sidebar';
import { OfflineStart } from '@/offline/offline-start';
import { QuickAddProvider } from '@/quick-add/quick-add-context';
import { pendingLinkCookie, pendingPage } from '@/session/pending-link';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { themeCookie, themeIn } from '@/theme/theme';
import { ToastProvider } from '@/toast/toast';
import { glancedVehicles } from './glanced-vehicles';

/** The frame of every page behind the sign-in: sidebar or bottom bar, entry form, toasts, keys. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('frame');
  const jar = await cookies();
  const api = await serverApi();
  const [me, vehicles, { unread }] = await Promise.all([
    viewer(),
    glancedVehicles(),
    answer(api.GET('/api/v1/notifications', { params: { query: { limit: 1 } } })),
  ]);
  if (me.termsToAccept !== null) redirect('/accept-terms');
  const pending = pendingPage(jar.get(pendingLinkCookie)?.value);
  if (pending) redirect(pending);
  const present = vehicles.filter(({ former }) => !former);
  const former = vehicles.filter((vehicle) => vehicle.former);
  const listed = [...present, ...former];
  const loggable = listed.filter(({ mayRecord }) => mayRecord);
  const theme = themeIn(jar.get(themeCookie)?.value);
  return (
    <ViewerProvider me={viewingOf(me)}>
      <ToastProvider>
        <QuickAddProvider vehicles={loggable}>
          <a className="skip" href="#main">
            {t('skip')}
          </a>
          <div className="app">
            <Sidebar
              vehicles={present}
              former={former.length}
              known={listed}
              me={me}
              theme={theme}
              unread={unread}
            />
            <main id="main">{children}</main>
            <BottomBar hasVehicles={present.length > 0} allowed={me.allowedSomewhere} unread={unread} />
          </div>
          {!config.isDevelopment && <OfflineStart />}
          <FocusKeeper />
          <LeftTenant tenantId={me.tenant.id} />
          <Shortcuts vehicleIds={present.slice(0, 9).map(({ id }) => id)} />
        </QuickAddProvider>
      </ToastProvider>
    </ViewerProvider>
  );
}

/** As much of the person as their pages need. */
function viewingOf({ id, name, preferences, tenant, allowedSomewhere }: Me): Viewing {
  return { id, name, preferences, tenant: { id: tenant.id, name: tenant.name }, allowedSomewhere };
}
