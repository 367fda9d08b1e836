import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { ExportHistory } from './export-history.command.js';
import { GetProofKey } from './get-proof-key.query.js';
import { GetProof } from './get-proof.query.js';
import { GetVerification } from './get-verification.query.js';
import { ListExports } from './list-exports.query.js';
import {
  exportHistory,
  getProof,
  getProofKey,
  getVerification,
  listExports,
  replaceProofKey,
  verifyVehicle,
} from './proof.contract.js';
import { ReplaceProofKey } from './replace-proof-key.command.js';
import { VerifyVehicle } from './verify-vehicle.command.js';

@Controller()
export class ProofController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(getVerification)
  verification(@Call() call: CallOf<typeof getVerification>) {
    return this.queries.execute(new GetVerification(call));
  }

  @Route(verifyVehicle)
  verify(@Call() call: CallOf<typeof verifyVehicle>) {
    return this.commands.execute(new VerifyVehicle(call));
  }

  @Route(exportHistory)
  export(@Call() call: CallOf<typeof exportHistory>) {
    return this.commands.execute(new ExportHistory(call));
  }

  @Route(listExports)
  exports(@Call() call: CallOf<typeof listExports>) {
    return this.queries.execute(new ListExports(call));
  }

  @Route(getProof)
  proof(@Call() call: CallOf<typeof getProof>) {
    return this.queries.execute(new GetProof(call));
  }

  @Route(replaceProofKey)
  replaceKey(@Call() call: CallOf<typeof replaceProofKey>) {
    return this.commands.execute(new ReplaceProofKey(call));
  }

  @Route(getProofKey)
  key(@Call() call: CallOf<typeof getProofKey>) {
    return this.queries.execute(new GetProofKey(call));
  }
}
