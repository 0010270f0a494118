import { Body, Get, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@throughline/access';
import { describedSafeguard, safeguards } from '@throughline/safeguards';
import type { Decided, Reading } from '../../api';
import { NotYetVisible, waitUntilVisible } from '../../api/asking/visible';
import { AcknowledgeAlert, CloseAlert, READING } from '../../api/questions';
import { type TimelineEntry, timelineOf } from '../chronology/timeline';
import { Permits } from '../entering/page-guard';
import { Elsewhere } from '../entering/refusals';
import { SignedIn, type Visitor } from '../entering/visitor';
import { type FieldError, FillInAgain, Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { agencyName } from '../words/codes';
import { type ClosingFields, closingIn, faultsOf, OUTCOMES } from './closing';
import { showAlert, type ShownAlert } from './show-alert';

/** An alert: what, why, by what it is shown, what would answer it, and where the rule comes from. */
export interface AlertPageView extends Omit<ShownAlert, 'evidence'> {
  readonly to: string;
  /** How the partnership is called that wrote the pathway. */
  readonly partnership: string;
  readonly watches: string | undefined;
  /** Which review the words are from. */
  readonly review: string | undefined;
  /** Whether the rule is one of this release, and has a page. */
  readonly isInForce: boolean;
  readonly evidence: readonly TimelineEntry[];
  /** Records that show it and that the reader may not see. */
  readonly notShown: number;
  readonly mayDecide: boolean;
  /** Where acknowledging is the answer, it closes. */
  readonly acknowledgingCloses: boolean;
  readonly outcomes: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[];
  readonly closing: ClosingFields;
  readonly errors: readonly FieldError[];
}

const EMPTY: ClosingFields = { outcome: '', justification: '' };

@Pages('alerts')
export class AlertController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Get(':id')
  @Permits('read-people')
  show(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<Page<AlertPageView>> {
    return this.page(visitor, id, EMPTY, []);
  }

  @Post(':id/acknowledge')
  @Permits('work-alerts')
  async acknowledge(@SignedIn() { actor }: Visitor, @Param('id') id: string): Promise<never> {
    const { position } = await this.commands.execute<AcknowledgeAlert, Decided>(new AcknowledgeAlert(actor, id));
    await this.seen(actor, position);
    throw new Elsewhere('/my-work?done=acknowledged');
  }

  @Post(':id/close')
  @Permits('work-alerts')
  async close(@SignedIn() visitor: Visitor, @Param('id') id: string, @Body() body: unknown): Promise<never> {
    const closing = closingIn(body);
    const errors = faultsOf(closing);
    if (errors.length > 0) throw new FillInAgain(await this.page(visitor, id, closing, errors));
    const { position } = await this.commands.execute<CloseAlert, Decided>(new CloseAlert(visitor.actor, id, closing));
    await this.seen(visitor.actor, position);
    throw new Elsewhere('/my-work?done=closed');
  }

  /** So that the next page shows what was just done. It is in the log either way. */
  private async seen(actor: Actor, position: string): Promise<void> {
    await waitUntilVisible(this.reading, actor, position).catch((reason: unknown) => {
      if (!(reason instanceof NotYetVisible)) throw reason;
    });
  }

  private async page(visitor: Visitor, id: string, closing: ClosingFields, errors: readonly FieldError[]): Promise<Page<AlertPageView>> {
    const { actor, settings, permissions } = visitor;
    const { evidence, ...shown } = await showAlert(this.reading, actor, id);
    const { alert } = shown;
    const safeguard = safeguards.find((one) => one.id === alert.safeguard);
    const isLive = alert.status !== 'closed' && alert.status !== 'superseded';
    return new Page('alert/alert.njk', 'Alert', {
      ...shown,
      to: agencyName(settings, alert.to.agency),
      partnership: settings.name,
      watches: safeguard?.watches,
      review: safeguard === undefined ? undefined : describedSafeguard(safeguard).review,
      isInForce: safeguard !== undefined,
      evidence: timelineOf(evidence, settings),
      notShown: alert.evidence.length - evidence.length,
      mayDecide: isLive && permissions.has('work-alerts') && alert.to.agency === actor.agency,
      acknowledgingCloses: safeguard?.answer.records.length === 0,
      outcomes: OUTCOMES.map(({ value, text }) => ({ value, text, checked: value === closing.outcome })),
      closing,
      errors,
    });
  }
}
