import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { ArchiveModule } from './archive/archive.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { EventsModule } from './events/events.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FeedModule } from './feed/feed.module.js';
import { GaragesModule } from './garages/garages.module.js';
import { CheckContractInterceptor } from './http/check-contract.interceptor.js';
import { TenantGuard } from './identity/tenant.guard.js';
import { FilesModule } from './files/files.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InsightsModule } from './insights/insights.module.js';
import { InstanceModule } from './instance/instance.module.js';
import { MembersModule } from './members/members.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OpsModule } from './ops/ops.module.js';
import { PeopleModule } from './people/people.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ProofModule } from './proof/proof.module.js';
import { ResourcesModule } from './resources.module.js';
import type { Resources } from './resources.js';
import { SampleGarageModule } from './sample-garage/sample-garage.module.js';
import { TenantsModule } from './tenants/tenants.module.js';
import { SharesModule } from './shares/shares.module.js';
import { TariffsModule } from './tariffs/tariffs.module.js';
import { TransfersModule } from './transfers/transfers.module.js';
import { FleetModule } from './fleet/fleet.module.js';
import { TimelineModule } from './timeline/timeline.module.js';
import { VehiclesModule } from './vehicles/vehicles.module.js';
import { VinModule } from './vin/vin.module.js';

@Module({})
export class AppModule {
  static forRoot(resources: Resources): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        ResourcesModule.of(resources),
        VehiclesModule,
        EventsModule,
        TimelineModule,
        FleetModule,
        ExportsModule,
        ArchiveModule,
        InsightsModule,
        RemindersModule,
        NotificationsModule,
        CalendarModule,
        ProofModule,
        SharesModule,
        TariffsModule,
        TransfersModule,
        VinModule,
        FeedModule,
        FilesModule,
        ImportsModule,
        GaragesModule,
        TenantsModule,
        MembersModule,
        InvitationsModule,
        SampleGarageModule,
        PeopleModule,
        ApiKeysModule,
        AuditModule,
        InstanceModule,
        OpsModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: TenantGuard },
        { provide: APP_INTERCEPTOR, useClass: CheckContractInterceptor },
      ],
    };
  }
}
