import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { ChangeTenant } from './change-tenant.command.js';
import { CreateTenant } from './create-tenant.command.js';
import { LeaveTenant } from './leave-tenant.command.js';
import { changeTenant, createTenant, leaveTenant, transferTenant } from './tenants.contract.js';
import { TransferTenant } from './transfer-tenant.command.js';

@Controller()
export class TenantsController {
  constructor(private readonly commands: CommandBus) {}

  @Route(createTenant)
  create(@Call() call: CallOf<typeof createTenant>) {
    return this.commands.execute(new CreateTenant(call));
  }

  @Route(changeTenant)
  change(@Call() call: CallOf<typeof changeTenant>) {
    return this.commands.execute(new ChangeTenant(call));
  }

  @Route(transferTenant)
  transfer(@Call() call: CallOf<typeof transferTenant>) {
    return this.commands.execute(new TransferTenant(call));
  }

  @Route(leaveTenant)
  leave(@Call() call: CallOf<typeof leaveTenant>) {
    return this.commands.execute(new LeaveTenant(call));
  }
}
