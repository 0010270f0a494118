import { CommonData } from './common-data';
import { OneOf, Optional, Part } from './fields';
import { type Service, SERVICES } from './service';
import { Worker } from './worker';

/** A service's work with somebody, beside any case that it keeps. */
export class Involvement extends CommonData {
  /** The service that works with the person. */
  @OneOf(SERVICES)
  service: Service;

  /** The worker who works with the person. */
  @Part(() => Worker)
  @Optional()
  worker?: Worker;
}
