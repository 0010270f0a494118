import { Controller, Get, Inject, Next, Req, Res } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { PAGES, type PagesWiring } from '../pages-wiring';
import { problemPage } from './problem-page';

/** Addresses at which programs ask: they are told in their own way that nothing is there. */
const FOR_PROGRAMS = /^\/(?:v1|idp|health|metrics|assets|openapi\.json|asyncapi\.json)(?:\/|$)/;

/** What a browser reads at an address that is none. It MUST be the last of the hub's controllers: it takes every address. */
@Controller()
export class UnknownAddressController {
  constructor(@Inject(PAGES) private readonly wiring: PagesWiring) {}

  @Get('*address')
  nothing(@Req() request: Request, @Res() response: Response, @Next() next: NextFunction): void {
    if (FOR_PROGRAMS.test(request.path) || request.accepts(['json', 'html']) !== 'html') {
      next();
      return;
    }
    this.wiring.secured(request, response);
    const html = this.wiring.templates.render(problemPage(404), { visitor: undefined, formToken: '', path: '' });
    response.status(404).type('html').send(html);
  }
}
