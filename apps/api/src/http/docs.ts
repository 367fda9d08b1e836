import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '../routes.js';

/** The OpenAPI document, and pages to read it by. */
export function serveDocs(app: NestFastifyApplication, serverUrl: string): void {
  const document = describeApi(serverUrl) as unknown as OpenAPIObject;
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
}
