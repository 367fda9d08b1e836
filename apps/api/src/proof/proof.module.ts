import { Module } from '@nestjs/common';
import { ExportHistoryHandler } from './export-history.command.js';
import { GetProofKeyHandler } from './get-proof-key.query.js';
import { GetProofHandler } from './get-proof.query.js';
import { GetVerificationHandler } from './get-verification.query.js';
import { ListExportsHandler } from './list-exports.query.js';
import { ProofController } from './proof.controller.js';
import { ReplaceProofKeyHandler } from './replace-proof-key.command.js';
import { VerifyVehicleHandler } from './verify-vehicle.command.js';

@Module({
  controllers: [ProofController],
  providers: [
    GetVerificationHandler,
    VerifyVehicleHandler,
    ExportHistoryHandler,
    ListExportsHandler,
    GetProofHandler,
    GetProofKeyHandler,
    ReplaceProofKeyHandler,
  ],
})
export class ProofModule {}
