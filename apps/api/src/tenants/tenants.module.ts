import { Module } from '@nestjs/common';
import { ChangeTenantHandler } from './change-tenant.command.js';
import { CreateTenantHandler } from './create-tenant.command.js';
import { LeaveTenantHandler } from './leave-tenant.command.js';
import { TenantsController } from './tenants.controller.js';
import { TransferTenantHandler } from './transfer-tenant.command.js';

@Module({
  controllers: [TenantsController],
  providers: [CreateTenantHandler, ChangeTenantHandler, TransferTenantHandler, LeaveTenantHandler],
})
export class TenantsModule {}
