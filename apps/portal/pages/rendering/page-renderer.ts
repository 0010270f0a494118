import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Response } from 'express';
import { formToken } from '../../session/form-protection';
import type { PageRequest } from '../entering/visitor';
import { PAGES, type PagesWiring } from '../pages-wiring';
import { Page } from './page';
import type { Surroundings } from './templates';

/** What surrounds the page that answers this request. */
export const surroundingsOf = (request: PageRequest): Surroundings => ({
  visitor: request.visitor,
  formToken: request.visitor === undefined ? '' : formToken(request),
  path: request.path,
});

const isPage = (answer: unknown): answer is Page<object> => answer instanceof Page;

/** Turns the page that a controller answers into HTML. */
@Injectable()
export class PageRenderer implements NestInterceptor<unknown, unknown> {
  constructor(@Inject(PAGES) private readonly wiring: PagesWiring) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<PageRequest>();
    return next.handle().pipe(
      map((answer) => {
        if (!isPage(answer)) return answer;
        http.getResponse<Response>().type('html');
        return this.wiring.templates.render(answer, surroundingsOf(request));
      }),
    );
  }
}
