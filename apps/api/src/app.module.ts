import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CheckContractInterceptor } from './http/check-contract.interceptor.js';
import { OpsModule } from './ops/ops.module.js';
import { ResourcesModule } from './resources.module.js';
import type { Resources } from './resources.js';

@Module({})
export class AppModule {
  static forRoot(resources: Resources): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), ResourcesModule.of(resources), OpsModule],
      providers: [{ provide: APP_INTERCEPTOR, useClass: CheckContractInterceptor }],
    };
  }
}
