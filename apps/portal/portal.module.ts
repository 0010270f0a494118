import { Callers, Disclosures, Door } from '@throughline/access';
import { AlertFeed } from '@throughline/alerts';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { PortalParts, Reading } from './api/parts';
import { handlers, READING } from './api/questions';
import { AlertRoutes } from './api/routes/alert-routes';
import { DisclosureRoutes } from './api/routes/disclosure-routes';
import { ExportRoutes } from './api/routes/export-routes';
import { PeopleRoutes } from './api/routes/people-routes';
import { SetAsideRoutes } from './api/routes/set-aside-routes';
import { AlertEventsController } from './events/alert-events.controller';
import { AlertStreams } from './events/alert-stream';

/** The parts with the one door through which everything is read. */
export const readingWith = (parts: PortalParts): Reading => {
  const disclosures = new Disclosures(parts.pool);
  return { ...parts, disclosures, door: new Door({ ...parts, disclosures }) };
};

/** What is read of the hub, and what agencies decide about their alerts. */
@Module({})
export class PortalModule {
  static with(parts: PortalParts): DynamicModule {
    return {
      module: PortalModule,
      imports: [CqrsModule.forRoot()],
      controllers: [PeopleRoutes, AlertEventsController, AlertRoutes, DisclosureRoutes, ExportRoutes, SetAsideRoutes],
      providers: [
        { provide: READING, useValue: readingWith(parts) },
        { provide: Callers, useValue: parts.callers },
        { provide: AlertStreams, useFactory: () => new AlertStreams(new AlertFeed(parts.pool)) },
        ...handlers,
      ],
      exports: [READING, AlertStreams],
      // The pages follow alerts by the same stream.
      global: true,
    };
  }
}
