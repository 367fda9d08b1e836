import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Resources, RESOURCES } from './resources.js';

/** Gives every handler what the process holds open. */
@Global()
@Module({})
export class ResourcesModule {
  static of(resources: Resources): DynamicModule {
    const provider = { provide: RESOURCES, useValue: resources };
    return { module: ResourcesModule, providers: [provider], exports: [provider] };
  }
}
