import type { Type } from '@nestjs/common';
import { AlertController } from './alert/alert.controller';
import { ChronologyController } from './chronology/chronology.controller';
import { DeliveriesController } from './deliveries/deliveries.controller';
import { DocsController } from './docs/docs.controller';
import { FindAPersonController } from './find-a-person/find-a-person.controller';
import { MyWorkController } from './my-work/my-work.controller';
import { PersonController } from './person/person.controller';
import { SafeguardsController } from './safeguards/safeguards.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { TransferController } from './transfer/transfer.controller';

/** Every page that there is. */
export const pages: readonly Type[] = [
  SignInController,
  MyWorkController,
  FindAPersonController,
  PersonController,
  ChronologyController,
  TransferController,
  AlertController,
  DeliveriesController,
  DocsController,
  SafeguardsController,
];
