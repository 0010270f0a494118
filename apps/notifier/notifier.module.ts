import { type DynamicModule, Module } from '@nestjs/common';
import { Callers } from '@throughline/access';
import { ChannelsController } from './delivery/channels.controller';
import { DeliveriesController } from './delivery/deliveries.controller';
import { Delivery } from './delivery/delivery';
import { ALLOW_LOOPBACK } from './delivery/given-channels';

export interface NotifierModuleParts {
  readonly delivery: Delivery;
  readonly callers: Callers;
  readonly configuration: { readonly webhooksToLoopback?: true };
}

/** The notifier's own surface: where agencies want to be told, and what did not reach them. The sending itself runs beside it. */
@Module({})
export class NotifierModule {
  static with({ delivery, callers, configuration }: NotifierModuleParts): DynamicModule {
    return {
      module: NotifierModule,
      controllers: [ChannelsController, DeliveriesController],
      providers: [
        { provide: Delivery, useValue: delivery },
        { provide: Callers, useValue: callers },
        { provide: ALLOW_LOOPBACK, useValue: { allowLoopback: configuration.webhooksToLoopback === true } },
      ],
    };
  }
}
