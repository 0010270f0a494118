import { applyDecorators, Controller, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import { PageGuard } from '../entering/page-guard';
import { PageFilter } from '../problem/page-filter';
import { PageRenderer } from './page-renderer';

/** A controller of pages: guarded, rendered, and with its errors as pages. Each of its pages says by `@Permits` who may open it. */
export const Pages = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), UseGuards(PageGuard), UseInterceptors(PageRenderer), UseFilters(PageFilter));
