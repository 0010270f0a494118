import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { CatalogueController } from './catalogue/catalogue.controller';
import { DescriptionsController, TOKEN_URL } from './descriptions.controller';
import { refuseUndescribed } from './asked/as-described';

/** What the hub's outer surface is, told by the hub itself. */
@Module({})
export class DescribingModule implements NestModule {
  /** @param tokenUrl where systems get their tokens */
  static with(tokenUrl: string): DynamicModule {
    return {
      module: DescribingModule,
      controllers: [CatalogueController, DescriptionsController],
      providers: [{ provide: TOKEN_URL, useValue: tokenUrl }],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(refuseUndescribed).forRoutes('{*address}');
  }
}
