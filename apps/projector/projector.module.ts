import { type DynamicModule, Module } from '@nestjs/common';
import { Callers } from '@throughline/access';
import { CurrentSettings } from '@throughline/projections';
import { OperateController } from './operate.controller';
import { Operations } from './operations';

export interface ProjectorModuleParts {
  readonly operations: Operations;
  readonly callers: Callers;
  readonly settings: CurrentSettings;
}

/** The projector's own surface: lag, what was set aside, rebuilding. The reading itself runs beside it. */
@Module({})
export class ProjectorModule {
  static with({ operations, callers, settings }: ProjectorModuleParts): DynamicModule {
    return {
      module: ProjectorModule,
      controllers: [OperateController],
      providers: [
        { provide: Operations, useValue: operations },
        { provide: Callers, useValue: callers },
        { provide: CurrentSettings, useValue: settings },
      ],
    };
  }
}
