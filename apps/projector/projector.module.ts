import { type DynamicModule, Module } from '@nestjs/common';
import { Callers } from '@throughline/access';
import { CurrentSettings } from '@throughline/projections';
import { OperateController } from './operate.controller';
import { Operations } from './operations';
import { SettingsChanges, type SettingsChangesParts } from './settings-changes';
import { WhatIfController } from './what-if/what-if.controller';
import { WhatIf } from './what-if/what-if';

export interface ProjectorModuleParts extends SettingsChangesParts {
  readonly operations: Operations;
  readonly whatIf: WhatIf;
  readonly callers: Callers;
  readonly settings: CurrentSettings;
}

/** The projector's own surface: lag, what was set aside, rebuilding. The reading itself runs beside it. */
@Module({})
export class ProjectorModule {
  static with(parts: ProjectorModuleParts): DynamicModule {
    const { operations, whatIf, callers, settings } = parts;
    return {
      module: ProjectorModule,
      controllers: [OperateController, WhatIfController],
      providers: [
        { provide: Operations, useValue: operations },
        { provide: WhatIf, useValue: whatIf },
        { provide: Callers, useValue: callers },
        { provide: CurrentSettings, useValue: settings },
        { provide: SettingsChanges, useValue: new SettingsChanges(parts) },
      ],
    };
  }
}
