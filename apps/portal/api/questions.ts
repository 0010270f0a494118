import type { Actor } from '@throughline/access';
import type { AlertView } from '@throughline/alerts';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Inject, type Type } from '@nestjs/common';
import { acknowledgeAlert, closeAlert, type Closing } from './deciding/decide-alert';
import type { Decided } from './deciding/put-on-log';
import { type CaseSummaryAsked, exportCaseSummary, type ExportedCaseSummary } from './exporting/export-case-summary';
import type { Reading } from './parts';
import { findPeople, type FoundPeople, type PeopleAsked } from './reading/find-people';
import { type AlertsAsked, type AlertsPage, listAlerts } from './reading/list-alerts';
import { type DisclosuresAsked, type DisclosuresPage, listDisclosures } from './reading/list-disclosures';
import { listSetAside, type SetAsideAsked, type SetAsidePage } from './reading/list-set-aside';
import { showAlert } from './reading/show-alert';
import { type ChronologyAsked, type ChronologyPage, showChronology } from './reading/show-chronology';
import { type PersonAsked, type PersonView, showPerson } from './reading/show-person';

/** The token under which the module gives its parts. */
export const READING = Symbol('portal reading');

export class FindPeople {
  constructor(
    readonly actor: Actor,
    readonly asked: PeopleAsked,
  ) {}
}

export class ShowPerson {
  constructor(
    readonly actor: Actor,
    readonly asked: PersonAsked,
  ) {}
}

export class ShowChronology {
  constructor(
    readonly actor: Actor,
    readonly asked: ChronologyAsked,
  ) {}
}

export class ListAlerts {
  constructor(
    readonly actor: Actor,
    readonly asked: AlertsAsked,
  ) {}
}

export class ShowAlert {
  constructor(
    readonly actor: Actor,
    readonly alert: string,
  ) {}
}

export class ListDisclosures {
  constructor(
    readonly actor: Actor,
    readonly asked: DisclosuresAsked,
  ) {}
}

export class ListSetAside {
  constructor(
    readonly actor: Actor,
    readonly asked: SetAsideAsked,
  ) {}
}

export class AcknowledgeAlert {
  constructor(
    readonly actor: Actor,
    readonly alert: string,
  ) {}
}

export class CloseAlert {
  constructor(
    readonly actor: Actor,
    readonly alert: string,
    readonly closing: Closing,
  ) {}
}

export class ExportCaseSummary {
  constructor(
    readonly actor: Actor,
    readonly asked: CaseSummaryAsked,
  ) {}
}

@QueryHandler(FindPeople)
class FindPeopleHandler implements IQueryHandler<FindPeople> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, asked }: FindPeople): Promise<FoundPeople> {
    return findPeople(this.reading, actor, asked);
  }
}

@QueryHandler(ShowPerson)
class ShowPersonHandler implements IQueryHandler<ShowPerson> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, asked }: ShowPerson): Promise<PersonView> {
    return showPerson(this.reading, actor, asked);
  }
}

@QueryHandler(ShowChronology)
class ShowChronologyHandler implements IQueryHandler<ShowChronology> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, asked }: ShowChronology): Promise<ChronologyPage> {
    return showChronology(this.reading, actor, asked);
  }
}

@QueryHandler(ListAlerts)
class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, asked }: ListAlerts): Promise<AlertsPage> {
    return listAlerts(this.reading, actor, asked);
  }
}

@QueryHandler(ShowAlert)
class ShowAlertHandler implements IQueryHandler<ShowAlert> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, alert }: ShowAlert): Promise<AlertView> {
    return showAlert(this.reading, actor, alert);
  }
}

@QueryHandler(ListDisclosures)
class ListDisclosuresHandler implements IQueryHandler<ListDisclosures> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, asked }: ListDisclosures): Promise<DisclosuresPage> {
    return listDisclosures(this.reading, actor, asked);
  }
}

@QueryHandler(ListSetAside)
class ListSetAsideHandler implements IQueryHandler<ListSetAside> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, asked }: ListSetAside): Promise<SetAsidePage> {
    return listSetAside(this.reading, actor, asked);
  }
}

@CommandHandler(AcknowledgeAlert)
class AcknowledgeAlertHandler implements ICommandHandler<AcknowledgeAlert> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, alert }: AcknowledgeAlert): Promise<Decided> {
    return acknowledgeAlert(this.reading, actor, alert);
  }
}

@CommandHandler(CloseAlert)
class CloseAlertHandler implements ICommandHandler<CloseAlert> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, alert, closing }: CloseAlert): Promise<Decided> {
    return closeAlert(this.reading, actor, alert, closing);
  }
}

@CommandHandler(ExportCaseSummary)
class ExportCaseSummaryHandler implements ICommandHandler<ExportCaseSummary> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ actor, asked }: ExportCaseSummary): Promise<ExportedCaseSummary> {
    return exportCaseSummary(this.reading, actor, asked);
  }
}

/** Everything that the portal answers and decides. */
export const handlers: readonly Type[] = [
  FindPeopleHandler,
  ShowPersonHandler,
  ShowChronologyHandler,
  ListAlertsHandler,
  ShowAlertHandler,
  ListDisclosuresHandler,
  ListSetAsideHandler,
  AcknowledgeAlertHandler,
  CloseAlertHandler,
  ExportCaseSummaryHandler,
];
