import { Get, Inject, Param } from '@nestjs/common';
import { Problem } from '@throughline/platform';
import type { Reading } from '../../api';
import { READING } from '../../api/questions';
import { Permits } from '../entering/page-guard';
import { SignedIn, type Visitor } from '../entering/visitor';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { agencyName } from '../words/codes';
import { showTransfer } from './show-transfer';
import type { TransferDocument } from './transfer-document';

/** The document as it is printed: codes in words, agencies by their names. */
export interface TransferView extends TransferDocument {
  /** The person's page that it was opened from. */
  readonly id: string;
}

/** What a MARAC sends to an area without the hub, for its coordinator to print. */
@Pages('people')
export class TransferController {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  @Get(':id/transfers/:position')
  @Permits('read-people')
  async show(
    @SignedIn() { actor, settings }: Visitor,
    @Param('id') id: string,
    @Param('position') position: string,
  ): Promise<Page<TransferView>> {
    if (!/^\d{1,15}$/.test(position)) throw new Problem(404, 'there is no such document');
    const document = await showTransfer(this.reading, actor, id, Number(position));
    const nameOf = (code: string): string => agencyName(settings, code);
    return new Page('transfer/transfer.njk', `MARAC transfer to ${document.to}`, {
      ...document,
      id,
      by: nameOf(document.by),
      agencies: document.agencies.map(nameOf),
      actions: document.actions.map((action) => ({ ...action, who: action.who === null ? null : nameOf(action.who) })),
      orders: document.orders.map((order) => ({ ...order, agency: nameOf(order.agency) })),
    });
  }
}
