import { Controller } from '@nestjs/common';
import { Route } from '../http/route.decorator.js';
import { getHealth } from './ops.contract.js';

@Controller()
export class OpsController {
  @Route(getHealth)
  health() {
    return { status: 'ok' };
  }
}
